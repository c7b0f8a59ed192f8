"""A weekday that is not that date's is told; a right one is not. Weekdays of 2026 from the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.checks.weekdays import wrong_weekdays

DAYS = "월화수목금토일"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11월 23일(월) 오후 3시에 연다.", []),
        ("11월 23일(화) 오후 3시에 연다.", [("11월 23일(화)", "월")]),
        ("2026년 3월 4일(수)과 3월 5일(금)", [("3월 5일(금)", "목")]),
        ("2025년 11월 23일(일)", []),
        ("2026. 3. 4.(수) 15:30", []),
        ("2026. 3. 4.(목) 15:30", [("2026. 3. 4.(목)", "수")]),
        ("11월 23일(월요일)", []),
        ("11월 23일(화요일)", [("11월 23일(화요일)", "월")]),
        ("2월 30일(월)", []),
        ("11월 23일 열린다(월 1회).", []),
    ],
)
def test_weekdays(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(wrong_weekdays(text, 2026)) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 6))
def test_every_date_knows_its_weekday(day: date, off: int) -> None:
    right = DAYS[day.weekday()]
    wrong = DAYS[(day + timedelta(days=off)).weekday()]
    written = f"{day.year}년 {day.month}월 {day.day}일"
    assert not list(wrong_weekdays(f"{written}({right})", 2026))
    assert list(wrong_weekdays(f"{written}({wrong})", 2026)) == [(f"{written}({wrong})", right)]
