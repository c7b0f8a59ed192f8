"""How numbers and units at the end of a text are read aloud: 3.5%, 100㎡, 5G, 15:30, $3억."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from .tables import read_table

_DIGITS: Final = "영일이삼사오육칠팔구"
_PLACES: Final = {1: "십", 2: "백", 3: "천", 4: "만", 8: "억", 12: "조", 16: "경", 20: "해"}
# Behind Latin letters the press reads one digit, and 10, in English (G7, B2B, Top10), more digits
# in Korean (G20, KF-21); a countdown is Korean too (D-3).
_ENGLISH: Final = ("제로", "원", "투", "스리", "포", "파이브", "식스", "세븐", "에이트", "나인")
_BEHIND_LETTERS: Final = r"([A-Za-z]+)(-?)(\d|10)$"

_TIME: Final = r"(?<![\d:])(?:[01]?\d|2[0-4]):([0-5]\d)$"
_DAY: Final = r"(?<![\d.])(?:\d{4}|\d{2})\s?([.\-/])\s?\d{1,2}\s?\1\s?\d{1,2}$"
_MONTH: Final = r"(?<![\d.])(?:19|20)\d{2}\. (?:1[0-2]|[1-9])$"
_FRACTION: Final = r"(?<![\d/.])([1-9])/(?:[2-9]|10)$"
_NUMBER: Final = r"(?P<joint>[.:·-]?)(?P<whole>\d+(?:,\d{3})*)(?P<point>\.\d+)?$"
_MONEY: Final = r"([$＄€¥￥£₩￦])\s?\d[\d,.]*\s?(?:[십백천만억조]+\s?(?:\d[\d,]*)?)*$"
_UNIT: Final = r"\d\s?(?P<unit>[^\s\d/가-힣()]{1,5}[23]?)(?P<per>/[^\s\d/가-힣()]{1,3}[23]?)?$"

# Words in these may be an amount of money with its sign before it.
MULTIPLIERS: Final = frozenset("십백천만억조")


@cache
def _units() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("units")}


@cache
def signs() -> dict[str, str]:
    """Return the signs that are read aloud, each with its reading."""
    return {row[0]: row[1] for row in read_table("signs")}


def read_digits(core: str) -> str:
    """Return the end of the reading of the number at the end of `core`, which ends in a digit."""
    if match := re.compile(_TIME).search(core):
        return "시" if match[1] == "00" else "분"
    if re.compile(_DAY).search(core):
        return "일"
    if re.compile(_MONTH).search(core):
        return "월"
    if match := re.compile(_FRACTION).search(core):
        return _DIGITS[int(match[1])]
    if unit := read_unit(core):
        return unit
    if (match := re.compile(_BEHIND_LETTERS).search(core)) and match.group(1, 2) != ("D", "-"):
        return "텐" if match[3] == "10" else _ENGLISH[int(match[3])]
    return _read_number(core)


def _read_number(core: str) -> str:
    match = re.compile(_NUMBER).search(core)
    if match is None or match["joint"] == "." or match["point"]:
        return _DIGITS[int(core[-1])]  # a fraction, or 3.1.2: digit by digit
    return _read_whole(match["whole"].replace(",", ""))


def _read_whole(digits: str) -> str:
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not significant:
        return "영"
    if not zeros:
        return _DIGITS[int(digits[-1])]
    return _PLACES[max(place for place in _PLACES if place <= zeros)]


def read_unit(core: str) -> str:
    """Return the reading of a unit behind a number at the end of `core`, "" where there is none.

    A rate names its unit last: 50㎍/㎥ is 세제곱미터당 50마이크로그램, 100km/h is 시속 100킬로미터.
    """
    match = re.compile(_UNIT).search(core)
    if match is None:
        return ""
    unit = match["unit"]
    return _units().get(unit) or (signs().get(unit, "") if match["per"] else "")


def read_money(core: str) -> str:
    """Return the currency's name where a sign stands before the amount: $3억, €100, ₩5,000."""
    match = re.compile(_MONEY).search(core)
    return signs()[match[1]] if match else ""


def read_numeral(char: str) -> str:
    """Return the end of the reading of a numeral such as ①, Ⅲ or ½, "" where it is none."""
    value = unicodedata.numeric(char, None)
    if value is None:
        return ""
    if value != int(value):
        # ¾ is 사분의 삼: the numerator is read last.
        numerator = unicodedata.normalize("NFKC", char).partition("⁄")[0]
        return _DIGITS[int(numerator)] if numerator.isdigit() else ""
    return _read_whole(str(int(value)))
