"""A spreadsheet as its rows of text, whichever program wrote it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.datafile import fold_space

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Record:
    """One row below the header, by the number that a spreadsheet shows.

    `wrong` says of cells, by their column, why they have no text.
    """

    number: int
    cells: list[str]
    wrong: dict[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.wrong and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A worksheet: its name, "" where the file is all there is, its header, and the rows that say anything."""

    title: str
    header: list[str]
    records: list[Record]


def read_tables(file: Path) -> list[Table]:
    """The tables of a spreadsheet. Raises PressgenError where it can't be read as it is meant."""
    if file.suffix.lower() == ".xlsx":
        from pressgen.sheets.xlsx import read_worksheets  # with openpyxl, which not everybody has

        return read_worksheets(file)
    from pressgen.tables import read_rows

    rows = [row.cells for row in read_rows(file)]
    return [table_of("", [Record(number, cells) for number, cells in enumerate(rows, 1)])]


def table_of(title: str, records: list[Record]) -> Table:
    """The table whose first row is its header."""
    first, *rest = records or [Record(1, [])]
    header = [fold_space(unicodedata.normalize("NFC", cell)) for cell in first.cells]
    return Table(title, header, [record for record in rest if not record.is_empty])
