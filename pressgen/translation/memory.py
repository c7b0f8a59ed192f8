"""The translation memory: what was translated once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.translation import database

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory has for a Korean sentence, term or pattern."""

    korean: str
    english: str
    engine: str
    reviewed: bool = False


class Memory:
    """The memory of one workspace. Reading never creates the file; the first write does."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._entries: dict[str, Remembered] | None = None

    def find(self, korean: str, *, reviewed: bool) -> Remembered | None:
        """The entry for this Korean (NFC) if it is of that state, else None."""
        if self._entries is None:
            self._entries = self._load()
        entry = self._entries.get(korean)
        return entry if entry and entry.reviewed == reviewed else None

    def remember(self, entries: Iterable[Remembered], at: datetime) -> None:
        """Stores the entries; a machine's never overwrites what a person reviewed."""
        rows = [
            (
                "en",
                e.korean,
                e.english,
                "reviewed" if e.reviewed else "machine",
                e.engine,
                at.isoformat(),
            )
            for e in entries
        ]
        if not rows:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(database.connect(self.file)) as connection, connection:
                connection.executemany(
                    "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (language, korean) DO UPDATE SET translation = excluded.translation,"
                    " state = excluded.state, engine = excluded.engine, written = excluded.written"
                    " WHERE excluded.state = 'reviewed' OR memory.state = 'machine'",
                    rows,
                )
        except (sqlite3.Error, OSError) as error:
            raise database.failed(self.file, error) from None
        self._entries = None

    def _load(self) -> dict[str, Remembered]:
        if not self.file.is_file():
            return {}
        try:
            with closing(database.connect(self.file)) as connection:
                rows = connection.execute(
                    "SELECT korean, translation, engine, state = 'reviewed' FROM memory"
                    " WHERE language = 'en'"
                ).fetchall()
        except sqlite3.Error as error:
            raise database.failed(self.file, error) from None
        return {row[0]: Remembered(row[0], row[1], row[2], bool(row[3])) for row in rows}
