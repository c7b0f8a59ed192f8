"""The English names of public bodies and places, each for the days on which it held.

A release of 2022 names the ministry of 2022. data/official_names.csv says for every row where the
name was found; a day that could not be established is empty there and sets no limit.
"""

from __future__ import annotations

import csv
import functools
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
    return the_one_held(_names().get(_normalized(korean), ()), on)


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


def _normalized(korean: str) -> str:
    return unicodedata.normalize("NFC", " ".join(korean.split()))


# What the head of an office is called goes with the end of the office's name; the first that fits.
_TITLES = {
    "구청장": (("구청", "Mayor"), ("구", "Mayor")),
    "군수": (("군청", "Head"), ("군", "Head")),
    "이사장": (("공단", "President"), ("공사", "President"), ("재단", "Chair")),
    "원장": (("병원", "Director"), ("의료원", "Director")),
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
_METROPOLITAN = ("특별시", "광역시", "서울시", "부산시", "대구시", "인천시", "대전시", "울산시")


def title_of(title: str, organization: str) -> str | None:
    """The English of a title that depends on what it is of, without "of …"; None where unsure.

    The head of a county is its Head and of an autonomous district its Mayor: that of a district
    within a city (수원시 장안구) is neither elected nor a mayor.
    """
    title, organization = _normalized(title), _normalized(organization)
    if title == "청장":
        return _AGENCY_HEADS.get(organization)
    if title == "구청장" and _is_in_a_city(organization):
        return None
    endings = _TITLES.get(title, ())
    return next((english for end, english in endings if organization.endswith(end)), None)


def _is_in_a_city(district: str) -> bool:
    return any(
        word.endswith("시") and not word.endswith(_METROPOLITAN) for word in district.split()[:-1]
    )
