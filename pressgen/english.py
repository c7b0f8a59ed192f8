"""English as newspapers write it: articles, lists, dates, numbers, full stops (after AP style)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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

# Words that begin with a vowel letter but a consonant's sound, and the other way round.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m)|us(?:e|a|u)|eu|ew|one\b|once|unesco|ubiq|uk\b|u\.)", re.IGNORECASE
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_VOWEL_LETTER_NAMES = "AEFHILMNORSX"
_SPOKEN_ACRONYMS = frozenset({"NATO", "NASA", "UNESCO", "UNICEF", "FIFA", "LEED", "SAT", "RAM"})

CLOSING = "”’\"')]"


def ordinal(number: int) -> str:
    """1 as 1st, 12 as 12th."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def news_day(day: date, released: date) -> str:
    """A day as an article released on `released` names it.

    "the 1st" in the same month, "Nov. 27" in the same year, else "Dec. 30, 2021".
    """
    if (day.year, day.month) == (released.year, released.month):
        return f"the {ordinal(day.day)}"
    month_and_day = f"{_MONTHS[day.month - 1]} {day.day}"
    return month_and_day if day.year == released.year else f"{month_and_day}, {day.year}"


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
    elif re.match(r"[A-Z][A-Z0-9&.+]*$", token) and token not in _SPOKEN_ACRONYMS:
        vowel = token[0] in _VOWEL_LETTER_NAMES
    else:
        vowel = bool(_SILENT_H.match(token)) or (
            token[:1].lower() in "aeiou" and not _CONSONANT_SOUND.match(token)
        )
    return f"{'an' if vowel else 'a'} {noun}"


def capitalized(sentence: str) -> str:
    """The sentence with a capital at its start, unless its first word has its own (iM Bank, eBay)."""
    start = re.match(r"[“‘\"'(\[]*", sentence)
    position = start.end() if start else 0
    word = re.match(r"\w*", sentence[position:])
    if word and any(letter.isupper() for letter in word[0]):
        return sentence
    return (
        sentence[:position] + sentence[position : position + 1].upper() + sentence[position + 1 :]
    )


def full_stop_inside(sentence: str) -> str:
    """The sentence with its closing full stop once, inside the innermost closing quotation mark.

    American usage, as in the AP Stylebook ("quotation marks"): “… ‘happy residents.’” A question or
    exclamation mark that is already there takes the full stop's place.
    """
    match = re.search(r"([.?!…]?)((?:[”’\"']\.?)+)$", sentence)
    if not match or "." not in match[0]:
        return sentence
    body, marks = sentence[: match.start()], match[2].replace(".", "")
    return body + (match[1] or ".") + marks
