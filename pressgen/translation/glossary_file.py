"""Rows added to a glossary.csv, whose order, encoding and other cells stay as their owner has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen import tables
from pressgen.translation.glossary import COLUMNS, header_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.translation.glossary import GlossaryTerm


def with_terms(file: Path, terms: Sequence[GlossaryTerm]) -> bytes:
    """The file with a row for each term at its end; a column that the file lacks is added where a term needs it.

    A new file is UTF-8 with the mark by which Excel knows it. One in CP949 stays so while its letters
    will do. Raises PressgenError where the file can't be read.
    """
    rows = [row.cells for row in tables.read_rows(file)] if file.is_file() else []
    while rows and not any(cell.strip() for cell in rows[0]):
        del rows[0]
    if not rows:
        rows = [list(COLUMNS)]
    added = [cells_of(term) for term in terms]
    header = header_of(rows[0])
    lacking = [name for name in COLUMNS if name not in header and any(one[name] for one in added)]
    if lacking:
        rows[0] += lacking
        header += lacking
        rows = [[*row, *[""] * (len(header) - len(row))] if row else row for row in rows]
    rows += [[cells.get(column, "") for column in header] for cells in added]
    return _encoded(rows, file)


def cells_of(term: GlossaryTerm) -> dict[str, str]:
    """A term's cells by the names of their columns."""
    return {
        "ko": term.korean,
        "en": term.english,
        "article": term.article,
        "kind": term.kind,
        "source": term.source,
        "valid_from": term.valid_from.isoformat() if term.valid_from else "",
        "valid_to": term.valid_to.isoformat() if term.valid_to else "",
        "note": term.note,
    }


def _encoded(rows: Sequence[Sequence[str]], file: Path) -> bytes:
    raw = file.read_bytes() if file.is_file() else b""
    text, encoding = tables.decoded(raw, file) if raw else ("", "utf-8-sig")
    line_end = "\n" if "\n" in text and "\r\n" not in text else "\r\n"
    result = tables.written(rows, line_end)
    try:
        return result.encode(encoding)
    except UnicodeEncodeError:
        return result.encode("utf-8-sig")
