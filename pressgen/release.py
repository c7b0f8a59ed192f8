"""A release: the announcement with both its stories, before any layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pressgen.story import EnglishStory, Origin, Story, Translation

if TYPE_CHECKING:
    from pressgen.event import Event
    from pressgen.facts import Fact
    from pressgen.translation.forms import Form
    from pressgen.translation.translator import Vocabulary
    from pressgen.workspace import Outlet


@dataclass(frozen=True, slots=True)
class Release:
    """One announcement, written and translated. `outlet` is who prints it, as this release names it."""

    event: Event
    outlet: Outlet
    korean: Story
    english: EnglishStory
    vocabulary: Vocabulary
    layout: str
    disclaimer: str

    def form(self, fact: Fact) -> Form | None:
        """The English of a fact that is not free text, None where nobody knows it."""
        return self.vocabulary.forms.find(fact)

    @property
    def pending(self) -> list[Translation]:
        """The sentences that have no English."""
        return [one for one in self.english.translations if one.origin == Origin.PENDING]

    @property
    def state(self) -> Literal["complete", "pending"]:
        return "pending" if self.pending else "complete"

    @property
    def origins(self) -> list[Origin]:
        """Where the English sentences come from, the most trustworthy first."""
        present = {one.origin for one in self.english.translations}
        return [origin for origin in Origin if origin in present]

    @property
    def engines(self) -> list[str]:
        """The engines that worked on the English, sorted."""
        return sorted({engine for one in self.english.translations for engine in one.engines})
