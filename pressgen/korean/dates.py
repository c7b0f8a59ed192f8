"""Days as Korean news and Korean offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS = "월화수목금토일"


def news_day(day: date, released: date) -> str:
    """Return `day` as a news article that comes out on `released` calls it.

    The year is said relative to the release where it is the one before or after, the month where
    it is not the release's own: 3일, 지난 1일, 오는 15일, 지난달 27일, 다음 달 3일, 지난 9월 1일,
    오는 12월 15일, 지난해 12월 30일, 내년 1월 3일, else 2020년 12월 30일. (맞춤법: 지난달, 지난해
    and 내년 are one word each in 표준국어대사전, 다음 달 is two.)
    """
    if day == released:
        return f"{day.day}일"
    if day.year != released.year:
        return _another_year(day, released)
    if day.month == released.month:
        return f"{_side(day, released)} {day.day}일"
    if day.month == released.month - 1:
        return f"지난달 {day.day}일"
    if day.month == released.month + 1:
        return f"다음 달 {day.day}일"
    return f"{_side(day, released)} {day.month}월 {day.day}일"


def _side(day: date, released: date) -> str:
    return "지난" if day < released else "오는"


def _another_year(day: date, released: date) -> str:
    names = {released.year - 1: "지난해", released.year + 1: "내년"}
    year = names.get(day.year, f"{day.year}년")
    return f"{year} {day.month}월 {day.day}일"


def official_day(day: date) -> str:
    """Return `day` as a public document writes it: 2026. 3. 4.(수).

    No leading zeros, a full stop for each of 년, 월 and 일: 행정업무의 운영 및 혁신에 관한 규정
    제7조 제5항.
    """
    return f"{day.year}. {day.month}. {day.day}.({WEEKDAYS[day.weekday()]})"
