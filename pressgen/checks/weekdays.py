"""Weekdays that are not those of their dates: 11월 23일(화) in a year in which it is a Monday."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.release import Release

_DAYS = "월화수목금토일"
# As news writes it, 11월 23일(월), and as offices do, 2026. 11. 23.(월); without a year the release's.
_DATE = re.compile(
    rf"(?:(\d{{4}})년 ?)?(\d{{1,2}})월 ?(\d{{1,2}})일 ?\(([{_DAYS}])(?:요일)?\)"
    rf"|(\d{{4}})\. ?(\d{{1,2}})\. ?(\d{{1,2}})\. ?\(([{_DAYS}])(?:요일)?\)"
)


def check_weekdays(release: Release) -> list[Finding]:
    """A finding for each date in the Korean text whose weekday is another one."""
    year = release.event.released.year
    return [
        Finding(
            "weekday",
            Severity.WARN,
            f"‘{written}’: 그날은 {right}요일입니다.",
            "날짜나 요일을 고치세요.",
            segment.korean,
        )
        for segment in release.korean.segments
        for written, right in wrong_weekdays(segment.korean, year)
    ]


def wrong_weekdays(text: str, year: int) -> Iterator[tuple[str, str]]:
    """The dates of the text with a wrong weekday, each with the right one; dates that do not exist
    have none. `year` is that of a date without its own."""
    for match in _DATE.finditer(text):
        parts = match.groups()[:4] if match[2] else match.groups()[4:]
        try:
            day = date(int(parts[0] or year), int(parts[1]), int(parts[2]))
        except ValueError:
            continue
        if (right := _DAYS[day.weekday()]) != parts[3]:
            yield match[0], right
