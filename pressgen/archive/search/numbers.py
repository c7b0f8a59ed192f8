"""Whole numbers as letters: five bits each, the lowest first, and 32 more where another follows.

A posting list is mostly small differences, which take one letter each; as JSON numbers they would take
twice the room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


def _encode(number: int) -> bytes:
    letters = bytearray()
    while number > 31:
        letters.append(_LETTERS[32 + number % 32])
        number //= 32
    letters.append(_LETTERS[number])
    return bytes(letters)


_SMALL = tuple(map(_encode, range(4096)))  # nearly all that there are


def encode(number: int) -> bytes:
    """The letters of a number, which is not negative."""
    return _SMALL[number] if number < len(_SMALL) else _encode(number)


def decode(letters: str) -> Iterator[int]:
    """The numbers of such letters."""
    number = shift = 0
    for letter in letters.encode("ascii"):
        value = _VALUES[letter]
        number += value % 32 << shift
        if value > 31:
            shift += 5
        else:
            yield number
            number = shift = 0
