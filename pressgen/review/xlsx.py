"""Units as an Excel workbook: one a row, its English to be corrected in place."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem
from pressgen.review.sheet import Returned
from pressgen.review.words import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from openpyxl.worksheet.worksheet import Worksheet

    from pressgen.review.sheet import Sent

_COLUMNS = {
    "자리": 12,
    "한국어": 50,
    "영문": 60,
    "영문의 출처": 18,
    "비슷한 것": 40,
    "볼 것": 40,
    "열쇠(그대로 두세요)": 30,
}
_NEEDED = ("한국어", "영문", "열쇠(그대로 두세요)")
_MOST = 50_000_000
"""Bytes that a workbook may unpack to: a release has a few thousand."""


def write(sent: Sequence[Sent], event: str) -> bytes:
    """The workbook."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "영문 확인"
    sheet.freeze_panes = "A2"
    sheet.oddHeader.center.text = event.replace("&", "&&")
    _put(sheet, 1, list(_COLUMNS))
    for number, width in enumerate(_COLUMNS.values()):
        sheet.column_dimensions["ABCDEFG"[number]].width = width
    for number, one in enumerate(sent, 2):
        unit = one.unit
        similar = [f"{score}% {near.korean} → {near.english}" for score, near in one.similar]
        findings = [told(finding) for finding in unit.findings]
        texts = (unit.label, unit.korean, unit.english or "", unit.origin)
        key = f"{unit.id} {unit.digest}"
        _put(sheet, number, [*texts, "\n".join(similar), "\n".join(findings), key])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
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


def read(file: Path) -> list[Returned]:
    """The rows of its first sheet, whatever the order of the columns."""
    sheet = _sheet(file)
    rows = sheet.iter_rows()
    header = {_text(cell, file): number for number, cell in enumerate(next(rows, ()))}
    lacking = [name for name in _NEEDED if name not in header]
    if lacking:
        message = f"첫 줄에 ‘{lacking[0]}’ 열이 없습니다. 내보낸 파일의 첫 줄을 그대로 두세요."
        raise PressgenError(Problem(message, file, 1))
    returned = []
    for number, row in enumerate(rows, 2):
        korean, english, key = (_text(row[header[name]], file) for name in _NEEDED)
        if korean or english or key:
            place, _, digest = key.strip().partition(" ")
            returned.append(Returned(place, digest, korean, english, number))
    return returned


def _sheet(file: Path) -> Worksheet:
    openpyxl = _openpyxl()
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise PressgenError(Problem("풀면 너무 큰 파일이라 읽지 않습니다.", file))
        book = openpyxl.load_workbook(file)
        sheet: Worksheet = book.worksheets[0]
    except PressgenError:
        raise
    except Exception as error:
        # Whatever is wrong inside, openpyxl tells by whichever exception it stumbles into.
        message = f"엑셀 파일로 읽을 수 없습니다({type(error).__name__})."
        raise PressgenError(Problem(message, file)) from None
    return sheet


def _text(cell: Any, file: Path) -> str:
    if cell.data_type == "f":
        message = f"{cell.coordinate} 칸이 수식입니다. 글로 적으세요."
        raise PressgenError(Problem(message, file, cell.row))
    return "" if cell.value is None else str(cell.value)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        message = "엑셀 파일에는 openpyxl이 있어야 합니다. pip install openpyxl로 설치하세요."
        raise PressgenError(Problem(message)) from None
    return openpyxl
