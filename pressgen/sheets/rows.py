"""The events of a spreadsheet: each row as the text of an event file, every mistake told by row and column."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from pressgen.datafile import clean, find_forbidden, forbidden
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.event import wrong_slug
from pressgen.sheets.columns import (
    KIND,
    SLUG,
    UnknownColumnError,
    folded,
    is_of_events,
    path_of,
    stands_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pressgen.kinds import Kind, Kinds
    from pressgen.sheets import columns
    from pressgen.sheets.table import Record, Table

_Dumper: type[yaml.CSafeDumper | yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_ONE_LINE = 1_000_000
_LINES_ABOVE = 5
_LONGEST_NAME = 200
"""Bytes of a file's name, which has to have room for an ending and what is written aside."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is an event: the name of its file, where it stands, and the file's text."""

    name: str
    title: str
    number: int
    text: str


@dataclass(slots=True)
class Rows:
    """What a sheet says. `columns`: for each kind, the headers by what they fill in. `broken`: the names
    of rows with mistakes, None once a row is without its name."""

    rows: list[Row] = field(default_factory=list)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] | None = field(default_factory=set)


def read_rows(tables: Sequence[Table], file: Path, kinds: Kinds) -> Rows | None:
    """The events of the tables whose header has the kind; None where no table looks like a list of
    events.

    Raises PressgenError where a header is not right: then no row can be told.
    """
    meant = [table for table in tables if _looks_meant(table)]
    if not meant:
        return None
    reader = _Reader(file, kinds, shows_titles=len(meant) > 1)
    for table in meant:
        reader.check_header(table)
    if reader.found.problems:
        raise PressgenError(*reader.found.problems)
    for table in meant:
        reader.read(table)
    return reader.found


def _looks_meant(table: Table) -> bool:
    """Whether a table is a list of events, be it with a line too many above its header."""
    rows = [table.header, *(record.cells for record in table.records[:_LINES_ABOVE])]
    return any(is_of_events(row) for row in rows)


def no_kind(file: Path, kinds: Kinds, where: str = "") -> Problem:
    """What to say of a sheet that lacks the column for the kind."""
    message = f"첫 줄에 ‘종류’(kind) 열이 있어야 합니다. 쓸 수 있는 값: {', '.join(kinds.names())}"
    if where:
        message += ". 발표를 적은 시트가 아니면 시트 이름을 _로 시작하세요."
    return Problem(message, file, 1, where)


class _Reader:
    def __init__(self, file: Path, kinds: Kinds, *, shows_titles: bool) -> None:
        self.file = file
        self.kinds = kinds
        self.shows_titles = shows_titles
        self.found = Rows()
        self._by_label = {folded(name): name for name in kinds.names()}
        for name in kinds.names():
            self._by_label.setdefault(folded(kinds.find(name).korean_label), name)
        self._numbers: dict[str, str] = {}

    def check_header(self, table: Table) -> None:
        """Tells what is wrong with a header, whatever its rows."""
        if stands_in(KIND, table.header) is None:
            self.found.problems.append(no_kind(self.file, self.kinds, self._title(table)))
        elif stands_in(SLUG, table.header) is None:
            message = "첫 줄에 ‘주소 이름’(slug) 열이 있어야 합니다. 행을 옮겨도 같은 보도자료인 줄 아는 이름입니다."
            self._problem(table, 1, "", message)

    def read(self, table: Table) -> None:
        """Takes in the rows of a table."""
        kind_at, slug_at = stands_in(KIND, table.header), stands_in(SLUG, table.header)
        assert kind_at is not None and slug_at is not None  # by check_header  # noqa: S101, PT018
        given = [self._kind(table, record, kind_at) for record in table.records]
        used = {kind.name: kind for kind in given if kind is not None}
        paths = self._paths(table, kind_at, used.values())
        for record, kind in zip(table.records, given, strict=True):
            name = self._name(table, record, slug_at)
            if name is None:
                self.found.broken = None
                continue
            before = len(self.found.problems)
            event = self._event(table, record, kind, paths) if kind else None
            if event is not None and len(self.found.problems) == before:
                row = Row(name, self._title(table), record.number, _as_yaml(event))
                self.found.rows.append(row)
            elif self.found.broken is not None:
                self.found.broken.add(name)

    def _kind(self, table: Table, record: Record, at: int) -> Kind | None:
        told = _cell(record, at)
        if name := self._by_label.get(folded(told)):
            return self.kinds.find(name)
        names = [self.kinds.find(name).korean_label for name in self.kinds.names()]
        names = self.kinds.names() if told.isascii() and told else names
        what = f"‘{told}’ 종류는 없습니다." if told else "보도자료의 종류를 적어야 합니다."
        message = record.wrong.get(at, f"{what} {did_you_mean(told, names)}")
        self._problem(table, record.number, table.header[at], message)
        return None

    def _paths(
        self, table: Table, kind_at: int, kinds: Iterable[Kind]
    ) -> dict[str, dict[int, columns.Path | str]]:
        """For each kind, what each column fills in, or why it fills in nothing."""
        paths: dict[str, dict[int, columns.Path | str]] = {}
        for kind in kinds:
            of_kind = paths.setdefault(kind.name, {})
            for at, header in enumerate(table.header):
                if at == kind_at or not header or header.startswith("_"):
                    continue
                try:
                    of_kind[at] = path_of(header, kind)
                except UnknownColumnError as error:
                    of_kind[at] = str(error)
        self._check_columns(table, paths)
        return paths

    def _check_columns(
        self, table: Table, paths: Mapping[str, Mapping[int, columns.Path | str]]
    ) -> None:
        """Raises PressgenError for a column that no kind of the table has, and for one field twice."""
        problems = []
        for at, header in enumerate(table.header):
            found = [of_kind[at] for of_kind in paths.values() if at in of_kind]
            wrong = [one for one in found if isinstance(one, str)]
            if wrong and len(wrong) == len(found):
                problems.append(Problem(wrong[0], self.file, 1, self._place(table, header)))
        for kind, of_kind in paths.items():
            headers = self.found.columns.setdefault(kind, {})
            own: dict[columns.Path, str] = {}
            for at, path in of_kind.items():
                if isinstance(path, str):
                    continue
                header = table.header[at]
                if path in own:
                    message = f"‘{own[path]}’ 열과 같은 필드입니다. 하나만 두세요."
                    problems.append(Problem(message, self.file, 1, self._place(table, header)))
                own[path] = header
                headers[".".join(path)] = header
        if problems:
            raise PressgenError(*dict.fromkeys(problems))

    def _name(self, table: Table, record: Record, at: int) -> str | None:
        """The name of the row's event file, None where it has none of its own."""
        slug = unicodedata.normalize("NFC", _cell(record, at))
        told = f"{self._title(table)} {record.number}행".strip()
        message = record.wrong.get(at, "")
        if not slug and not message:
            message = "주소 이름을 적어야 합니다. 행을 옮겨도 같은 보도자료인 줄 아는 이름입니다."
        elif not message and not (message := wrong_slug(slug)):
            other = self._numbers.setdefault(slug.casefold(), told)
            message = f"{other}과(와) 같습니다. 다르게 지으세요." if other != told else ""
            # Whose the name is nobody knows: neither is built, and what is published stays.
            shared = slug.casefold() if message else None
            self.found.rows = [row for row in self.found.rows if row.name.casefold() != shared]
        if message:
            stays = "고칠 때까지 이 표에서 지운 행의 보도자료는 치우지 않습니다."
            self._problem(table, record.number, table.header[at], f"{message} {stays}")
            return None
        return slug if len(slug.encode()) <= _LONGEST_NAME else _short(slug)

    def _event(
        self,
        table: Table,
        record: Record,
        kind: Kind,
        paths: Mapping[str, Mapping[int, columns.Path | str]],
    ) -> dict[str, Any] | None:
        """The row's event as the values of an event file, None where it can't be told."""
        event: dict[str, Any] = {"kind": kind.name}
        of_kind = paths[kind.name]
        for at, cell in enumerate(record.cells):
            header = table.header[at] if at < len(table.header) else ""
            path = of_kind.get(at)
            if wrong := record.wrong.get(at):
                self._problem(table, record.number, header, wrong)
            elif not cell.strip() or (path is None and header):
                continue
            elif path is None:
                message = (
                    "첫 줄에 이름이 없는 열에 값이 있습니다. 쉼표가 든 값이면 큰따옴표로 감싸세요."
                )
                self._problem(table, record.number, "", message)
            elif isinstance(path, str):
                message = f"‘{kind.korean_label}’에는 없는 열입니다. 칸을 비우세요."
                self._problem(table, record.number, header, message)
            elif found := find_forbidden(clean(cell)):
                self._problem(table, record.number, header, f"{forbidden(found)} 지우세요.")
            else:
                _put(event, path, cell)
        return self._with_lists(event, table, record)

    def _with_lists(self, event: dict[str, Any], table: Table, record: Record) -> dict[str, Any]:
        plain = {}
        for name, value in event.items():
            gap = _gap(value)
            if gap is not None:
                message = f"{gap}번째 것이 비어 있는데 그 뒤의 것이 있습니다. 앞에서부터 적으세요."
                self._problem(table, record.number, name, message)
            plain[name] = _plain(value)
        return plain

    def _title(self, table: Table) -> str:
        return f"[{table.title}]" if self.shows_titles else ""

    def _place(self, table: Table, header: str) -> str:
        return f"{self._title(table)} {header}".strip()

    def _problem(self, table: Table, number: int, header: str, message: str) -> None:
        problem = Problem(message, self.file, number, self._place(table, header))
        self.found.problems.append(problem)


def _cell(record: Record, at: int) -> str:
    return record.cells[at].strip() if at < len(record.cells) else ""


def _short(slug: str) -> str:
    return f"{slug[:40]}-{hashlib.blake2b(slug.encode(), digest_size=8).hexdigest()}"


def _put(event: dict[str, Any], path: columns.Path, cell: str) -> None:
    for name in path[:-1]:
        event = event.setdefault(name, {})
    event[path[-1]] = cell


def _gap(value: object) -> int | None:
    """The number of a list's first entry that is not there though later ones are."""
    if not isinstance(value, dict):
        return None
    numbers = [int(key) for key in value if key.isdigit()]
    missing = set(range(1, max(numbers, default=0))).difference(numbers)
    return min(missing) if missing else next(filter(None, map(_gap, value.values())), None)


def _plain(value: Any) -> Any:
    """A value as an event file has it: lists as such, a fact with nothing but its Korean as that."""
    if not isinstance(value, dict):
        return value
    if value.keys() == {"ko"}:
        return value["ko"]
    if any(key.isdigit() for key in value):
        return [_plain(value[key]) for key in sorted(value, key=int)]
    return {key: _plain(inner) for key, inner in value.items()}


def _as_yaml(event: dict[str, Any]) -> str:
    """The event file. Every value is a string whatever it looks like; the columns' order changes nothing."""
    text: str = yaml.dump(
        event, Dumper=_Dumper, allow_unicode=True, sort_keys=True, width=_ONE_LINE
    )
    return text
