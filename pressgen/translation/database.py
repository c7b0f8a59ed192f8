"""The database of a workspace's translations, `.pressgen/memory.sqlite`: its tables, how it is opened.

The rollback journal, not WAL, because workspaces lie on network drives. Two builds may write at once:
each write is one short transaction, and waits for the other.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def _triggers(table: str, key: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Has the database note by itself what changes in a table, whoever writes it."""
    note = (
        "INSERT INTO changes VALUES"  # noqa: S608 - the names are those below
        f" ('{table}', {{row}}.{key}, (SELECT coalesce(max(number), 0) + 1 FROM changes))"
        " ON CONFLICT (what, korean) DO UPDATE SET number = excluded.number"
    )
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    begin = f"CREATE TRIGGER {table}_"
    return (
        f"{begin}insert AFTER INSERT ON {table} BEGIN {note.format(row='NEW')}; END",
        f"{begin}update AFTER UPDATE ON {table} WHEN {differs} BEGIN {note.format(row='NEW')}; END",
        f"{begin}delete AFTER DELETE ON {table} BEGIN {note.format(row='OLD')}; END",
    )


_STEPS = (
    (
        """
CREATE TABLE memory (
    language TEXT NOT NULL,            -- of the translation: en
    korean TEXT NOT NULL,              -- a sentence, a term or a pattern, NFC
    translation TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('machine', 'reviewed')),
    engine TEXT NOT NULL,              -- the engine's id, '' for a person
    written TEXT NOT NULL,             -- ISO 8601; since version 3 in UTC, to the second
    PRIMARY KEY (language, korean)
) WITHOUT ROWID""",
    ),
    (
        """
CREATE TABLE people (
    korean TEXT PRIMARY KEY,           -- a person's name, NFC, without spaces
    english TEXT NOT NULL,             -- the spelling that an event was the first to give
    event TEXT NOT NULL                -- that event's file, relative to the workspace
) WITHOUT ROWID""",
    ),
    (
        # The event's file, relative to the workspace, and the person's name; '' where not known.
        "ALTER TABLE memory ADD COLUMN release TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE memory ADD COLUMN approver TEXT NOT NULL DEFAULT ''",
        "UPDATE memory SET written = strftime('%Y-%m-%dT%H:%M:%S+00:00', written)",
        """
CREATE TABLE dismissals (
    code TEXT NOT NULL,                -- of the finding
    korean TEXT NOT NULL,              -- the two texts that it is about
    english TEXT NOT NULL,
    message TEXT NOT NULL,             -- what it says of them
    event TEXT NOT NULL,               -- the event's file, where it is about no text
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    written TEXT NOT NULL,             -- ISO 8601, UTC
    PRIMARY KEY (code, korean, english, message, event)
) WITHOUT ROWID""",
    ),
    (
        """
CREATE TABLE changes (                 -- what became of each entry last, numbered as it happened
    what TEXT NOT NULL,                -- memory, people or dismissals
    korean TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (what, korean)
) WITHOUT ROWID""",
        "CREATE INDEX changes_by_number ON changes (number)",
        # Numbers of another file mean nothing: this tells the files apart.
        "CREATE TABLE identity (id TEXT NOT NULL)",
        "INSERT INTO identity VALUES (lower(hex(randomblob(8))))",
        *_triggers("memory", "korean", ("translation", "state", "engine")),
        *_triggers("people", "korean", ("english",)),
        *_triggers("dismissals", "korean", ("reason",)),
        "INSERT INTO changes SELECT 'memory', korean, 1 FROM memory",
        "INSERT INTO changes SELECT 'people', korean, 1 FROM people",
    ),
)
"""What makes of a database of version n (0: a new one) one of version n + 1."""
_WAIT = 30.0
"""Seconds that a write waits for another build's."""


def connect(file: Path) -> sqlite3.Connection:
    """Opens the database, with the tables that it lacks yet.

    Raises PressgenError for one of a newer pressgen, and what sqlite3 raises.
    """
    # A Reader may be dropped by another thread than that which opened it; none is used by two.
    connection = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False)
    try:
        version = _version(connection)
        if version > len(_STEPS):
            message = "더 새로운 pressgen이 만든 번역 기억입니다. pressgen을 새로 설치하세요."
            raise PressgenError(Problem(message, file))
        if version < len(_STEPS):
            _bring_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have done it while this one waited.
        for step in _STEPS[_version(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(_STEPS)}")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


class Reader:
    """A connection for one row after the other, opened for the first and kept open until it is closed.

    Between two rows it holds no lock, so that nobody waits for it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None
        self._process = 0

    def rows(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        """What a query finds. Raises as `connect` does."""
        if self._connection is None or self._process != os.getpid():  # a fork opens its own
            self._connection, self._process = connect(self._file), os.getpid()
        return self._connection.execute(statement, values).fetchall()

    def close(self) -> None:
        """Closes what is open; on Windows nobody else could move or replace the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        self.close()


def moment(at: datetime) -> str:
    """A moment as the tables have it: in UTC, to the second, so that text sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def failed(file: Path, error: Exception) -> PressgenError:
    """What to tell a user of an error that sqlite3 or the file system raised."""
    # SQLite tells a damaged file by DatabaseError itself, a lock or a full disk by its subclasses.
    damaged = type(error) is sqlite3.DatabaseError
    advice = "다른 곳으로 옮겨 두면 새로 만듭니다" if damaged else "권한과 남은 공간을 살펴보세요"
    return PressgenError(Problem(f"번역 기억을 쓸 수 없습니다({error}). {advice}.", file))
