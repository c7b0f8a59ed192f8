"""The shelves of an archive as the site has them: months, kinds, organisations; and each shelf in pages.

Everywhere the oldest comes first, and pages are numbered from it: a release that comes in changes the last
page of its shelves, and no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.archive.published import Name
from pressgen.archive.site.days import month_name
from pressgen.archive.site.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.archive.listing import ListedShelf, Listing, Section, ShelfKey
    from pressgen.archive.site.frame import Frame

PAGE_LENGTH = 20
_FIGURES = re.compile("([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a shelf: `count` releases after the first `start`.

    `path` is its file, `number` None for the page with the newest; the other two are its neighbours.
    """

    path: str
    number: int | None
    start: int
    count: int
    older: str | None
    newer: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Releases that belong together: what the shelf is called, and the folder of its pages."""

    key: ShelfKey
    folder: str
    name: Name
    count: int

    @property
    def path(self) -> str:
        """The page with the newest of them."""
        return f"{self.folder}/index.html"

    @property
    def pages(self) -> list[Page]:
        """The pages, the oldest first. All but the last, `index.html`, are full, and stay as they are.

        The last has from 20 to 39 releases, so that it is never nearly empty.
        """
        full = max(0, self.count // PAGE_LENGTH - 1)
        paths = [*(f"{self.folder}/page-{number + 1}.html" for number in range(full)), self.path]
        return [
            Page(
                path,
                number + 1 if number < full else None,
                number * PAGE_LENGTH,
                PAGE_LENGTH if number < full else self.count - full * PAGE_LENGTH,
                older=paths[number - 1] if number else None,
                newer=paths[number + 1] if number < full else None,
            )
            for number, path in enumerate(paths)
        ]


def shelf_of(listed: ListedShelf, frame: Frame) -> Shelf:
    """The shelf that is listed, with its name and its folder."""
    section, name = listed.key
    if section == "months":
        month = date(int(name[:4]), int(name[5:]), 1)
        return Shelf(listed.key, name, month_name(month), listed.count)
    both = frame.kind(name) if section == "kinds" else Name(name, listed.english)
    return Shelf(listed.key, f"{section}/{slug(name)}", both, listed.count)


class Shelves:
    """The shelves of an archive, each read from its listing when it is first asked for."""

    def __init__(self, listing: Listing, frame: Frame) -> None:
        self._listing = listing
        self._frame = frame
        self._known: dict[ShelfKey, Shelf | None] = {}

    def get(self, key: ShelfKey) -> Shelf | None:
        """The shelf; None where nothing stands on it."""
        if key not in self._known:
            listed = self._listing.shelf(key)
            self._known[key] = shelf_of(listed, self._frame) if listed else None
        return self._known[key]

    def __getitem__(self, key: ShelfKey) -> Shelf:
        """The shelf, on which something stands."""
        shelf = self.get(key)
        if shelf is None:
            raise KeyError(key)
        return shelf

    @cached_property
    def months(self) -> list[Shelf]:
        """A shelf for each month that has releases, the oldest first."""
        return self._all("months")

    @cached_property
    def years(self) -> dict[int, list[Shelf]]:
        """The months of each year that has releases, the oldest first."""
        years: dict[int, list[Shelf]] = {}
        for month in self.months:
            years.setdefault(year_of(month), []).append(month)
        return years

    @cached_property
    def kinds(self) -> list[Shelf]:
        """A shelf for each kind, sorted by what it is called."""
        return sorted(self._all("kinds"), key=lambda one: (one.name.korean, one.key.name))

    @cached_property
    def organizations(self) -> list[Shelf]:
        """A shelf for each organisation, sorted by its Korean name, its numbers by their size: 2동 before 10동."""
        return sorted(self._all("organizations"), key=lambda one: natural_key(one.key.name))

    def _all(self, section: Section) -> list[Shelf]:
        return [shelf_of(one, self._frame) for one in self._listing.shelves(section)]


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Sorts names as a person does: figures in them count as numbers."""
    parts = _FIGURES.split(name)  # text and figures by turns, so that like meets like
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], name


def year_of(month: Shelf) -> int:
    """The year of a month's shelf."""
    return int(month.key.name[:4])


def changed_pages(
    before: Shelf | None, after: Shelf, moved: int | None, corrected: Iterable[int]
) -> list[Page]:
    """The pages of a shelf that are not what they were.

    `moved`: the first position at which a release came in or went; `corrected`: the positions of those that
    stay and read otherwise.
    """
    pages = after.pages
    if before is None or before.name != after.name:
        return pages
    last = len(pages) - 1
    first = last + 1 if moved is None else min(moved // PAGE_LENGTH, last)
    if len(before.pages) != len(pages):  # the last page before has another name now, or another end
        first = min(first, min(len(before.pages), len(pages)) - 2)
    single = {min(position // PAGE_LENGTH, last) for position in corrected}
    return [page for number, page in enumerate(pages) if number >= first or number in single]
