"""A spreadsheet to start from: the columns of a kind, and its example as the first row."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pressgen.datafile import Mapping, Scalar, fold_space, read_mapping
from pressgen.sheets.columns import KIND, SLUG
from pressgen.tables import BOM, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.datafile import Node
    from pressgen.kinds import Field, Kind


def starting_table(kind: Kind) -> list[list[str]]:
    """The header in Korean, and the example's values; columns that the example leaves out are empty."""
    example = {
        kind.by_name[entry.key].name: entry.value
        for entry in read_mapping(kind.example).entries
        if entry.key in kind.by_name
    }
    fields = sorted(
        kind.fields, key=lambda known: known.name != "released"
    )  # the rest as it stands
    columns = [(KIND[1], kind.korean_label), (SLUG[1], kind.name)]
    for known in fields:
        if known.name != SLUG[0]:
            columns += _columns(known, example.get(known.name), known.korean_label)
    return [list(row) for row in zip(*columns, strict=True)]


def as_csv(rows: list[list[str]]) -> bytes:
    """The rows as a CSV that Excel opens as UTF-8."""
    return (BOM + written(rows)).encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    """The rows as a workbook. Raises PressgenError where openpyxl is not installed."""
    from pressgen.workbook import find_openpyxl, put_row

    book = find_openpyxl().Workbook()
    sheet = book.active
    sheet.title = "보도자료"
    sheet.freeze_panes = "C2"
    for number, row in enumerate(rows, 1):
        put_row(sheet, number, row)
    for cell in sheet[1]:
        sheet.column_dimensions[cell.column_letter].width = 18
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _columns(known: Field, node: Node | None, header: str) -> Iterator[tuple[str, str]]:
    """The columns of a field, each with the example's value: as many entries as the example has."""
    if not known.many:
        yield from _of_one(known, node, header)
        return
    items = node.items if node is not None and not isinstance(node, Scalar | Mapping) else [node]
    for number, item in enumerate(items, 1):
        is_one = len(items) == 1 and known.least == 1
        yield from _of_one(known, item, header if is_one else f"{header}.{number}")


def _of_one(known: Field, node: Node | None, header: str) -> Iterator[tuple[str, str]]:
    values = {entry.key: entry.value for entry in node.entries} if isinstance(node, Mapping) else {}
    if known.type == "group":
        if isinstance(node, Scalar):
            values = {known.short: node}
        for inner in known.fields:
            yield from _columns(inner, values.get(inner.name), f"{header}.{inner.korean_label}")
        return
    yield header, _text(values.get("ko", node))
    for key, value in values.items():
        if key == "short":
            yield from _of_one(known, value, f"{header}.{key}")
        elif key != "ko":
            yield f"{header}.{key}", _text(value)


def _text(node: Node | None) -> str:
    return fold_space(node.text) if isinstance(node, Scalar) else ""
