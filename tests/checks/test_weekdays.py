"""A weekday that is not that date's is told; a right one is not. Weekdays from the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.checks.weekdays import wrong_weekdays

DAYS = "월화수목금토일"
RELEASED = date(2026, 11, 2)


def told(text: str) -> str:
    """The right weekdays of the dates that are wrong."""
    return "".join(right for _, right in wrong_weekdays(text, RELEASED))


def test_a_finding_quotes_the_date() -> None:
    assert list(wrong_weekdays("오는 11월 23일(화) 오후 3시에 연다.", RELEASED)) == [
        ("11월 23일(화)", "월")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Usage of the press.
        ("11월 23일(월) 오후 3시에 연다.", ""),
        ("11월 23일(화) 오후 3시에 연다.", "월"),
        ("11월 23일 (화)", "월"),
        ("11월 23일(월요일)", ""),
        ("11월 23일(화요일)", "월"),
        ("11월 23일 월요일", ""),
        ("11월 23일 화요일", "월"),
        ("11월 23일, 화요일", "월"),
        ("11월 23일[화]", "월"),
        ("11월 23일(月)", ""),
        ("11월 23일(火)", "월"),
        ("2026년11월23일(화)", "월"),
        ("2026년 3월 4일(수)과 3월 5일(금)", "목"),
        ("2025년 11월 23일(일)", ""),
        # A time behind the weekday, and what is no weekday.
        ("11월 23일(월, 오후 2시)", ""),
        ("11월 23일(화, 14:00)", "월"),
        ("11월 23일(화 14:00)", "월"),
        ("11월 23일(화/14시)", "월"),
        ("11월 23일 열린다(월 1회).", ""),
        ("11월 23일(화 1회)", ""),
        ("11월 23일(일 2회)", ""),
        ("11월 23일(화 3시간)", ""),
        ("11월 23일(화학)", ""),
        ("11월 23~24일(화~수)", ""),
        ("23(화)", ""),
        # Usage of offices: 한글 맞춤법 부록 ‘문장 부호’ 마침표 (1919. 3. 1.), and ISO 8601.
        ("2026. 3. 4.(수) 15:30", ""),
        ("2026. 3. 4.(목) 15:30", "수"),
        ("2026.3.4(목)", "수"),
        ("2026. 03. 04. (목)", "수"),
        ("’26. 3. 4.(목)", "수"),
        ("26.3.4.(목)", "수"),
        ("11. 23.(월)", ""),
        ("11. 23.(화)", "월"),
        ("11.23(화)", "월"),
        ("2026-03-04(목)", "수"),
        ("2026/3/4(수)", ""),
        ("버전 1.2.3(일)", ""),
        # Another year than the release's.
        ("지난해 12월 25일(목)", ""),
        ("지난해 12월 25일(금)", "목"),
        ("작년 12월 25일(금)", "목"),
        ("내년 1월 5일(화)", ""),
        ("내년 1월 5일(월)", "화"),
        ("올해 3월 4일(수)", ""),
        # Without a year in November, January may be that of 2026 or of 2027, March is not.
        ("1월 5일(월)", ""),
        ("1월 5일(화)", ""),
        ("1월 5일(수)", "월"),
        ("3월 4일(목)", "수"),
        # The date before tells the year and the month.
        ("3월 4일(수)~6일(금)", ""),
        ("3월 4일(수)부터 6일(목)까지", "금"),
        ("11월 30일(월)~1일(화)", ""),
        ("11월 23일(월)·24일(수)", "화"),
        ("2026. 3. 4.(수) ~ 3. 6.(목)", "금"),
        ("2025년 11월 23일(일)부터 12월 25일(목)까지", ""),
        ("2025년 12월 30일(화)~1월 2일(금)", ""),
        ("2026. 12. 30.(수) ~ 2027. 1. 2.(토)", ""),
        # Without a month: that of the release and those beside it.
        ("지난달 30일(금)", ""),
        ("지난달 30일(토)", "금"),
        ("다음 달 3일(목)", ""),
        ("내달 3일(금)", "목"),
        ("이달 6일(목)", "금"),
        ("오는 6일(금)", ""),
        ("지난 30일(금)", ""),
        ("오는 6일(목)", "금"),
        # Days that do not exist have no weekday.
        ("2월 30일(월)", ""),
        ("2월 29일(목)", ""),
        ("2024년 2월 29일(목)", ""),
        ("13월 1일(월)", ""),
        ("0000년 1월 1일(월)", ""),
    ],
)
def test_weekdays(text: str, expected: str) -> None:
    assert told(text) == expected


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.integers(1, 6),
    st.sampled_from(["{0.year}년 {0.month}월 {0.day}일", "{0.year}. {0.month}. {0.day}.", "{0}"]),
)
def test_every_date_knows_its_weekday(day: date, off: int, form: str) -> None:
    right = DAYS[day.weekday()]
    wrong = DAYS[(day + timedelta(days=off)).weekday()]
    written = form.format(day)
    assert not list(wrong_weekdays(f"{written}({right})", RELEASED))
    assert list(wrong_weekdays(f"{written}({wrong})", RELEASED)) == [(f"{written}({wrong})", right)]


@given(
    st.lists(st.sampled_from([*"0129월일년.-/(화)~ ", "지난달 ", "2월 ", "30일(월)"])).map("".join),
    st.dates(),
)
def test_any_text_on_any_day(text: str, released: date) -> None:
    assert all(right in DAYS for _, right in wrong_weekdays(text, released))
