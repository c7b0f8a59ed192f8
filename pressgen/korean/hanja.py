"""How hanja are read in Korean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from .hangul import compose, decompose, final_of, is_syllable
from .patterns import compiled
from .tables import read_table

if TYPE_CHECKING:
    import re

# CJK unified ideographs and their extensions A and B; NFC has unified the compatibility ones.
_HANJA: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_CHAR: Final = f"[{_HANJA}]"
_RUN: Final = f"[{_HANJA}]+"
# 한글 맞춤법 제10항 to 제12항: what a word begins with for 녀, 뇨, 뉴, 니, for 랴 … and for 라 ….
_Y_VOWELS: Final = frozenset("ㅑㅕㅖㅛㅠㅣ")


@cache
def _readings() -> dict[str, str]:
    """Return the reading of each character, and of the words that are read otherwise."""
    readings = {}
    for reading, characters in read_table("hanja"):
        if len(reading) == 1:
            readings.update(dict.fromkeys(characters, reading))
        else:
            readings[characters] = reading
    return readings


def is_hanja(char: str) -> bool:
    """Tell whether `char` is a Chinese character."""
    return compiled(_CHAR).fullmatch(char) is not None


@cache
def _single_readings() -> frozenset[str]:
    return frozenset(reading for reading in _readings().values() if len(reading) == 1)


def is_reading(syllable: str) -> bool:
    """Tell whether any hanja is read `syllable`; of 르, 쉬 or 싸 none is."""
    return syllable in _single_readings()


def read_last(text: str) -> str:
    """Return the reading of the hanja that `text` ends in, "" where it is not known."""
    runs = compiled(_RUN).findall(text[-20:])
    read = _read_run(runs[-1]) if runs else ""
    return read[-1] if is_syllable(read[-1:]) else ""


def read_all(text: str) -> str:
    """Return `text` with the hanja in it replaced by their readings; unknown ones stay."""
    return compiled(_RUN).sub(_read_match, text)


def read_name(name: str) -> str:
    """Return a person's `name` with its hanja read; 金 is 김 at the head of one, and 금 elsewhere."""
    return read_all("김" + name[1:] if name.startswith("金") else name)


def _read_match(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    read = _read_run(match.group())
    return read if is_syllable(before) else _initial(read[:1]) + read[1:]


def _read_run(run: str) -> str:
    """Read a run of hanja, the words that are known as such first."""
    readings = _readings()
    read, position = "", 0
    while position < len(run):
        for length in (3, 2, 1):
            piece = run[position : position + length]
            if piece in readings or length == 1:
                read += _fitted(read, readings.get(piece, piece))
                position += length
                break
    return read


def _fitted(before: str, reading: str) -> str:
    """렬 and 률 lose their ㄹ behind a vowel and ㄴ: 한글 맞춤법 제11항 붙임 1 다만."""
    if reading in {"렬", "률"} and is_syllable(before[-1:]) and final_of(before[-1]) in {"", "ㄴ"}:
        return "열" if reading == "렬" else "율"
    return reading


def _initial(syllable: str) -> str:
    """Return `syllable` as a word begins with it: 한글 맞춤법 제10항 to 제12항."""
    if not is_syllable(syllable):
        return syllable
    initial, vowel, final = decompose(syllable)
    if initial in {"ㄴ", "ㄹ"} and vowel in _Y_VOWELS:
        return compose("ㅇ", vowel, final)
    return compose("ㄴ", vowel, final) if initial == "ㄹ" else syllable
