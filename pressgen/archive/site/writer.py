"""Writes what leads to the releases into an archive, and takes away what led to those that are gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.published import read_release
from pressgen.archive.site.catalog import GENERATOR
from pressgen.archive.site.concerned import Concerned
from pressgen.archive.site.feeds import feeds_of
from pressgen.archive.site.files import STYLE, SiteFiles
from pressgen.archive.site.release_nav import set_links
from pressgen.archive.site.views import release_path
from pressgen.errors import PressgenError, Problem
from pressgen.korean import resolve_particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pressgen.archive.listing import Changes, Listing
    from pressgen.archive.published import Published
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.plan import Planned

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
_MUCH = 0.1
"""The share of the releases that may change before everything is planned."""


@dataclass(slots=True)
class WrittenSite:
    """What was done, as paths below the archive; `notes` are for the user."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def update_site(
    changed: Mapping[str, Published | None],
    archive: Path,
    frame: Frame,
    listing: Listing,
    *,
    whole: bool,
) -> WrittenSite:
    """Brings the listing, and what leads to the releases of an archive, up to date.

    `changed`: the releases by their places that came or changed in any way since the listing was last
    brought up to date, None for those that are gone; their pages are there, with or without links. Only
    what this concerns is looked at. `whole`: everything is, as it has to be when the frame or a template
    changed, or when files may not be as the listing says; what of ours leads nowhere is then taken away.
    Either way the files are in the end as if all had been written from nothing. Full texts are
    read from the archive where `changed` does not have them. The caller commits the listing when this has returned.
    Raises PressgenError where a file can't be written, and for what is wrong with a template.
    """
    feeds_before = feeds_of(listing, frame.site)
    months_before = listing.shelves("months")
    changes = listing.update(changed)

    def read(place: str) -> Published:
        given = changed.get(place)
        if given and given.paragraphs:
            return given
        return read_release(archive / place / "release.json", place)

    site = SiteFiles(listing, frame, read)
    done = WrittenSite()
    try:
        # A first release comes into an archive without any files; every page tells what feeds there are.
        if whole or not months_before or site.feeds != feeds_before or _is_much(changes, listing):
            files = {one.path: one for one in site.all()}
            links = site.links.all()
            stale = _files_of_ours(archive) - files.keys()
        else:
            concerned = Concerned(changes, changed, months_before, site)
            files = {one.path: one for one in concerned.files()}
            links = ((place, site.links.of(place)) for place in concerned.links())
            stale = concerned.stale()
        for one in files.values():
            _write(archive, one, done)
        for place, html in links:
            _link(archive, release_path(place), html, done)
        _remove(archive, sorted(stale), done)
    except OSError as error:
        raise PressgenError(Problem(f"쓸 수 없습니다({error.strerror}).", archive)) from None
    return done


def _is_much(changes: Changes, listing: Listing) -> bool:
    """Whether it takes longer to look for what the changes concern than to make everything anew."""
    listed = sum(month.count for month in listing.shelves("months"))
    return len(changes.releases) > listed * _MUCH


def _write(archive: Path, one: Planned, done: WrittenSite) -> None:
    file = archive / one.path
    if file.exists() and not _is_ours(file):
        message = (
            f"{one.path}은(는) pressgen이 만든 것이 아니어서 그대로 두었습니다."
            " 다른 곳으로 옮기면 다음 build가 만듭니다."
        )
        done.notes.append(resolve_particles(message))
    elif write_file(file, _signed(one)):
        done.written.append(one.path)


def _signed(one: Planned) -> str:
    signature = _SIGNATURES["." + one.path.rpartition(".")[2]]
    text = one.text()
    return text if signature in text else f"{text.rstrip()}\n{signature}"


def _link(archive: Path, path: str, links: str, done: WrittenSite) -> None:
    """Sets the links at the foot of a release's page, where there is one."""
    file = archive / path
    if file.is_file():
        html = file.read_text("utf-8")
        linked = set_links(html, links)
        if linked != html and write_file(file, linked):
            done.written.append(path)


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
