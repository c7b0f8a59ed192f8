"""YAML as the nodes of datafile.py, straight from the events of PyYAML's parser.

The parser in C is asked where PyYAML was built with it: it reads twenty times as fast.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NoReturn

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from pressgen.datafile import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    clean,
    find_forbidden,
    forbidden,
)
from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_DEPTH = 20
_ABSENT = ("", "null", "~")
_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_nodes(text: str, file: Path) -> tuple[Node | None, list[Problem]]:
    """The one node of the text, None where it has none, and what is wrong with it that did not keep
    the rest from being read.

    Raises PressgenError for what is no YAML, and for more of YAML than plain values.
    """
    try:
        builder = _Builder(file, text)
        return builder.build(), builder.problems
    except yaml.MarkedYAMLError as error:
        raise PressgenError(_syntax_problem(error, text, file)) from None
    except yaml.YAMLError:
        raise PressgenError(Problem("YAML로 읽을 수 없습니다.", file)) from None


class _Builder:
    """Makes nodes from the parser's events, which come without recursion and before any alias is
    followed."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._next = _Loader(text).get_event

    def build(self) -> Node | None:
        while event := self._next():
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, "", 0)
                while later := self._next():
                    if isinstance(later, yaml.DocumentStartEvent):
                        message = "문서가 둘 이상입니다(‘---’). 파일 하나에 발표 하나만 쓰세요."
                        self._fail(message, event)
                return node
        return None

    def _node(self, event: yaml.Event | None, path: str, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._fail("너무 깊이 겹쳐 있습니다.", event)
        if isinstance(event, ScalarEvent):
            absent = event.value in _ABSENT and not event.style and not event.tag
            return Scalar(self._text(event), _line(event), absent)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, path, depth)
        if not isinstance(event, yaml.SequenceStartEvent):
            self._fail("별칭(*이름)은 쓸 수 없습니다. 값을 그대로 적으세요.", event)
        items = []
        while not isinstance(inner := self._next(), SequenceEndEvent):
            items.append(self._node(inner, path, depth + 1))
        return Sequence(tuple(items), _line(event))

    def _mapping(self, start: MappingStartEvent, path: str, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        parted = False
        while not isinstance(event := self._next(), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._fail("필드의 이름은 글이어야 합니다.", event)
            key = self._text(event)
            line = _line(event)
            inner = f"{path}.{key}" if path else key
            value = self._node(self._next(), inner, depth + 1)
            if key in entries:
                message = f"필드가 두 번 나옵니다({entries[key].line}행에도 있습니다)."
                self.problems.append(Problem(message, self.file, line, inner))
                continue
            if start.flow_style and isinstance(value, Scalar) and value.absent and not value.text:
                if not parted:  # of several commas, the first tells it all
                    message = _without_value(key, list(entries.values()))
                    self.problems.append(Problem(message, self.file, line, path))
                parted = True
                continue
            entries[key] = Entry(key, value, line)
        return Mapping(tuple(entries.values()), _line(start))

    def _text(self, event: ScalarEvent) -> str:
        """The scalar's text; an escape may have made what the file itself does not hold."""
        if event.value.isprintable():
            return unicodedata.normalize("NFC", event.value)
        text = clean(event.value)
        if found := find_forbidden(text):
            self._fail(forbidden(found), event)
        return text

    def _fail(self, message: str, event: yaml.Event | None) -> NoReturn:
        raise PressgenError(Problem(message, self.file, _line(event)))


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: Path) -> Problem:
    mark = error.problem_mark or error.context_mark
    assert mark is not None  # a parser that reads text knows where it is  # noqa: S101
    problem, context = error.problem or "", error.context or ""
    line = [*text.split("\n"), ""][mark.line]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        message = "탭(Tab)은 쓸 수 없습니다. 빈칸으로 들여 쓰세요."
    elif line[mark.column : mark.column + 1] in ("@", "`", "%"):
        message = f"값이 {line[mark.column]} 부호로 시작합니다. 값을 따옴표로 감싸세요."
    elif "mapping values are not allowed" in problem:
        message = "값에 든 ‘: ’ 때문에 읽을 수 없습니다. 값을 따옴표로 감싸세요."
    elif error.context_mark and ("quoted scalar" in context or "flow" in context):
        mark = error.context_mark
        message = "따옴표나 괄호가 닫히지 않았거나, 쉼표가 빠졌습니다."
    else:
        message = f"YAML로 읽을 수 없습니다({problem}). 들여쓰기와 따옴표를 살펴보세요."
    return Problem(message, file, mark.line + 1)


def _without_value(key: str, before: list[Entry]) -> str:
    """A key without a value: {title:원장} lacks a blank, {en: Trade, Industry} has a comma that parts."""
    name, colon, value = key.partition(":")
    if colon and name.isidentifier():
        return f"‘:’ 뒤에 빈칸이 있어야 합니다: {name}: {value.strip()}"
    if before and isinstance(before[-1].value, Scalar):
        whole = f'{before[-1].key}: "{before[-1].value.text}, {key}"'
    else:
        whole = f'"{key}, …"'
    return f"‘{key}’에 값이 없습니다. 쉼표가 든 값은 따옴표로 감싸세요: {whole}"


def _line(event: yaml.Event | None) -> int:
    return event.start_mark.line + 1 if event and event.start_mark else 1
