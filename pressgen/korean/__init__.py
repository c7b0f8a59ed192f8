"""The Korean language, as a press release needs it.

The names here are loaded from their modules when they are first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .date_reading import (
        NoDayError,
        NoTimeError,
        WrongWeekdayError,
        parse_day,
        parse_moment,
    )
    from .dates import announced_day, clock_time, news_day, numeric_day, official_day
    from .figures import format_number, parse_number
    from .names import (
        AmbiguousSplit,
        NameDoubt,
        NoPrevailingSpelling,
        SurnameSpelling,
        UnknownSurname,
        name_doubts,
        split_name,
    )
    from .particles import (
        ReadingDoubt,
        doubted_readings,
        has_pairs,
        may_be_guessed,
        resolve_particles,
        with_particle,
    )
    from .romanization import romanize
    from .segmentation import sentence_spans, sentences

__all__ = [
    "AmbiguousSplit",
    "NameDoubt",
    "NoDayError",
    "NoPrevailingSpelling",
    "NoTimeError",
    "ReadingDoubt",
    "SurnameSpelling",
    "UnknownSurname",
    "WrongWeekdayError",
    "announced_day",
    "clock_time",
    "doubted_readings",
    "format_number",
    "has_pairs",
    "may_be_guessed",
    "name_doubts",
    "news_day",
    "numeric_day",
    "official_day",
    "parse_day",
    "parse_moment",
    "parse_number",
    "resolve_particles",
    "romanize",
    "sentence_spans",
    "sentences",
    "split_name",
    "with_particle",
]

_MODULES = {
    "date_reading": (
        "NoDayError",
        "NoTimeError",
        "WrongWeekdayError",
        "parse_day",
        "parse_moment",
    ),
    "dates": ("announced_day", "clock_time", "news_day", "numeric_day", "official_day"),
    "figures": ("format_number", "parse_number"),
    "names": (
        "AmbiguousSplit",
        "NameDoubt",
        "NoPrevailingSpelling",
        "SurnameSpelling",
        "UnknownSurname",
        "name_doubts",
        "split_name",
    ),
    "particles": (
        "ReadingDoubt",
        "doubted_readings",
        "has_pairs",
        "may_be_guessed",
        "resolve_particles",
        "with_particle",
    ),
    "romanization": ("romanize",),
    "segmentation": ("sentence_spans", "sentences"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:  # a type checker sees the names above and no others

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
