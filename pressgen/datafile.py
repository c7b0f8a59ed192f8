"""Reads YAML and JSON as nodes that know their line; every scalar stays text.

Nothing is constructed from a tag, aliases are refused (so no YAML bomb), depth and size are bounded.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
"""An announcement has some thousand bytes; what is larger is not one."""

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
    text = clean(text)
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


def clean(text: str) -> str:
    """The text in NFC with Unix line ends."""
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
    from pressgen.yaml_nodes import read_nodes  # with PyYAML, which not every command needs

    node, told = read_nodes(text, file)
    if node is None or (isinstance(node, Scalar) and node.absent):
        message = "빈 파일입니다. pressgen new가 만드는 파일처럼 ‘필드: 값’을 적으세요."
        raise PressgenError(Problem(message, file, 1))
    if not isinstance(node, Mapping):
        found_what = "목록" if isinstance(node, Sequence) else "글"
        message = f"‘필드: 값’의 모음이어야 하는데 {found_what}입니다."
        raise PressgenError(Problem(message, file, node.line))
    if problems is not None:
        problems += told
    elif told:
        raise PressgenError(*told)
    return node
