"""What people approved, brought into the memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressgen.english import capitalized
from pressgen.review.lessons import lessons
from pressgen.translation.memory import Remembered
from pressgen.translation.patterns import slot_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from pressgen.pipeline import Draft, Pipeline
    from pressgen.review.units import Unit
    from pressgen.story import Translation


@dataclass(frozen=True, slots=True)
class Approved:
    """A unit with the English that a person vouches for, their own or the one it had."""

    unit: Unit
    english: str

    @property
    def is_changed(self) -> bool:
        return self.english != self.unit.english


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an approval.

    `patterns`: those that people's own English made, which now hold for other releases too. `otherwise`:
    what still reads otherwise, as its English is settled elsewhere (in the glossary, say).
    """

    patterns: list[Remembered]
    otherwise: list[Approved]


def approve(
    pipeline: Pipeline, draft: Draft, approved: Sequence[Approved], person: str, at: datetime
) -> Outcome:
    """Remembers them as reviewed, but for what people vouched for already and nobody changed."""
    release = pipeline.workspace.path_in(draft.event.file)
    approved = [one for one in approved if one.is_changed or one.unit.engine]

    def remember(entries: Sequence[Remembered]) -> None:
        reviewed = (
            replace(entry, reviewed=True, release=release, approver=person) for entry in entries
        )
        pipeline.memory.remember(reviewed, at)

    def learn(sentences: Iterable[Approved]) -> list[Remembered]:
        found = [
            entry
            for one in sentences
            if one.unit.segment is not None
            for entry in lessons(one.unit.segment, one.english, draft.vocabulary)
        ]
        remember(found)
        return found

    # A sentence that was approved as it stood has the names that it had; what is said of a name itself
    # goes before that, and a sentence that was changed was changed with it in mind.
    learn(one for one in approved if not one.is_changed)
    remember([_literal(one) for one in approved if one.unit.segment is None])
    learnt = learn(one for one in approved if one.is_changed)
    remember([_literal(one) for one in _otherwise(pipeline, draft, approved)])
    patterns = [one for one in learnt if not one.engine and slot_names(one.korean)]
    return Outcome(patterns, _otherwise(pipeline, draft, approved))


def _otherwise(pipeline: Pipeline, draft: Draft, approved: Sequence[Approved]) -> list[Approved]:
    """The sentences that do not read as approved, or for which people do not vouch throughout.

    One that was approved as it stood may change with a name in it.
    """
    now = {
        one.source.korean: one for one in pipeline.release(draft, lambda _: "").english.translations
    }
    return [
        one
        for one in approved
        if (current := now.get(one.unit.korean)) is not None and not _is_so(one, current)
    ]


def _is_so(one: Approved, now: Translation) -> bool:
    if now.english is None or now.engines:
        return False
    return now.english == capitalized(one.english) or not one.is_changed


def _literal(one: Approved) -> Remembered:
    return Remembered(one.unit.korean, one.english, "" if one.is_changed else one.unit.engine)
