"""Offices in running Korean: what machines printed instead of them are the cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group
from pressgen.translation.offices import offices_in
from pressgen.translation.protection import mask, surname_in
from tests.translation.support import fact, make_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        ("김관영 전북지사는 웃었다.", "전북지사", "Jeonbuk Governor"),
        ("전북도지사가 왔다.", "전북도지사", "Jeonbuk Governor"),
        ("제주지사를 만났다.", "제주지사", "Jeju Governor"),
        ("부산시장이 왔다.", "부산시장", "Busan Mayor"),
        ("중랑구청장은 말했다.", "중랑구청장", "Jungnang-gu Mayor"),
        ("부안군수와 함께", "부안군수", "Buan County Head"),
        ("국토교통부는 밝혔다.", "국토교통부", "Ministry of Land, Infrastructure and Transport"),
    ],
)
def test_an_office_has_its_english(text: str, korean: str, english: str) -> None:
    found = offices_in(text, DAY)
    assert found[korean].bare == english


@pytest.mark.parametrize(
    "text",
    ["남대문시장에 갔다.", "강남지사를 열었다.", "신임군수가 왔다.", "부군수", "북구청장", ""],
)
def test_what_may_be_something_else_is_left_alone(text: str) -> None:
    assert offices_in(text, DAY) == {}


def test_a_ministry_is_called_what_it_was_called_on_that_day() -> None:
    (before,) = offices_in("산업통상자원부가 밝혔다.", date(2022, 12, 5)).values()
    assert before.bare == "Ministry of Trade, Industry and Energy"
    assert offices_in("산업통상자원부가 밝혔다.", DAY) == {}


def head(name: str, english: str | None = None) -> Group:
    return Group(
        "head",
        {
            "title": Fact("head.title", FactType.TITLE, "군수", english="County Governor"),
            "name": fact(name, english, FactType.PERSON),
        },
    )


def masked(folder: Path, text: str, *heads: Group) -> tuple[str, dict[str, str]]:
    result = mask(text, make_vocabulary(folder, heads).terms)
    return result.text, {term.korean: term.form.bare for term in result.terms.values()}


def test_a_surname_with_its_title_is_that_person(tmp_path: Path) -> None:
    text, terms = masked(tmp_path, "권 군수는 웃었다. 군수는 바쁘다.", head("권익현"))
    assert text == "QXA는 웃었다. 군수는 바쁘다."
    assert terms == {"권 군수": "County Governor Kwon"}


def test_two_of_one_surname_and_title_are_not_told_apart(tmp_path: Path) -> None:
    _, terms = masked(tmp_path, "권 군수는 웃었다.", head("권익현"), head("권나래"))
    assert terms == {}


@pytest.mark.parametrize(
    ("english", "korean", "surname"),
    [
        ("Kwon Ik-hyun", "권익현", "Kwon"),
        ("Ik-hyun Kwon", "권익현", "Kwon"),
        ("Ik-hyun Gwon", "권익현", "Gwon"),
        ("Gwon Ikhyun", "권익현", "Gwon"),
        ("Namgung Min", "남궁민", "Namgung"),
        ("Psy", "박재상", None),
        ("Kim Min Su", "김민수", "Kim"),
        ("Min Su Gim", "김민수", None),
    ],
)
def test_the_surname_in_an_english_name(english: str, korean: str, surname: str | None) -> None:
    assert surname_in(english, korean) == surname


def test_an_office_is_protected_and_the_islands_name_is_no_latitude(tmp_path: Path) -> None:
    island = fact("위도", "Wido", FactType.PLACE)
    vocabulary = make_vocabulary(tmp_path, [island])
    result = mask("전북지사는 위도에서 추위도 잊었다.", vocabulary.terms)
    assert result.text == "QXA는 QXB에서 추위도 잊었다."
    assert result.unmasked("QXA forgot the cold on QXB.") == (
        "the Jeonbuk Governor forgot the cold on Wido."
    )
