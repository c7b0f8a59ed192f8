"""What releases lack is translated, and why some of it has no English all the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressgen.pipeline import hold_back

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from pressgen.archive.plan import Plan
    from pressgen.pipeline import Draft, Pipeline
    from pressgen.timing import Timing
    from pressgen.translation.engines import Engine
    from pressgen.translators import Translators

OFFLINE = "오프라인으로 만들어서 번역하지 않았습니다."
LACKS_WORDS = "번역에 쓸 낱말 가운데 영문이 없는 것이 있습니다."


@dataclass(frozen=True, slots=True)
class Why:
    """Why a sentence has no English: it may not leave the house yet, or what its engine said.

    `sent_at`: the hour at which it would have been sent; `is_held`: what waits was shown to no engine.
    """

    sent_at: datetime
    default: str
    is_held: bool
    reasons: Mapping[str, str] = field(default_factory=dict)

    def of(self, timing: Timing) -> Callable[[str], str]:
        """Why the Korean of a release, sentence by sentence."""
        held = hold_back(timing, self.sent_at) if self.is_held else ""
        return lambda korean: held or self.reasons.get(korean, self.default)

    def with_more(self, other: Why) -> Why:
        """What is known after more was asked."""
        is_held = self.is_held and other.is_held
        return replace(other, is_held=is_held, reasons={**self.reasons, **other.reasons})


def translate(
    pipeline: Pipeline,
    drafts: Sequence[Draft],
    plan: Plan,
    translators: Translators,
    told: Callable[[int, int], None],
) -> Why:
    """Has what is missing translated, once each, in the order of the drafts, into the memory.

    What is not out yet when it is sent leaves the house only if the user says so.
    """
    sent_at, at = plan.sent_at, plan.at
    free = [one for one in drafts if not hold_back(one.event.timing, sent_at)]
    held = [one for one in drafts if hold_back(one.event.timing, sent_at)]
    if translators.allow_public:
        free, held = list(drafts), []
    reasons, _ = _asked(pipeline, free, lambda: translators.engines, at, told)
    in_house, were_asked = _asked(pipeline, held, lambda: translators.in_house, at, told)
    return Why(sent_at, LACKS_WORDS, not were_asked, {**reasons, **in_house})


def _asked(
    pipeline: Pipeline,
    drafts: Sequence[Draft],
    open_engines: Callable[[], Sequence[Engine]],
    at: datetime,
    told: Callable[[int, int], None],
) -> tuple[dict[str, str], bool]:
    """Has what the drafts lack translated, if they lack anything and there is an engine.

    Returns why something still lacks, and whether an engine was asked.
    """
    missing = [(pipeline.missing(draft), draft.vocabulary) for draft in drafts]
    missing = [(one, vocabulary) for one, vocabulary in missing if not one.is_empty]
    engines = open_engines() if missing else ()
    if not engines:
        return {}, False
    from pressgen.translation.asking import Asking

    asking = Asking(engines, pipeline.memory, at, told)
    asking.ask(missing)
    return asking.reasons, True
