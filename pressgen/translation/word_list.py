"""Many words, looked for in one text after the other without trying each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordList:
    """Words by how they start, so that a text is searched once for all of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_start: dict[str, list[str]] = {}
        for word in self._words:
            self._by_start.setdefault(word[:2], []).append(word)
        firsts = re.escape("".join({start[0] for start in self._by_start}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def standing_in(self, text: str) -> list[str]:
        """The words that the text contains, be it as part of others, each once."""
        if self._first is None:
            return []
        found: dict[str, None] = {}
        for match in self._first.finditer(text):
            position = match.start()
            for start in (text[position], text[position : position + 2]):
                for word in self._by_start.get(start, ()):
                    if text.startswith(word, position):
                        found[word] = None
        return list(found)
