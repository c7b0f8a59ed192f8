"""Weekdays that are not those of their dates: 11월 23일(화) in a year in which it is a Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.release import Release

_DAYS = "월화수목금토일"
_HANJA = str.maketrans("月火水木金土日", _DAYS)
_YEARS_AWAY = {"재작년": -2, "지난해": -1, "작년": -1, "올해": 0, "내년": 1}
_MONTHS_AWAY = {"지난달": -1, "이달": 0, "다음 달": 1, "다음달": 1, "내달": 1}
# A date without its year may be meant of the next one (or the last) where that is as near as this.
_NEAR = timedelta(days=100)

# Behind the weekday a time may stand, (월, 오후 2시), but (월 1회) is once a month.
_TIME = r"(?:[,/] ?(?:오[전후] ?)?\d[^)\]]*| (?:오[전후] ?)?\d{1,2}(?::|시(?!간))[^)\]]*)?"
# As news writes it, 11월 23일(월), and as offices do, 2026. 11. 23.(월).
_DATE = re.compile(
    rf"(?:(?:(?:(?P<year>\d{{4}})년|(?P<years_away>{'|'.join(_YEARS_AWAY)})) ?)?"
    r"(?<!\d)(?P<month>\d{1,2})월 ?(?P<day>\d{1,2})일"
    r"|(?<![\d.])(?:(?P<office_year>\d{4}|\d{2})\. ?)?"
    r"(?P<office_month>\d{1,2})\. ?(?P<office_day>\d{1,2})\.?"
    r"|(?<!\d)(?P<iso_year>\d{4})(?P<dash>[-/])(?P<iso_month>\d{1,2})(?P=dash)(?P<iso_day>\d{1,2})"
    rf"|(?:(?P<months_away>{'|'.join(_MONTHS_AWAY)}) ?)?(?<!\d)(?P<only_day>\d{{1,2}})일)"
    rf"(?: ?[(\[](?P<weekday>[{_DAYS}月火水木金土日])(?:요일)?{_TIME}[)\]]"
    rf"|,? (?P<weekday_word>[{_DAYS}])요일)"
)

# What every such date ends with; it is found sooner than a date.
_WEEKDAY = re.compile(rf"[(\[](?=[{_DAYS}月火水木金土日])|요일")


def check_weekdays(release: Release) -> list[Finding]:
    """A finding for each date in the Korean text whose weekday is another one."""
    if not _WEEKDAY.search("\n".join([segment.korean for segment in release.korean.segments])):
        return []
    return [
        Finding(
            "weekday",
            Severity.WARN,
            f"‘{written}’: 그날은 {right}요일입니다.",
            "날짜나 요일을 고치세요.",
            segment.korean,
        )
        for segment in release.korean.segments
        for written, right in wrong_weekdays(segment.korean, release.event.released)
    ]


def wrong_weekdays(text: str, released: date) -> Iterator[tuple[str, str]]:
    """The dates of the text with a wrong weekday, each with the right one.

    Dates that do not exist have none. A date that may be meant of several years or months is wrong
    where it is so in each of them.
    """
    if not _WEEKDAY.search(text):
        return
    before: date | None = None
    for match in _DATE.finditer(text):
        weekday = (match["weekday"] or match["weekday_word"]).translate(_HANJA)
        days = list(_meant(match, before, released))
        right = [day for day in days if _DAYS[day.weekday()] == weekday]
        if days and not right:
            yield match[0], _DAYS[days[0].weekday()]
        if likeliest := right or days:
            before = likeliest[0]


def _meant(match: re.Match[str], before: date | None, released: date) -> Iterator[date]:
    """The days that a date may be, the likeliest first; `before` is the date that stands before it."""
    if match["only_day"]:
        yield from _in_months(match, before, released)
        return
    month = int(match["month"] or match["office_month"] or match["iso_month"])
    number = int(match["day"] or match["office_day"] or match["iso_day"])
    if year := match["year"] or match["office_year"] or match["iso_year"]:
        yield from _existing(int(year) + (2000 if len(year) == 2 else 0), month, number)
    elif match["years_away"]:
        yield from _existing(released.year + _YEARS_AWAY[match["years_away"]], month, number)
    else:
        near = before or released
        yield from _existing(near.year, month, number)
        for day in (
            *_existing(near.year - 1, month, number),
            *_existing(near.year + 1, month, number),
        ):
            if abs(day - near) < _NEAR:
                yield day


def _in_months(match: re.Match[str], before: date | None, released: date) -> Iterator[date]:
    """The days of a date without its month: 지난달 30일; in 3월 4일~6일 that of the first."""
    near, away = (before, [0, 1]) if before else (released, [0, -1, 1])
    if match["months_away"]:
        near, away = released, [_MONTHS_AWAY[match["months_away"]]]
    for months in away:
        years, month = divmod(near.month - 1 + months, 12)
        yield from _existing(near.year + years, month + 1, int(match["only_day"]))


def _existing(year: int, month: int, number: int) -> list[date]:
    try:
        return [date(year, month, number)]
    except ValueError:
        return []
