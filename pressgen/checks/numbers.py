"""Every number of the Korean against the English: lost, added, changed, of another size or unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressgen.checks.finding import Finding, Severity
from pressgen.checks.quantities.english import read_english
from pressgen.checks.quantities.korean import read_korean
from pressgen.checks.quantities.matching import match
from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.korean import resolve_particles

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES: Final = range(-12, 13)


def check_numbers(korean: str, english: str) -> Iterator[Finding]:
    found = match(korean, english, read_korean(korean), read_english(english))
    for one in found.missing:
        yield Finding("number-missing", Severity.NOTE if one.soft else Severity.WARN, korean[one.span[0]:one.span[1]], "", korean, english, korean_span=one.span)
    for one in found.added:
        soft=one.soft or one.kind is Kind.WEEKDAY
        yield Finding("number-added", Severity.NOTE if soft else Severity.WARN, english[one.span[0]:one.span[1]], "", korean, english, english_span=one.span)
    for one, other in found.differing:
        yield Finding("unit-differs", Severity.WARN, korean[one.span[0]:one.span[1]]+"/"+english[other.span[0]:other.span[1]], "", korean, english, english_span=one.span)
