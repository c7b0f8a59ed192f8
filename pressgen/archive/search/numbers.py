"""Ascending numbers as letters: of each its difference to the one before, five bits a letter.

The lowest bits come first, and 32 more where another letter follows. Most differences take one letter to
three; as JSON numbers they would take twice the room.
"""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {ord(letter): value for value, letter in enumerate(_LETTERS)}
_KEPT = 1 << 17


class _Letters(dict[int, str]):
    """The letters of each number, worked out when it is first met; greater ones are rare, and not kept."""

    def __missing__(self, number: int) -> str:
        letters = _LETTERS[32 + number % 32] + self[number // 32]
        if number < _KEPT:
            self[number] = letters
        return letters


_LETTERS_OF = _Letters(enumerate(_LETTERS[:32]))


def encode(numbers: Sequence[int]) -> str:
    """The letters of numbers that ascend, none of them negative."""
    return "".join(map(_LETTERS_OF.__getitem__, map(sub, numbers, (0, *numbers))))


def decode(letters: str) -> list[int]:
    """The numbers of such letters."""
    numbers = []
    number = shift = 0
    for letter in letters.encode("ascii"):
        value = _VALUES[letter]
        number += value % 32 << shift
        if value > 31:
            shift += 5
        else:
            numbers.append(number)
            shift = 0
    return numbers
