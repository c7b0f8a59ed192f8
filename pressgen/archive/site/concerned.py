"""Which of the files that lead to the releases a change concerns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.archive.site.catalog import catalog_path
from pressgen.archive.site.feeds import LENGTH
from pressgen.archive.site.pages import year_path
from pressgen.archive.site.shelves import changed_pages, shelf_of, year_of
from pressgen.archive.site.sitemap import sitemap_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pressgen.archive.listing import Changes, Key, Listed, ListedShelf, ShelfKey
    from pressgen.archive.published import Name
    from pressgen.archive.site.files import SiteFiles
    from pressgen.archive.site.plan import Planned
    from pressgen.archive.site.shelves import Shelf


class Concerned:
    """What differs from what was written before these changes.

    `places`: of all releases that changed, also if only in what is not listed of them. `months`: those
    that were listed before. What is soon made is planned on any change, and compared when it is written.
    """

    def __init__(
        self,
        changes: Changes,
        places: Collection[str],
        months: Sequence[ListedShelf],
        site: SiteFiles,
    ) -> None:
        self._changes = changes
        self._places = places
        self._site = site
        frame = site.frame
        self._before = {
            key: shelf_of(before, frame) if before else None
            for key, before in changes.shelves.items()
        }
        self._months_before = [shelf_of(month, frame) for month in months]

    def files(self) -> Iterator[Planned]:
        """The files that may read otherwise now."""
        if self._changes.releases:
            yield from self._site.overviews()
            yield from self._years()
            yield from self._shelves()
            yield from self._months_beside()
            yield from self._lists_of_shelves()
        yield from self._feeds()

    def stale(self) -> set[str]:
        """The files that are there no more: of shelves that became empty or shorter, and of their years."""
        gone = set()
        for key, before in self._before.items():
            gone |= _paths(before) - _paths(self._site.shelves.get(key))
        for year in set(map(year_of, self._months_before)) - self._site.shelves.years.keys():
            gone |= {year_path(year), catalog_path(year), sitemap_path(year)}
        return gone

    def links(self) -> Iterator[str]:
        """The places of the releases whose pages may need other links."""
        listing = self._site.listing
        beside = (one for key in self._keys for one in listing.around(key))
        found = {one.place for one in beside if one}
        found.update(place for place in self._places if listing.get(place))
        for key, before in self._before.items():
            after = self._site.shelves.get(key)
            if before and after and before.name != after.name:
                found.update(listing.on_shelf(key))
        yield from sorted(found)

    @cached_property
    def _keys(self) -> set[Key]:
        """Where the releases that read otherwise in lists stand, or stood."""
        both = (one for change in self._changes.releases for one in (change.before, change.after))
        return {one.key for one in both if one}

    def _years(self) -> Iterator[Planned]:
        years = self._site.shelves.years
        touched = {int(key.released[:4]) for key in self._keys} & years.keys()
        same = set(map(year_of, self._months_before)) == years.keys()
        for year in touched if same else years:  # a year's page leads to the years beside it
            yield self._site.pages.year(year)
        for year in touched:
            yield from self._site.of_year(year)

    def _shelves(self) -> Iterator[Planned]:
        moved, corrected = self._standings()
        position = self._site.listing.position
        for key, before in self._before.items():
            if after := self._site.shelves.get(key):
                first = position(key, min(moved[key])) if key in moved else None
                single = [position(key, one) for one in corrected.get(key, ())]
                yield from self._site.pages.of(after, changed_pages(before, after, first, single))

    def _standings(self) -> tuple[dict[ShelfKey, set[Key]], dict[ShelfKey, set[Key]]]:
        """Where on each shelf a release came in or went, and where one stays and reads otherwise."""
        moved: dict[ShelfKey, set[Key]] = {}
        corrected: dict[ShelfKey, set[Key]] = {}
        for change in self._changes.releases:
            before, after = _standings(change.before), _standings(change.after)
            for shelf, key in before ^ after:
                moved.setdefault(shelf, set()).add(key)
            for shelf, key in before & after:
                corrected.setdefault(shelf, set()).add(key)
        return moved, corrected

    def _months_beside(self) -> Iterator[Planned]:
        """The last pages of the months that have another month before or after them now."""
        before, after = _around(self._months_before), _around(self._site.shelves.months)
        for month in self._site.shelves.months:
            if month.key in before and before[month.key] != after[month.key]:
                yield from self._site.pages.of(month, month.pages[-1:])

    def _lists_of_shelves(self) -> Iterator[Planned]:
        """The list of all organisations, and the sitemap of all pages, where these are others now."""
        shelves = self._site.shelves
        pairs = [(before, shelves.get(key)) for key, before in self._before.items()]
        lasting = [
            one for one in pairs if any(shelf and shelf.key.section != "months" for shelf in one)
        ]
        if any(_name(before) != _name(after) for before, after in lasting):
            yield self._site.pages.organizations()
        if any(_paths(before) != _paths(after) for before, after in lasting):
            yield from self._site.sitemap_of_pages()

    def _feeds(self) -> Iterator[Planned]:
        listing = self._site.listing
        listed = filter(None, map(listing.get, self._places))
        keys = self._keys.union(one.key for one in listed)
        for feed in self._site.feeds:
            newest = feed.newest(listing, LENGTH)
            if keys and (len(newest) < LENGTH or max(keys) >= newest[-1].key):
                yield self._site.feed(feed)


def _standings(release: Listed | None) -> set[tuple[ShelfKey, Key]]:
    return {(shelf, release.key) for shelf in release.shelves} if release else set()


def _around(months: Sequence[Shelf]) -> dict[ShelfKey, tuple[str | None, str | None]]:
    names = [None, *(month.key.name for month in months), None]
    return {month.key: (names[i], names[i + 2]) for i, month in enumerate(months)}


def _paths(shelf: Shelf | None) -> set[str]:
    return {page.path for page in shelf.pages} if shelf else set()


def _name(shelf: Shelf | None) -> Name | None:
    return shelf.name if shelf else None
