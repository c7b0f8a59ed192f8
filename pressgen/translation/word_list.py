"""Many words, looked for in one text after the other without trying each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordList:
    """Words by their first two letters, so that a text is searched once for all of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._letters = [word for word in self._words if len(word) == 1]
        self._by_start: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) > 1:
                self._by_start.setdefault(word[:2], []).append(word)
        firsts, seconds = ("".join({start[i] for start in self._by_start}) for i in (0, 1))
        start = f"[{re.escape(firsts)}](?=[{re.escape(seconds)}])"
        self._start = re.compile(start) if firsts else None

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def standing_in(self, text: str) -> list[str]:
        """The words that the text contains, be it as part of others, each once."""
        if not self._words:
            return []
        found = dict.fromkeys([letter for letter in self._letters if letter in text])
        for match in self._start.finditer(text) if self._start else ():
            position = match.start()
            for word in self._by_start.get(text[position : position + 2], ()):
                if text.startswith(word, position):
                    found[word] = None
        return list(found)
