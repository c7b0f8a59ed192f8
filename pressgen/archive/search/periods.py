"""Which releases share one segment of the index: a few hundred that came out one after another.

All of a segment is indexed anew with one release of it, and a page asks every segment: so they should be
small, but few. Time is halved, and each half again, until what is left has MOST releases or is one day. So
the periods follow from the releases alone, and one release more parts one of them at most.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST = 200
"""About a tenth of a second to read and index; a page asks 29 segments of 5,000 releases, 456 of 50,000."""

_ALL_DAYS = 1 << date.max.toordinal().bit_length()


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a period on which releases came out, and how many in all."""

    first: date
    last: date
    releases: int

    def has_any(self, days: Sequence[date]) -> bool:
        """Whether any of these days, which ascend, is in it."""
        place = bisect_left(days, self.first)
        return place < len(days) and days[place] <= self.last


def periods(days: Mapping[date, int], most: int = MOST) -> Iterator[Period]:
    """The periods of an archive that has so many releases of each day, the oldest first."""
    ordered = sorted(day for day, releases in days.items() if releases)
    ordinals = [day.toordinal() for day in ordered]
    before = [0, *accumulate(days[day] for day in ordered)]

    def halved(start: int, length: int) -> Iterator[Period]:
        first, end = bisect_left(ordinals, start), bisect_left(ordinals, start + length)
        releases = before[end] - before[first]
        if releases > most and length > 1:
            yield from halved(start, length // 2)
            yield from halved(start + length // 2, length // 2)
        elif releases:
            yield Period(ordered[first], ordered[end - 1], releases)

    return halved(0, _ALL_DAYS)
