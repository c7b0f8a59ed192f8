"""Reads YAML and JSON as nodes that know their line; every scalar stays text.

Nothing is constructed from a tag, aliases are refused (so no YAML bomb), depth and size are bounded.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import yaml

MAX_BYTES = 1_000_000
"""An announcement has some thousand bytes; what is larger is not one."""
MAX_DEPTH = 20

# Control characters, and the noncharacters with which the writer marks facts in running text.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB]..\\u[dD][c-fC-F]..)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as its text; `line` counts from 1. An empty plain scalar or a JSON null is absent."""

    text: str
    line: int
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value and its own line."""

    key: str
    value: Node
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> Node | None:
        """The value under `key`, None where there is none."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping


def read_text(file: Path, what: str = "파일") -> str:
    """The file's text in NFC, its byte order mark dropped.

    Raises PressgenError where it can't be read, is too large or is not UTF-8.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise PressgenError(Problem(f"{what}이 너무 큽니다(1MB까지).", file))
        raw = file.read_bytes()
    except OSError as error:
        raise PressgenError(
            Problem(f"{what}을 읽을 수 없습니다({error.strerror}).", file)
        ) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "UTF-8이 아닙니다. 편집기에서 인코딩을 UTF-8로 골라 다시 저장하세요."
        raise PressgenError(Problem(message, file, line)) from None
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def read_mapping(file: Path) -> Mapping:
    """The mapping that a YAML or JSON file holds, the suffix deciding which.

    Raises PressgenError for whatever is not a mapping of plain values.
    """
    text = read_text(file)
    for number, line in enumerate(text.split("\n"), 1):
        if found := FORBIDDEN.search(line):
            message = f"쓸 수 없는 문자 U+{ord(found[0]):04X}이(가) 있습니다. 지우세요."
            raise PressgenError(Problem(message, file, number))
    if file.suffix.lower() == ".json":
        text = _json_as_yaml(text, file)
    node = _Builder(file, json_file=file.suffix.lower() == ".json").build(text)
    if not isinstance(node, Mapping):
        found_what = "목록" if isinstance(node, Sequence) else "글"
        message = f"‘필드: 값’의 모음이어야 하는데 {found_what}입니다."
        raise PressgenError(Problem(message, file, node.line if node else 1))
    return node


def _json_as_yaml(text: str, file: Path) -> str:
    """Valid JSON with what YAML reads differently put in YAML's way: tabs, escaped surrogates."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        message = f"JSON이 아닙니다({error.msg})."
        raise PressgenError(Problem(message, file, error.lineno)) from None
    except RecursionError:
        raise PressgenError(Problem("너무 깊이 겹쳐 있습니다.", file)) from None
    text = text.replace("\t", " ")  # a raw tab in valid JSON stands between tokens
    return _SURROGATE_PAIR.sub(lambda m: m[1] + str(json.loads(f'"{m[2]}"')), text)


class _Builder:
    """Makes nodes from the parser's events, which come without recursion and before any alias is
    followed."""

    def __init__(self, file: Path, *, json_file: bool) -> None:
        self.file = file
        self.json_file = json_file

    def build(self, text: str) -> Node | None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            events = iter(yaml.parse(text, Loader=loader))
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    node = self._node(event, events, 0)
                    if any(isinstance(later, yaml.DocumentStartEvent) for later in events):
                        message = "문서가 둘 이상입니다(‘---’). 파일 하나에 사건 하나만 쓰세요."
                        self._fail(message, event)
                    return node
        except yaml.MarkedYAMLError as error:
            raise PressgenError(self._syntax_problem(error)) from None
        except yaml.YAMLError:
            raise PressgenError(Problem("YAML로 읽을 수 없습니다.", self.file)) from None
        return None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        import yaml

        line = _line(event)
        if depth > MAX_DEPTH:
            self._fail("너무 깊이 겹쳐 있습니다.", event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None and not event.tag
            absent = plain and (event.value == "" or (self.json_file and event.value == "null"))
            self._check_escapes(event)
            return Scalar(unicodedata.normalize("NFC", event.value), line, absent)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            return Sequence(tuple(items), line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, depth)
        self._fail("별칭(*이름)은 쓸 수 없습니다. 값을 그대로 적으세요.", event)

    def _mapping(
        self, start: yaml.MappingStartEvent, events: Iterator[yaml.Event], depth: int
    ) -> Mapping:
        import yaml

        entries: dict[str, Entry] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._fail("필드의 이름은 글이어야 합니다.", event)
            self._check_escapes(event)
            key = unicodedata.normalize("NFC", event.value)
            line = _line(event)
            value = self._node(next(events), events, depth + 1)
            if key in entries:
                message = f"필드가 두 번 나옵니다({entries[key].line}행에도 있습니다)."
                raise PressgenError(Problem(message, self.file, line, key))
            absent = isinstance(value, Scalar) and value.absent
            if start.flow_style and absent and not self.json_file:
                self._fail_comma(key, list(entries.values()), line)
            entries[key] = Entry(key, value, line)
        return Mapping(tuple(entries.values()), _line(start))

    def _fail_comma(self, key: str, before: list[Entry], line: int) -> NoReturn:
        """{en: Ministry of Trade, Industry and Energy} has a key without a value: its comma parted one."""
        if before and isinstance(before[-1].value, Scalar):
            whole = f"{before[-1].key}: '{before[-1].value.text}, {key}'"
        else:
            whole = f"'{key}, …'"
        message = f"‘{key}’에 값이 없습니다. 쉼표가 든 값은 따옴표로 감싸세요: {whole}"
        raise PressgenError(Problem(message, self.file, line))

    def _check_escapes(self, event: yaml.ScalarEvent) -> None:
        if found := FORBIDDEN.search(event.value):
            self._fail(f"쓸 수 없는 문자 U+{ord(found[0]):04X}이(가) 있습니다.", event)

    def _fail(self, message: str, event: yaml.Event) -> NoReturn:
        raise PressgenError(Problem(message, self.file, _line(event)))

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        problem = error.problem or ""
        if "\\t" in problem or "tab" in problem:
            message = "탭(Tab)은 쓸 수 없습니다. 빈칸으로 들여 쓰세요."
        elif "mapping values are not allowed" in problem:
            message = "값에 든 ‘: ’ 때문에 읽을 수 없습니다. 값을 따옴표로 감싸세요."
        else:
            message = f"YAML로 읽을 수 없습니다({problem}). 들여쓰기와 따옴표를 살펴보세요."
        return Problem(message, self.file, line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
