"""When a release may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Timing:
    """What decides when a release is out: its day, an embargo, and whether it is confidential."""

    released: date
    embargo: datetime | None
    confidential: bool

    def waits_until(self, at: datetime) -> datetime | None:
        """The hour before which this is not out, None if at `at` nothing is left to wait for."""
        start = datetime.combine(self.released, time(), at.tzinfo)
        latest = max(start, self.embargo) if self.embargo else start
        return latest if latest > at else None

    def is_out(self, at: datetime) -> bool:
        """Whether the release may be seen at `at`: never while it is confidential."""
        return not self.confidential and self.waits_until(at) is None
