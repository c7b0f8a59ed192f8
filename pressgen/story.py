"""An article in one language, whose text remembers its facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressgen.korean import ReadingDoubt

Run = str | Fact
"""A stretch of a sentence: plain text, or a fact that the template printed."""


class Role(StrEnum):
    """What a paragraph is in the article."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"


@dataclass(frozen=True)
class Segment:
    """One sentence of the Korean story.

    A sentence of the template consists of runs of text and facts. One that the event itself brought
    (`free`) is a single run of text; `english` is its translation where the event gives it.
    """

    runs: tuple[Run, ...]
    free: bool = False
    english: str | None = None

    @cached_property
    def korean(self) -> str:
        """The sentence as it is read, particles resolved (in the template's own text only)."""
        if self.free:
            return "".join([run if isinstance(run, str) else run.korean for run in self.runs])
        return self.written(attrgetter("korean"))

    def written(self, stand_in: Callable[[Fact], str]) -> str:
        """The sentence with something in the place of its facts; its particles are the facts' own."""
        return "".join(
            [
                stand_in(run) if isinstance(run, Fact) else text
                for run, text, _ in self._read_aloud()
            ]
        )

    @property
    def reading_doubts(self) -> list[ReadingDoubt]:
        """The words whose reading, and so whose particle, is a guess."""
        return [
            doubt
            for run, _, before in self._read_aloud()
            if not self.free and not isinstance(run, Fact)
            for doubt in korean.doubted_readings(run, before=before)
        ]

    def _read_aloud(self) -> Iterator[tuple[Run, str, str]]:
        """Each run with its text as it is read aloud, and with what is read before it."""
        before = ""
        for run in self.runs:
            if isinstance(run, Fact):
                text = run.reading or run.korean
            else:
                text = run if self.free else korean.resolve_particles(run, before=before)
            yield run, text, before
            before += text

    @cached_property
    def slots(self) -> dict[str, Fact]:
        """The facts by their names in the pattern; different facts of one name are numbered from 2."""
        slots: dict[str, Fact] = {}
        for run in self.runs:
            if isinstance(run, Fact):
                slots.setdefault(_name_in(slots, run), run)
        return slots

    @cached_property
    def pattern(self) -> str:
        """The sentence with its facts taken out: "{host}이(가) 주최하고 …"."""
        slots = self.slots
        return "".join(
            [f"{{{_name_in(slots, run)}}}" if isinstance(run, Fact) else run for run in self.runs]
        )


def _name_in(slots: Mapping[str, Fact], fact: Fact) -> str:
    """The name under which the slots have this fact, or would have it."""
    name, number = fact.name, 1
    while (other := slots.get(name)) is not None and other is not fact and other != fact:
        number += 1
        name = f"{fact.name}.{number}"
    return name


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together; `role` says where in the article."""

    role: Role
    segments: tuple[Segment, ...]

    @property
    def korean(self) -> str:
        return " ".join(segment.korean for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Story:
    """The Korean article."""

    paragraphs: tuple[Paragraph, ...]

    def of(self, *roles: Role) -> list[Paragraph]:
        return [paragraph for paragraph in self.paragraphs if paragraph.role in roles]

    @property
    def segments(self) -> list[Segment]:
        return [segment for paragraph in self.paragraphs for segment in paragraph.segments]


class Origin(StrEnum):
    """Where the English of a sentence comes from, the most trustworthy first."""

    EVENT = "event"
    REVIEWED = "reviewed"
    CATALOG = "catalog"
    MEMORY = "memory"
    """What an engine once translated and nobody has looked at since."""
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one segment. `english` is None exactly when `origin` is pending.

    `engines` are those whose work stands in it, also where it came by way of a catalog. `reason` says
    why it is pending, `lacking` for want of which Korean: the sentence itself, or facts and sentences in it.
    """

    source: Segment
    english: str | None
    origin: Origin
    engines: frozenset[str] = frozenset()
    reason: str = ""
    lacking: tuple[str, ...] = ()

    @property
    def is_machine_made(self) -> bool:
        return bool(self.engines)


@dataclass(frozen=True, slots=True)
class EnglishParagraph:
    """The translations of one paragraph's segments, in their order."""

    role: Role
    translations: tuple[Translation, ...]


@dataclass(frozen=True, slots=True)
class EnglishStory:
    """The English article, sentence for sentence that of the Korean Story."""

    paragraphs: tuple[EnglishParagraph, ...]

    def of(self, *roles: Role) -> list[EnglishParagraph]:
        return [paragraph for paragraph in self.paragraphs if paragraph.role in roles]

    @property
    def translations(self) -> list[Translation]:
        return [one for paragraph in self.paragraphs for one in paragraph.translations]
