"""Days of which a release tells as past, but which lie after it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.korean import resolve_particles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.event import Event
    from pressgen.facts import Fact


def check_past_days(event: Event, given: Iterable[Fact]) -> list[Finding]:
    """A finding for each day among the facts that are given which its kind says is past, and which comes
    after the day of release."""
    past = event.kind.past_days
    return [
        Finding(
            "day-ahead",
            Severity.WARN,
            resolve_particles(
                f"{past[fact.name]}이(가) {day}(으)로 배포일({event.released})보다 뒤입니다."
            ),
            "지난 일로 쓰는 기사입니다. 날짜나 배포일을 고치세요.",
            line=fact.line or None,
        )
        for fact in given
        if fact.name in past
        and fact.value
        and (day := datetime.fromisoformat(fact.value).date()) > event.released
    ]
