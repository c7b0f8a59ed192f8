"""Writes what search needs below `releases/search/`: the page with its script, and the index.

A segment's folder has the digest of its releases in its name. So a page never reads an old shard by a
new catalog, nothing is indexed twice, and a build that is stopped leaves an index that is whole: the
catalog is written when all that it names is there, and what it no longer names is removed after that.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.search.catalog import CATALOG, FOLDER, Segment, catalog_text, read_catalog
from pressgen.archive.search.periods import Period, periods
from pressgen.archive.search.segment import digest, segment_files
from pressgen.errors import PressgenError, Problem
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.archive.published import Published

PAGE = ("index.html", "search.css", "search.js")
_SEGMENT = re.compile(r"\d{4}(?:-\d\d){0,2}-[0-9a-f]{12}")
_OURS = re.compile(r"(?:keys|releases)-\d+\.json|\.(?:keys|releases)-\d+\.json\.\d+\.tmp")
"""The names that are given in a segment's folder; an interrupted write leaves one with .tmp."""


def write_search(releases: Sequence[Published], archive: Path) -> list[str]:
    """Brings `search/` below the archive up to date with exactly these releases, in whatever order.

    Returns the names of all files that belong there, relative to the archive. Raises PressgenError
    where one can't be written.
    """
    folder = archive / FOLDER
    known = {one.folder: one for one in read_catalog(folder) or ()}
    segments = [_write_segment(period, folder, known) for period in periods(releases)]
    templates = shipped_templates() / "site" / FOLDER
    for name in PAGE:
        write_file(folder / name, (templates / name).read_text(encoding="utf-8"))
    write_file(folder / CATALOG, catalog_text(segments))
    _remove_others(folder, segments)
    files = [f"{one.folder}/{name}" for one in segments for name in one.files]
    return [f"{FOLDER}/{name}" for name in (*PAGE, CATALOG, *files)]


def _write_segment(period: Period, folder: Path, known: dict[str, Segment]) -> Segment:
    """Writes a period's index, unless the catalog names it: then it is there, and right."""
    name = f"{period.name}-{digest(period.releases)}"
    segment = known.get(name)
    if segment and all((folder / name / file).is_file() for file in segment.files):
        return segment
    files = segment_files(period.releases)
    for file, text in files.items():
        write_file(folder / name / file, text)
    shards = sum(file.startswith("keys-") for file in files)
    return Segment(name, len(period.releases), shards)


def _remove_others(folder: Path, segments: Sequence[Segment]) -> None:
    """Takes away what these segments do not have; what somebody else put there stays."""
    wanted = {one.folder: set(one.files) for one in segments}
    try:
        for path in list(folder.iterdir()):
            if not _SEGMENT.fullmatch(path.name) or not path.is_dir():
                continue
            for file in list(path.iterdir()):
                if _OURS.fullmatch(file.name) and file.name not in wanted.get(path.name, ()):
                    file.unlink()
            if not any(path.iterdir()):
                path.rmdir()
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None
