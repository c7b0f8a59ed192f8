"""Sentences that are none, and that no engine needs to see: a number, an amount, an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen import english
from pressgen.computed_facts import amount_fact
from pressgen.currencies import CURRENCIES
from pressgen.korean import parse_number, romanize
from pressgen.translation.official_names import find_official

if TYPE_CHECKING:
    from datetime import date

_PART = r"[가-힣0-9·]+(?:특별자치도|특별자치시|특별시|광역시|도|시|군|구|읍|면|동|리|가)"
_ROAD = r"(?P<road>[가-힣0-9·]+(?:대로|로|길)) ?(?P<number>(?:지하 ?)?\d+(?:-\d+)?)"
_ADDRESS = rf"(?P<units>{_PART}(?: {_PART})*)(?: {_ROAD})?(?: ?\([가-힣0-9·]+동\))?"
_MOST = 40
"""Characters: nothing longer is a number or an amount."""


def plain_english(sentence: str, on: date) -> str | None:
    """The English of what is only a number, an amount of money or an address; None for anything else.

    `on`: the release day, by whose official names a province is called.
    """
    bare = sentence.strip()
    return _amount(bare) or _address(bare, on)


def _amount(text: str) -> str | None:
    if len(text) > _MOST:
        return None
    try:
        if text.endswith(tuple(currency.korean for currency in CURRENCIES)):
            return amount_fact("", text).english
        return english.number(parse_number(text))
    except ValueError:
        return None


def _address(text: str, on: date) -> str | None:
    """The smallest unit first, as the road name address has it in English: 353 Mangu-ro,
    Jungnang-gu, Seoul (도로명주소법 시행규칙: romanized by the Revised Romanization)."""
    match = re.fullmatch(_ADDRESS, text)
    if match is None or not (match["road"] or " " in match["units"]):
        return None
    parts = [_unit(unit, on) for unit in reversed(match["units"].split())]
    if match["road"]:
        number = re.sub("지하 ?", "Jiha ", match["number"])
        parts.insert(0, f"{number} {romanize(match['road'], 'place')}")
    return ", ".join(parts)


def _unit(unit: str, on: date) -> str:
    official = find_official(unit, on)
    return official.english if official else romanize(unit, "place")
