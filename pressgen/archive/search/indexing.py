"""Makes the index of one period, wherever that is done: what goes in and what comes back is small."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.published import read_release
from pressgen.archive.search.catalog import FOLDER, Segment
from pressgen.archive.search.segment import digest, segment_files
from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pressgen.archive.search.periods import Period

_OURS = re.compile(r"(?:keys|releases)-\d+\.json|\.(?:keys|releases)-\d+\.json\.\d+\.tmp")
"""The names that are given in a segment's folder; an interrupted write leaves one with .tmp."""


def index_period(
    archive: Path, period: Period, places: Sequence[str], known: Segment | None
) -> Segment:
    """Reads the releases at these places, which are all of the period, and writes its segment.

    `known` is what the catalog names for the period: made of the same, it is there, and right. What no
    catalog names may be half written. Raises PressgenError for what can't be read or written.
    """
    releases = [read_release(archive / place / "release.json", place) for place in places]
    name = f"{period.first}-{digest(releases)}"
    folder = archive / FOLDER
    if known and known.folder == name and is_whole(folder, known):
        return known
    made = segment_files(releases)
    for file, text in made.texts.items():
        write_file(folder / name / file, text)
    remove_files(folder / name, keep=made.texts)
    return Segment(name, len(releases), made.shards, made.stride, period.first, period.last)


def is_whole(folder: Path, segment: Segment) -> bool:
    """Whether none of the segment's files is missing."""
    try:
        names = os.listdir(folder / segment.folder)  # noqa: PTH208  no paths made of 10,000 names
    except OSError:
        return False
    return set(names).issuperset(segment.files)


def remove_files(folder: Path, keep: Collection[str] = ()) -> None:
    """Takes the other files of a segment out of its folder; what somebody else put there stays."""
    try:
        for path in list(folder.iterdir()):
            if _OURS.fullmatch(path.name) and path.name not in keep:
                path.unlink()
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None
