"""Romanization of places: administrative units with a hyphen (로마자 표기법 제3장 제5항), roads."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .hangul import final_of
from .tables import read_table
from .transcription import capitalized, romanize_word

# Longest first. 대로, 로 and 길 are the units of 도로명주소법.
_UNITS: Final = {
    "특별자치시": "teukbyeoljachisi",
    "특별자치도": "teukbyeoljachido",
    "특별시": "teukbyeolsi",
    "광역시": "gwangyeoksi",
    "대로": "daero",
    "도": "do",
    "시": "si",
    "군": "gun",
    "구": "gu",
    "읍": "eup",
    "면": "myeon",
    "리": "ri",
    "동": "dong",
    "로": "ro",
    "길": "gil",
}
# 도 is a province in these and an island everywhere else (제6항: 독도 Dokdo).
_PROVINCE: Final = (
    r"(?:경기|강원|제주|(?:충청|전라|경상|평안|함경|황해)[남북]?|[충전경][남북]|양강|자강)$"
)
# Of the names of one syllable only these are districts.
_SHORT_GU: Final = frozenset("중동서남북")

_BRANCH: Final = r"(?P<road>[가-힣]+로)(?P<branch>\d+[가-하]?)길"
_NUMBERED: Final = r"(?P<name>[가-힣]+)? ?(?P<number>\d{1,2})(?P<unit>[동가리])"
_PLACE: Final = rf"(?<![가-힣\d])(?:{_NUMBERED}(?![가-힣])|[가-힣\d]++)"
_STATION_NAMES: Final = r"(?:[광구권영지음해용병성]역)$"
_DIGITS: Final = "영일이삼사오육칠팔구"


def romanize_place(text: str) -> str:
    """Return a place or an address in Latin letters: Jungnang-gu, Bongcheon 1(il)-dong, Namsan.

    Units have a hyphen, across which no sound changes (제5항); natural features, cultural property
    and structures have none (제6항).
    """
    return romanize_word(re.compile(_PLACE).sub(lambda match: _romanize(match.group()), text))


def _romanize(place: str) -> str:
    if match := re.compile(_NUMBERED).fullmatch(place):
        return _numbered(match)
    if match := re.compile(_BRANCH).fullmatch(place):
        return f"{_romanize(match['road'])} {romanize_word(match['branch'])}-gil"
    unit = _unit_of(place)
    if unit:
        return f"{capitalized(romanize_word(place.removesuffix(unit)))}-{_UNITS[unit]}"
    return capitalized(romanize_word(_station(place)))


def _numbered(match: re.Match[str]) -> str:
    """Return 1(il)-dong and 2(i)-ga (제5항); a road before 가 is part of its name (Toegyero)."""
    name, number, unit = match["name"] or "", match["number"], match["unit"]
    stem = capitalized(romanize_word(_road(name))) if name.endswith("로") else _romanize(name)
    letters = {"동": "dong", "가": "ga", "리": "ri"}[unit]
    return f"{stem} {number}({romanize_word(_read(int(number)))})-{letters}".strip()


def _road(name: str) -> str:
    """Respell 로 as 노 behind ㄴ, as 신문로 is (제1항 1): 남대문로 5가 Namdaemunno 5(o)-ga."""
    return name[:-1] + "노" if len(name) > 2 and final_of(name[-2]) == "ㄴ" else name


def _read(number: int) -> str:
    tens, ones = divmod(number, 10)
    read = (_DIGITS[tens] if tens > 1 else "") + ("십" if tens else "")
    return read + (_DIGITS[ones] if ones or not tens else "")


def _station(place: str) -> str:
    """Add the ㄴ of 역 behind a consonant (표준 발음법 제29항: 서울역), but not in 지역 and its like."""
    is_station = (
        len(place) > 2 and place.endswith("역") and not re.compile(_STATION_NAMES).search(place)
    )
    return place[:-1] + "녁" if is_station and final_of(place[-2]) else place


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Return the words that count as a whole, as an end and as a unit."""
    words: dict[str, tuple[str, ...]] = {}
    for row, kind in read_table("place_words"):
        words[kind] = (*words.get(kind, ()), *row.split())
    return words


def _unit_of(place: str) -> str:
    """Return the administrative unit or road that `place` ends in, "" where there is none."""
    words = _words()
    if place in words["whole"]:
        return ""
    if place.endswith(words["end"]) and not place.endswith(words["unit"]):
        return ""
    unit = next((unit for unit in _UNITS if place.endswith(unit)), "")
    return unit if unit and _is_name(place.removesuffix(unit), unit) else ""


def _is_name(stem: str, unit: str) -> bool:
    """Tell whether `stem` can be the name of such a unit."""
    if unit == "도":
        return re.compile(_PROVINCE).fullmatch(stem) is not None
    if unit == "구" and len(stem) == 1:
        return stem in _SHORT_GU
    if unit in {"시", "읍", "로", "대로", "길"}:
        return len(stem) > 1
    return stem != ""
