"""Where the event file of a spreadsheet's row lies, and from there back; by the paths alone.

The rows of `events/list.xlsx` lie in `.pressgen/sheets/events/list.xlsx/`, each under its slug. People are
told of `events/list.xlsx#slug`, and may name a row so; a slug has no #.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

SUFFIXES = (".csv", ".xlsx")
FOLDER = Path(".pressgen", "sheets")
INDEX = "rows.json"
"""Beside the event files of a sheet that was read; `index.py` says what it has."""
MARK = "#"
_TOP = FOLDER.parts


class RowFile(NamedTuple):
    """Of which sheet's row an event file was made."""

    sheet: Path
    name: str

    def __str__(self) -> str:
        return f"{self.sheet}{MARK}{self.name}"


def is_sheet(file: Path) -> bool:
    """Whether the file's name is that of a spreadsheet."""
    return str(file).lower().endswith(SUFFIXES)


def rows_folder(workspace: Path, sheet: str) -> Path:
    """Where the event files of a sheet's rows lie; `sheet` is its path in the workspace, or from a root."""
    # What is empty in /home and C: at the beginning become names that every file system takes.
    parts = [part.replace("%", "%25").replace(":", "%3A") or "%" for part in sheet.split("/")]
    return workspace.joinpath(FOLDER, *parts)


def row_of(file: Path) -> RowFile | None:
    """The row that an event file was made of; None for a file that somebody wrote."""
    parts = file.parts
    if _TOP[0] not in parts:
        return None
    at = parts.index(_TOP[0])
    if parts[at : at + 2] != _TOP or len(parts) < at + 4:
        return None
    sheet = "/".join("" if part == "%" else unquote(part) for part in parts[at + 2 : -1])
    return RowFile(Path(*parts[:at]) / sheet, file.stem)


def row_named(event: Path) -> RowFile | None:
    """The row that somebody names as `events/list.xlsx#slug`, where no file is called that."""
    sheet, mark, name = event.name.rpartition(MARK)
    if not mark or not sheet.lower().endswith(SUFFIXES) or event.exists():
        return None
    return RowFile(event.with_name(sheet), name)


def home_of(event: Path) -> Path:
    """The folder in which the files that an event names are looked for."""
    row = row_of(event)
    return (row.sheet if row else event).parent
