"""A Korean sentence against its English, whoever translated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.numbers import check_numbers
from pressgen.checks.wording import check_wording

if TYPE_CHECKING:
    from pressgen.checks.finding import Finding


def compare(korean: str, english: str) -> list[Finding]:
    """What differs between the two: numbers first, then what the English text itself shows.

    The severities are those for a machine's English; `korean_span` and `english_span` are offsets into
    the texts as they are given.
    """
    return check_numbers(korean, english) + check_wording(korean, english)
