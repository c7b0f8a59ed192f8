"""Days and times read from the ways in which Korean news, offices and computers write them."""

from __future__ import annotations

import calendar
from datetime import date, time
from typing import TYPE_CHECKING, Final

from .dates import WEEKDAYS
from .hangul import nfc
from .patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

_WEEKDAY: Final = rf"(?:\s?\((?P<weekday>[{WEEKDAYS}])(?:요일)?\))?"
_TIME: Final = (
    r"(?:(?:\s|(?<=\)|\.))(?P<half>오전|오후|낮|밤|새벽|아침|저녁)?\s?"
    r"(?:(?P<hour>\d{1,2})시(?:\s?(?P<minute>\d{1,2})분|\s?(?P<half_past>반))?|(?P<clock>\d{1,2}:\d\d)))?"
)
_DAYS: Final = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<y>\d{4})(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<d>\d{1,2})\.?",
    r"(?:(?P<y>\d{4})년|(?P<year>지난해|작년|올해|내년))?\s?(?:(?P<side>지난|오는)\s)?(?P<m>\d{1,2})월\s?(?P<d>\d{1,2})일",
    r"(?P<month>지난달|지난 달|이달|이번 달|다음 달|다음달|내달)\s(?P<d>\d{1,2})일",
    r"(?:(?P<side>지난|오는)\s)?(?P<d>\d{1,2})일",
)
_MOMENTS: Final = tuple(day + _WEEKDAY + _TIME for day in _DAYS)
_YEARS: Final = {"지난해": -1, "작년": -1, "올해": 0, "내년": 1}
_MONTHS: Final = {
    **dict.fromkeys(("지난달", "지난 달"), -1),
    **dict.fromkeys(("이달", "이번 달"), 0),
    **dict.fromkeys(("다음 달", "다음달", "내달"), 1),
}


class NoDayError(ValueError):
    """The text is no day, or one that the calendar does not have."""


class NoTimeError(NoDayError):
    """The text is a day, but what stands behind it is no time of day."""


class WrongWeekdayError(ValueError):
    """The day has another weekday than the text says; `right` is it (월)."""

    def __init__(self, text: str, right: str) -> None:
        super().__init__(f"{text!r} is a {right}요일")
        self.right = right


def parse_day(text: str, released: date | None = None) -> date:
    """Return the day that `text` names: 2026-11-23, 2026. 11. 23.(월), 2026년 11월 23일.

    With `released`, the day of the article, also what is told from it: 지난 1일, 다음 달 3일,
    11월 23일, 지난해 12월 30일. 지난 and 오는 mean the nearest such day before or after the release.
    Raises NoDayError, and WrongWeekdayError where the text has a weekday that is not the day's.
    """
    day, at = parse_moment(text, released)
    if at is not None:
        raise NoDayError(f"{text!r} has a time of day")
    return day


def parse_moment(text: str, released: date | None = None) -> tuple[date, time | None]:
    """Return the day that `text` names, as `parse_day` does, and its time of day if it has one.

    Times are 15:30, 오후 3시 30분, 낮 12시, 0시, 3시 반 with 오전 or 오후; an hour up to 12 that does
    not say which half of the day it is in raises NoTimeError, as whatever else behind a day can't be read.
    """
    folded = " ".join(nfc(text).split())
    for pattern in _MOMENTS:
        if match := compiled(pattern).fullmatch(folded):
            parts = match.groupdict()
            day, at = _day(parts, released, text), _time(parts, text)
            right = WEEKDAYS[day.weekday()]
            if parts["weekday"] not in (None, right):
                raise WrongWeekdayError(text, right)
            return day, at
    for pattern in _DAYS:
        if match := compiled(rf"{pattern}{_WEEKDAY}\s").match(folded):
            _day(match.groupdict(), released, text)
            raise _no_time(text)
    raise _no_day(text)


def _no_time(text: str) -> NoTimeError:
    return NoTimeError(f"{text!r} has no time of day (15:30 and 오후 3시 30분 are)")


def _no_day(text: str) -> NoDayError:
    return NoDayError(f"{text!r} is no day (2026-11-23 and 2026. 11. 23.(월) are)")


def _day(parts: dict[str, str | None], released: date | None, text: str) -> date:
    number = int(parts["d"] or 0)
    try:
        if year := parts.get("y"):
            return date(int(year), int(parts["m"] or 0), number)
        if released is None:
            raise _no_day(text)
        if month := parts.get("m"):
            return _day_of_year(int(month), number, parts, released)
        return _day_of_month(number, parts, released)
    except ValueError:
        raise _no_day(text) from None


def _day_of_year(month: int, number: int, parts: dict[str, str | None], released: date) -> date:
    """Return a day that names its month: in the year that is said, else in the release's, or the
    nearest before or after it."""
    if year := parts.get("year"):
        return date(released.year + _YEARS[year], month, number)
    step = {"지난": -1, "오는": 1}.get(parts.get("side") or "", 0)
    if not step:
        return date(released.year, month, number)
    years = range(released.year, released.year + 9 * step, step)  # Feb. 29 can be 8 years away
    return _nearest(((year, month) for year in years), number, released, step)


def _day_of_month(number: int, parts: dict[str, str | None], released: date) -> date:
    """Return a day that names no month, or one told from the release's."""
    months = released.year * 12 + released.month - 1
    if month := parts.get("month"):
        year, index = divmod(months + _MONTHS[month], 12)
        return date(year, index + 1, number)
    step = {"지난": -1, "오는": 1}.get(parts.get("side") or "", 0)
    if not step:
        return released.replace(day=number)
    near = (divmod(months + step * away, 12) for away in range(3))
    return _nearest(((year, index + 1) for year, index in near), number, released, step)


def _nearest(months: Iterable[tuple[int, int]], number: int, released: date, step: int) -> date:
    for year, month in months:
        if 1 <= number <= calendar.monthrange(year, month)[1]:
            day = date(year, month, number)
            if (day - released).days * step > 0:
                return day
    raise NoDayError(f"no month near has a day {number}")


def _time(parts: dict[str, str | None], text: str) -> time | None:
    half = parts["half"]
    if clock := parts["clock"]:
        hour, minute = map(int, clock.split(":"))
    elif parts["hour"]:
        hour, minute = int(parts["hour"]), 30 if parts["half_past"] else int(parts["minute"] or 0)
        if half is None and 1 <= hour <= 12:
            raise _no_time(text)
    else:
        return None
    try:
        return time(hour_of_day(hour, half), minute)
    except ValueError:
        raise _no_time(text) from None


def hour_of_day(hour: int, half: str | None) -> int:
    """Return the hour by the 24-hour clock."""
    if half is None or hour > 12:
        return hour
    if half in ("오전", "새벽", "아침"):
        return hour % 12
    if half == "밤":  # 밤 12시 is the end of the day, which no time of that day is
        return hour + 12 if 6 <= hour < 12 else 24
    return hour if half == "낮" and hour in (11, 12) else hour % 12 + 12
