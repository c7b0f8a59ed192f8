"""The releases of an archive, sorted onto shelves: months, kinds, organisations; and each shelf in pages.

Everywhere the oldest comes first, and pages are numbered from it: a release that comes in changes the last
page of its shelves, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pressgen.archive.published import Name
from pressgen.archive.site.days import month_name
from pressgen.archive.site.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressgen.archive.published import Published

PAGE_LENGTH = 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a shelf. `path` is its file; the other two are its neighbours' in the shelf."""

    path: str
    releases: Sequence[Published]
    older: str | None
    newer: str | None


@dataclass(frozen=True)
class Shelf:
    """Releases that belong together, the oldest first, and the folder of their pages."""

    folder: str
    name: Name
    releases: Sequence[Published]

    @property
    def path(self) -> str:
        """The page with the newest of them."""
        return f"{self.folder}/index.html"

    @property
    def pages(self) -> list[Page]:
        """The pages, the oldest first. All but the last, `index.html`, are full, and stay as they are.

        The last has from 20 to 39 releases, so that it is never nearly empty.
        """
        full = max(0, len(self.releases) // PAGE_LENGTH - 1)
        paths = [*(f"{self.folder}/page-{number + 1}.html" for number in range(full)), self.path]
        return [
            Page(
                path,
                self.releases[
                    number * PAGE_LENGTH : None if number == full else (number + 1) * PAGE_LENGTH
                ],
                older=paths[number - 1] if number else None,
                newer=paths[number + 1] if number < full else None,
            )
            for number, path in enumerate(paths)
        ]


def with_neighbours(items: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Each item between the one before it and the one after it."""
    padded = [None, *items, None]
    return zip(padded, items, padded[2:], strict=False)


class Shelves:
    """The releases of an archive in order, and the shelves that they stand on."""

    def __init__(self, releases: Iterable[Published], kind_name: Callable[[str], Name]) -> None:
        self.releases = sorted(releases, key=lambda one: (one.released, one.place))
        self._kind_name = kind_name

    @cached_property
    def years(self) -> dict[int, list[Shelf]]:
        """The months of each year that has releases, the oldest first."""
        years: dict[int, list[Shelf]] = {}
        for month in self.months:
            years.setdefault(month.releases[0].released.year, []).append(month)
        return years

    @cached_property
    def months(self) -> list[Shelf]:
        """A shelf for each month that has releases, the oldest first."""
        months: dict[str, list[Published]] = {}
        for one in self.releases:
            months.setdefault(f"{one.released:%Y/%m}", []).append(one)
        return [
            Shelf(folder, month_name(found[0].released), found) for folder, found in months.items()
        ]

    @cached_property
    def kinds(self) -> dict[str, Shelf]:
        """A shelf for each kind, by its name in the events, sorted by what it is called."""
        kinds: dict[str, list[Published]] = {}
        for one in self.releases:
            kinds.setdefault(one.kind, []).append(one)
        shelves = {
            kind: Shelf(f"kinds/{slug(kind)}", self._kind_name(kind), found)
            for kind, found in kinds.items()
        }
        return dict(sorted(shelves.items(), key=lambda item: (item[1].name.korean, item[0])))

    @cached_property
    def organizations(self) -> dict[str, Shelf]:
        """A shelf for each organisation, by its Korean name, sorted; its English is the newest known."""
        found: dict[str, list[Published]] = {}
        english: dict[str, str] = {}
        for one in self.releases:
            for name in one.organizations:
                shelf = found.setdefault(name.korean, [])
                if not shelf or shelf[-1] is not one:
                    shelf.append(one)
                if name.english:
                    english[name.korean] = name.english
        return {
            korean: Shelf(
                f"organizations/{slug(korean)}", Name(korean, english.get(korean)), found[korean]
            )
            for korean in sorted(found)
        }
