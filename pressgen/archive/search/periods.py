"""Which releases share one segment of the index.

Releases are numbered from the oldest within a period, a year, so a new one changes only its period. A
page asks every period, so there should be few; but all of a period is indexed anew with one release of
it. So a year that has more than MOST releases is parted into months, and such a month into days; and
what the newest release belongs to, which changes every day, already when it has more than RECENT.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.archive.published import Published

MOST = 5000
RECENT = 200
_YEAR, _MONTH, _DAY = len("2026"), len("2026-11"), len("2026-11-09")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day (2025, 2026-11, 2026-11-09) with its releases, the oldest first."""

    name: str
    releases: Sequence[Published]


def periods(
    releases: Sequence[Published], most: int = MOST, recent: int = RECENT
) -> Iterator[Period]:
    """The periods of all releases, the oldest first."""
    ordered = sorted(releases, key=lambda one: (one.released, one.place))
    years = list(_split(ordered, _YEAR))
    for year in years:
        yield from _small_enough(year, most, recent if year is years[-1] else most)


def _small_enough(period: Period, most: int, allowed: int) -> Iterator[Period]:
    """The period, or in its place its parts; only the last of them is allowed no more than it was."""
    if len(period.releases) <= allowed or len(period.name) == _DAY:
        yield period
        return
    parts = list(_split(period.releases, _MONTH if len(period.name) == _YEAR else _DAY))
    for part in parts:
        yield from _small_enough(part, most, allowed if part is parts[-1] else most)


def _split(releases: Sequence[Published], length: int) -> Iterator[Period]:
    for name, group in groupby(releases, key=lambda one: one.released.isoformat()[:length]):
        yield Period(name, list(group))
