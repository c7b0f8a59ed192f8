"""The translation memory: what was translated once, in the workspace's `.pressgen/memory.sqlite`.

The rollback journal, not WAL, because workspaces lie on network drives. Two builds may write at once:
each write is one short transaction, and waits for the other.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS memory (
    language TEXT NOT NULL,            -- of the translation: en
    korean TEXT NOT NULL,              -- a sentence, a term or a pattern, NFC
    translation TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('machine', 'reviewed')),
    engine TEXT NOT NULL,              -- the engine's id, '' for a person
    written TEXT NOT NULL,             -- ISO 8601
    PRIMARY KEY (language, korean)
) WITHOUT ROWID;
PRAGMA user_version = 1;
"""
_WAIT = 30.0
"""Seconds that a write waits for another build's."""


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
            with closing(self._connect()) as connection, connection:
                connection.executemany(
                    "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (language, korean) DO UPDATE SET translation = excluded.translation,"
                    " state = excluded.state, engine = excluded.engine, written = excluded.written"
                    " WHERE excluded.state = 'reviewed' OR memory.state = 'machine'",
                    rows,
                )
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from None
        self._entries = None

    def _load(self) -> dict[str, Remembered]:
        if not self.file.is_file():
            return {}
        try:
            with closing(self._connect()) as connection:
                rows = connection.execute(
                    "SELECT korean, translation, engine, state = 'reviewed' FROM memory"
                    " WHERE language = 'en'"
                ).fetchall()
        except sqlite3.Error as error:
            raise self._failed(error) from None
        return {row[0]: Remembered(row[0], row[1], row[2], bool(row[3])) for row in rows}

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=_WAIT)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                message = "더 새로운 pressgen이 만든 번역 기억입니다. pressgen을 새로 설치하세요."
                raise PressgenError(Problem(message, self.file))
            if version < _VERSION:
                connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        except BaseException:
            connection.close()
            raise
        return connection

    def _failed(self, error: Exception) -> PressgenError:
        # SQLite tells a damaged file by DatabaseError itself, a lock or a full disk by its subclasses.
        damaged = type(error) is sqlite3.DatabaseError
        advice = (
            "다른 곳으로 옮겨 두면 새로 만듭니다" if damaged else "권한과 남은 공간을 살펴보세요"
        )
        return PressgenError(Problem(f"번역 기억을 쓸 수 없습니다({error}). {advice}.", self.file))
