"""The English names of public bodies and places, each for the days on which it held.

A release of 2022 names the ministry of 2022. data/official_names.csv says for every row where the
name was found; a day that could not be established is empty there and sets no limit.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.facts import Article

Kind = Literal["ministry", "agency", "province", "district", "institution"]

NAMES_FILE = Path(__file__).parent / "data" / "official_names.csv"


@dataclass(frozen=True, slots=True)
class OfficialName:
    """One row: a name with its bare English, held from the first to the last day given."""

    korean: str
    english: str
    article: Article
    kind: Kind
    source: str
    valid_from: date | None
    valid_to: date | None

    def held(self, on: date) -> bool:
        began = self.valid_from is None or self.valid_from <= on
        return began and (self.valid_to is None or on <= self.valid_to)


def find_official(korean: str, on: date) -> OfficialName | None:
    """The name as it held on that day; None where none did or the English would be a guess."""
    names = _names()
    return the_one_held([row for name in _written(korean) for row in names.get(name, ())], on)


def the_one_held(names: Iterable[OfficialName], on: date) -> OfficialName | None:
    """The row that held on that day, if all that did agree on the English."""
    held = [name for name in names if name.held(on)]
    return held[0] if len({name.english for name in held}) == 1 else None


@functools.cache
def official_names() -> tuple[OfficialName, ...]:
    """Every row of the file, in its order."""
    with NAMES_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_name(row) for row in csv.DictReader(file))


@functools.cache
def _names() -> dict[str, list[OfficialName]]:
    names: defaultdict[str, list[OfficialName]] = defaultdict(list)
    for name in official_names():
        names[name.korean].append(name)
    return dict(names)


def _name(row: dict[str, str]) -> OfficialName:
    return OfficialName(
        korean=row["ko"],
        english=row["en"],
        article=cast("Article", row["article"]),
        kind=cast("Kind", row["kind"]),
        source=row["source"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


# A district whose name is not its alone stands in the table with all of its city's or province's.
_IN_FULL = {
    "서울": ("서울특별시",),
    "서울시": ("서울특별시",),
    "부산": ("부산광역시",),
    "부산시": ("부산광역시",),
    "대구": ("대구광역시",),
    "대구시": ("대구광역시",),
    "인천": ("인천광역시",),
    "인천시": ("인천광역시",),
    "광주": ("광주광역시",),
    "대전": ("대전광역시",),
    "대전시": ("대전광역시",),
    "울산": ("울산광역시",),
    "울산시": ("울산광역시",),
    "경기": ("경기도",),
    "강원": ("강원도", "강원특별자치도"),
    "경남": ("경상남도",),
}


def _written(korean: str) -> list[str]:
    """The name as given, and with its city or province in full: 서울 중구 is 서울특별시 중구."""
    name = _normalized(korean)
    city, _, district = name.partition(" ")
    return [name, *(f"{full} {district}" for full in _IN_FULL.get(city, ()))]


def _normalized(korean: str) -> str:
    return unicodedata.normalize("NFC", " ".join(korean.split()))


# What the bearer of a title is called goes with the end of the office's name; the first that fits.
# The Governors after https://cm.asiae.co.kr/en/article/2024020208341902998, the Prosecutor General
# after https://biz.chosun.com/en/en-society/2026/01/12/2WJCG5RMR5FN5MZ5O25HJSUOKM/, the President of
# the court after http://www.korea.net/Government/Constitution-and-Government/Independent-Organizations;
# the rest is usage.
_TITLES = {
    "구청장": (("(구청|구)$", "Mayor"),),
    "군수": (("(군청|군)$", "Head"),),
    "부군수": (("(군청|군)$", "Deputy Head"),),
    "이사장": (("(공단|공사)$", "President"), ("재단$", "Chair")),
    # A research institute of the state itself (국립…) has a Director General rather than a President.
    "원장": (
        ("(병원|의료원)$", "Director"),
        ("^국가정보원$", "Director"),
        ("^금융감독원$", "Governor"),
        ("^감사원$", "Chairperson"),
        ("^(?!국립).*(연구원|진흥원|과학기술원)$", "President"),
    ),
    "소장": (("^헌법재판소$", "President"),),
    "총장": (("검찰청$", "Prosecutor General"), ("^공소청$", "Prosecutor General")),
    "총재": (("^한국은행$", "Governor"),),
    "의장": (("^국회$", "Speaker"),),
    "부의장": (("^국회$", "Vice Speaker"),),
    "의원": (("^국회$", "Representative"), ("의회$", "Council Member")),
    "회장": (("학회$", "President"),),
    "대표": ((r"주식회사|㈜|\(주\)", "CEO"),),
    "감독": (
        ("(구단|축구단|야구단|농구단|배구단|선수단|대표팀)$", "Head Coach"),
        ("(영화사|필름|픽처스)$", "Director"),
    ),
    "과장": (("(시청|도청|군청|구청|교육청)$", "Director"),),
}
# Those that the rule on the English names of government bodies gives (정부조직 영어명칭에 관한 규칙,
# see titles.py), where another kind of office calls them otherwise.
_GOVERNMENT_TITLES: dict[str, tuple[frozenset[Kind], str, str]] = {
    "처장": (frozenset({"ministry"}), "처$", "Minister"),
    "차장": (frozenset({"ministry"}), "처$", "Vice Minister"),
    "실장": (frozenset({"ministry"}), "부$", "Deputy Minister"),
    "과장": (frozenset({"ministry", "agency", "province", "district"}), "", "Director"),
    "위원": (frozenset({"agency"}), "위원회$", "Commissioner"),
}
# The agencies whose heads are called a Commissioner, and those whose own pages say otherwise. The
# rest are left to the user: 청장 is a Commissioner, an Administrator or a Minister.
_AGENCY_HEADS = {
    "국세청": "Commissioner",
    "관세청": "Commissioner",
    "질병관리청": "Commissioner",
    "재외동포청": "Commissioner",
    "경찰청": "Commissioner General",
    "조달청": "Administrator",
    "기상청": "Administrator",
    "새만금개발청": "Administrator",
    "행정중심복합도시건설청": "Administrator",
}
# By the rule; that of the police is a Deputy Commissioner General.
_WITH_VICE = ("Commissioner", "Administrator")
_METROPOLITAN = ("특별시", "광역시", "서울시", "부산시", "대구시", "인천시", "대전시", "울산시")


# The same offices and titles come again and again.
@functools.lru_cache(maxsize=2048)
def title_of(title: str, organization: str) -> str | None:
    """The English of a title that depends on what it is of, without "of …"; None where unsure.

    The head of a county is its Head and of an autonomous district its Mayor: that of a district
    within a city (수원시 장안구) is neither elected nor a mayor.
    """
    title, organization = _normalized(title), _normalized(organization)
    if title == "청장":
        return _AGENCY_HEADS.get(organization)
    if title == "차장" and (head := _AGENCY_HEADS.get(organization)) in _WITH_VICE:
        return f"Vice {head}"
    if title == "구청장" and _is_in_a_city(organization):
        return None
    for end, english in _TITLES.get(title, ()):
        if re.search(end, organization):
            return english
    return _government_title(title, organization)


def _government_title(title: str, organization: str) -> str | None:
    if title not in _GOVERNMENT_TITLES:
        return None
    kinds, end, english = _GOVERNMENT_TITLES[title]
    is_such = any(name.kind in kinds for name in _names().get(organization, ()))
    return english if is_such and re.search(end, organization) else None


def _is_in_a_city(district: str) -> bool:
    return any(
        word.endswith("시") and not word.endswith(_METROPOLITAN) for word in district.split()[:-1]
    )
