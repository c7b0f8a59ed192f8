"""Numbers as Korean writes them: by ten thousands, 맞춤법 제44항."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final, Literal

from .hangul import nfc

NumberStyle = Literal["press", "spaced", "digits"]

_SMALL: Final = {"십": 10, "백": 100, "천": 1000}
# One name for every four zeros. The commentary on 제44항 goes as far as 해 and 자; 자 is left out here,
# since 7자 is seven letters. 해 needs its amount: 1해, where 해 alone is the sun or a year.
_BIG_NAMES: Final = "만억조경해"
_NEVER_BARE: Final = "해"
_BIG: Final = {name: 10 ** (4 * power) for power, name in enumerate(_BIG_NAMES, start=1)}
_HANGUL_DIGITS: Final = {char: value for value, char in enumerate("영일이삼사오육칠팔구")} | {
    "공": 0
}

# As East Asian keyboards write them, and the space that keeps a number on its line.
_AS_ASCII: Final = str.maketrans("０１２３４５６７８９，．＋－\u00a0", "0123456789,.+- ")
_SIGNED: Final = r"\s*(?P<sign>[+\-−]?)(?P<number>\S(?:.*\S)?)\s*"
# A space may stand behind 만 and 천 (1만 2000, 3조 5천억), never between two runs of digits.
_TOKEN: Final = (
    rf"(?P<digits>(?:[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)|(?P<hangul>[영공일이삼사오육칠팔구])"
    rf"|(?P<small>[십백천]) ?|(?P<big>[{_BIG_NAMES}]) ?"
)
# Nothing smaller follows a fraction: 1.5만 and 2.5천만 are numbers, 1.5만2000 is none.
_FRACTION_LAST: Final = rf"[^.]*(?:\.[0-9]+[십백천]? ?[{_BIG_NAMES}]?)?"


def parse_number(text: str) -> Decimal:
    """Return the number that `text` writes: 1만2000, 1억9200만, 3조 5천억, 12,000, 이천오백, -3.5.

    Raises ValueError for anything else, a number with its counter (3명) included.
    """
    match = re.compile(_SIGNED).fullmatch(nfc(text).translate(_AS_ASCII))
    parts = _tokens(match["number"]) if match else []
    if match is None or not parts:
        raise _no_number(text)
    with localcontext(prec=len(text) + 60):
        value = _value(parts)
        if value is None:
            raise _no_number(text)
        return -value if match["sign"] in {"-", "−"} else value


def _no_number(text: str) -> ValueError:
    return ValueError(f"{text!r} is no number (1만2000, 3조 5천억, 12,000 and 3.5 are)")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(number: str) -> list[_Token]:
    """Return the tokens of `number`, none at all where something in it is no number's."""
    if re.compile(_FRACTION_LAST).fullmatch(number) is None:
        return []
    tokens, position = [], 0
    while position < len(number):
        match = re.compile(_TOKEN).match(number, position)
        if match is None:
            return []
        tokens.append(_Token(match.lastgroup or "", match.group().strip()))
        position = match.end()
    return tokens


def _value(parts: list[_Token]) -> Decimal | None:
    """Add up sections of 만, 억, 조 …, each larger than all that follows; None where they are not."""
    total, limit, section = Decimal(0), Decimal("Infinity"), list[_Token]()
    for position, part in enumerate(parts):
        if part.kind != "big":
            section.append(part)
            continue
        if not section and (position or part.text in _NEVER_BARE):
            return None  # 만 alone is 10,000, 3조억 nothing
        unit, amount = _BIG[part.text], _section(section) if section else Decimal(1)
        if amount is None or unit >= limit or amount * unit >= limit:
            return None
        total, limit, section = total + amount * unit, Decimal(unit), []
    amount = _section(section)
    return None if amount is None or amount >= limit else total + amount


def _section(parts: list[_Token]) -> Decimal | None:
    """Return what stands before 만 and its like: 3천5백, 3천500, 3500, 삼천오백."""
    total, limit, digits = Decimal(0), Decimal("Infinity"), None
    for part in parts:
        if part.kind == "small":
            unit, amount = _SMALL[part.text], Decimal(1) if digits is None else digits
            if unit >= limit or amount >= 10:
                return None
            total, limit, digits = total + amount * unit, Decimal(unit), None
        elif digits is None:
            digits = _digits(part)
        else:
            return None
    if digits is None:
        return total
    return None if digits >= limit else total + digits


def _digits(part: _Token) -> Decimal:
    if part.kind == "hangul":
        return Decimal(_HANGUL_DIGITS[part.text])
    return Decimal(part.text.replace(",", ""))


def format_number(value: Decimal | int, style: NumberStyle = "press") -> str:
    """Return `value` as the press writes it (1만2000), spaced (1만 2000) or in digits (12,000).

    Spaced follows 한글 맞춤법 제44항: by ten thousands, with a space after each. From 10^24 on, which
    has no name here, all styles are digits. Raises ValueError for NaN and the infinities.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value!r} is no number that can be written")
    sign = "-" if number < 0 else ""
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    fraction = fraction.rstrip("0")
    point = f".{fraction}" if fraction else ""
    if style == "digits" or len(whole) > 4 * (len(_BIG_NAMES) + 1):
        return f"{sign}{Decimal(whole):,f}{point}"
    return sign + (" " if style == "spaced" else "").join(_by_ten_thousands(whole, point))


def _by_ten_thousands(whole: str, point: str) -> list[str]:
    """Return the sections of a number; its fraction goes with the ones, which it may call for."""
    sections = []
    for power in range((len(whole) - 1) // 4, 0, -1):
        end = len(whole) - 4 * power
        if amount := int(whole[max(0, end - 4) : end]):
            sections.append(f"{amount}{_BIG_NAMES[power - 1]}")
    ones = int(whole[-4:])
    return [*sections, f"{ones}{point}"] if ones or point or not sections else sections
