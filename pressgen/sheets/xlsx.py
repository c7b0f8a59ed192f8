"""The worksheets of an Excel workbook as text: what a cell shows, or why that can't be told.

A number's format can show another number than the cell holds (12 for 12.4, 1,200 for 1,200,000 in
thousands, $ before it). The release would have the one and its author have read the other, so such a
cell has no text.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem
from pressgen.sheets.table import Record, Table, table_of
from pressgen.workbook import open_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# What a format has besides the number: room to the left and right, colours, won.
_ROOM = re.compile(r"_.|\*.|\[(?:Red|Black|빨강|검정)\]|\"\"| |\\ ", re.IGNORECASE)
_WON = re.compile(r"\"?[₩원]\"?|\[\$₩(?:-[0-9A-F]+)?\]|\\₩")
_PLAIN = re.compile(r"(?:[#?]+,)*[#?]*0?(?:\.(?P<decimals>[0#?]+))?(?P<percent>%?)")
_AS_TYPED = ("General", "@")
_AS_SEEN = "칸에 보이게 할 대로 글로 적으세요."


def read_worksheets(file: Path) -> list[Table]:
    """The worksheets that can be seen, but for those whose names begin with a dot or _.

    Raises PressgenError where the file is no workbook, or cells of a table are merged.
    """
    book = open_workbook(file)
    values: Workbook | None = None
    if any(_has_formula(sheet) for sheet in book.worksheets):
        values = open_workbook(file, values=True)
    tables = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and not sheet.title.startswith((".", "_")):
            computed = values[sheet.title] if values is not None else sheet
            table = table_of(sheet.title, _records(sheet, computed))
            _refuse_merged(sheet, len(table.header), file)
            tables.append(table)
    return tables


def _has_formula(sheet: Worksheet) -> bool:
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _records(sheet: Worksheet, computed: Worksheet) -> list[Record]:
    records = []
    for number, row in enumerate(sheet.iter_rows(), 1):
        record = Record(number, [])
        for column, cell in enumerate(row):
            try:
                record.cells.append(_shown(cell, computed))
            except ValueError as error:
                record.cells.append("")
                record.wrong[column] = f"{cell.coordinate} 칸: {error}"
        while record.cells and not record.cells[-1] and len(record.cells) - 1 not in record.wrong:
            record.cells.pop()
        records.append(record)
    return records


def _refuse_merged(sheet: Worksheet, width: int, file: Path) -> None:
    for merged in sheet.merged_cells.ranges:
        if merged.min_col <= width:
            message = f"{merged.coord} 칸이 병합되어 있습니다. 병합을 풀고 칸마다 적으세요."
            raise PressgenError(Problem(message, file, merged.min_row))


def _shown(cell: Any, computed: Worksheet) -> str:
    """The cell's text. Raises ValueError, with what to say, where it has none."""
    if cell.data_type == "f":
        cell = computed.cell(cell.row, cell.column)
        if cell.value is None and cell.data_type != "str":
            raise ValueError("수식이 계산되지 않았습니다. 엑셀에서 열어 저장하거나 값을 적으세요.")
    value = cell.value
    if cell.data_type == "e":
        raise ValueError(f"수식이나 날짜가 잘못되었습니다({value}).")
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return shown_number(value, cell.number_format)
    if isinstance(value, datetime | date | time | timedelta):
        return _shown_time(value, cell.number_format)
    return str(value)


def _shown_time(value: datetime | date | time | timedelta, number_format: str) -> str:
    from openpyxl.styles.numbers import is_datetime

    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, time):
        return _clock(value)
    if not isinstance(value, datetime):
        return value.isoformat()
    seen = is_datetime(number_format)
    if value.time() == time() and seen != "datetime":
        return value.date().isoformat()
    if seen == "date":
        message = (
            f"표시 형식({number_format})에 가려 시각({_clock(value.time())})이 보이지 않습니다."
        )
        raise ValueError(f"{message} {_AS_SEEN}")
    return f"{value.date().isoformat()} {_clock(value.time())}"


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def shown_number(value: float, number_format: str) -> str:
    """The number as its format shows it, without separators of thousands.

    Raises ValueError, with what to say, where the format shows something else than the number.
    """
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")  # Excel's digits
    if number_format in _AS_TYPED:
        return _digits(exact)
    bare = _ROOM.sub("", _WON.sub("", number_format.split(";")[0]))
    plain = _PLAIN.fullmatch(bare)
    if plain is None or not bare:
        message = f"표시 형식({number_format}) 때문에 적힌 수({_digits(exact)})와 다르게 보입니다."
        raise ValueError(f"{message} {_AS_SEEN}")
    if plain["percent"]:
        exact *= 100
    seen = exact.quantize(Decimal(1).scaleb(-len(plain["decimals"] or "")), ROUND_HALF_UP)
    if seen != exact:
        message = f"{_digits(seen)}(으)로 보이지만 적힌 수는 {_digits(exact)}입니다."
        raise ValueError(f"{message} {_AS_SEEN}")
    return _digits(exact) + plain["percent"]


def _digits(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
