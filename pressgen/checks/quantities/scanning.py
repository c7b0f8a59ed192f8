"""Looking for the tokens of a text only where one can begin.

The patterns for all that is a quantity are long, and to hold them against every letter of a sentence is
nearly all that its check would cost.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile("[a-z]+")


def any_of(words: Iterable[str]) -> str:
    """A pattern for the words, the longest that fits first.

    They share their beginnings in it, so that a text is held against a letter once, and not against
    every word.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    ends = rests.pop("", None) is not None
    choices = [re.escape(letter) + any_of(rest) for letter, rest in rests.items()]
    if ends:
        choices.append("")
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def beginning(first: str, pattern: str) -> re.Pattern[str]:
    """The characters at which `pattern` matches. `first`: all those it can begin with, as in a class.

    `re` skips fast to what is in a class, but only where a pattern begins with one.
    """
    return re.compile(rf"[{first}](?s:(?<=(?={pattern}).))")


def find_token(
    token: re.Pattern[str], begin: re.Pattern[str], text: str, position: int
) -> re.Match[str] | None:
    """What `token.search(text, position)` finds. `begin` matches wherever a token can begin."""
    while at := begin.search(text, position):
        if match := token.match(text, at.start()):
            return match
        position = at.start() + 1
    return None


def in_small_letters(text: str) -> str:
    """The text in small letters, each in its place: what (?i:…) takes for a letter a-z is that letter."""
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()


@lru_cache(maxsize=8)  # who reads the numbers of a sentence asks, and who looks for doubled words
def words_in(text: str) -> list[str]:
    """The runs of Latin letters of the text, in small letters and in their order."""
    return _WORD.findall(in_small_letters(text))
