from __future__ import annotations

from datetime import date

import pytest

from pressgen.computed_facts import amount_fact, count_fact, day_fact
from pressgen.kinds import Unit

RELEASED = date(2026, 11, 23)
PEOPLE = Unit("명", "person", "people")


@pytest.mark.parametrize(
    ("text", "korean", "english", "value"),
    [
        ("2026-11-25", "오는 25일", "the 25th", "2026-11-25"),
        ("2026. 11. 25.(수)", "오는 25일", "the 25th", "2026-11-25"),
        (
            "2026-11-25 15:30",
            "오는 25일 오후 3시 30분",
            "the 25th at 3:30 p.m.",
            "2026-11-25T15:30",
        ),
        ("2026년 12월 1일 낮 12시", "다음 달 1일 낮 12시", "Dec. 1 at noon", "2026-12-01T12:00"),
    ],
)
def test_a_day(text: str, korean: str, english: str, value: str) -> None:
    fact = day_fact("held", text, RELEASED)
    assert (fact.korean, fact.english, fact.value) == (korean, english, value)


def test_a_day_in_its_other_styles() -> None:
    styles = day_fact("held", "2026-11-25 15:30", RELEASED).styles
    announced, official = styles["announced"], styles["official"]
    assert announced.korean == "11월 25일(수) 오후 3시 30분"
    assert official.korean == "2026. 11. 25.(수) 15:30"
    assert announced.english == official.english == "Wednesday, Nov. 25, at 3:30 p.m."
    assert (announced.name, official.name) == ("held.announced", "held.official")


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        ("1", "1명", "1 person"),
        ("30", "30명", "30 people"),
        ("30명", "30명", "30 people"),
        ("12,000", "1만2000명", "12,000 people"),
        ("30000", "3만 명", "30,000 people"),
        ("3만 명", "3만 명", "30,000 people"),
        ("300만", "300만 명", "3 million people"),
    ],
)
def test_a_count_brings_its_noun(text: str, korean: str, english: str) -> None:
    fact = count_fact("guests", text, PEOPLE)
    assert (fact.korean, fact.english) == (korean, english)


@pytest.mark.parametrize(
    ("text", "korean", "english", "value"),
    [
        ("1억9200만 원", "1억9200만 원", "192 million won", "192000000 KRW"),
        ("1억 9,200만원", "1억9200만 원", "192 million won", "192000000 KRW"),
        ("192000000", "1억9200만 원", "192 million won", "192000000 KRW"),
        ("12조3천억", "12조3000억 원", "12.3 trillion won", "12300000000000 KRW"),
        ("3,000원", "3000원", "3,000 won", "3000 KRW"),
        ("1만2000원", "1만2000원", "12,000 won", "12000 KRW"),
        ("90억 원", "90억 원", "9 billion won", "9000000000 KRW"),
        ("300만 달러", "300만 달러", "$3 million", "3000000 USD"),
        ("2.5억 유로", "2억5000만 유로", "250 million euros", "250000000 EUR"),
        ("10억 엔", "10억 엔", "1 billion yen", "1000000000 JPY"),
    ],
)
def test_an_amount_of_money(text: str, korean: str, english: str, value: str) -> None:
    fact = amount_fact("budget", text)
    assert (fact.korean, fact.english, fact.value) == (korean, english, value)


@pytest.mark.parametrize("text", ["", "원", "많은 돈", "3만 루블", "1만2만 원", "9" * 41])
def test_what_is_no_amount_says_what_would_be(text: str) -> None:
    with pytest.raises(ValueError, match=r"수가 아닙니다\. 1억9200만 원이나 300만 달러처럼"):
        amount_fact("budget", text)
