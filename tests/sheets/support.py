"""Sheets of events for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl

from pressgen.tables import written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADER = [
    *("종류", "주소 이름", "배포일", "기관", "기관.en", "기관장.직위", "기관장.성명"),
    *("획득일", "인증 이름", "인증 이름.en"),
]


def row(slug: str, award: str = "섬 관광 우수상", **other: Any) -> list[Any]:
    """A row under HEADER that is right."""
    return [
        *("인증 획득", slug, "2026-11-02", "부안섬관광공사", "Buan Island Tourism Corporation"),
        *("사장", "한보라", other.get("obtained", "2026-10-30"), award, "Island Award"),
    ]


def write_csv(file: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> Path:
    file.write_bytes(written(rows).encode(encoding))
    return file


def write_xlsx(file: Path, *worksheets: Sequence[Sequence[Any]]) -> Path:
    """A workbook with these worksheets; a cell given as a pair has a number format."""
    book = openpyxl.Workbook()
    for number, rows in enumerate(worksheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet(f"{number + 1}월")
        for at, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                cell: Any = sheet.cell(at, column)
                given, number_format = value if isinstance(value, tuple) else (value, None)
                cell.value = given
                if number_format:
                    cell.number_format = number_format
    book.save(file)
    return file
