"""A quantity: an exact value with what it counts, and where it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Kind(StrEnum):
    """What a number counts, as far as its own words say."""

    NUMBER = "number"
    """A count of something, a score, a house number: whatever has no kind of its own."""
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    """A length, a weight …, and a duration: `unit` names a row of the units."""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    """1 is Monday."""
    TIME = "time"
    """A time of day in minutes; `unit` is "12" where it does not say which half of the day."""
    VAGUE = "vague"
    """수십, hundreds of: the power of ten alone."""


class Quantity(NamedTuple):
    """One quantity of a text.

    `scale` is the power of ten that its words give it (억 and million), for a range whose first
    number leaves it out. `soft`: small and in words (한, one), or said by the way (두세), so that
    the other language may well do without.
    """

    kind: Kind
    value: Decimal
    span: tuple[int, int]
    unit: str = ""
    scale: int = 1
    soft: bool = False

    def like(self, other: Quantity) -> Quantity:
        """This number as the first of a range that `other` ends: the 2 of 2~3억 원."""
        value = self.value
        if self.scale == 1 < other.scale and value * other.scale <= other.value:
            value *= other.scale
        return self._replace(kind=other.kind, unit=other.unit, value=value)
