"""The memory of one workspace, in its SQLite file."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pressgen.translation import database
from pressgen.translation.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_UPSERT = (
    "INSERT INTO memory VALUES ('en', ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (language, korean) DO UPDATE SET translation = excluded.translation,"
    " state = excluded.state, engine = excluded.engine, written = excluded.written,"
    " release = excluded.release, approver = excluded.approver"
    " WHERE excluded.state = 'reviewed' OR memory.state = 'machine'"
)
_SELECT = (
    "SELECT korean, translation, engine, state = 'reviewed', release, approver, written"
    " FROM memory WHERE language = 'en'"
)
_LARGE = 4_000_000
"""Bytes of a file with ten thousand entries and more: to read them all takes longer than one release."""
_FEW = 2000
"""Texts that are asked for by themselves; whoever asks for more builds many releases."""


class SqliteMemory:
    """A Memory in a file. Reading never creates it; the first write does."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._entries: dict[str, Remembered] | None = None
        self._asked: dict[str, Remembered | None] = {}
        self._reader = database.Reader(file)

    def find(self, korean: str, *, reviewed: bool) -> Remembered | None:
        entry = self._entries.get(korean) if self._entries is not None else self._found(korean)
        return entry if entry and entry.reviewed == reviewed else None

    def entries(self) -> list[Remembered]:
        return list(self._loaded().values())

    def remember(self, entries: Iterable[Remembered], at: datetime) -> None:
        rows = [_row(replace(entry, written=at)) for entry in entries]
        if rows:
            with self._writing() as connection:
                connection.executemany(_UPSERT, rows)

    def merge(self, entries: Iterable[Remembered]) -> list[Remembered]:
        now = datetime.now(UTC)
        given = [replace(one, written=one.written or now) for one in entries]
        if not given:
            return []
        taken: dict[str, Remembered] = {}
        with self._writing() as connection:
            # What another process wrote meanwhile counts, so it is read within the transaction.
            known = _read(connection)
            for entry in given:
                before = taken.get(entry.korean) or known.get(entry.korean)
                if before is None or entry.beats(before):
                    taken[entry.korean] = entry
            connection.executemany(_UPSERT, map(_row, taken.values()))
        return list(taken.values())

    def forget(self, korean: Iterable[str]) -> None:
        rows = [(text,) for text in korean]
        if rows:
            with self._writing() as connection:
                connection.executemany(
                    "DELETE FROM memory WHERE language = 'en' AND korean = ?", rows
                )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; what was read before it is read again after it."""
        self._reader.close()
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(database.connect(self.file)) as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise database.failed(self.file, error) from None
        self._entries, self._asked = None, {}

    def _found(self, korean: str) -> Remembered | None:
        """The entry for this Korean, by itself as long as few are asked for in a large file."""
        if korean not in self._asked:
            if len(self._asked) >= _FEW or not self._is_large():
                return self._loaded().get(korean)
            try:
                rows = self._reader.rows(f"{_SELECT} AND korean = ?", korean)
            except sqlite3.Error as error:
                raise database.failed(self.file, error) from None
            self._asked[korean] = _entry(rows[0]) if rows else None
        return self._asked[korean]

    def _is_large(self) -> bool:
        return bool(self._asked) or (self.file.is_file() and self.file.stat().st_size > _LARGE)

    def _loaded(self) -> dict[str, Remembered]:
        if self._entries is None:
            self._reader.close()
            self._entries, self._asked = self._load(), {}
        return self._entries

    def _load(self) -> dict[str, Remembered]:
        if not self.file.is_file():
            return {}
        try:
            with closing(database.connect(self.file)) as connection:
                return _read(connection)
        except sqlite3.Error as error:
            raise database.failed(self.file, error) from None


def _read(connection: sqlite3.Connection) -> dict[str, Remembered]:
    return {row[0]: _entry(row) for row in connection.execute(f"{_SELECT} ORDER BY korean")}


def _entry(row: tuple[Any, ...]) -> Remembered:
    """A row's entry. What many have in common they share, which is a third of what a large memory takes."""
    korean, english, engine, reviewed, release, approver, written = row
    return Remembered(
        *(korean, english, sys.intern(engine), bool(reviewed)),
        *(sys.intern(release), sys.intern(approver), _moment(written)),
    )


_moment = lru_cache(maxsize=256)(datetime.fromisoformat)


def _row(entry: Remembered) -> tuple[str, ...]:
    return (
        entry.korean,
        entry.english,
        "reviewed" if entry.reviewed else "machine",
        entry.engine,
        database.moment(entry.written or datetime.now(UTC)),
        entry.release,
        entry.approver,
    )
