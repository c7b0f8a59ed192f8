"""The database of a workspace's translations, `.pressgen/memory.sqlite`: its tables, how it is opened.

The rollback journal, not WAL, because workspaces lie on network drives. Two builds may write at once:
each write is one short transaction, and waits for the other.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path

_VERSION = 2
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
CREATE TABLE IF NOT EXISTS people (
    korean TEXT PRIMARY KEY,           -- a person's name, NFC, without spaces
    english TEXT NOT NULL,             -- the spelling that an event was the first to give
    event TEXT NOT NULL                -- that event's file, relative to the workspace
) WITHOUT ROWID;
PRAGMA user_version = 2;
"""
_WAIT = 30.0
"""Seconds that a write waits for another build's."""


def connect(file: Path) -> sqlite3.Connection:
    """Opens the database, with tables where it has none yet.

    Raises PressgenError for one of a newer pressgen, and what sqlite3 raises.
    """
    connection = sqlite3.connect(file, timeout=_WAIT)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > _VERSION:
            message = "더 새로운 pressgen이 만든 번역 기억입니다. pressgen을 새로 설치하세요."
            raise PressgenError(Problem(message, file))
        if version < _VERSION:
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    except BaseException:
        connection.close()
        raise
    return connection


def failed(file: Path, error: Exception) -> PressgenError:
    """What to tell a user of an error that sqlite3 or the file system raised."""
    # SQLite tells a damaged file by DatabaseError itself, a lock or a full disk by its subclasses.
    damaged = type(error) is sqlite3.DatabaseError
    advice = "다른 곳으로 옮겨 두면 새로 만듭니다" if damaged else "권한과 남은 공간을 살펴보세요"
    return PressgenError(Problem(f"번역 기억을 쓸 수 없습니다({error}). {advice}.", file))
