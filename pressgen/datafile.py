"""Reads YAML and JSON as nodes that know their line; every scalar stays text.

Nothing is constructed from a tag, aliases are refused (so no YAML bomb), depth and size are bounded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import yaml

MAX_BYTES = 1_000_000
"""An announcement has some thousand bytes; what is larger is not one."""
MAX_DEPTH = 20
_ABSENT = ("", "null", "~")

# Control characters, and the noncharacters with which the writer marks facts in running text.
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"


# The nodes are tuples: a build makes a hundred of them for each release.
class Scalar(NamedTuple):
    """One value, as its text; `line` counts from 1. An empty plain scalar or a null is absent."""

    text: str
    line: int
    absent: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int


class Entry(NamedTuple):
    """A key of a mapping with its value and its own line."""

    key: str
    value: Node
    line: int


class Mapping(NamedTuple):
    """Keys and their values, in the order of the file."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> Node | None:
        """The value under `key`, None where there is none."""
        for entry in self.entries:
            if entry.key == key:
                return entry.value
        return None


Node = Scalar | Sequence | Mapping


def read_text(file: Path) -> str:
    """The file's text in NFC with Unix line ends, its byte order mark dropped.

    Raises PressgenError where it can't be read, is too large, is not UTF-8 or has characters that no
    text may have.
    """
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - a path's own methods take twice as long
            raw = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise PressgenError(Problem(f"파일을 읽을 수 없습니다({error.strerror}).", file)) from None
    if len(raw) > MAX_BYTES:
        raise PressgenError(Problem("파일이 너무 큽니다(1MB까지).", file))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "UTF-8이 아닙니다. 편집기에서 인코딩을 UTF-8로 골라 다시 저장하세요."
        raise PressgenError(Problem(message, file, line)) from None
    if text.replace("\n", "").isprintable():  # nothing to clean, nothing forbidden: nearly always
        return unicodedata.normalize("NFC", text)
    text = _clean(text)
    for number, content in enumerate(text.split("\n"), 1):
        if found := find_forbidden(content):
            raise PressgenError(Problem(f"{forbidden(found)} 지우세요.", file, number))
    return text


def find_forbidden(text: str) -> re.Match[str] | None:
    """The first character that no text may have. Most text is printable throughout, which is quicker
    to say than the pattern is to compile."""
    return None if text.isprintable() else re.search(_FORBIDDEN, text)


def forbidden(found: re.Match[str]) -> str:
    """A sentence that names the character which no text may have."""
    return f"쓸 수 없는 문자 U+{ord(found[0]):04X}이(가) 있습니다."


def fold_space(text: str) -> str:
    """The text on one line, every run of white space one blank."""
    return " ".join(text.split())


def _clean(text: str) -> str:
    # YAML, but no editor, would count a line at U+0085, U+2028 and U+2029.
    text = re.sub("[\x85\u2028\u2029]", " ", re.sub("\r\n?", "\n", text))
    return unicodedata.normalize("NFC", text)


def read_mapping(file: Path, problems: list[Problem] | None = None) -> Mapping:
    """The mapping that a YAML or JSON file holds, the suffix deciding which.

    Raises PressgenError for whatever is not a mapping of plain values. A key twice or without its
    value does not keep the rest from being read: with `problems`, that is told there.
    """
    text = read_text(file)
    if file.suffix.lower() == ".json":
        from pressgen.json_as_yaml import json_as_yaml

        text = json_as_yaml(text, file)
    builder = _Builder(file)
    node = builder.build(text)
    if node is None or (isinstance(node, Scalar) and node.absent):
        message = "빈 파일입니다. pressgen new가 만드는 파일처럼 ‘필드: 값’을 적으세요."
        raise PressgenError(Problem(message, file, 1))
    if not isinstance(node, Mapping):
        found_what = "목록" if isinstance(node, Sequence) else "글"
        message = f"‘필드: 값’의 모음이어야 하는데 {found_what}입니다."
        raise PressgenError(Problem(message, file, node.line))
    if problems is not None:
        problems += builder.problems
    elif builder.problems:
        raise PressgenError(*builder.problems)
    return node


class _Builder:
    """Makes nodes from the parser's events, which come without recursion and before any alias is
    followed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def build(self, text: str) -> Node | None:
        import yaml

        try:
            events = iter(yaml.parse(text, Loader=_loader()))
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    node = self._node(event, events, "", 0)
                    if any(isinstance(later, yaml.DocumentStartEvent) for later in events):
                        message = "문서가 둘 이상입니다(‘---’). 파일 하나에 발표 하나만 쓰세요."
                        self._fail(message, event)
                    return node
        except yaml.MarkedYAMLError as error:
            raise PressgenError(self._syntax_problem(error, text)) from None
        except yaml.YAMLError:
            raise PressgenError(Problem("YAML로 읽을 수 없습니다.", self.file)) from None
        return None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int) -> Node:
        import yaml

        if depth > MAX_DEPTH:
            self._fail("너무 깊이 겹쳐 있습니다.", event)
        if isinstance(event, yaml.ScalarEvent):
            text = self._text(event)
            absent = not event.style and not event.tag and event.value in _ABSENT
            return Scalar(text, _line(event), absent)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, path, depth)
        if not isinstance(event, yaml.SequenceStartEvent):
            self._fail("별칭(*이름)은 쓸 수 없습니다. 값을 그대로 적으세요.", event)
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(self._node(inner, events, path, depth + 1))
        return Sequence(tuple(items), _line(event))

    def _mapping(
        self, start: yaml.MappingStartEvent, events: Iterator[yaml.Event], path: str, depth: int
    ) -> Mapping:
        import yaml

        entries: dict[str, Entry] = {}
        parted = False
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._fail("필드의 이름은 글이어야 합니다.", event)
            key = self._text(event)
            line = _line(event)
            inner = f"{path}.{key}" if path else key
            value = self._node(next(events), events, inner, depth + 1)
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

    def _text(self, event: yaml.ScalarEvent) -> str:
        """The scalar's text; an escape may have made what the file itself does not hold."""
        if event.value.isprintable():
            return unicodedata.normalize("NFC", event.value)
        text = _clean(event.value)
        if found := find_forbidden(text):
            self._fail(forbidden(found), event)
        return text

    def _fail(self, message: str, event: yaml.Event) -> NoReturn:
        raise PressgenError(Problem(message, self.file, _line(event)))

    def _syntax_problem(self, error: yaml.MarkedYAMLError, text: str) -> Problem:
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
        return Problem(message, self.file, mark.line + 1)


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


@cache
def _loader() -> type[yaml.CSafeLoader] | type[yaml.SafeLoader]:
    """PyYAML's parser in C, which reads twenty times as fast, where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
