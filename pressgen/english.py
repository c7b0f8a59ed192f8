"""English as newspapers write it: articles, lists, dates, numbers, money, capitals (after AP style)."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from pressgen.currencies import Currency

_MONTHS = (
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
"""Abbreviated before a day as the AP Stylebook has it ("months")."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LARGE = (("trillion", 12), ("billion", 9), ("million", 6))
_EXACT = Context(prec=100)
_FOUR_PLACES = Decimal("0.0001")

# Words that begin with a vowel letter but a consonant's sound, and the other way round. Romanized Korean
# has eu- for a vowel (Eunpyeong, Euljiro), English for a consonant (European, euphoric).
_CONSONANT_SOUND = re.compile(
    r"uni(?!n|m|d)|unan|unesco|us[aeu]|ut(?:en|er|il|op)|ura|uri[cn]|uro|ubiq|ukr|ukul"
    r"|eu(?:r|c|lo|ph|th|ge)|ew|onc?e\b",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
# Capitals spelled out letter by letter; longer ones are words (LIMITED), as are some short ones.
_INITIALS = re.compile(r"[A-Z][A-Z0-9&.+]{0,4}$")
_VOWEL_LETTER_NAMES = "AEFHILMNORSX"
_SPOKEN_ACRONYMS = frozenset(
    {"FEMA", "FIFA", "HACCP", "HUG", "LAN", "LEED", "MERS", "NAFTA", "NASA", "NATO", "RAM", "ROM"}
    | {"SARS", "SIM"}
)


def ordinal(number: int) -> str:
    """1 as 1st, 12 as 12th."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def news_day(day: date, released: date, at: time | None = None) -> str:
    """A day as an article released on `released` names it, with the time of day `at`.

    "the 1st" in the same month, "Nov. 27" in the same year, else "Dec. 30, 2021"; "the 25th at
    3:30 p.m.", to stand behind "on".
    """
    if (day.year, day.month) == (released.year, released.month):
        written = f"the {ordinal(day.day)}"
    else:
        written = _calendar_day(day, released)
    comma = "" if day.year == released.year else ","
    return f"{written}{comma} at {clock_time(at)}" if at else written


def announced_day(day: date, released: date, at: time | None = None) -> str:
    """A day as an announcement names it: "Monday, Nov. 23, at 3:30 p.m."."""
    written = f"{_WEEKDAYS[day.weekday()]}, {_calendar_day(day, released)}"
    return f"{written}, at {clock_time(at)}" if at else written


def _calendar_day(day: date, released: date) -> str:
    month_and_day = f"{_MONTHS[day.month - 1]} {day.day}"
    return month_and_day if day.year == released.year else f"{month_and_day}, {day.year}"


def clock_time(at: time) -> str:
    """A time of day: "9 a.m.", "3:30 p.m.", "noon" (AP Stylebook, "times").

    The day's first moment is "12 a.m.": AP's midnight belongs to the day that is ending.
    """
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    hour = at.hour % 12 or 12
    minute = f":{at.minute:02}" if at.minute else ""
    return f"{hour}{minute} {'a.m.' if at.hour < 12 else 'p.m.'}"


def number(value: Decimal) -> str:
    """A number in figures, from a million on in millions and on: "12,000", "192 million",
    "12.3 trillion" (AP Stylebook, "millions, billions").

    Never rounded: where a million's fraction would have more than four digits, which is what 만, 억
    and 조 can call for, it stands in full: "123,456,789".
    """
    for name, power in _LARGE:
        scaled = value.scaleb(-power, _EXACT)
        if scaled.copy_abs() >= 1 and scaled == _EXACT.quantize(scaled, _FOUR_PLACES):
            return f"{_plain(scaled)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    whole, point, fraction = f"{value:,f}".partition(".")
    return whole + (point + fraction).rstrip("0").rstrip(".")


def money(value: Decimal, currency: Currency) -> str:
    """An amount of money: "192 million won", "$3 million", "1 euro" (AP Stylebook, "dollars")."""
    if currency.sign:
        sign = "-" if value < 0 else ""
        return f"{sign}{currency.sign}{number(value.copy_abs())}"
    return f"{number(value)} {currency.one if value == 1 else currency.other}"


def listed(items: Sequence[str]) -> str:
    """ "A, B and C": no comma before "and" (AP Stylebook, "comma")."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def indefinite(noun: str) -> str:
    """The noun behind a or an, by the sound that it begins with: a union, an hour, an MOU."""
    word = noun.lstrip("“‘\"'([")
    first = re.match(r"[\w.&+]+", word)
    token = first[0] if first else word
    if token[:1].isdigit():
        vowel = bool(re.match(r"8|1[18](?:\d\d|\d{3})?(?!\d)", token))
    elif _INITIALS.match(token) and token not in _SPOKEN_ACRONYMS:
        vowel = token[0] in _VOWEL_LETTER_NAMES
    else:
        vowel = bool(_SILENT_H.match(token)) or (
            token.lower().startswith(tuple("aeiou")) and not _CONSONANT_SOUND.match(token)
        )
    return f"{'an' if vowel else 'a'} {noun}"


def capitalized(sentence: str) -> str:
    """The sentence with a capital at its start, unless its first word has its own (iM Bank, eBay)."""
    if sentence[:1].isupper():
        return sentence
    start = re.match(r"[“‘\"'(\[]*", sentence)
    position = start.end() if start else 0
    word = re.match(r"\w*", sentence[position:])
    if word and any(letter.isupper() for letter in word[0]):
        return sentence
    return (
        sentence[:position] + sentence[position : position + 1].upper() + sentence[position + 1 :]
    )
