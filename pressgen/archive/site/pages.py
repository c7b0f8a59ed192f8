"""The index pages: the newest, by year and month, by kind, by organisation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pressgen.archive.published import Name
from pressgen.archive.site.days import year_name
from pressgen.archive.site.feeds import FEEDS
from pressgen.archive.site.plan import Planned
from pressgen.archive.site.shelves import PAGE_LENGTH, with_neighbours
from pressgen.archive.site.views import Link, relative, row, shelf_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressgen.archive.published import Published
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.shelves import Page, Shelf, Shelves
    from pressgen.archive.site.templates import Templates
    from pressgen.archive.site.views import Row

FRONT = "index.html"
KINDS = "kinds/index.html"
ORGANIZATIONS = "organizations/index.html"
_NEWEST = Name("새 보도자료", "Latest releases")
_KINDS = Name("종류", "Kinds")
_ORGANIZATIONS = Name("기관", "Organizations")
_Above = tuple[tuple[str, Name], ...]
"""The pages above a page, by their paths, and what they are called."""


class IndexPages:
    """Plans the index pages of an archive, and makes their texts."""

    def __init__(self, shelves: Shelves, frame: Frame, templates: Templates) -> None:
        self._shelves = shelves
        self._frame = frame
        self._templates = templates
        self._feeds = [
            feed for feed in FEEDS if frame.site.url and any(map(feed.takes, shelves.releases))
        ]

    def all(self) -> Iterator[Planned]:
        """Every index page."""
        yield self._front()
        yield from self._years()
        yield from self._months()
        kinds = list(self._shelves.kinds.values())
        yield self._names(KINDS, _KINDS, kinds)
        for shelf in kinds:
            yield from self._shelf(shelf, ((KINDS, _KINDS),))
        organizations = list(self._shelves.organizations.values())
        yield self._names(ORGANIZATIONS, _ORGANIZATIONS, organizations)
        for shelf in organizations:
            yield from self._shelf(shelf, ((ORGANIZATIONS, _ORGANIZATIONS),))

    def _front(self) -> Planned:
        newest = self._shelves.releases[-PAGE_LENGTH:]
        years = list(self._shelves.years)
        kinds = list(self._shelves.kinds.values())

        def text() -> str:
            return self._render(
                "front",
                FRONT,
                _NEWEST,
                rows=self._rows(newest, FRONT),
                years=[_year_link(year, FRONT) for year in reversed(years)],
                kinds=[shelf_link(shelf, FRONT) for shelf in kinds],
            )

        return self._planned(FRONT, (newest, years, [kind.name for kind in kinds]), text)

    def _years(self) -> Iterator[Planned]:
        for before, year, after in with_neighbours(list(self._shelves.years)):
            months = [(one, len(one.releases)) for one in self._shelves.years[year]]
            counts = [(month.name, count) for month, count in months]
            text = partial(self._year, year, before, after)
            yield self._planned(_year_path(year), (before, counts, after), text)

    def _year(self, year: int, before: int | None, after: int | None) -> str:
        page = _year_path(year)
        months = [
            Link(relative(month.path, page), month.name, len(month.releases))
            for month in reversed(self._shelves.years[year])
        ]
        return self._render(
            "year",
            page,
            year_name(year),
            months=months,
            before=_year_link(before, page) if before else None,
            after=_year_link(after, page) if after else None,
        )

    def _months(self) -> Iterator[Planned]:
        for before, month, after in with_neighbours(self._shelves.months):
            year = month.releases[0].released.year
            yield from self._shelf(month, ((_year_path(year), year_name(year)),), before, after)

    def _shelf(
        self, shelf: Shelf, above: _Above, before: Shelf | None = None, after: Shelf | None = None
    ) -> Iterator[Planned]:
        """The pages of a shelf; the shelves before and after it are linked on its last page only."""
        *full, last = shelf.pages
        for number, page in enumerate(full, 1):
            text = partial(self._page, shelf, page, (*above, (shelf.path, shelf.name)), number)
            yield self._planned(page.path, (shelf.name, page), text)
        around = [one and one.path for one in (before, after)]
        text = partial(self._page, shelf, last, above, None, before, after)
        yield self._planned(last.path, (shelf.name, last, around), text)

    def _page(
        self,
        shelf: Shelf,
        page: Page,
        above: _Above,
        number: int | None,
        before: Shelf | None = None,
        after: Shelf | None = None,
    ) -> str:
        return self._render(
            "shelf",
            page.path,
            shelf.name,
            crumbs=[Link(relative(path, page.path), name) for path, name in above],
            number=number,
            rows=self._rows(page.releases, page.path),
            older=page.older and relative(page.older, page.path),
            newer=page.newer and relative(page.newer, page.path),
            before=before and shelf_link(before, page.path),
            after=after and shelf_link(after, page.path),
        )

    def _names(self, page: str, heading: Name, shelves: Iterable[Shelf]) -> Planned:
        def text() -> str:
            links = [shelf_link(shelf, page) for shelf in shelves]
            return self._render("names", page, heading, links=links)

        return self._planned(page, ([shelf.name for shelf in shelves],), text)

    def _rows(self, releases: Sequence[Published], page: str) -> list[Row]:
        """The releases of a page, the newest first."""
        return [row(one, self._shelves.kinds[one.kind], page) for one in reversed(releases)]

    def _planned(self, page: str, made_of: tuple[object, ...], text: Callable[[], str]) -> Planned:
        return Planned(page, (*made_of, self._feeds), text)

    def _render(self, template: str, page: str, heading: Name, **context: object) -> str:
        return self._templates.render(
            template,
            heading=heading,
            title=self._frame.title,
            canonical=self._frame.site.address(page),
            root="../" * page.count("/"),
            feeds=self._feeds,
            **context,
        )


def _year_path(year: int) -> str:
    return f"{year:04}/index.html"


def _year_link(year: int, page: str) -> Link:
    return Link(relative(_year_path(year), page), year_name(year))
