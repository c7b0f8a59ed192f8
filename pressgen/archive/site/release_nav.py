"""The links at the foot of a release's page: to the releases before and after it, and to its shelves.

They depend on other releases, so the page is built with a place for them between two comments,
and they are set in there; text that a release prints can't contain a comment.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from pressgen.archive.site.views import release_link, shelf_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from pressgen.archive.listing import Listed, Listing, ShelfKey
    from pressgen.archive.site.shelves import Shelves
    from pressgen.archive.site.templates import Templates
    from pressgen.archive.site.views import Link

_BEGIN, _END = "<!-- archive -->", "<!-- /archive -->"
_ROOT = "../../../"
"""From any release's page to the archive's folder: all lie in <yyyy>/<mm>/<dd>-<slug>."""


class ReleaseLinks:
    """Makes the links of releases' pages, as HTML, from what is listed; ask when all that is out is."""

    def __init__(self, listing: Listing, shelves: Shelves, templates: Templates) -> None:
        self._listing = listing
        self._shelves = shelves
        self._templates = templates
        self._items: dict[ShelfKey, Markup] = {}

    def of(self, place: str) -> str:
        """The links of the release of this place, which is listed."""
        release = self._listing[place]
        older, newer = self._listing.around(release.key)
        return self._html(_link(older), release, _link(newer))

    def all(self) -> Iterator[tuple[str, str]]:
        """The place and the links of every release, the oldest first."""
        before = here = None
        release: Listed | None = None
        for following in chain(self._listing.releases(), [None]):
            after = _link(following)
            if release:
                yield release.place, self._html(before, release, after)
            before, here, release = here, after, following

    def _html(self, older: Link | None, release: Listed, newer: Link | None) -> str:
        return self._templates.render(
            "release_nav",
            older=older,
            newer=newer,
            shelves=[self._item(shelf) for shelf in release.shelves],
            root=_ROOT,
        )

    def _item(self, shelf: ShelfKey) -> Markup:
        """The link to a shelf, which reads alike on all its releases' pages."""
        if shelf not in self._items:
            link = shelf_link(self._shelves[shelf], _ROOT)
            self._items[shelf] = self._templates.render("release_nav_shelf", shelf=link)
        return self._items[shelf]


def _link(release: Listed | None) -> Link | None:
    return release_link(release, _ROOT) if release else None


def set_links(html: str, links: str) -> str:
    """The release's page with these links in their place; as it is, where it has no such place."""
    before, begin, rest = html.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    return f"{before}{begin}{links}{end}{after}" if end else html


def keep_links(html: str, there: str) -> str:
    """A page as it is built, with the links of the page that is there.

    So that links alone are no reason to write a release again.
    """
    return set_links(html, there.partition(_BEGIN)[2].partition(_END)[0])
