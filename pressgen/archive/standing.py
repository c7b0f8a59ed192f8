"""Whether what leads to the releases is still where a build left it: by the mtimes of its folders.

A folder's mtime changes when a file in it comes, goes or is replaced. To look at a thousand folders takes
a millisecond or two, so every build can.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pressgen.archive.fingerprint import mtime_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SHELVES = ("kinds", "organizations", "search")


def index_folders(archive: Path) -> dict[str, int]:
    """The folders of an archive that hold what leads to its releases, each with its mtime in ns."""
    folders = [""]
    for top in _folders(archive, ""):
        if top in _SHELVES or top.isdecimal():
            folders += [top, *_folders(archive, top)]
    return {folder: mtime_of(f"{archive}/{folder}") for folder in folders}


def is_standing(archive: Path, known: Mapping[str, int]) -> bool:
    """Whether these folders are as they were."""
    top = str(archive)
    return all(mtime_of(f"{top}/{folder}") == mtime for folder, mtime in known.items())


def _folders(archive: Path, folder: str) -> Iterator[str]:
    try:
        with os.scandir(archive / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield f"{folder}/{entry.name}" if folder else entry.name
    except OSError:
        return
