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
_NEAR: Final = Decimal("0.1")
"""How far a converted measure can be rounded, and a number that is "about" so many."""
_COUNTED: Final = ("calendar", "clock")
"""Dimensions whose conversions are exact: two weeks are 14 days."""
_HUNDRED_MILLION: Final = 10**8
_PART_NEAR: Final = Decimal("0.02")

_NEARBY: Final = 20
"""How many characters before a number may qualify it."""
_ABOUT: Final = (
    r"\b(?:about|around|roughly|nearly|almost|approximately|some|over|more than|up to)\s\W*$"
)
_SAID: Final = {
    Kind.YEAR: "지난해|작년|재작년|올해|올 |올시즌|금년|내년|이듬해|같은 ?해",
    Kind.MONTH: "지난 ?달|이달|이번 ?달|다음 ?달|내달|전달|같은 ?달",
}
_SEASON: Final = (
    "year|season|spring|summer|fall|autumn|winter|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
)
_TOLD: Final = {
    Kind.YEAR: rf"\b(?i:last|this|next|previous|same) (?:{_SEASON})",
    Kind.MONTH: r"\b(?i:(?:last|this|next|previous|same) month|today|yesterday|tomorrow)\b",
    Kind.DAY: r"\b(?i:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night)\b",
}
"""Years, months and days that are told from the day of the article, in Korean and in English."""
_FIRST: Final = r"\b(?i:top|tops|topped|first|best|lead|leads|leading|champions?|record|title)\b"

_HIGHEST: Final = "가장|최고|최대|제일|으뜸|선두"


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

    @property
    def is_complete(self) -> bool:
        """Whether each has its partner, in the same words."""
        return not (self.missing or self.added or self.otherwise or self.differing)

    def pair(
        self,
        pairs: list[tuple[Quantity, Quantity]],
        goes: Callable[[Quantity, Quantity], bool],
    ) -> None:
        """Move from what is left to `pairs`, in the order of the Korean, whatever goes together."""
        if not self.added:
            return
        for one in self.missing[:]:
            other = next((other for other in self.added if goes(one, other)), None)
            if other is not None:
                self.missing.remove(one)
                self.added.remove(other)
                pairs.append((one, other))


def agree(said: list[Quantity], told: list[Quantity]) -> bool:
    """Whether each quantity of the one is that of the other which stands in the same place: then
    `match` leaves nothing over."""
    return len(said) == len(told) and all(map(_same, said, told))


def match(korean: str, english: str, said: list[Quantity], told: list[Quantity]) -> Matching:
    """Match the quantities of a sentence with those of its translation."""
    found = Matching(said[:], told[:])
    for goes in (_same, _same_value, _same_time, _converted, _same_part, _same_short_year):
        if not (found.missing and found.added):
            break
        found.pair(found.matched, goes)
    if found.is_complete:
        return found
    found.pair(found.differing, _equal)
    found.pair(found.otherwise, lambda one, other: _rounded(one, other, english))
    found.pair(found.otherwise, lambda one, other: _day_by_weekday(one, other, korean))
    told_from = _Told(korean, english, said)
    done = {_what(one) for pair in found.matched + found.otherwise for one in pair}
    found.missing = [
        one
        for one in found.missing
        if _what(one) not in done and not told_from.explains_missing(one)
    ]
    found.added = [
        one for one in found.added if _what(one) not in done and not told_from.explains_added(one)
    ]
    return found


def _same(one: Quantity, other: Quantity) -> bool:
    return one[:2] == other[:2] and one.unit == other.unit


def _same_value(one: Quantity, other: Quantity) -> bool:
    return _equal(one, other) and not _units_differ(one, other)


def _equal(one: Quantity, other: Quantity) -> bool:
    apart = one.kind in _APART or other.kind in _APART
    return one.value == other.value and (one.kind is other.kind if apart else True)


def _units_differ(one: Quantity, other: Quantity) -> bool:
    """A percentage against a plain number, won against dollars, km against miles. What has no unit
    may have left it out, but for money and percent, which no language leaves out (but in headlines won
    behind 억 and 조); a bare "points" may be either."""
    if "point" in (one.unit, other.unit) or one.unit == other.unit != "":
        return False
    if one.kind is other.kind:
        return one.kind in _UNITED and one.unit != other.unit
    if one.scale >= _HUNDRED_MILLION and one.kind is Kind.NUMBER and other.unit == "KRW":
        return False
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
    """Two weeks for 14일, 150 miles for 240km: the one rounded as far as the other is."""
    unit, wanted = BY_NAME.get(one.unit), BY_NAME.get(other.unit)
    if unit is None or wanted is None or unit is wanted or unit.dimension != wanted.dimension:
        return False
    value, asked = one.value * unit.factor, other.value * wanted.factor
    if unit.dimension in _COUNTED:
        return value == asked
    if abs(value - asked) > _NEAR * value:
        return False
    return _rounds_to(value / wanted.factor, other.value) or _rounds_to(
        asked / unit.factor, one.value
    )


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    place = Decimal((0, (1,), int(rounded.normalize().as_tuple().exponent)))
    return abs(exact - rounded) <= place / 2


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
    if one.kind in _APART or _units_differ(one, other) or not _rounds_to(one.value, other.value):
        return False
    if abs(one.value - other.value) > _NEAR * one.value:
        return False
    before = english[max(0, other.span[0] - _NEARBY) : other.span[0]]
    return re.compile(_ABOUT, re.IGNORECASE).search(before) is not None


def _day_by_weekday(one: Quantity, other: Quantity, korean: str) -> bool:
    """News in English says Monday for 28일; a day with its month keeps its number."""
    if (one.kind, other.kind) != (Kind.DAY, Kind.WEEKDAY):
        return False
    return re.search(r"\d월\s?$", korean[: one.span[0]]) is None


def _what(one: Quantity) -> tuple[Decimal, str]:
    """A value with what it is of, by which a repetition is known: 15일 is a day or 15 of them."""
    kind = "day" if one.kind is Kind.DAY else one.kind.value
    return one.value, one.unit or kind


@dataclass(frozen=True, slots=True)
class _Told:
    """The two texts, which may say in other words what seems to be left over."""

    korean: str
    english: str
    quantities: list[Quantity]

    def explains_missing(self, one: Quantity) -> bool:
        """1명 as "a man", 1위 as "the top", 2009년 as "next year", won in brackets behind dollars."""
        if one.value == 1:
            return one.kind in (Kind.NUMBER, Kind.MEASURE) or (
                one.kind is Kind.ORDINAL and re.search(_FIRST, self.english) is not None
            )
        if one.kind in _TOLD and re.search(_TOLD[one.kind], self.english):
            return not self._says(one.kind)
        return _is_aside(one, self.korean)

    def explains_added(self, one: Quantity) -> bool:
        """October 2007 for 지난해 10월, July 27 for 27일, No. 1 for 가장, "49 feet" beside 15 meters."""
        if self._says(one.kind) or _is_aside(one, self.english):
            return True
        if one.kind is Kind.MONTH:
            kinds = {said.kind for said in self.quantities}
            day = re.match(r"\.?\s\d", self.english[one.span[1] :]) is not None
            return day and Kind.DAY in kinds and Kind.MONTH not in kinds
        if one.value == 1 and re.search(_HIGHEST, self.korean):
            return True
        return any(_converted(said, one) for said in self.quantities if not _is_time(said))

    def _says(self, kind: Kind) -> bool:
        return kind in _SAID and re.search(_SAID[kind], self.korean) is not None


def _is_time(one: Quantity) -> bool:
    return one.unit in BY_NAME and BY_NAME[one.unit].dimension in _COUNTED


def _is_aside(one: Quantity, text: str) -> bool:
    """Money in brackets behind other money: 3억 달러(약 3000억 원), 114 euros ($179)."""
    before = text[: one.span[0]]
    in_brackets = re.search(r"[(（](?:약|about)?\s?$", before[-_NEARBY:]) is not None
    return one.kind is Kind.MONEY and in_brackets and re.search(r"\d", before) is not None
