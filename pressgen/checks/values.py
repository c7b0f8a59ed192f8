"""Whether English says the value of a day, a count or an amount, in whatever words and order."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.english import read_english
from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.fact_types import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressgen.facts import Fact

_BETWEEN: Final = re.compile(r"(?:st|nd|rd|th)?\.?\s?(?:of\s)?")
"""What may stand between a day and its month: Nov. 30, 30 November, the 30th of November."""


def says_value(fact: Fact, form: str, english: str) -> bool:
    """Whether the English has every quantity of `form`, the fact's own English: "three years" is
    "3 years", "at 3:30 p.m. on Dec. 30" is "Dec. 30 at 3:30 p.m."."""
    told = [_by_day(one) for one in read_english(english)]
    if fact.type is FactType.DAY and fact.value:
        month = datetime.fromisoformat(fact.value).month
        told = [one for one in told if _month_beside(one, told, english) in (None, month)]
    wanted = [_what(_by_day(one)) for one in read_english(form)]
    return bool(wanted) and all(one in map(_what, told) for one in wanted)


def is_of_day(span: tuple[int, int], facts: Iterable[Fact], english: str) -> bool:
    """Whether what stands there is the month, the year or the weekday of one of the days, which the
    Korean, told from the day of release, may leave out."""
    known: set[tuple[Kind, Decimal]] = set()
    for fact in facts:
        if fact.type is FactType.DAY and fact.value:
            day = datetime.fromisoformat(fact.value)
            known.add((Kind.YEAR, Decimal(day.year)))
            known.add((Kind.MONTH, Decimal(day.month)))
            known.add((Kind.WEEKDAY, Decimal(day.isoweekday())))
    return any(one.span == span and (one.kind, one.value) in known for one in read_english(english))


def _by_day(one: Quantity) -> Quantity:
    """The 30th is a day like that of Nov. 30."""
    return one._replace(kind=Kind.DAY) if one.kind is Kind.ORDINAL else one


def _month_beside(one: Quantity, told: Sequence[Quantity], english: str) -> Decimal | None:
    """The month that stands beside a day; a form without one, the 30th, says which it may not be."""
    if one.kind is not Kind.DAY:
        return None
    for other in told:
        (_, end), (start, _) = sorted((one.span, other.span))
        if other.kind is Kind.MONTH and _BETWEEN.fullmatch(english[end:start]):
            return other.value
    return None


def _what(one: Quantity) -> tuple[Kind, Decimal, str]:
    return one.kind, one.value, one.unit
