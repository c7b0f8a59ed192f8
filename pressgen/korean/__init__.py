"""The Korean language, as a press release needs it."""

from __future__ import annotations

from .dates import news_day, official_day
from .names import (
    AmbiguousSplit,
    NameDoubt,
    NoPrevailingSpelling,
    SurnameSpelling,
    UnknownSurname,
    name_doubts,
    split_name,
)
from .figures import format_number, parse_number
from .particles import ReadingDoubt, reading_doubt, resolve_particles, with_particle
from .romanization import romanize
from .sentences import sentence_spans, sentences

__all__ = [
    "AmbiguousSplit",
    "NameDoubt",
    "NoPrevailingSpelling",
    "ReadingDoubt",
    "SurnameSpelling",
    "UnknownSurname",
    "format_number",
    "name_doubts",
    "news_day",
    "official_day",
    "parse_number",
    "reading_doubt",
    "resolve_particles",
    "romanize",
    "sentence_spans",
    "sentences",
    "split_name",
    "with_particle",
]
