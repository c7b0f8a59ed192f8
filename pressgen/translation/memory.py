"""The translation memory: what was translated once, and what any store of it has to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory has for a Korean sentence, term or pattern.

    `engine` is the one whose work it is, or was before a person approved it; "" for a person's own.
    `release`: the event, as its path in the workspace, that it was first translated or reviewed for.
    `approver` is who reviewed it. `written` is None until a memory has stored it.
    """

    korean: str
    english: str
    engine: str
    reviewed: bool = False
    release: str = ""
    approver: str = ""
    written: datetime | None = field(default=None, compare=False)

    def beats(self, other: Remembered) -> bool:
        """Reviewed beats machine; of two of one state, the newer.

        Of two of the same moment the one that comes: somebody edited the file that it was written to.
        """
        if self.reviewed != other.reviewed:
            return self.reviewed
        if self.written is None or other.written is None:
            return other.written is None
        return self != other and self.written >= other.written


class Memory(Protocol):
    """Where translations are kept, by their Korean (NFC): a workspace's own file, or an office's database.

    Every method raises PressgenError where the store can't be read or written.
    """

    def find(self, korean: str, *, reviewed: bool) -> Remembered | None:
        """The entry for this Korean if it is of that state, else None."""

    def entries(self) -> list[Remembered]:
        """Everything, in the order of the Korean."""

    def remember(self, entries: Iterable[Remembered], at: datetime) -> None:
        """Stores what was translated or reviewed just now; a machine never overwrites a person."""

    def merge(self, entries: Iterable[Remembered]) -> list[Remembered]:
        """Stores entries from elsewhere that beat what is there; returns those that were stored."""

    def forget(self, korean: Iterable[str]) -> None:
        """Removes the entries of these Korean texts."""
