"""CSV that spreadsheets write and read: Excel's encodings, and cells that look like formulas.

A cell that begins with =, +, -, @, a tab or a line end would be computed when a spreadsheet opens the
file. Such a cell is written behind an apostrophe, and one that begins with apostrophes before such a
sign behind one more; reading takes one away. So every cell comes back as it was, and none is a formula.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

BOM = "\ufeff"
"""Tells Excel that a file is UTF-8."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and the line of the file that it ends on."""

    line: int
    cells: list[str]


def read_rows(file: Path) -> list[Row]:
    """The rows of a CSV file, as they are but for the apostrophes before formulas.

    Raises PressgenError, with the line, for what is no CSV.
    """
    try:
        text, _ = decoded(file.read_bytes(), file)
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다({error.strerror}).", file)) from None
    # Strict, or a quotation mark that nobody closes would take the rows after it into its cell.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        for cells in reader:  # one by one: how far it came is the place of the mistake
            rows.append(Row(reader.line_num, [_unguarded(cell) for cell in cells]))  # noqa: PERF401
    except csv.Error as error:
        what = "칸 하나가 너무 깁니다." if "limit" in str(error) else "큰따옴표가 맞지 않습니다."
        hint = "칸을 연 큰따옴표는 그 칸 끝에서 닫고, 칸 안의 큰따옴표는 두 번 적으세요."
        message = f"{what} {hint}"
        line = rows[-1].line + 1 if rows else 1
        raise PressgenError(Problem(message, file, line)) from None
    return rows


def decoded(raw: bytes, file: Path) -> tuple[str, str]:
    """The text and its encoding: UTF-8, else CP949, in which Excel in Korean saves unless told otherwise."""
    for encoding in ("utf-8-sig" if raw.startswith(BOM.encode()) else "utf-8", "cp949"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    message = "UTF-8도 CP949도 아닙니다. UTF-8로 다시 저장하세요."
    raise PressgenError(Problem(message, file))


def written(rows: Iterable[Sequence[str]], line_end: str = "\r\n") -> str:
    """The rows as CSV, without a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def check_header(header: Sequence[str], columns: Sequence[str], file: Path) -> None:
    """Raises PressgenError where the first line has a column that is none, or lacks ko or en."""
    for name in header:
        if name and name not in columns:
            message = (
                f"첫 줄에는 열의 이름({','.join(columns)})이 쉼표로 나뉘어 있어야 하는데"
                f" ‘{name}’이(가) 있습니다."
            )
            if near := nearest(name, columns):
                message += f" 혹시 ‘{near}’입니까?"
            raise PressgenError(Problem(message, file, 1))
    if "ko" not in header or "en" not in header:
        message = f"첫 줄에 열의 이름이 있어야 합니다: {','.join(columns)}"
        raise PressgenError(Problem(message, file, 1))


def check_width(row: Row, header: Sequence[str], file: Path) -> None:
    """Raises PressgenError where a row has more cells than there are columns."""
    if any(row.cells[len(header) :]):
        message = "칸이 열의 이름보다 많습니다. 쉼표가 든 값은 큰따옴표로 감싸세요."
        raise PressgenError(Problem(message, file, row.line))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
