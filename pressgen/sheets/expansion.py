"""Makes event files of spreadsheets' rows, and takes away those whose row or sheet is gone.

From there on they are events like any other: what is built is decided by what they hold.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.archive.fingerprint import digest_of, is_same, program_version, read_state
from pressgen.archive.tidying import is_gone
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.sheets.index import Index, read_index, write_index
from pressgen.sheets.paths import INDEX, is_sheet, row_named, row_of, rows_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.sheets.rows import Rows
    from pressgen.workspace import Workspace

_SUFFIX = ".yaml"


def find_events(
    workspace: Workspace, named: Sequence[Path], problems: list[Problem]
) -> list[Path] | None:
    """The event files that are meant: those named, a folder standing for all below it and a sheet for
    its rows; without any, all under events/. None where nothing is there to look at.

    What is wrong with a sheet goes into `problems`, so that it keeps no other event from being built.
    """
    _forget_gone(workspace)
    found: list[Path] = []
    is_there = False
    for path in named or [workspace.events]:
        is_folder = not named or path.is_dir()
        files = workspace.event_files(path) if is_folder else [path]
        is_there = is_there or bool(files)
        for file in files:
            if is_sheet(file):
                found += _rows_of(file, workspace, problems, is_named=not is_folder)
            elif not is_folder and row_named(file):
                found += _one_row(file, workspace, problems)
            else:
                found.append(file)
    if len(named) > 1:  # only then one may be there twice
        found = list(dict.fromkeys(found))
    return found if is_there else None


def _one_row(path: Path, workspace: Workspace, problems: list[Problem]) -> list[Path]:
    """The event file of a row that was named; what is wrong with others is not told."""
    row = row_named(path)
    assert row is not None  # whoever calls has seen that  # noqa: S101
    told: list[Problem] = []
    files = _rows_of(row.sheet, workspace, told, is_named=True)
    found = [file for file in files if file.stem == row.name]
    if not found:
        known = [file.stem for file in files]
        hint = did_you_mean(row.name, known) if known else ""
        problems += told or [
            Problem(f"주소 이름이 ‘{row.name}’인 행이 없습니다. {hint}", row.sheet)
        ]
    return found


def _rows_of(
    sheet: Path, workspace: Workspace, problems: list[Problem], *, is_named: bool
) -> list[Path]:
    """The event files of a sheet's rows, written where they differ.

    A sheet that nobody named and that has no column of an event's is somebody's attachment.
    """
    folder = rows_folder(workspace.folder, workspace.path_in(sheet))
    known = read_index(folder)
    made_of = _made_of(workspace)
    if known is not None and known.made_of == made_of and known.state is not None:
        is_whole = known.rows.keys() == set(_names_in(folder))
        if is_whole and (known.rows or not is_named) and is_same(known.state, sheet):
            return [folder / f"{name}{_SUFFIX}" for name in known.rows]
    state, _ = read_state("", sheet)
    try:
        rows = _read(sheet, workspace, is_meant=is_named or bool(known and known.rows))
        _write(folder, rows)
        index = Index(
            None if rows.problems else state,
            made_of,
            {row.name: (row.title, row.number) for row in rows.rows},
            rows.columns,
        )
        write_index(folder, index)
    except PressgenError as error:
        problems += error.problems
        return []
    problems += rows.problems
    return [folder / f"{row.name}{_SUFFIX}" for row in rows.rows]


def _read(sheet: Path, workspace: Workspace, *, is_meant: bool) -> Rows:
    from pressgen.kinds import Kinds  # a sheet that did not change needs none of these
    from pressgen.sheets.rows import Rows, no_kind, read_rows
    from pressgen.sheets.table import read_tables

    kinds = Kinds(workspace.template_folders)
    rows = read_rows(read_tables(sheet), sheet, kinds)
    if rows is None and is_meant:
        raise PressgenError(no_kind(sheet, kinds))
    return rows or Rows()


def _write(folder: Path, rows: Rows) -> None:
    """Has the folder hold these rows' event files. While a row is without its name, none goes: which
    one it is can't be told."""
    if rows.broken is not None:  # first, where A and a are one file
        stay = rows.broken.union(row.name for row in rows.rows)
        _delete(folder, [name for name in _names_in(folder) if name not in stay])
    for row in rows.rows:
        write_file(folder / f"{row.name}{_SUFFIX}", row.text)


def _delete(folder: Path, names: Sequence[str]) -> None:
    try:
        for name in names:
            (folder / f"{name}{_SUFFIX}").unlink(missing_ok=True)
    except OSError as error:
        message = f"지울 수 없습니다({error.strerror})."
        raise PressgenError(Problem(message, Path(error.filename or folder))) from None


def _names_in(folder: Path) -> Iterator[str]:
    """The names of the rows whose event files lie in a folder."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(_SUFFIX):
                    yield entry.name.removesuffix(_SUFFIX)
    except FileNotFoundError:
        return


def _forget_gone(workspace: Workspace) -> None:
    """Takes away the event files of sheets that were deleted.

    Raises PressgenError where they can't be.
    """
    for folder in list(_folders(workspace.sheets)):
        row = row_of(folder / INDEX)
        if row is not None and is_gone(workspace, workspace.path_in(row.sheet)):
            _delete(folder, list(_names_in(folder)))
            (folder / INDEX).unlink(missing_ok=True)
            with suppress(OSError):  # somebody may have put something of theirs there
                folder.rmdir()


def _folders(top: Path) -> Iterator[Path]:
    """The folders of sheets below a folder; there is none in another."""
    if (top / INDEX).is_file():
        yield top
    elif top.is_dir():
        for folder in top.iterdir():
            yield from _folders(folder)


def _made_of(workspace: Workspace) -> str:
    """Stands for all that the reading of a sheet depends on besides the sheet: pressgen, the kinds."""
    files = [
        file
        for top in workspace.template_folders
        for file in (*sorted(top.glob("kinds/*/kind.yaml")), top / "common.yaml")
        if file.is_file()
    ]
    stamps = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return digest_of(json.dumps([program_version(), stamps]).encode())
