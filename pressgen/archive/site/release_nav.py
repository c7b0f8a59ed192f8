"""The links at the foot of a release's page: to the releases before and after it, and to its shelves.

They depend on other releases, so the page is built with an empty place for them between two comments,
and they are set in there; text that a release prints can't contain a comment.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.shelves import with_neighbours
from pressgen.archive.site.views import release_link, release_path, shelf_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgen.archive.published import Published
    from pressgen.archive.site.shelves import Shelf, Shelves
    from pressgen.archive.site.templates import Templates

_BEGIN, _END = "<!-- archive -->", "<!-- /archive -->"


def plan_links(shelves: Shelves, templates: Templates) -> Iterator[Planned]:
    """The links of every release; the path is that of its page."""
    months = {month.folder: month for month in shelves.months}
    for older, release, newer in with_neighbours(shelves.releases):
        on = [months[release.place[:7]], *_shelves_of(release, shelves)]
        made_of = (older, release, newer, [shelf.name for shelf in on])
        text = partial(_links, older, release, newer, on, templates)
        yield Planned(release_path(release), made_of, text)


def _links(
    older: Published | None,
    release: Published,
    newer: Published | None,
    on: Iterable[Shelf],
    templates: Templates,
) -> str:
    page = release_path(release)
    return templates.render(
        "release_nav",
        older=older and release_link(older, page),
        newer=newer and release_link(newer, page),
        shelves=[shelf_link(shelf, page) for shelf in on],
        front="../" * page.count("/") + "index.html",
    )


def _shelves_of(release: Published, shelves: Shelves) -> list[Shelf]:
    names = dict.fromkeys(name.korean for name in release.organizations)
    return [shelves.kinds[release.kind], *(shelves.organizations[name] for name in names)]


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
