"""Days, months and years as the pages have them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.published import Name

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_name(day: date) -> Name:
    """2026년 11월 9일, November 9, 2026."""
    english = f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return Name(f"{day.year}년 {day.month}월 {day.day}일", english)


def month_name(day: date) -> Name:
    """2026년 11월, November 2026."""
    return Name(f"{day.year}년 {day.month}월", f"{_MONTHS[day.month - 1]} {day.year}")


def year_name(year: int) -> Name:
    """2026년; the number alone says it in English too."""
    return Name(f"{year}년", None)
