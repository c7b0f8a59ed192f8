"""What the templates print: links and releases, with addresses relative to the page that they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from pressgen.archive.site.days import numeric_day

if TYPE_CHECKING:
    from pressgen.archive.published import Name, Published
    from pressgen.archive.site.shelves import Shelf

RELEASE_PAGE = "release.html"


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and what it leads to in both languages. `count`: how many releases are there."""

    href: str
    name: Name
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A release in a list."""

    href: str
    headline: Name
    day: str
    iso_day: str
    kind: Link


def relative(path: str, page: str) -> str:
    """The address of a file of the archive from a page of it, both by their paths below its folder."""
    return "../" * page.count("/") + quote(path)


def release_path(release: Published) -> str:
    """The release's page, below the archive's folder."""
    return f"{release.place}/{RELEASE_PAGE}"


def release_link(release: Published, page: str) -> Link:
    """A link to the release from a page."""
    return Link(relative(release_path(release), page), release.headline)


def shelf_link(shelf: Shelf, page: str) -> Link:
    """A link to the shelf from a page."""
    return Link(relative(shelf.path, page), shelf.name)


def row(release: Published, kind: Shelf, page: str) -> Row:
    """The release as a list on a page has it."""
    return Row(
        relative(release_path(release), page),
        release.headline,
        numeric_day(release.released),
        release.released.isoformat(),
        shelf_link(kind, page),
    )
