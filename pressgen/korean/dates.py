"""Days and times as Korean news and Korean offices write them; date_reading.py reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

WEEKDAYS = "월화수목금토일"


def news_day(day: date, released: date, at: time | None = None) -> str:
    """Return `day` as a news article that comes out on `released` calls it, with the time `at`.

    The year is said relative to the release where it is the one before or after, the month where
    it is not the release's own: 3일, 지난 1일, 오는 15일, 지난달 27일, 다음 달 3일, 지난 9월 1일,
    오는 12월 15일, 지난해 12월 30일, 내년 1월 3일, else 2020년 12월 30일. (맞춤법: 지난달, 지난해
    and 내년 are one word each in 표준국어대사전, 다음 달 is two.)
    """
    return _with_time(_distance(day, released), at)


def _distance(day: date, released: date) -> str:
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


def announced_day(day: date, released: date, at: time | None = None) -> str:
    """Return `day` as an announcement gives it: 11월 23일(월) 오후 3시 30분.

    With its year where that is not the release's: 2027년 1월 3일(일).
    """
    year = "" if day.year == released.year else f"{day.year}년 "
    return _with_time(f"{year}{day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})", at)


def official_day(day: date, at: time | None = None) -> str:
    """Return `day` as a public document writes it: 2026. 3. 4.(수), 2026. 3. 4.(수) 09:05.

    A full stop for each of 년, 월 and 일, and the 24-hour clock with a colon: 행정업무의 운영 및
    혁신에 관한 규정 제7조 제5항. No leading zeros in the date, but in the time (08:10):
    행정안전부, 행정업무운영 편람(2020).
    """
    written = f"{numeric_day(day)}({WEEKDAYS[day.weekday()]})"
    return f"{written} {at:%H:%M}" if at else written


def numeric_day(day: date) -> str:
    """Return `day` in figures, as `official_day` has it without the weekday: 2026. 3. 4."""
    return f"{day.year}. {day.month}. {day.day}."


def clock_time(at: time) -> str:
    """Return the time as news gives it: 오전 9시, 오후 3시 30분, 낮 12시, 0시 5분.

    The hour after midnight is 0시, because 오전 12시 and 자정 are read both ways; the one from noon
    is 낮 12시, as the press has it.
    """
    halves = {0: "0시", 12: "낮 12시"}
    hour = halves.get(at.hour) or (
        f"오전 {at.hour}시" if at.hour < 12 else f"오후 {at.hour - 12}시"
    )
    return f"{hour} {at.minute}분" if at.minute else hour


def _with_time(day: str, at: time | None) -> str:
    return f"{day} {clock_time(at)}" if at else day
