"""Romanization of places: administrative units with a hyphen (로마자 표기법 제3장 제5항), roads."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from .hangul import final_of
from .tables import read_table
from .transcription import capitalized, romanize_word

# Of those that end alike, the longest first. 대로, 로 and 길 are the units of 도로명주소법.
_UNITS: Final = {
    "특별자치시": "teukbyeoljachisi",
    "특별자치도": "teukbyeoljachido",
    "특별시": "teukbyeolsi",
    "광역시": "gwangyeoksi",
    "특례시": "teungnyesi",
    "대로": "daero",
    "도": "do",
    "시": "si",
    "군": "gun",
    "구": "gu",
    "읍": "eup",
    "면": "myeon",
    "동": "dong",
    "리": "ri",
    "로": "ro",
    "길": "gil",
}
_UNITS_BY_END: Final = {
    end: [unit for unit in _UNITS if unit.endswith(end)] for end in {unit[-1] for unit in _UNITS}
}
# In an address a unit stands behind those that it is part of.
_RANKS: Final = {
    end: rank for rank, ends in enumerate(("도", "시", "군구", "읍면동", "리로길")) for end in ends
}
# 서울중구 and 강원특별자치도강릉시경포동 and more: no address without spaces is longer than this.
_SHORTEST_OF_TWO: Final = 4
_LONGEST: Final = 40
_AROUND: Final = frozenset("도시군구읍면")
_ROADS: Final = frozenset(("대로", "로", "길"))
_OF_TWO: Final = ("충청", "전라", "경상", "평안", "함경", "황해")
# 도 is a province in these and an island everywhere else (제6항: 독도 Dokdo).
_PROVINCES: Final = frozenset((
    *("경기", "강원", "제주", "양강", "자강", "충북", "충남", "전북", "전남", "경북", "경남"),
    *(name + part for name in _OF_TWO for part in ("", "남", "북")),
))  # fmt: skip
_METROPOLES: Final = frozenset(("서울", "부산", "대구", "인천", "광주", "대전", "울산"))
# Of the names of one syllable only these are districts.
_SHORT_GU: Final = frozenset("중동서남북")
_NUMBERED_UNITS: Final = {"동": "dong", "가": "ga", "가동": "ga-dong", "리": "ri"}
_DIGITS: Final = "영일이삼사오육칠팔구"


class _Patterns(NamedTuple):
    place: re.Pattern[str]
    numbered: re.Pattern[str]
    part: re.Pattern[str]
    number: re.Pattern[str]
    street: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile the patterns, when a place is first romanized."""
    part = r"\d{1,2}(?:[-.]\d{1,2}){0,4}(?:가동|[동가리])"
    numbered = rf"(?P<name>[가-힣]*) ?(?P<parts>(?:{part})+)"
    return _Patterns(
        place=re.compile(rf"(?<![가-힣\d])(?:{numbered}(?![가-힣\d])|[가-힣\d]++)"),
        numbered=re.compile(numbered),
        part=re.compile(r"([\d.-]+)(가동|[동가리])"),
        number=re.compile(r"\d+"),
        street=re.compile(r"([가-힣]+)(?:(\d+[가-하]?)(대로|로|길)|(?<=[로길]))(\d*)"),
    )


def romanize_place(text: str) -> str:
    """Return a place or an address in Latin letters: Jungnang-gu, Bongcheon 1(il)-dong, Namsan.

    Units have a hyphen, across which no sound changes (제5항); natural features, cultural property
    and structures have none (제6항).
    """
    return romanize_word(_patterns().place.sub(lambda match: _romanize(match.group()), text))


def _romanize(place: str) -> str:
    """Romanize a place without spaces; each unit that it is part of becomes a word of its own."""
    if place.isalpha():
        return " ".join(map(_named, _split(place)))
    if match := _patterns().numbered.fullmatch(place):
        return _numbered(match["name"], match["parts"])
    if match := _patterns().street.fullmatch(place):
        return _street(*match.groups(""))
    return _named(place)


def _named(place: str) -> str:
    if unit := _unit_of(place):
        return f"{capitalized(romanize_word(place.removesuffix(unit)))}-{_UNITS[unit]}"
    return capitalized(romanize_word(_station(place)))


def _numbered(name: str, parts: str) -> str:
    """Return 1(il)-dong and 2(i)-ga (제5항); a road before 가 is part of its name (Toegyero)."""
    patterns = _patterns()
    *around, name = _split(name + "동")
    name = name[:-1]
    stem = capitalized(romanize_word(_road(name))) if name.endswith("로") else _named(name)
    numbered = [
        f"{patterns.number.sub(_read, numbers)}-{_NUMBERED_UNITS[unit]}"
        for numbers, unit in patterns.part.findall(parts)
    ]
    return " ".join([*map(_named, around), stem, *numbered]).strip()


def _road(name: str) -> str:
    """Respell 로 as 노 behind ㄴ, as 신문로 is (제1항 1): 남대문로 5가 Namdaemunno 5(o)-ga."""
    return name[:-1] + "노" if len(name) > 2 and final_of(name[-2]) == "ㄴ" else name


def _read(number: re.Match[str]) -> str:
    """Add the reading to a number below a hundred: 1(il), 10(sip)."""
    tens, ones = divmod(int(number[0]), 10)
    read = (_DIGITS[tens] if tens > 1 else "") + ("십" if tens else "")
    read += _DIGITS[ones] if ones or not tens else ""
    return f"{number[0]}({romanize_word(read)})"


def _street(name: str, number: str, unit: str, building: str) -> str:
    """Return a street with a number in or behind its name: Banpo-daero 23-gil, Teheran-ro 152.

    With a number 종로 is the road (Jong-ro) and no longer the area (Jongno).
    """
    *around, street = _split(name)
    is_area = street.endswith("로") and not _unit_of(street)
    words = [f"{capitalized(romanize_word(street[:-1]))}-ro" if is_area else _named(street)]
    if number:
        words.append(f"{romanize_word(number)}-{_UNITS[unit]}")
    return " ".join([*map(_named, around), *words, building]).strip()


def _split(place: str) -> tuple[str, ...]:
    """Split an address without spaces: 포항시남구 is 포항시 and 남구, 여의도동 is one place."""
    if len(place) < _SHORTEST_OF_TWO or len(place) > _LONGEST:
        return (place,)
    return _parts(place, within=False)


# Without what is worked out kept, every way to split the rest would be tried for every head.
@lru_cache(maxsize=1024)
def _parts(place: str, *, within: bool) -> tuple[str, ...]:
    """Split `place`; `within` tells that a unit stands before it."""
    for end in range(2, len(place) - 1):
        if place[end - 1] in _AROUND and _unit_of(place[:end]):
            head, rest = place[:end], _parts(place[end:], within=True)
            if _is_around(head, rest[0], within=within or len(rest) > 1):
                return (*_parts(head, within=within), *rest)
    if place[:2] in _METROPOLES and _unit_of(place[2:]) in {"구", "군"}:
        return place[:2], place[2:]
    return (place,)


def _is_around(head: str, part: str, *, within: bool) -> bool:
    """Tell whether `head` can be the province, city or district that `part` is in.

    In names such as 백제군사박물관길 군 is no unit; a road is taken for one only in a 구 or in an address
    that has more units.
    """
    unit, part_unit = _unit_of(head), _unit_of(part)
    if not part_unit or _RANKS[unit[-1]] >= _RANKS[part_unit[-1]]:
        return False
    if unit in {"군", "구"} and len(head) < 3 and not within:
        return False
    return part_unit not in _ROADS or unit == "구" or within


def _station(place: str) -> str:
    """Add the ㄴ of 역 behind a consonant (표준 발음법 제29항: 서울역), but not in 권역, an area."""
    is_station = len(place) > 2 and place[-1] == "역" and place[-2] != "권"
    return place[:-1] + "녁" if is_station and final_of(place[-2]) else place


class _Words(NamedTuple):
    whole: frozenset[str]
    end: tuple[str, ...]
    unit: tuple[str, ...]


@cache
def _words() -> _Words:
    """Return the words that count as a whole, as an end and as a unit."""
    words: dict[str, list[str]] = {"whole": [], "end": [], "unit": []}
    for row, kind in read_table("place_words"):
        words[kind] += row.split()
    return _Words(frozenset(words["whole"]), tuple(words["end"]), tuple(words["unit"]))


def _unit_of(place: str) -> str:
    """Return the administrative unit or road that `place` ends in, "" where there is none."""
    units = _UNITS_BY_END.get(place[-1:])
    words = _words()
    if units is None or place in words.whole:
        return ""
    if place.endswith(words.end) and not place.endswith(words.unit):
        return ""
    unit = next((unit for unit in units if place.endswith(unit)), "")
    return unit if unit and _is_name(place.removesuffix(unit), unit) else ""


def _is_name(stem: str, unit: str) -> bool:
    """Tell whether `stem` can be the name of such a unit."""
    if unit == "도":
        return stem in _PROVINCES
    if unit == "구" and len(stem) == 1:
        return stem in _SHORT_GU
    if unit in {"시", "읍", "로", "대로", "길"}:
        return len(stem) > 1
    return stem != ""
