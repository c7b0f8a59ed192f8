"""Offices in running Korean whose English no engine should guess: ministries, and 전북지사, 중랑구청장.

Engines took 전북지사, the governor of Jeonbuk, for a branch office, and 권 군수, a county's head, for
a person called Gunsu.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from pressgen.korean import romanize
from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.official_names import find_official, official_names
from pressgen.translation.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_SHORTEST = 3
"""Syllables: 중구 or 광주 is several places, and any engine knows 서울."""
_GOVERNORS = "경기|강원|충북|충남|전북|전남|경북|경남|제주"
_MAYORS = "서울|부산|대구|인천|광주|대전|울산|세종"
# 시장 behind any other name may be a market.
_HEADS = (
    f"(?P<governor>{_GOVERNORS})도?지사|(?P<mayor>{_MAYORS})시장"
    "|(?P<district>[가-힣]{1,4}구)청장|(?P<county>[가-힣]{2,4}군)수"
)
_HEADS_END = ("지사", "시장", "청장", "군수")
_ENGLISH = {"governor": "Governor", "mayor": "Mayor", "district": "Mayor", "county": "Head"}


def offices_in(text: str, on: date) -> dict[str, Form]:
    """The offices that stand in the text, with their English as it held on that day.

    Where in the text they are words is the caller's to see.
    """
    return {**_official(text, on), **dict(_heads(text, on))}


def _official(text: str, on: date) -> dict[str, Form]:
    found: dict[str, Form] = {}
    for korean in _names().standing_in(text):
        if name := find_official(korean, on):
            found[korean] = Form(name.english, FormOrigin.BUILT_IN, name.article)
    return found


@functools.cache
def _names() -> WordList:
    return WordList(one.korean for one in official_names() if len(one.korean) >= _SHORTEST)


def _heads(text: str, on: date) -> Iterator[tuple[str, Form]]:
    """Heads of provinces, cities, districts and counties: 전북지사 is the Jeonbuk Governor."""
    if not any(end in text for end in _HEADS_END):
        return  # nearly always, and told at once
    for match in re.finditer(_HEADS, text):
        kind = match.lastgroup or ""
        place = match[kind]
        if kind in ("governor", "mayor"):
            english: str | None = romanize(place, "place")
        else:
            official = find_official(place, on)
            english = official.english if official else None
        if english is not None:
            english = re.sub("-gun$", " County", english)
            yield match[0], Form(f"{english} {_ENGLISH[kind]}", FormOrigin.BUILT_IN, "the")
