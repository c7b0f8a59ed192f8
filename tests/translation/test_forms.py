"""Which English a fact gets, and how much of it a person has to look at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, listed
from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.forms import Forms
from pressgen.translation.glossary import GlossaryTerm
from pressgen.translation.memory import Remembered
from tests.translation.support import fact, make_sources

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.facts import Value

DAY = date(2026, 11, 23)
ORGANIZATION, PERSON, PLACE = FactType.ORGANIZATION, FactType.PERSON, FactType.PLACE
GLOSSARY = {
    "한빛원": GlossaryTerm("한빛원", "Hanbit Institute", "the"),
    "이동열": GlossaryTerm("이동열", "Lee Dong Youl"),
}


def forms(folder: Path, values: list[Value]) -> Forms:
    machine = [Remembered(ko, en, "google") for ko, en in [("한빛원", "HB"), ("새빛원", "SB")]]
    return Forms(values, GLOSSARY, make_sources(folder, memory=machine), on=DAY)


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        (fact("한빛원", "Hanbit", ORGANIZATION), [], Form("Hanbit", FormOrigin.EVENT)),
        (
            fact("한빛원", None, ORGANIZATION),
            [fact("한빛원", "Hanbit", ORGANIZATION, article="the")],
            Form("Hanbit", FormOrigin.EVENT, "the"),
        ),
        (
            fact("한빛원", None, ORGANIZATION),
            [fact("다른 곳", None, short=fact("한빛원", "Hanbit"))],
            Form("Hanbit", FormOrigin.EVENT),
        ),
        (
            fact("한빛원", None, ORGANIZATION),
            [Group("party", {"x": (fact("한빛원", "Hanbit"),), "y": None})],
            Form("Hanbit", FormOrigin.EVENT),
        ),
        (
            fact("한빛원", None, ORGANIZATION),
            [],
            Form("Hanbit Institute", FormOrigin.GLOSSARY, "the"),
        ),
        (
            fact("한빛원", None, ORGANIZATION),
            [fact("한빛원", "A sentence.", FactType.PHRASE)],
            Form("Hanbit Institute", FormOrigin.GLOSSARY, "the"),
        ),
        (
            fact("새빛원", None, ORGANIZATION),
            [],
            Form("SB", FormOrigin.MEMORY, engine="google"),
        ),
        (fact("온빛원", None, ORGANIZATION), [], None),
        (fact("이동열", None, PERSON), [], Form("Lee Dong Youl", FormOrigin.GLOSSARY)),
        (fact("한보람", None, PERSON), [], Form("Han Bo-ram", FormOrigin.ROMANIZED)),
        (fact("종로", None, PLACE), [], Form("Jongno", FormOrigin.ROMANIZED)),
        (fact("이사장", None, FactType.TITLE), [], Form("Chairperson", FormOrigin.BUILT_IN)),
        (
            fact("이사장", None, FactType.TITLE),
            [fact("이사장", "Chairman", FactType.TITLE)],
            Form("Chairman", FormOrigin.EVENT),
        ),
        (fact("수석조리장", None, FactType.TITLE), [], None),
        (fact("KAIST", None, ORGANIZATION), [], Form("KAIST", FormOrigin.COMPUTED)),
        (fact("02-000-0000", None, FactType.PLAIN), [], Form("02-000-0000", FormOrigin.COMPUTED)),
        (fact("지난 1일", "the 1st", FactType.DAY), [], Form("the 1st", FormOrigin.COMPUTED)),
        (fact("1명", "1 person", FactType.COUNT), [], Form("1 person", FormOrigin.COMPUTED)),
    ],
)
def test_where_the_english_comes_from(
    tmp_path: Path, asked: Fact, given: list[Value], expected: Form | None
) -> None:
    assert forms(tmp_path, [asked, *given]).find(asked) == expected
    assert bool(forms(tmp_path, [asked, *given]).missing(asked)) == (expected is None)


def test_one_name_has_one_spelling_in_a_release(tmp_path: Path) -> None:
    reporter, chair = fact("이동열", None, PERSON), fact("이동열", "Yi Dongyol", PERSON)
    found = forms(tmp_path, [reporter, Group("head", {"name": chair})])
    assert found.find(reporter) == found.find(chair) == Form("Yi Dongyol", FormOrigin.EVENT)


def test_a_list_prints_as_one(tmp_path: Path) -> None:
    parties = listed(
        (fact("솔섬군", "Solseom County"), fact("한빛원", None, ORGANIZATION), fact("새빛원"))
    )
    form = forms(tmp_path, [parties]).find(parties)
    assert form is not None
    assert form.text == "Solseom County, the Hanbit Institute and SB"
    assert form.engine == "google"


def test_a_list_waits_for_its_last_member(tmp_path: Path) -> None:
    unknown = fact("온빛원", None, ORGANIZATION)
    parties = listed((fact("한빛원", None, ORGANIZATION), unknown))
    found = forms(tmp_path, [parties])
    assert found.find(parties) is None
    assert found.missing(parties) == [unknown]


def test_free_text_is_never_a_missing_term(tmp_path: Path) -> None:
    assert forms(tmp_path, []).missing(fact("문을 열었다.", None, FactType.TEXT)) == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("솔섬", "Solseom"),
        ("수원시 영통구", "Yeongtong-gu, Suwon-si"),
        ("새봄시 하늘구", "Saebom-si Haneul-gu"),
        ("전라북도 부안군 위도면", "Jeollabuk-do Buan-gun Wido-myeon"),
        ("종로2가", "Jongno 2(i)-ga"),
        ("시청 대회의실", None),
        ("새빛물류기술진흥원", None),
        ("수원시 영통구 새빛물류기술진흥원", None),
    ],
)
def test_only_the_name_of_a_place_is_romanized(
    place: str, expected: str | None, tmp_path: Path
) -> None:
    """What stands at a place has an English name of its own, which nobody can compute."""
    form = Forms([], {}, make_sources(tmp_path), on=DAY).find(Fact("place", FactType.PLACE, place))
    assert (form.bare if form else None) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 5), "the Ministry of Trade, Industry and Energy"),
        (date(2026, 11, 23), None),  # it has another name since October 2025
    ],
)
def test_a_ministry_is_called_what_it_was_called_on_the_release_day(
    day: date, expected: str | None, tmp_path: Path
) -> None:
    ministry = Fact("host", FactType.ORGANIZATION, "산업통상자원부")
    form = Forms([], {}, make_sources(tmp_path), on=day).find(ministry)
    assert (form.text if form else None) == expected


def test_the_house_glossary_comes_before_the_official_name(tmp_path: Path) -> None:
    glossary = {"환경부": GlossaryTerm("환경부", "Environment Ministry", "the")}
    ministry = Fact("host", FactType.ORGANIZATION, "환경부")
    form = Forms([], glossary, make_sources(tmp_path), on=date(2022, 1, 1)).find(ministry)
    assert form == Form("Environment Ministry", FormOrigin.GLOSSARY, "the")


def office(organization: str, title: str) -> Group:
    """A party of an agreement, its head's title in a group of its own."""
    head = Group("parties.head", {"title": Fact("parties.head.title", FactType.TITLE, title)})
    name = Fact("parties.organization", FactType.ORGANIZATION, organization)
    return Group("parties", {"organization": name, "head": head})


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (["하늘시설관리공단"], "President"),
        (["바다숲재단"], "Chair"),
        (["하늘시설관리공단", "바다숲재단"], "Chairperson"),  # not the same: the general word
        (["새봄협회"], "Chairperson"),
    ],
)
def test_a_title_goes_with_what_it_is_of(offices: list[str], expected: str, tmp_path: Path) -> None:
    parties = tuple(office(name, "이사장") for name in offices)
    forms = Forms([parties], {}, make_sources(tmp_path), on=DAY)
    form = forms.find(Fact("parties.head.title", FactType.TITLE, "이사장"))
    assert form == Form(expected, FormOrigin.BUILT_IN)
