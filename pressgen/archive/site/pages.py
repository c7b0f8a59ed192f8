"""The index pages: the newest, by year and month, by kind, by organisation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pressgen.archive.listing import ShelfKey
from pressgen.archive.published import Name
from pressgen.archive.site.days import year_name
from pressgen.archive.site.plan import Planned
from pressgen.archive.site.shelves import PAGE_LENGTH, year_of
from pressgen.archive.site.views import Link, relative, root_of, row, shelf_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from pressgen.archive.listing import Listing
    from pressgen.archive.site.feeds import Feed
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.shelves import Page, Shelf, Shelves
    from pressgen.archive.site.templates import Templates

FRONT = "index.html"
KINDS = "kinds/index.html"
ORGANIZATIONS = "organizations/index.html"
_NEWEST = Name("새 보도자료", "Latest releases")
_KINDS = Name("종류", "Kinds")
_ORGANIZATIONS = Name("기관", "Organizations")


class IndexPages:
    """Plans the index pages of an archive, and makes their texts. `feeds`: those that there are."""

    def __init__(
        self,
        listing: Listing,
        shelves: Shelves,
        frame: Frame,
        templates: Templates,
        feeds: Sequence[Feed],
    ) -> None:
        self._listing = listing
        self._shelves = shelves
        self._frame = frame
        self._templates = templates
        self._feeds = feeds
        self._rows: dict[tuple[str, str], Markup] = {}

    def front(self) -> Planned:
        """The page with the newest releases."""
        return Planned(FRONT, self._front)

    def year(self, year: int) -> Planned:
        """The page with a year's months."""
        return Planned(year_path(year), partial(self._year, year))

    def kinds(self) -> Planned:
        """The page with all kinds."""
        return Planned(KINDS, lambda: self._names(KINDS, _KINDS, self._shelves.kinds))

    def organizations(self) -> Planned:
        """The page with all organisations."""
        path, heading = ORGANIZATIONS, _ORGANIZATIONS
        return Planned(path, lambda: self._names(path, heading, self._shelves.organizations))

    def of(self, shelf: Shelf, pages: Iterable[Page]) -> list[Planned]:
        """These pages of a shelf."""
        return [Planned(page.path, partial(self._page, shelf, page)) for page in pages]

    def _front(self) -> str:
        root = root_of(FRONT)
        return self._render(
            "front",
            FRONT,
            _NEWEST,
            rows=[self._row(one.place, root) for one in self._listing.newest(PAGE_LENGTH)],
            years=[_year_link(year, root) for year in reversed(self._shelves.years)],
            kinds=[shelf_link(shelf, root) for shelf in self._shelves.kinds],
        )

    def _year(self, year: int) -> str:
        path, years = year_path(year), list(self._shelves.years)
        root, position = root_of(path), years.index(year)
        return self._render(
            "year",
            path,
            year_name(year),
            months=[
                Link(relative(month.path, root), month.name, month.count)
                for month in reversed(self._shelves.years[year])
            ],
            before=_year_link(years[position - 1], root) if position else None,
            after=_year_link(years[position + 1], root) if position + 1 < len(years) else None,
        )

    def _names(self, path: str, heading: Name, shelves: Iterable[Shelf]) -> str:
        root = root_of(path)
        links = [shelf_link(shelf, root) for shelf in shelves]
        return self._render("names", path, heading, links=links)

    def _page(self, shelf: Shelf, page: Page) -> str:
        root = root_of(page.path)
        places = self._listing.on_shelf(shelf.key, page.start, page.count)
        crumbs = [_above(shelf, root)]
        before = after = None
        if page.number is not None:
            crumbs.append(shelf_link(shelf, root))
        elif shelf.key.section == "months":  # they are linked on the last page only
            before, after = self._months_around(shelf)
        return self._render(
            "shelf",
            page.path,
            shelf.name,
            crumbs=crumbs,
            number=page.number,
            rows=[self._row(place, root) for place in reversed(places)],  # the newest first
            older=page.older and relative(page.older, root),
            newer=page.newer and relative(page.newer, root),
            before=before and shelf_link(before, root),
            after=after and shelf_link(after, root),
        )

    def _months_around(self, month: Shelf) -> tuple[Shelf | None, Shelf | None]:
        months = [None, *self._shelves.months, None]
        position = months.index(month)
        return months[position - 1], months[position + 1]

    def _row(self, place: str, root: str) -> Markup:
        """A release in a list; the pages of months, kinds and organisations all lie equally deep."""
        if (root, place) not in self._rows:
            release = self._listing[place]
            kind = shelf_link(self._shelves[ShelfKey("kinds", release.kind)], root)
            self._rows[root, place] = self._templates.render("row", row=row(release, kind, root))
        return self._rows[root, place]

    def _render(self, template: str, page: str, heading: Name, **context: object) -> str:
        return self._templates.render(
            template,
            heading=heading,
            title=self._frame.title,
            canonical=self._frame.site.address(page),
            root=root_of(page),
            feeds=self._feeds,
            **context,
        )


def year_path(year: int) -> str:
    """The page of a year."""
    return f"{year:04}/index.html"


def _year_link(year: int, root: str) -> Link:
    return Link(relative(year_path(year), root), year_name(year))


def _above(shelf: Shelf, root: str) -> Link:
    """The page that leads to a shelf."""
    if shelf.key.section == "months":
        return _year_link(year_of(shelf), root)
    page, name = (
        (KINDS, _KINDS) if shelf.key.section == "kinds" else (ORGANIZATIONS, _ORGANIZATIONS)
    )
    return Link(relative(page, root), name)
