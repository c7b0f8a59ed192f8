"""What pressgen made and what it was made of: `.pressgen/manifest.sqlite`, one for a workspace.

A build that changes a release first says so here (`begin`), then writes its files, then says what they
are made of (`done`). So whenever it is stopped, the next one knows what to do again, and which folders
are pressgen's to take away.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from pressgen.checks.finding import Finding, Severity
from pressgen.errors import PressgenError, Problem
from pressgen.timing import Timing
from pressgen.translation.people import Said, Spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


UNFINISHED = "unfinished"
"""Noted in place of what the indexes were made of, until they are; "" is for those never made."""
_VERSION = 1
_TABLES = """
CREATE TABLE releases (
    archive TEXT NOT NULL,             -- the output folder, as a path in the workspace
    event TEXT NOT NULL,               -- the event file, likewise
    place TEXT NOT NULL,               -- the release's folder below archive or drafts
    folded TEXT NOT NULL,              -- the place as a file system without capitals sees it
    state TEXT NOT NULL,
    opens INTEGER,                     -- its hour, Unix time; none while it is confidential
    shown INTEGER NOT NULL,            -- whether its hour had come
    embargo TEXT NOT NULL,             -- ISO 8601, or ''
    size INTEGER NOT NULL,             -- of the event file, in bytes
    mtime INTEGER NOT NULL,            -- likewise, in ns; -1: too young to be trusted
    digest TEXT NOT NULL,              -- of its content
    kind TEXT NOT NULL,
    outlet TEXT NOT NULL,              -- the outlet's name, as the event gives it, or ''
    inputs TEXT NOT NULL,              -- digests of what it shares with others; '': to be built
    named_files TEXT NOT NULL,         -- JSON: the files that it names, as FileState, or ''
    pending TEXT NOT NULL,             -- JSON: why some of its English is missing, or ''
    found TEXT NOT NULL,               -- JSON: the findings, or ''
    uses BLOB NOT NULL,                -- translation/uses.py
    content TEXT NOT NULL,             -- digest of what is published of it, '' for nothing
    folder INTEGER NOT NULL,           -- its folder's mtime, in ns
    PRIMARY KEY (archive, event)
) WITHOUT ROWID;
CREATE INDEX releases_by_place ON releases (archive, folded);
CREATE TABLE places (                  -- every folder that something was written into
    archive TEXT NOT NULL,
    place TEXT NOT NULL,
    event TEXT NOT NULL,
    moved INTEGER NOT NULL,            -- whether it was published there and moved away
    PRIMARY KEY (archive, event, place)
) WITHOUT ROWID;
CREATE TABLE said (                    -- how events spell people, until all of a build are read
    archive TEXT NOT NULL,
    event TEXT NOT NULL,
    released TEXT NOT NULL,
    spellings TEXT NOT NULL,           -- JSON: Korean and English
    PRIMARY KEY (archive, event)
) WITHOUT ROWID;
CREATE TABLE stamps (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (                 -- the rows of glossary and catalogs, as they were last seen
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (source, key)
) WITHOUT ROWID;
CREATE TABLE files (                   -- what files of templates and the like held
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime INTEGER NOT NULL,
    digest TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was read: its path, size in bytes, mtime in ns, and its content's digest.

    `size` is -1 where there is none; `mtime` is -1 where it was too young to tell a later change.
    """

    path: str
    size: int
    mtime: int
    digest: str


class Entry(NamedTuple):
    """What the manifest has of an event's release: a row of `releases`.

    Of thousands that did not change only a few columns are looked at, so a row is taken as it comes (a data
    class would take several times as long), the rest is read when asked for, and `state` is the text of a State.
    """

    event: str
    place: str
    state: str
    opens: int | None
    shown: bool
    embargo: str
    size: int
    mtime: int
    digest: str
    kind: str
    outlet: str
    inputs: str
    named_files: str
    pending: str
    found: str
    uses: bytes
    content: str
    folder: int

    @property
    def timing(self) -> Timing:
        """When the release may be seen."""
        year, month, day = self.place.split("/")
        embargo = datetime.fromisoformat(self.embargo) if self.embargo else None
        return Timing(date(int(year), int(month), int(day[:2])), embargo, self.opens is None)

    @property
    def files(self) -> list[FileState]:
        """The files that the event names, as they were read."""
        return [FileState(*one) for one in json.loads(self.named_files or "[]")]

    @property
    def reasons(self) -> frozenset[str]:
        """Why some of its English is missing; nothing, where none is."""
        return frozenset(json.loads(self.pending or "[]"))

    @property
    def findings(self) -> list[Finding]:
        """What was found in it, but for what the hour decides and for what a person dismissed."""
        return [
            Finding(
                **{
                    **told,
                    "severity": Severity(told["severity"]),
                    **{name: tuple(told[name]) for name in _TUPLES if told.get(name) is not None},
                }
            )
            for told in json.loads(self.found or "[]")
        ]


_TUPLES = ("lacking", "korean_span", "english_span")


def told_findings(findings: Iterable[Finding]) -> str:
    """Findings as the manifest keeps them."""
    return to_text(
        [{k: v for k, v in asdict(one).items() if v not in ("", None)} for one in findings]
    )


def to_text(items: Iterable[object]) -> str:
    """A list as the manifest keeps it: JSON, and nothing for nothing."""
    listed = list(items)
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else ""


class Manifest:
    """One open manifest. What it is told is kept at the next `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def commit(self) -> None:
        self.connection.commit()

    def rollback(self) -> None:
        self.connection.rollback()

    # Releases

    def entries(self, archive: str) -> dict[str, Entry]:
        """What was built into an archive, by event, in the order of the events."""
        rows = self.connection.execute(_SELECT, (archive,))
        return {entry.event: entry for entry in map(Entry._make, rows)}

    def begin(self, archive: str, places: Iterable[tuple[str, str]]) -> None:
        """Says that events (and where to) are about to be built; until `done`, they are not up to date."""
        told = list(places)
        self.connection.executemany(
            "UPDATE releases SET inputs = '' WHERE archive = ? AND event = ?",
            [(archive, event) for event, _ in told],
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO places VALUES (?, ?, ?, 0)",
            [(archive, place, event) for event, place in told],
        )

    def done(self, archive: str, entries: Iterable[Entry]) -> None:
        """Says what releases are made of, now that their files are there."""
        self.connection.executemany(
            _REPLACE,
            [(archive, one.place.casefold(), *one) for one in entries],
        )

    def not_up_to_date(self, archive: str, events: Iterable[str]) -> None:
        """Has these releases built again, whoever builds next."""
        self.connection.executemany(
            "UPDATE releases SET inputs = '' WHERE archive = ? AND event = ?",
            [(archive, event) for event in events],
        )

    def say(self, archive: str, said: Iterable[Said]) -> None:
        """Keeps how events spell people until `take_said`."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?)",
            [(archive, one.event, one.released.isoformat(), _names(one.spellings)) for one in said],
        )

    def take_said(self, archive: str) -> list[Said]:
        """What was kept, also by a build that was stopped; it is kept no longer."""
        rows = self.connection.execute(
            "SELECT event, released, spellings FROM said WHERE archive = ?", (archive,)
        ).fetchall()
        self.connection.execute("DELETE FROM said WHERE archive = ?", (archive,))
        return [
            Said(
                event,
                date.fromisoformat(day),
                [Spelling(korean, english, event) for korean, english in json.loads(names)],
            )
            for event, day, names in rows
        ]

    def touch(self, archive: str, events: Iterable[FileState]) -> None:
        """That event files, known by their paths, were written again with the same content."""
        self.connection.executemany(
            "UPDATE releases SET size = ?, mtime = ? WHERE archive = ? AND event = ?",
            [(one.size, one.mtime, archive, one.path) for one in events],
        )

    def set_folders(self, archive: str, mtimes: Mapping[str, int]) -> None:
        """The mtimes of folders, by event, that were written to after `done`."""
        self.connection.executemany(
            "UPDATE releases SET folder = ? WHERE archive = ? AND event = ?",
            [(mtime, archive, event) for event, mtime in mtimes.items()],
        )

    def forget(self, archive: str, event: str) -> None:
        """That there is nothing left of an event's release."""
        for delete in (
            "DELETE FROM releases WHERE archive = ? AND event = ?",
            "DELETE FROM places WHERE archive = ? AND event = ?",
        ):
            self.connection.execute(delete, (archive, event))

    def hand_over(self, archive: str, event: str, heir: str) -> None:
        """That what an event published is another one's now: its file was renamed."""
        self.connection.execute(
            "UPDATE OR IGNORE places SET event = ? WHERE archive = ? AND event = ? AND moved",
            (heir, archive, event),
        )

    def moved(self, archive: str, event: str, place: str) -> None:
        """That an event's release was at a place before, which leads to it now."""
        self.connection.execute(
            "INSERT OR REPLACE INTO places VALUES (?, ?, ?, 1)", (archive, place, event)
        )

    def owners(self, archive: str, place: str) -> list[str]:
        """The events whose releases were last built to this place."""
        rows = self.connection.execute(
            "SELECT event FROM releases WHERE archive = ? AND folded = ?",
            (archive, place.casefold()),
        )
        return [event for (event,) in rows]

    def places(self, archive: str, event: str) -> dict[str, bool]:
        """The places that something was written to for an event, and whether it moved away from there."""
        rows = self.connection.execute(
            "SELECT place, moved FROM places WHERE archive = ? AND event = ?", (archive, event)
        )
        return {place: bool(moved) for place, moved in rows}

    def left(self, archive: str, event: str, place: str, *, moved: bool) -> None:
        """That an event's release is no longer at a place; `moved`: and a page there says where it is."""
        if moved:
            statement = "UPDATE places SET moved = 1 WHERE archive = ? AND event = ? AND place = ?"
        else:
            statement = "DELETE FROM places WHERE archive = ? AND event = ? AND place = ?"
        self.connection.execute(statement, (archive, event, place))

    def archives(self) -> list[str]:
        """The output folders that something was built into."""
        rows = self.connection.execute("SELECT DISTINCT archive FROM releases ORDER BY archive")
        return [archive for (archive,) in rows]

    # What releases share

    def stamp(self, name: str) -> str:
        """What was last noted under a name, "" for nothing."""
        row = self.connection.execute("SELECT value FROM stamps WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def set_stamp(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO stamps VALUES (?, ?)", (name, value))

    def seen(self, source: str) -> dict[str, bytes]:
        """The digests of a glossary's or catalog's rows by their Korean, as they were last seen."""
        rows = self.connection.execute(
            "SELECT key, digest FROM entries WHERE source = ?", (source,)
        )
        return dict(rows)

    def set_seen(self, source: str, digests: Mapping[str, bytes]) -> None:
        self.connection.execute("DELETE FROM entries WHERE source = ?", (source,))
        self.connection.executemany(
            "INSERT INTO entries VALUES (?, ?, ?)",
            [(source, key, digest) for key, digest in digests.items()],
        )

    def files(self) -> dict[str, FileState]:
        """What the files of templates and the like were when they were last read, by path."""
        rows = self.connection.execute("SELECT path, size, mtime, digest FROM files")
        return {row[0]: FileState(*row) for row in rows}

    def set_files(self, files: Iterable[FileState]) -> None:
        self.connection.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            [(one.path, one.size, one.mtime, one.digest) for one in files],
        )


@contextmanager
def open_manifest(working_data: Path) -> Iterator[Manifest]:
    """The manifest of a workspace, made if there is none.

    What was not committed when the block ends is lost. Raises PressgenError where the file can't be
    opened, read or written, also from within the block.
    """
    file = working_data / "manifest.sqlite"
    try:
        working_data.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file)) as connection:
            _bring_up(connection, file)
            yield Manifest(connection)
    except sqlite3.Error as error:
        damaged = type(error) is sqlite3.DatabaseError
        advice = "지우면 다시 만듭니다" if damaged else "권한과 남은 공간을 살펴보세요"
        raise PressgenError(
            Problem(f"만든 것의 목록을 쓸 수 없습니다({error}). {advice}.", file)
        ) from None


def _bring_up(connection: sqlite3.Connection, file: Path) -> None:
    # A killed process loses nothing; a power cut at worst costs a build from nothing.
    connection.execute("PRAGMA synchronous = NORMAL")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        message = "더 새로운 pressgen이 만든 것입니다. pressgen을 새로 설치하세요."
        raise PressgenError(Problem(message, file))
    if version < _VERSION:
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")


def _names(spellings: Iterable[Spelling]) -> str:
    return json.dumps([[one.korean, one.english] for one in spellings], ensure_ascii=False)


_COLUMNS = ", ".join(Entry._fields)
_SELECT = f"SELECT {_COLUMNS} FROM releases WHERE archive = ? ORDER BY event"  # noqa: S608 - ours
_REPLACE = (
    f"INSERT OR REPLACE INTO releases (archive, folded, {_COLUMNS})"  # noqa: S608 - ours
    f" VALUES (?, ?, {', '.join('?' * len(Entry._fields))})"
)
