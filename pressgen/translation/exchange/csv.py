"""The memory as CSV, for spreadsheets; what a spreadsheet would compute, tables.py guards."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem
from pressgen.tables import BOM, check_header, check_width, read_rows, written
from pressgen.translation.exchange.base import Contents, Unit
from pressgen.translation.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.tables import Row

COLUMNS = ("ko", "en", "state", "engine", "written", "release", "approver")


def write(entries: Iterable[Remembered]) -> str:
    """The text of a CSV file with these entries."""
    rows = (
        (
            entry.korean,
            entry.english,
            "reviewed" if entry.reviewed else "machine",
            entry.engine,
            entry.written.isoformat() if entry.written else "",
            entry.release,
            entry.approver,
        )
        for entry in entries
    )
    return BOM + written([COLUMNS, *rows])


def read(file: Path) -> Contents:
    """What a CSV file holds. Raises PressgenError, with the line, where it is none."""
    rows = read_rows(file)
    header = [cell.strip().lower() for cell in rows[0].cells] if rows else []
    check_header(header, COLUMNS, file)
    contents = Contents()
    for row in rows[1:]:
        check_width(row, header, file)
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(header, row.cells, strict=False))
        if cells["ko"] and cells["en"]:
            contents.units.append(_unit(cells, row, file))
        elif any(row.cells):
            problem = Problem("한국어나 영문이 비어 있어 건너뜁니다.", file, row.line)
            contents.skipped.append(problem)
    return contents


def _unit(cells: dict[str, str], row: Row, file: Path) -> Unit:
    state = cells["state"].strip().lower()
    if state not in ("", "machine", "reviewed"):
        message = f"‘{state}’ 대신 machine이나 reviewed를 적으세요."
        raise PressgenError(Problem(message, file, row.line, "state"))
    entry = Remembered(
        cells["ko"],
        cells["en"],
        cells["engine"],
        state == "reviewed",
        cells["release"],
        cells["approver"],
        _moment(cells["written"].strip(), row, file),
    )
    return Unit(entry, row.line, stateless=not state)


def _moment(text: str, row: Row, file: Path) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        message = f"‘{text}’ 대신 2026-11-24T09:00:00+09:00처럼 적거나 비우세요."
        raise PressgenError(Problem(message, file, row.line, "written")) from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
