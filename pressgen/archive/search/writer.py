"""Brings what search needs below `releases/search/` up to date: the page with its script, and the index.

A segment's folder has the digest of its releases in its name. So a page never reads an old shard by a
new catalog, nothing is indexed twice, and a build that is stopped leaves an index that is whole: the
catalog is written when all that it names is there, and what it no longer names is removed after that.
"""

from __future__ import annotations

import re
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.search.catalog import CATALOG, FOLDER, Segment, catalog_text, read_catalog
from pressgen.archive.search.indexing import index_period, is_whole, remove_files
from pressgen.archive.search.periods import Period, periods
from pressgen.datafile import read_text
from pressgen.errors import PressgenError, Problem
from pressgen.workspace import shipped_templates, templates_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    Task = tuple[Path, Period, Sequence[str], Segment | None]
    """What `index_period` is called with."""

    Run = Callable[[Callable[..., Segment], Sequence[Task]], Iterable[Segment]]
    """Calls a function with each of the tasks; the results come in the same order."""

PAGE = ("index.html", "search.css")
SCRIPT = "search.js"
"""It reads the index that this version of pressgen writes, so it is always pressgen's own."""
_SEGMENT = re.compile(r"\d{4}(?:-\d\d){0,2}-[0-9a-f]{12}")


def update_search(
    archive: Path,
    days: Mapping[date, int],
    changed: Collection[date] | None,
    places_of: Callable[[date, date], Sequence[str]],
    template_folders: Sequence[Path],
    run: Run = starmap,
) -> None:
    """Brings `search/` below the archive up to date; it is as if all were indexed from nothing.

    `days` says how many releases there are of each day, and `places_of` the places of those from one day
    to another, both included, in their order. `changed` are the days of which a release came, went or
    changed since the index was last brought up to date: only what lies in a period with one of them is
    read. None: all is read, and what differs is indexed. Without an index of today's format, all is.

    The page is that of the first template folder that has one. `run` has the periods indexed, as
    `multiprocessing.Pool.starmap` does. Raises PressgenError for what can't be read or written.
    """
    folder = archive / FOLDER
    known = {(one.first, one.last): one for one in read_catalog(folder) or ()}
    segments: dict[Period, Segment | None] = {
        period: known.get((period.first, period.last)) for period in periods(days)
    }
    stale = list(segments)
    if changed is not None:
        ordered = sorted(changed)
        stale = [
            period
            for period, segment in segments.items()
            if not segment or period.has_any(ordered) or not is_whole(folder, segment)
        ]
    tasks: list[Task] = [
        (archive, period, places_of(period.first, period.last), segments[period])
        for period in stale
    ]
    segments.update(zip(stale, run(index_period, tasks), strict=True))
    _write_page(folder, template_folders)
    _write_catalog(folder, [segment for segment in segments.values() if segment])


def _write_page(folder: Path, template_folders: Sequence[Path]) -> None:
    for name in PAGE:
        file = next(templates_named(f"site/{FOLDER}/{name}", template_folders))
        write_file(folder / name, read_text(file))
    script = shipped_templates() / "site" / FOLDER / SCRIPT
    write_file(folder / SCRIPT, script.read_text(encoding="utf-8"))


def _write_catalog(folder: Path, segments: Sequence[Segment]) -> None:
    write_file(folder / CATALOG, catalog_text(segments))
    _remove_others(folder, {one.folder for one in segments})


def _remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Takes away the segments that are not wanted; what somebody else put there stays."""
    try:
        for path in list(folder.iterdir()):
            if path.name in wanted or not _SEGMENT.fullmatch(path.name) or not path.is_dir():
                continue
            remove_files(path)
            if not any(path.iterdir()):
                path.rmdir()
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None
