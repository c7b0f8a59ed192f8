"""What there is to review in a release: its names without settled English, then its sentences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.review.words import ROLES, form_origin, sentence_origin
from pressgen.story import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressgen.checks import Finding
    from pressgen.release import Release
    from pressgen.story import Segment, Translation


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a name, with its English, None where it has none.

    `id` says where it stands, `label` the same in Korean. `engine` is that of a machine's English, ""
    for people's; `segment` is None for a name. `fixed`: its English stands in the event's file.
    """

    id: str
    label: str
    korean: str
    english: str | None
    origin: str
    engine: str
    findings: tuple[Finding, ...]
    segment: Segment | None = None
    fixed: bool = False

    @property
    def digest(self) -> str:
        """What changes when the Korean does."""
        return hashlib.sha256(self.korean.encode("utf-8")).hexdigest()[:16]

    @property
    def is_open(self) -> bool:
        """Whether nobody vouches for it yet, or something about it wants a person."""
        look = any(finding.severity.wants_a_person for finding in self.findings)
        return not self.fixed and (self.english is None or bool(self.engine) or look)


def units_of(release: Release, findings: Sequence[Finding]) -> list[Unit]:
    """The units of a release, each Korean text once."""
    units: dict[str, Unit] = {}
    for unit in [*_names(release, findings), *_sentences(release, findings)]:
        units.setdefault(unit.korean, unit)
    return list(units.values())


def _names(release: Release, findings: Sequence[Finding]) -> Iterator[Unit]:
    """The names that a machine chose, or that have no English."""
    facts = {fact.korean: fact for fact in release.printed_facts if not fact.type.is_free_text}
    number = 0
    for fact in facts.values():
        form = release.form(fact)
        if form is None or form.engine:
            number += 1
            yield Unit(
                f"name-{number}",
                f"이름 {number}",
                fact.korean,
                form.bare if form else None,
                form_origin(form),
                form.engine if form else "",
                _about(fact.korean, findings),
            )


def _sentences(release: Release, findings: Sequence[Finding]) -> Iterator[Unit]:
    numbers: dict[str, int] = {}
    for paragraph in release.english.paragraphs:
        for one in paragraph.translations:
            number = numbers[paragraph.role] = numbers.get(paragraph.role, 0) + 1
            yield Unit(
                f"{paragraph.role}-{number}",
                f"{ROLES[paragraph.role]} {number}",
                one.source.korean,
                one.english,
                sentence_origin(one),
                _engine(one),
                _about(one.source.korean, findings),
                one.source,
                fixed=one.origin == Origin.EVENT,
            )


def _engine(one: Translation) -> str:
    """The machine that a sentence is by; of several the first by name."""
    return min(one.engines, default="")


def _about(korean: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.korean == korean)
