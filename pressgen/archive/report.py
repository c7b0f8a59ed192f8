"""What a build did, and whom it tells meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.archive.place import State
from pressgen.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressgen.checks import Finding
    from pressgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Built:
    """A release that was built, or one that is as it was and wants a person.

    `changed`: anything in its folder did. `moved_from`: the folder in which it was published before.
    `taken_back`: it was published, and is a draft now. `why` it was built, nothing where it was not.
    """

    event: Path
    folder: Path
    state: State
    findings: list[Finding]
    changed: bool = False
    moved_from: Path | None = None
    taken_back: bool = False
    why: tuple[str, ...] = ()

    @property
    def wants_a_person(self) -> bool:
        return any(one.severity.wants_a_person for one in self.findings)


@dataclass(slots=True)
class Report:
    """What a build did.

    `problems` are of the events that could not be built; `removed`: the folders of releases whose event
    is gone; `notes` are for the user; `counts`: the releases of all the events, by their state;
    `unchanged`: how many of them did not have to be built.
    """

    built: list[Built] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counts: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    unchanged: int = 0

    @property
    def status(self) -> ExitStatus:
        if self.problems:
            return ExitStatus.FAILED
        return ExitStatus.LOOK if any(one.wants_a_person for one in self.built) else ExitStatus.OK


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom a build tells how far it is: releases to build, texts translated of how many, releases built."""

    planned: Callable[[int], None] = lambda releases: None
    translated: Callable[[int, int], None] = lambda done, of: None
    built: Callable[[int], None] = lambda releases: None


QUIETLY = Progress()
"""Tells nobody."""
