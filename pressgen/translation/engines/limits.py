"""How much an engine takes in one request."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many texts in one request, whose sizes, by `measure`, are at most `size` together."""

    texts: int
    size: int
    measure: Callable[[str], int]

    def refusal(self, text: str) -> str | None:
        """Return why a folded text can't be sent at all, in Korean, or None if it can."""
        return refusal(text, lambda text: self.measure(text) <= self.size)

    def fits(self, batch: Sequence[str]) -> bool:
        """Return whether these folded texts go into one request."""
        return len(batch) <= self.texts and sum(map(self.measure, batch)) <= self.size


def refusal(text: str, fits: Callable[[str], bool]) -> str | None:
    """Return why a folded text can't be sent at all, in Korean, or None if it can.

    fits: whether a text goes into one request alone.
    """
    if not text:
        return "번역할 글이 비어 있습니다"
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, from a broken file
        return "글에 깨진 글자가 있어 보낼 수 없습니다"
    return None if fits(text) else "글이 너무 길어 한 번에 보낼 수 없습니다"


def json_bytes(text: str) -> int:
    """The bytes that a text takes in a list in JSON as requests writes it: six for a syllable."""
    return len(json.dumps(text)) + len(", ")
