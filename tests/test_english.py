from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.english import capitalized, indefinite, listed, news_day, ordinal


@pytest.mark.parametrize(
    "phrase",
    """a union|a university|a unique plan|a unanimous vote|a unit|a European office|a euro|a user
    a usual day|a one-time event|a once-famous park|a utility|a utopia|a uranium mine|a Ukrainian
    a ukulele|a ewe|a hotel|a historic site|a U-turn|a US firm|a U.S. firm|a UN agency|a UNESCO site
    a NASA project|a HACCP mark|a LIMITED offer|a 1,100-seat hall|a 110-seat hall|a 180-seat hall
    a 5G network|a K-pop group|a DMZ tour|a “union”|a 1.8-liter bottle|a yard|a KOTRA office
    an umbrella|an uninvited guest|an unidentified object|an unimportant note|an usher|an utter loss
    an hour|an honest man|an honorary citizen|an heir|an onerous task|an urban park|an Ulsan firm
    an MOU|an LED lamp|an SBS show|an NGO|an R&D center|an S&P index|an F1 race|an X-ray|an A grade
    an AI firm|an e-book|an Eunpyeong-gu office|an Euljiro street|an Uijeongbu mayor|an 8-year plan
    an 11th|an 18-hole course|an 1800s house|an 11,000-seat hall|an 80% share|an “award”|an iM Bank
    an HR team""".replace("\n", "|").split("|"),
)
def test_a_or_an_goes_by_the_sound(phrase: str) -> None:
    noun = phrase.strip().split(" ", 1)[1]
    assert indefinite(noun) == phrase.strip()


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"),
     (13, "13th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (30, "30th"), (31, "31st"),
     (100, "100th"), (101, "101st"), (111, "111th"), (112, "112th"), (1013, "1013th")],
)  # fmt: skip
def test_an_ordinal(number: int, expected: str) -> None:
    assert ordinal(number) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2022-12-01", "the 1st"),
        ("2022-12-31", "the 31st"),
        ("2022-11-27", "Nov. 27"),
        ("2022-01-02", "Jan. 2"),
        ("2022-03-03", "March 3"),
        ("2022-05-05", "May 5"),
        ("2022-06-06", "June 6"),
        ("2022-07-17", "July 17"),
        ("2022-09-09", "Sept. 9"),
        ("2021-12-05", "Dec. 5, 2021"),
        ("2023-01-03", "Jan. 3, 2023"),
    ],
)
def test_a_day_is_told_from_the_release(day: str, expected: str) -> None:
    assert news_day(date.fromisoformat(day), date(2022, 12, 5)) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_has_no_comma_before_and(items: list[str], expected: str) -> None:
    assert listed(items) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the Ministry said", "The Ministry said"),
        ("“the best”", "“The best”"),
        ("(‘the best’)", "(‘The best’)"),
        ("iM Bank said", "iM Bank said"),
        ("eBay said", "eBay said"),
        ("2,000 people", "2,000 people"),
        ("", ""),
        ("“", "“"),
        ("한국 said", "한국 said"),
    ],
)
def test_a_sentence_begins_with_a_capital(sentence: str, expected: str) -> None:
    assert capitalized(sentence) == expected


@given(st.text())
def test_only_the_first_letter_changes(text: str) -> None:
    assert capitalized(text).casefold() == text.casefold()
    assert capitalized(capitalized(text)) == capitalized(text)
