"""What the templates print: links and releases, with addresses relative to the page that they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from pressgen.korean import numeric_day
from pressgen.readable import Readable

if TYPE_CHECKING:
    from pressgen.archive.listing import Listed
    from pressgen.archive.published import Name
    from pressgen.archive.site.shelves import Shelf

RELEASE_PAGE = "release.html"


@dataclass(frozen=True, slots=True)
class Link(Readable):
    """A link, and what it leads to in both languages. `count`: how many releases are there."""

    href: str
    name: Name
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Row(Readable):
    """A release in a list."""

    href: str
    headline: Name
    day: str
    iso_day: str
    kind: Link


def root_of(page: str) -> str:
    """The way from a page to the archive's folder, where all paths begin."""
    return "../" * page.count("/")


def relative(path: str, root: str) -> str:
    """The address of a file of the archive from a page with this way to its folder."""
    return root + quote(path)


def release_path(place: str) -> str:
    """The page of the release of this place, below the archive's folder."""
    return f"{place}/{RELEASE_PAGE}"


def release_link(release: Listed, root: str) -> Link:
    """A link to the release from a page."""
    return Link(relative(release_path(release.place), root), release.headline)


def shelf_link(shelf: Shelf, root: str) -> Link:
    """A link to the shelf from a page."""
    return Link(relative(shelf.path, root), shelf.name)


def row(release: Listed, kind: Link, root: str) -> Row:
    """The release as a list on a page has it."""
    return Row(
        relative(release_path(release.place), root),
        release.headline,
        numeric_day(release.released),
        release.released.isoformat(),
        kind,
    )
