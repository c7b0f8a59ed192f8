"""How numbers and units at the end of a text are read aloud: 3.5%, 100㎡, 5G, 15:30, $3억."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from .patterns import compiled
from .tables import read_table

_DIGITS: Final = "영일이삼사오육칠팔구"
_PLACES: Final = "일십백천만만만만억억억억조조조조경경경경해"  # by the number of noughts at the end
# Behind Latin letters the press reads one digit, and 10, in English (G7, B2B, Top10, Vol. 3), more
# digits in Korean (G20, KF-21); a countdown is Korean too (D-3).
_ENGLISH: Final = ("제로", "원", "투", "스리", "포", "파이브", "식스", "세븐", "에이트", "나인")
_BEHIND_LETTERS: Final = (
    r"([A-Za-z]+)([-_]?|(?<=[a-z])\.? ?|(?<=\bTOP) |(?<=\bSTEP) |(?<=\bPART) |(?<=\bNO)\. ?"
    r"|(?<=\bVOL)\. ?)(\d|10)$"
)

_TIME: Final = r"(?<![\d:])(?:[01]?\d|2[0-4]):([0-5]\d)$"
_DAY: Final = r"(?<![\d.])(?:\d{4}|\d{2})\s?([.\-/])\s?\d{1,2}\s?\1\s?\d{1,2}$"
_MONTH: Final = r"(?<![\d.])(?:19|20)\d{2}\. (?:1[0-2]|[1-9])$"
_MONTH_AND_DAY: Final = r"(?<![\d.])(?:1[0-2]|[1-9])\. (?:3[01]|[12]\d|[1-9])$"
_FRACTION: Final = r"(?<![\d/.])([1-9])/(?:[2-9]|10+)$"
_NUMBER: Final = r"(?P<joint>[.:·-]?)(?P<whole>\d+(?:,\d{3})*)(?P<point>\.\d+)?$"
CURRENCY_SIGNS: Final = frozenset("$＄€¥￥£₩￦")
_MONEY: Final = (
    f"([{''.join(sorted(CURRENCY_SIGNS))}])"
    r"\s?\d[\d,.]*\s?(?:[십백천만억조]\s?(?:\d[\d,]*)?)*$"
)
_UNIT: Final = (
    r"(?:\d[십백천만억조]*|수[십백천만억조]+|몇)여?\s?"
    r"(?P<unit>[^\s\d/가-힣()]{1,5}[23]?)(?P<per>/[^\s\d/가-힣()]{1,3}[23]?)?$"
)
_RATE: Final = r"\d[\d,.]*\s?[가-힣]*(?P<counter>[가-힣])/(?P<unit>[^\s\d/가-힣()]{1,4}[23]?)$"
# Units that mean nothing else, and so need no number before them.
_BARE_UNITS: Final = frozenset(
    ("km", "cm", "mm", "nm", "kg", "mg", "ml", "mL", "dL", "kL", "dB", "hPa", "MPa", "mol")
)

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
    digits = core.strip().replace(",", "")
    if digits.isdecimal():
        return _read_whole(digits)
    if match := compiled(_TIME).search(core):
        return "시" if match[1] == "00" else "분"
    if compiled(_DAY).search(core) or compiled(_MONTH_AND_DAY).search(core):
        return "일"
    if compiled(_MONTH).search(core):
        return "월"
    if match := compiled(_FRACTION).search(core):
        return _DIGITS[int(match[1])]
    if unit := read_unit(core):
        return unit
    if (match := compiled(_BEHIND_LETTERS).search(core)) and match.group(1, 2) != ("D", "-"):
        return "텐" if match[3] == "10" else _ENGLISH[int(match[3])]
    return _read_number(core)


def _read_number(core: str) -> str:
    match = compiled(_NUMBER).search(core)
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
    return _PLACES[min(zeros, len(_PLACES) - 1)]


def read_unit(core: str) -> str:
    """Return the reading of a unit behind a number at the end of `core`, "" where there is none.

    A rate names its unit last: 50㎍/㎥ is 세제곱미터당 50마이크로그램, 100km/h is 시속 100킬로미터.
    """
    match = compiled(_UNIT).search(core)
    if match is None:
        return ""
    unit = match["unit"]
    return _units().get(unit) or (signs().get(unit, "") if match["per"] else "")


def read_rate(core: str) -> str:
    """Return the counter of a rate per unit: 3000원/kg is 킬로그램당 3000원; "" where there is none."""
    match = compiled(_RATE).search(core)
    return match["counter"] if match and match["unit"] in _units().keys() | signs().keys() else ""


def read_bare_unit(word: str) -> str:
    """Return the reading of a unit that stands without a number, "" where `word` is none."""
    return _units()[word] if word in _BARE_UNITS else ""


def read_money(core: str) -> str:
    """Return the currency's name where a sign stands before the amount: $3억, €100, ₩5,000."""
    match = compiled(_MONEY).search(core)
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
