"""A release: the announcement with both its stories, before any layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pressgen.story import EnglishStory, Origin, Story

if TYPE_CHECKING:
    from pressgen.event import Event
    from pressgen.facts import Fact
    from pressgen.settings import Outlet, Site
    from pressgen.translation.form import Form
    from pressgen.translation.translator import Vocabulary


@dataclass(frozen=True)
class Release:
    """One announcement, written and translated. `outlet` is who prints it, as this release names it.

    What is asked of it once stays the answer: a release is what was known when it was composed.
    """

    event: Event
    outlet: Outlet
    korean: Story
    english: EnglishStory
    vocabulary: Vocabulary
    layout: str
    disclaimer: str
    site: Site

    def form(self, fact: Fact) -> Form | None:
        """The English of a fact that is not free text, None where nobody knows it."""
        known = self._forms.get(id(fact))
        if known is None:
            known = self._forms[id(fact)] = fact, self.vocabulary.forms.find(fact)
        return known[1]

    @cached_property
    def _forms(self) -> dict[int, tuple[Fact, Form | None]]:
        """The forms of the facts asked for, by which object each is: to compare facts takes longer
        than to find most forms. An object that is kept here shares its identity with no later one."""
        return {}

    @cached_property
    def layout_facts(self) -> list[Fact]:
        """The facts that the layout adds to the English."""
        return layout_facts(self.event, self.outlet)

    @property
    def printed_facts(self) -> list[Fact]:
        """The facts that the release prints, those of a list one by one."""
        facts = [fact for segment in self.korean.segments for fact in segment.slots.values()]
        facts += self.layout_facts
        return [member for fact in facts for member in fact.members or (fact,)]

    @property
    def pending_facts(self) -> list[Fact]:
        """Those of them that have no English."""
        return [fact for fact in self.layout_facts if self.form(fact) is None]

    @cached_property
    def state(self) -> Literal["complete", "pending"]:
        sentences = any(one.origin == Origin.PENDING for one in self.english.translations)
        return "pending" if sentences or self.pending_facts else "complete"

    @property
    def pending_reasons(self) -> set[str]:
        """Why some of the English is missing; nothing, where none is."""
        reasons = {one.reason for one in self.english.translations if one.origin == Origin.PENDING}
        return reasons | ({""} if self.pending_facts else set())

    @cached_property
    def origins(self) -> list[Origin]:
        """Where the English sentences come from, the most trustworthy first."""
        present = {one.origin for one in self.english.translations}
        return [origin for origin in Origin if origin in present]

    @cached_property
    def engines(self) -> list[str]:
        """The engines that worked on the English, sorted."""
        forms = [self.form(fact) for fact in self.layout_facts]
        engines = {form.engine for form in forms if form and form.engine}
        return sorted(engines.union(*(one.engines for one in self.english.translations)))


def layout_facts(event: Event, outlet: Outlet) -> list[Fact]:
    """The facts that a layout adds to the English: who prints it, whose the captioned photos are."""
    facts = [outlet.region, outlet.name, outlet.desk, outlet.reporter]
    facts += [photo.credit for photo in event.photos if photo.caption.english is not None]
    return [fact for fact in facts if fact is not None]
