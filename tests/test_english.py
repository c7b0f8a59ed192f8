from __future__ import annotations

from datetime import date, time
from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.currencies import CURRENCIES
from pressgen.english import (
    announced_day,
    capitalized,
    clock_time,
    indefinite,
    listed,
    money,
    news_day,
    number,
    ordinal,
)


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


@pytest.mark.parametrize(
    ("at", "expected"),
    [("00:00", "12 a.m."), ("00:05", "12:05 a.m."), ("09:00", "9 a.m."), ("11:59", "11:59 a.m."),
     ("12:00", "noon"), ("12:30", "12:30 p.m."), ("13:00", "1 p.m."), ("15:30", "3:30 p.m."),
     ("15:05", "3:05 p.m."), ("23:59", "11:59 p.m.")],
)  # fmt: skip
def test_a_time_of_day(at: str, expected: str) -> None:
    assert clock_time(time.fromisoformat(at)) == expected


@pytest.mark.parametrize(
    ("day", "expected", "announced"),
    [
        ("2026-11-25", "the 25th at 3:30 p.m.", "Wednesday, Nov. 25, at 3:30 p.m."),
        ("2026-12-01", "Dec. 1 at 3:30 p.m.", "Tuesday, Dec. 1, at 3:30 p.m."),
        ("2027-01-03", "Jan. 3, 2027, at 3:30 p.m.", "Sunday, Jan. 3, 2027, at 3:30 p.m."),
        ("2026-05-05", "May 5 at 3:30 p.m.", "Tuesday, May 5, at 3:30 p.m."),
    ],
)
def test_a_day_with_its_time(day: str, expected: str, announced: str) -> None:
    released, at = date(2026, 11, 23), time(15, 30)
    assert news_day(date.fromisoformat(day), released, at) == expected
    assert announced_day(date.fromisoformat(day), released, at) == announced


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("1", "1"),
        ("30", "30"),
        ("1200", "1,200"),
        ("12000", "12,000"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1234567", "1,234,567"),
        ("1200000", "1.2 million"),
        ("192000000", "192 million"),
        ("50000000", "50 million"),
        ("123450000", "123.45 million"),
        ("123456789", "123,456,789"),
        ("1000000000", "1 billion"),
        ("9000000000", "9 billion"),
        ("1234560000", "1,234.56 million"),
        ("9999000000", "9.999 billion"),
        ("350000000000", "350 billion"),
        ("3500000000000", "3.5 trillion"),
        ("12300000000000", "12.3 trillion"),
        ("12345600000000", "12.3456 trillion"),
        ("1E+16", "10,000 trillion"),
        ("-192000000", "-192 million"),
        ("1.50", "1.5"),
        ("0.05", "0.05"),
        ("1000000.5", "1,000,000.5"),
        (
            "12345678901234567890123456789012345678",
            "12,345,678,901,234,567,890,123,456,789,012,345,678",
        ),
    ],
)
def test_a_large_number(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


_UNITS = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers().map(Decimal))
def test_a_number_in_words_is_never_rounded(value: Decimal) -> None:
    figures, _, unit = number(value).partition(" ")
    written = Decimal(figures.replace(",", ""))
    assert Context(prec=500).multiply(written, Decimal(_UNITS.get(unit, 1))) == value


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("KRW", "192000000", "192 million won"),
        ("KRW", "3000", "3,000 won"),
        ("KRW", "1", "1 won"),
        ("USD", "3000000", "$3 million"),
        ("USD", "-3.5", "-$3.5"),
        ("EUR", "1", "1 euro"),
        ("EUR", "2500000", "2.5 million euros"),
        ("JPY", "1000000000", "1 billion yen"),
        ("CNY", "500", "500 yuan"),
        ("GBP", "1", "1 pound"),
    ],
)
def test_money(code: str, value: str, expected: str) -> None:
    currency = next(one for one in CURRENCIES if one.code == code)
    assert money(Decimal(value), currency) == expected
