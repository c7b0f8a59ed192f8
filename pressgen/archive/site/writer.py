"""Writes what leads to the releases into an archive, and takes away what led to those that are gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.site.catalog import GENERATOR, plan_catalog
from pressgen.archive.site.feeds import plan_feeds
from pressgen.archive.site.pages import IndexPages
from pressgen.archive.site.plan import Planned
from pressgen.archive.site.release_nav import plan_links, set_links
from pressgen.archive.site.shelves import Shelves
from pressgen.archive.site.sitemap import plan_sitemaps
from pressgen.archive.site.templates import Templates
from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.archive.published import Published
    from pressgen.archive.site.frame import Frame

STYLE = "site.css"
_SIGNATURES = {
    ".html": "<!-- pressgen -->\n",
    ".xml": "<!-- pressgen -->\n",
    ".css": "/* pressgen */\n",
    ".json": GENERATOR,
}
"""What a file of ours has in it, by its suffix: anything else is somebody else's and stays."""
_OURS = (
    *("index.html", STYLE, "feed*.xml", "sitemap*.xml", "archive*.json"),
    *("[0-9]*/index.html", "[0-9]*/[0-9]*/index.html", "[0-9]*/[0-9]*/page-*.html"),
    *("kinds/index.html", "kinds/*/index.html", "kinds/*/page-*.html"),
    *("organizations/index.html", "organizations/*/index.html", "organizations/*/page-*.html"),
)
"""Where our files lie."""


@dataclass(slots=True)
class WrittenSite:
    """What was done, as paths below the archive; `notes` are for the user."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def render_site(releases: Iterable[Published], frame: Frame) -> dict[str, str]:
    """Every file that leads to these releases, by its path below the archive.

    Depends on nothing else, not even on the order of the releases.
    """
    plan = _Plan(releases, frame)
    return {path: _signed(one) for path, one in plan.files.items()}


def write_site(
    releases: Iterable[Published],
    archive: Path,
    frame: Frame,
    before: Iterable[Published] | None = None,
) -> WrittenSite:
    """Brings what leads to the releases of an archive up to date; only what differs is written.

    `before`: the releases for which it was last written whole, in this frame and with these templates.
    Then only what is made of something else now is looked at, and pages of releases are taken to have
    the links that they were given (`keep_links`).
    Raises PressgenError where a file can't be written, and for what is wrong with a template.
    """
    plan = _Plan(releases, frame)
    done = WrittenSite()
    try:
        known = None if before is None else _Plan(before, frame)
        for path, one in plan.files.items():
            if known is None or known.files.get(path) != one:
                _write(archive, one, done)
        for path, links in plan.links.items():
            if known is None or known.links.get(path) != links:
                _link(archive, links, done)
        there = _files_of_ours(archive) if known is None else known.files.keys()
        _remove(archive, sorted(there - plan.files.keys()), done)
    except OSError as error:
        raise PressgenError(Problem(f"쓸 수 없습니다({error.strerror}).", archive)) from None
    return done


class _Plan:
    """The files that lead to some releases, and the links of the releases' own pages, by their paths."""

    def __init__(self, releases: Iterable[Published], frame: Frame) -> None:
        shelves, templates = Shelves(releases, frame.kind), Templates(frame.template_folders)
        pages = list(IndexPages(shelves, frame, templates).all())
        files = [*pages, *plan_catalog(shelves, frame), Planned(STYLE, (), templates.style)]
        if frame.site.url:
            files += plan_sitemaps(shelves, [page.path for page in pages], frame.site)
            files += plan_feeds(shelves.releases, frame, templates)
        self.files = {one.path: one for one in files}
        self.links = {one.path: one for one in plan_links(shelves, templates)}


def _signed(one: Planned) -> str:
    signature = _SIGNATURES["." + one.path.rpartition(".")[2]]
    text = one.text()
    return text if signature in text else f"{text.rstrip()}\n{signature}"


def _write(archive: Path, one: Planned, done: WrittenSite) -> None:
    file = archive / one.path
    if file.exists() and not _is_ours(file):
        done.notes.append(f"{one.path}은(는) pressgen이 만든 것이 아니어서 그대로 두었습니다.")
    elif write_file(file, _signed(one)):
        done.written.append(one.path)


def _link(archive: Path, links: Planned, done: WrittenSite) -> None:
    """Sets the links at the foot of a release's page, where there is one."""
    file = archive / links.path
    if file.is_file() and write_file(file, set_links(file.read_text("utf-8"), links.text())):
        done.written.append(links.path)


def _files_of_ours(archive: Path) -> set[str]:
    files = (file for pattern in _OURS for file in archive.glob(pattern))
    return {file.relative_to(archive).as_posix() for file in files}


def _remove(archive: Path, paths: Iterable[str], done: WrittenSite) -> None:
    """Takes away files of ours, and the folders that this leaves empty."""
    for path in paths:
        file = archive / path
        if not _is_ours(file):
            continue
        file.unlink()
        done.removed.append(path)
        folder = file.parent
        while folder != archive and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _is_ours(file: Path) -> bool:
    return file.is_file() and _SIGNATURES[file.suffix].strip().encode() in file.read_bytes()
