"""One spelling for a person in a whole archive: the first that an event gave is remembered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.translation import database

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a person's name is spelt, and the event (its path in the workspace) that said so."""

    korean: str
    english: str
    event: str


@dataclass(frozen=True, slots=True)
class Said:
    """How an event (its path in the workspace) spells the people that it names."""

    event: str
    released: date
    spellings: Sequence[Spelling]


class People:
    """The spellings that people gave in the events of one workspace.

    Reading never creates the file; saving what is new does.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._saved: dict[str, Spelling] | None = None
        self._known: dict[str, Spelling] = {}

    def find(self, korean: str) -> Spelling | None:
        """The spelling to be used for this name."""
        return self._spellings().get(name_key(korean))

    def learn(self, events: Iterable[str], given: Iterable[Spelling]) -> None:
        """Takes in what `events` now give, in an order that does not change from build to build.

        What was remembered stays, but for what one of these events said and no longer says.
        """
        spellings = self._spellings()
        now: dict[tuple[str, str], Spelling] = {}
        for one in given:
            now.setdefault((one.event, name_key(one.korean)), one)
        read = {*events}
        for key, known in [*spellings.items()]:
            if known.event in read:
                del spellings[key]
                if (known.event, key) in now:
                    spellings[key] = now[known.event, key]
        for (_, key), one in now.items():
            spellings.setdefault(key, one)

    def save(self) -> None:
        """Stores what is new or changed. Raises PressgenError where the file can't be written."""
        known, saved = self._spellings(), self._saved or {}
        gone = [(key,) for key in saved.keys() - known.keys()]
        rows = [
            (key, one.english, one.event) for key, one in known.items() if saved.get(key) != one
        ]
        if not rows and not gone:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(database.connect(self.file)) as connection, connection:
                connection.executemany("DELETE FROM people WHERE korean = ?", gone)
                connection.executemany("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", rows)
        except (sqlite3.Error, OSError) as error:
            raise database.failed(self.file, error) from None
        self._saved = dict(known)

    def _spellings(self) -> dict[str, Spelling]:
        if self._saved is None:
            self._saved = self._load()
            self._known = dict(self._saved)
        return self._known

    def _load(self) -> dict[str, Spelling]:
        if not self.file.is_file():
            return {}
        try:
            with closing(database.connect(self.file)) as connection:
                rows = connection.execute("SELECT korean, english, event FROM people").fetchall()
        except sqlite3.Error as error:
            raise database.failed(self.file, error) from None
        return {row[0]: Spelling(*row) for row in rows}


def name_key(korean: str) -> str:
    """What a name is known by: 남궁 민 is 남궁민."""
    return "".join(korean.split())
