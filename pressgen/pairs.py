"""Pairs of sentences from a file: Korean, a tab, English, one pair a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path

_ENCODINGS = ("utf-8-sig", "cp949")
"""Excel in Korean writes the second."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A Korean sentence and its English; `line` counts from 1."""

    line: int
    korean: str
    english: str


def read_pairs(file: Path, problems: list[Problem]) -> list[Pair]:
    """The pairs of a file; a line that is none is added to `problems`, an empty one is passed over.

    Raises PressgenError where the file cannot be read at all.
    """
    pairs = []
    for number, line in enumerate(_text(file).split("\n"), start=1):
        columns = line.removesuffix("\r").split("\t")
        if len(columns) == 2:
            pairs.append(Pair(number, *columns))
        elif line.strip():
            message = f"칸이 {len(columns)}개입니다. 한국어와 영문 둘을 탭 하나로 나누세요."
            problems.append(Problem(message, file, number))
    return pairs


def _text(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다: {error.strerror}", file)) from None
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PressgenError(Problem("글자를 읽을 수 없습니다. UTF-8로 저장하세요.", file))
