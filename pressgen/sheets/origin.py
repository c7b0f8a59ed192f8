"""Where a person mends what was found in an event file that was made of a spreadsheet's row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressgen.datafile import Mapping, Scalar, read_mapping
from pressgen.errors import PressgenError
from pressgen.sheets.index import read_index
from pressgen.sheets.paths import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pressgen.checks.finding import Finding
    from pressgen.datafile import Node
    from pressgen.errors import Problem


def mendable(problem: Problem) -> Problem:
    """The problem as one of the sheet: its row for the line, its column's header for the field."""
    row = row_of(problem.file) if problem.file is not None else None
    index = read_index(problem.file.parent) if problem.file is not None and row else None
    if row is None or index is None or problem.file is None:
        return problem
    title, number = index.rows.get(row.name, ("", None))
    field, label = problem.field, problem.label
    kind, path = _at(problem.file, problem.line or 1)
    path = _numbered(field.split("."), path) if field else path
    headers = index.columns.get(kind, {})
    for end in ("", ".ko"):
        if header := headers.get(".".join(path) + end):
            field, label = header, ""
    return replace(
        problem, file=row.sheet, line=number, field=f"{title} {field}".strip(), label=label
    )


def row_number(event: Path, line: int | None) -> int | None:
    """The line of an event file as its author counts: of one made of a row, that row."""
    row = row_of(event)
    index = read_index(event.parent) if row else None
    if row is None or index is None or line is None:
        return line
    return index.rows.get(row.name, ("", None))[1]


def with_rows(findings: Iterable[Finding], event: Path) -> list[Finding]:
    """An event's findings with their lines as `row_number` counts them."""
    return [replace(one, line=row_number(event, one.line)) for one in findings]


def _at(file: Path, line: int) -> tuple[str, list[str]]:
    """The event's kind, and the path of what stands at a line of its file."""
    try:
        root = read_mapping(file)
    except PressgenError:
        return "", []
    kind = root.get("kind")
    paths = [path for path, at in _leaves(root, []) if at <= line]
    return kind.text if isinstance(kind, Scalar) else "", paths[-1] if paths else []


def _leaves(node: Node, path: list[str]) -> Iterator[tuple[list[str], int]]:
    """The values of a file in their order, each with its path, in which lists count from 1."""
    if isinstance(node, Scalar):
        yield path, node.line
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _leaves(entry.value, [*path, entry.key])
    else:
        for number, item in enumerate(node.items, 1):
            yield from _leaves(item, [*path, str(number)])


def _numbered(field: list[str], at: list[str]) -> list[str]:
    """The path of a field, which counts no entries of lists, with the numbers that `at` has."""
    path: list[str] = []
    rest = list(at)
    for name in field:
        if rest and rest[0].isdigit():
            path.append(rest.pop(0))
        path.append(name)
        rest = rest[1:] if rest and rest[0] == name else []
    return path
