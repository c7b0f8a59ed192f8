"""Excel workbooks read, whatever is in the file, and rows of text written into them."""

from __future__ import annotations

import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST = 200_000_000
"""Bytes that a workbook may unpack to: one of thousands of rows has some ten million."""


def open_workbook(file: Path, *, values: bool = False) -> Workbook:
    """The workbook, which has a worksheet; with `values`, what its formulas came to instead of them.

    Raises PressgenError where the file is no workbook, or openpyxl is not there.
    """
    openpyxl = find_openpyxl()
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise PressgenError(Problem("풀면 너무 큰 파일이라 읽지 않습니다.", file))
        with (
            warnings.catch_warnings()
        ):  # of what openpyxl would lose in writing; nothing is written
            warnings.simplefilter("ignore")
            book: Workbook = openpyxl.load_workbook(file, data_only=values)
        if not book.worksheets:
            raise PressgenError(Problem("워크시트가 없습니다.", file))
    except PressgenError:
        raise
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다({error.strerror}).", file)) from None
    except Exception as error:
        # Whatever is wrong inside, openpyxl tells by whichever exception it stumbles into.
        message = (
            f"엑셀 파일로 읽을 수 없습니다({type(error).__name__}). 암호가 있으면 풀고 저장하세요."
        )
        raise PressgenError(Problem(message, file)) from None
    return book


def find_openpyxl() -> ModuleType:
    """openpyxl. Raises PressgenError where it is not installed."""
    try:
        import openpyxl
    except ImportError:
        message = "엑셀 파일에는 openpyxl이 있어야 합니다. pip install openpyxl로 설치하세요."
        raise PressgenError(Problem(message)) from None
    return openpyxl


def put_row(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """A row of text: what looks like a formula is none, also once somebody has edited the cell."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    for column, text in enumerate(texts, 1):
        cell: Any = sheet.cell(row, column)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = Font(bold=True)
