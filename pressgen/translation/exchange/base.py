"""What a file of translations holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.errors import Problem
    from pressgen.translation.memory import Remembered


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a file. `stateless`: the file does not say whether a person reviewed it."""

    entry: Remembered
    line: int | None
    stateless: bool = False


@dataclass(slots=True)
class Contents:
    """The entries of a file, and what was left out, each with the reason."""

    units: list[Unit] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)


class Format(Protocol):
    """One format. What it writes of entries it reads again as the same entries."""

    def write(self, entries: Iterable[Remembered]) -> str:
        """The text of a file with these entries, to be written in UTF-8."""

    def read(self, file: Path) -> Contents:
        """Raises PressgenError, with the line, for a file that is not of this format."""
