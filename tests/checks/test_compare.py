"""Korean beside its English: what is found, what is not, and where."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen import english
from pressgen.checks import Severity
from pressgen.checks.compare import compare
from pressgen.currencies import CURRENCIES
from pressgen.korean import format_number

if TYPE_CHECKING:
    from datetime import time

    from pressgen.currencies import Currency
    from pressgen.korean.figures import NumberStyle

TABLE = Path(__file__).with_name("pair_cases.tsv")
LINES = TABLE.read_text("utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]
NUMBERS = st.integers(min_value=11, max_value=10**19)
STYLES: st.SearchStrategy[NumberStyle] = st.sampled_from(("press", "spaced", "digits"))


def look(korean: str, translated: str) -> list[str]:
    found = compare(korean, translated)
    return [f"{one.code}:{one.severity}" for one in found if one.severity.wants_a_person]


@pytest.mark.parametrize(("korean", "translated", "expected"), CASES)
def test_a_pair(korean: str, translated: str, expected: str) -> None:
    assert sorted(look(korean, translated) or ["quiet"]) == sorted(expected.split())


def test_a_slip_names_its_size_and_its_places() -> None:
    korean, translated = "사업비는 90억 원이다.", "The project costs 90 billion won."
    [finding] = compare(korean, translated)
    assert finding.message == "‘90억 원’이 영문에서는 ‘90 billion won’입니다. 10배 큽니다."
    assert finding.korean_span is not None
    assert finding.english_span is not None
    assert korean[slice(*finding.korean_span)] == "90억 원"
    assert translated[slice(*finding.english_span)] == "90 billion won"
    assert finding.advice


@pytest.mark.parametrize(
    ("korean", "translated", "code"),
    [
        ("지난 3일 문을 열었다.", "It opened on Tuesday.", "number-reworded"),
        ("나무 8,192그루를 심었다.", "About 8,200 trees were planted.", "number-reworded"),
        ("월요일에 연다.", "It opens soon.", "number-missing"),
        ("곧 문을 연다.", "It opens on Monday.", "number-added"),
        ("한 간호사가 말했다.", "A 26-year-old nurse said so.", "number-added"),
        ("그는 “좋다”고 말했다.", "“It is good, he said.", "english-quotes"),
        ("오늘 문을 여는 미술관을 찾았다.", "x" * 99, "length"),
    ],
)
def test_what_is_only_noted(korean: str, translated: str, code: str) -> None:
    assert [(one.code, one.severity) for one in compare(korean, translated)] == [
        (code, Severity.NOTE)
    ]


@given(NUMBERS, STYLES)
def test_the_same_number_is_quiet(number: int, style: NumberStyle) -> None:
    written = format_number(number, style)
    assert look(f"{written}명이 왔다.", f"{english.number(Decimal(number))} came.") == []


@given(NUMBERS, STYLES, st.sampled_from(CURRENCIES))
def test_the_same_money_is_quiet(number: int, style: NumberStyle, currency: Currency) -> None:
    written = format_number(number, style)
    paid = english.money(Decimal(number), currency)
    assert look(f"{written} {currency.korean}을 냈다.", f"It paid {paid}.") == []


@given(st.integers(min_value=11, max_value=10**15), st.integers(min_value=1, max_value=6))
def test_a_number_with_zeros_too_many_is_named_so(number: int, zeros: int) -> None:
    larger = english.number(Decimal(number * 10**zeros))
    [finding] = compare(f"예산은 {format_number(number)} 원이다.", f"The budget is {larger} won.")
    assert (finding.code, finding.severity) == ("number-scale", Severity.BLOCK)
    assert f"{10**zeros:,}배 큽니다" in finding.message


@given(st.times())
def test_the_same_time_is_quiet(at: time) -> None:
    told = at.replace(second=0, microsecond=0)
    half, hour = ("오전", told.hour) if told.hour < 12 else ("오후", told.hour - 12 or 12)
    korean = f"{half} {hour}시 {told.minute}분에 시작한다."
    assert compare(korean, f"It starts at {english.clock_time(told)}.") == []


@given(st.text(), st.text())
def test_nothing_crashes_it(korean: str, translated: str) -> None:
    check_spans(korean, translated)


KOREAN_PARTS = [
    *"제약수한두세열스물만억조천백십여몇년월일시분초원달러%㎞.,·/~()- 0123456789",
    *("분의", "번째", "오후", "요일", "반", "법 "),
]
ENGLISH_PARTS = [
    *"0123456789.,-/:()$£%' ",
    *("st", "th", "half", "and a half", "two", "hundred", " and ", "million", "thirds", "May"),
    *("Aug. ", "a.m.", "Monday", "miles", "tens of ", "thousands", "-year-old", "s", "a "),
]


@given(st.lists(st.sampled_from(KOREAN_PARTS)), st.lists(st.sampled_from(ENGLISH_PARTS)))
def test_no_number_crashes_it(korean: list[str], translated: list[str]) -> None:
    check_spans("".join(korean), "".join(translated))


def check_spans(korean: str, translated: str) -> None:
    for one in compare(korean, translated):
        for span, text in ((one.korean_span, korean), (one.english_span, translated)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
