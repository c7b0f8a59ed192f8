"""Which releases share one part of the index.

Releases are numbered from the oldest, within a period; so a new one changes only what belongs to its
period. A page asks every period, so there should be few; a release is indexed anew with all of its
period, so those that change should be small. Old years rarely change: each is one period, unless it has
more than LIMIT releases. The newest year is parted into months. What is still too many is parted
further, down to the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.archive.published import Published

LIMIT = 5000
_YEAR, _MONTH, _DAY = len("2026"), len("2026-11"), len("2026-11-09")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day (2025, 2026-11, 2026-11-09) with its releases, the oldest first."""

    name: str
    releases: Sequence[Published]


def periods(releases: Sequence[Published], limit: int = LIMIT) -> list[Period]:
    """The periods of all releases, the oldest first."""
    ordered = sorted(releases, key=lambda one: (one.released, one.place))
    newest = f"{ordered[-1].released:%Y}" if ordered else ""
    return [
        period
        for year in _split(ordered, _YEAR)
        for period in _small_enough(year, 0 if year.name == newest else limit, limit)
    ]


def _small_enough(period: Period, allowed: int, limit: int) -> Iterator[Period]:
    if len(period.releases) <= allowed or len(period.name) == _DAY:
        yield period
        return
    for part in _split(period.releases, _MONTH if len(period.name) == _YEAR else _DAY):
        yield from _small_enough(part, limit, limit)


def _split(releases: Sequence[Published], length: int) -> Iterator[Period]:
    for name, group in groupby(releases, key=lambda one: one.released.isoformat()[:length]):
        yield Period(name, list(group))
