"""What is known of a sheet's rows: written beside their event files, `rows.json`.

Row numbers stand here only, so that sorting a sheet changes no event file.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.manifest import FileState
from pressgen.sheets.paths import INDEX

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Index:
    """A sheet as it was read.

    `state` is the file's, None where it has mistakes that every run must tell; `made_of` stands for what
    else its reading depends on. `rows`: the worksheet and the number of each row by its name; `columns`:
    for each kind, the headers by what they fill in.
    """

    state: FileState | None
    made_of: str
    rows: dict[str, tuple[str, int]]
    columns: dict[str, dict[str, str]]


def read_index(folder: Path) -> Index | None:
    """The index of the sheet whose rows lie in this folder, None where there is none to be read."""
    file = folder / INDEX
    try:
        status = file.stat()
        return _read(file, (status.st_mtime_ns, status.st_size))
    except OSError:
        return None


@lru_cache(maxsize=16)
def _read(file: Path, stamp: tuple[int, int]) -> Index | None:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        state = FileState(**told["state"]) if told["state"] else None
        rows = {name: (title, number) for name, (title, number) in told["rows"].items()}
        return Index(state, told["made_of"], rows, told["columns"])
    except (ValueError, KeyError, TypeError):  # of another version, or somebody's own file
        return None


def write_index(folder: Path, index: Index) -> None:
    """Raises PressgenError where it can't be written."""
    write_file(folder / INDEX, json.dumps(asdict(index), ensure_ascii=False))
