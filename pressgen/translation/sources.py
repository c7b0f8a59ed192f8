"""Where English is looked up, the first that has it, before any engine is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.story import Origin
from pressgen.translation.people import name_key
from pressgen.translation.uses import Uses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pressgen.translation.catalogs import Catalog
    from pressgen.translation.memory import Memory
    from pressgen.translation.people import People, Spelling


@dataclass(frozen=True, slots=True)
class Found:
    """English for a sentence or a pattern, and who made it; `engine` is "" where people did."""

    english: str
    origin: Origin
    engine: str = ""
    is_pattern: bool = False

    @property
    def is_by_people(self) -> bool:
        return not self.engine


@dataclass(frozen=True, slots=True)
class Sources:
    """Reviewed memory, the workspace's catalogs, the kind's catalog, machine memory, in this order.

    `people`: how names were spelt in other events. `event` is the one whose release this is about, as
    its path in the workspace, and `given` how it spells names itself, by their keys. `uses`: all that
    was looked up.
    """

    memory: Memory
    people: People
    workspace_catalog: Catalog
    kind_catalog: Catalog
    event: str = ""
    given: Mapping[str, Spelling] = field(default_factory=dict)
    uses: Uses = field(default_factory=Uses)

    def spelling(self, person: str) -> Spelling | None:
        """How a person's name is spelt in the archive; by this event itself, where it was the first."""
        key = name_key(person)
        known = self.people.find(person)
        if known is None or known.event == self.event:
            known = self.given.get(key)
        self.uses.people[key] = known.english if known else None
        return known

    def find(
        self,
        sentence: str,
        pattern: str = "",
        usable: Callable[[str], bool] = lambda _: True,
    ) -> Found | None:
        """The English of a literal sentence (or term), else of its pattern.

        `usable` says of a machine's English for the literal sentence whether it still holds; what
        people wrote is not asked.
        """
        keys: tuple[tuple[str, bool], ...] = ((sentence, False),)
        self.uses.sentences.add(sentence)
        if pattern not in ("", sentence):
            keys = ((sentence, False), (pattern, True))
            self.uses.sentences.add(pattern)
        for key, is_pattern in keys:
            if entry := self.memory.find(key, reviewed=True):
                return Found(entry.english, Origin.REVIEWED, is_pattern=is_pattern)
        for catalog in (self.workspace_catalog, self.kind_catalog):
            for key, is_pattern in keys:
                if known := catalog.find(key):
                    return Found(known.english, Origin.CATALOG, known.engine, is_pattern)
        for key, is_pattern in keys:
            machine = self.memory.find(key, reviewed=False)
            if machine and (is_pattern or usable(machine.english)):
                return Found(machine.english, Origin.MEMORY, machine.engine, is_pattern)
        return None
