"""Units as an Excel workbook: one a row, its English to be corrected in place."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem
from pressgen.review.sheet import Returned
from pressgen.review.words import told
from pressgen.workbook import find_openpyxl, open_workbook, put_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

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


def write(sent: Sequence[Sent], event: str) -> bytes:
    """The workbook."""
    openpyxl = find_openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "영문 확인"
    sheet.freeze_panes = "A2"
    sheet.oddHeader.center.text = event.replace("&", "&&")
    put_row(sheet, 1, list(_COLUMNS))
    for number, width in enumerate(_COLUMNS.values()):
        sheet.column_dimensions["ABCDEFG"[number]].width = width
    for number, one in enumerate(sent, 2):
        unit = one.unit
        similar = [f"{score}% {near.korean} → {near.english}" for score, near in one.similar]
        findings = [told(finding) for finding in unit.findings]
        texts = (unit.label, unit.korean, unit.english or "", unit.origin)
        key = f"{unit.id} {unit.digest}"
        put_row(sheet, number, [*texts, "\n".join(similar), "\n".join(findings), key])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(file: Path) -> list[Returned]:
    """The rows of its first sheet, whatever the order of the columns."""
    sheet = open_workbook(file).worksheets[0]
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


def _text(cell: Any, file: Path) -> str:
    if cell.data_type == "f":
        message = f"{cell.coordinate} 칸이 수식입니다. 글로 적으세요."
        raise PressgenError(Problem(message, file, cell.row))
    return "" if cell.value is None else str(cell.value)
