"""Which Korean quantity is which English one, and what is left over on either side.

Equal values go first, whatever they count: translators turn 14년에 걸쳐 into "his 14th season". Then what
says the same in another way: 240km and 150 miles, 24시간 and a day, 28일 and Monday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.checks.quantities.units import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

_APART: Final = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.TIME, Kind.VAGUE})
"""Kinds that go with their own only."""
_UNITED: Final = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MEASURE})
_NEAR: Final = Decimal("0.05")
"""How far a converted measure is rounded: 266km as 165 miles, 150km/h as 90 mph."""
_COUNTED: Final = ("calendar", "clock")
"""Dimensions whose conversions are exact: two weeks are 14 days."""
_PART_NEAR: Final = Decimal("0.02")

_ROUNDING: Final = r"\b(?:about|around|roughly|nearly|almost|approximately|some|over|more than|up to)\s\W*$"
_YEAR_SAID: Final = "지난해|작년|재작년|올해|금년|내년|이듬해|같은 ?해|['’‘]?당시"
_MONTH_SAID: Final = "지난 ?달|이달|이번 ?달|다음 ?달|내달|전달|같은 ?달"
_YEAR_TOLD: Final = r"\b(?i:last|this|next|previous)\b"
_MONTH_TOLD: Final = r"\b(?i:last|this|next|previous|same) month\b"
_DAY_TOLD: Final = r"\b(?i:today|yesterday|tomorrow|tonight)\b"


@dataclass(slots=True)
class Matching:
    """What goes together, and what does not.

    `otherwise`: the same in other words, which a person may like to see. `differing`: one value, but
    with another unit. `missing` and `added` are without a partner.
    """

    missing: list[Quantity]
    added: list[Quantity]
    matched: list[tuple[Quantity, Quantity]] = field(default_factory=list)
    otherwise: list[tuple[Quantity, Quantity]] = field(default_factory=list)
    differing: list[tuple[Quantity, Quantity]] = field(default_factory=list)

    def pair(
        self,
        pairs: list[tuple[Quantity, Quantity]],
        goes: Callable[[Quantity, Quantity], bool],
    ) -> None:
        """Move from what is left to `pairs`, in the order of the Korean, whatever goes together."""
        for one in self.missing[:]:
            other = next((other for other in self.added if goes(one, other)), None)
            if other is not None:
                self.missing.remove(one)
                self.added.remove(other)
                pairs.append((one, other))


def match(korean: str, english: str, missing: list[Quantity], added: list[Quantity]) -> Matching:
    """Match the quantities of a sentence with those of its translation."""
    found = Matching(missing, added)
    found.pair(found.matched, _same)
    found.pair(found.matched, _same_value)
    for goes in (_same_time, _converted, _same_part, _same_short_year):
        found.pair(found.matched, goes)
    found.pair(found.differing, _same_but_unit)
    found.pair(found.otherwise, lambda one, other: _rounded(one, other, english))
    found.pair(
        found.otherwise, lambda one, other: (one.kind, other.kind) == (Kind.DAY, Kind.WEEKDAY)
    )
    _leave_out_explained(found, korean, english)
    return found


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.kind, one.unit) == (other.value, other.kind, other.unit)


def _same_value(one: Quantity, other: Quantity) -> bool:
    return _equal(one, other) and not _units_differ(one, other)


def _same_but_unit(one: Quantity, other: Quantity) -> bool:
    return _equal(one, other)


def _equal(one: Quantity, other: Quantity) -> bool:
    apart = one.kind in _APART or other.kind in _APART
    return one.value == other.value and (one.kind is other.kind if apart else True)


def _units_differ(one: Quantity, other: Quantity) -> bool:
    """A percentage against a plain number, won against dollars, km against miles. What has no unit
    may have left it out, but for money and percent, which no language leaves out; a bare "points" may
    be either."""
    if "point" in (one.unit, other.unit):
        return False
    if one.kind is other.kind:
        return one.kind in _UNITED and one.unit != other.unit
    needed = (Kind.MONEY, Kind.PERCENT)
    return one.kind in needed or other.kind in needed


def _same_time(one: Quantity, other: Quantity) -> bool:
    """3시 may be 3 p.m.; "at 5" has nothing that says it is a time."""
    if one.kind is not Kind.TIME:
        return False
    if other.kind is Kind.NUMBER:
        return one.value % 720 == other.value * 60 % 720
    halves = "12" in (one.unit, other.unit)
    return other.kind is Kind.TIME and (one.value - other.value) % (720 if halves else 1440) == 0


def _converted(one: Quantity, other: Quantity) -> bool:
    if one.unit not in BY_NAME or other.unit not in BY_NAME:
        return False
    unit, wanted = BY_NAME[one.unit], BY_NAME[other.unit]
    if unit.dimension != wanted.dimension:
        return False
    value, asked = one.value * unit.factor, other.value * wanted.factor
    if unit.dimension in _COUNTED:
        return value == asked
    return abs(value - asked) <= _NEAR * value


def _same_part(one: Quantity, other: Quantity) -> bool:
    """절반 and 50 percent, a third and 33%."""
    share, part = (one, other) if one.kind is Kind.PERCENT else (other, one)
    if share.kind is not Kind.PERCENT or part.kind is not Kind.NUMBER or not 0 < part.value < 1:
        return False
    return abs(share.value / 100 - part.value) < _PART_NEAR


def _same_short_year(one: Quantity, other: Quantity) -> bool:
    """'08 and 2008, the '90s and 1990년대."""
    if one.kind is not Kind.YEAR and other.kind is not Kind.YEAR:
        return False
    short, long = sorted((one.value, other.value))
    return short < 100 and 1900 <= long < 2100 and long % 100 == short


def _rounded(one: Quantity, other: Quantity, english: str) -> bool:
    """8,192명 as "about 8,200": fewer figures, rightly rounded, and the English says so."""
    if one.kind in _APART or one.value == 0 or _units_differ(one, other):
        return False
    figures = len(other.value.normalize().as_tuple().digits)
    if figures >= len(one.value.normalize().as_tuple().digits) or abs(one.value - other.value) > _NEAR * one.value:
        return False
    return re.compile(_ROUNDING, re.IGNORECASE).search(english[: other.span[0]]) is not None


def _leave_out_explained(found: Matching, korean: str, english: str) -> None:
    """Take out what is left over for a reason that the other text gives."""
    matched = [one for pair in found.matched + found.otherwise for one in pair]
    is_said_again = _is_among(matched)
    told = {
        Kind.YEAR: re.search(_YEAR_TOLD, english),
        Kind.MONTH: re.search(_MONTH_TOLD, english),
        Kind.DAY: re.search(_DAY_TOLD, english),
    }
    said = {Kind.YEAR: re.search(_YEAR_SAID, korean), Kind.MONTH: re.search(_MONTH_SAID, korean)}
    found.missing = [
        one
        for one in found.missing
        if not (is_said_again(one) or _is_one(one) or told.get(one.kind) or _is_aside(one, korean))
    ]
    found.added = [
        one
        for one in found.added
        if not (
            is_said_again(one)
            or said.get(one.kind)
            or _is_aside(one, english)
            or any(_converted(measure, one) for measure in matched)
        )
    ]


def _is_among(matched: list[Quantity]) -> Callable[[Quantity], bool]:
    keys = {(one.kind, one.unit, one.value) for one in matched}
    return lambda one: (one.kind, one.unit, one.value) in keys


def _is_one(one: Quantity) -> bool:
    """1명 is "a man", 1년 "a year"."""
    return one.value == 1 and one.kind in (Kind.NUMBER, Kind.MEASURE)


def _is_aside(one: Quantity, text: str) -> bool:
    """Money in brackets behind other money: 3억 달러(약 3000억 원), 114 euros ($179)."""
    if one.kind is not Kind.MONEY:
        return False
    before = text[: one.span[0]]
    return re.search(r"[(（](?:약\s?|about\s|US)?$", before) is not None and re.search(r"\d", before) is not None
