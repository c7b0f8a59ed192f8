"""Findings that a person let stand, with the reason.

A dismissal is about two texts and what was said of them: when either changes, the finding is there again.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from pressgen.checks.finding import Dismissal, Finding, Severity
from pressgen.translation import database

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

_Key = tuple[str, str, str, str, str]
NOT_DISMISSED = frozenset({"pending"})
"""Codes of which nobody can say that all is well: there is no English."""


class Dismissals:
    """The dismissals of one workspace. Reading never creates the file; the first write does."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._known: dict[_Key, Dismissal] | None = None

    @property
    def are_there(self) -> bool:
        """Whether anything was ever dismissed here; to say what an event's path is takes time."""
        return bool(self._loaded())

    def applied(self, findings: Iterable[Finding], event: str) -> list[Finding]:
        """The findings of an event (its path in the workspace), as notes where they were dismissed."""
        known = self._loaded()
        return [
            replace(one, severity=Severity.NOTE, dismissal=known[key])
            if (key := _key(one, event)) in known
            else one
            for one in findings
        ]

    def add(
        self, findings: Iterable[Finding], event: str, reason: str, person: str, at: datetime
    ) -> None:
        """Dismisses the findings. Raises PressgenError where the file can't be written."""
        rows = [(*_key(one, event), reason, person, database.moment(at)) for one in findings]
        self._write("INSERT OR REPLACE INTO dismissals VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def take_back(self, findings: Iterable[Finding], event: str) -> None:
        """Has the findings stand as they did before they were dismissed."""
        self._write(
            "DELETE FROM dismissals WHERE code = ? AND korean = ? AND english = ? AND message = ?"
            " AND event = ?",
            [_key(one, event) for one in findings],
        )

    def _write(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(database.connect(self.file)) as connection, connection:
                connection.executemany(statement, rows)
        except (sqlite3.Error, OSError) as error:
            raise database.failed(self.file, error) from None
        self._known = None

    def _loaded(self) -> dict[_Key, Dismissal]:
        if self._known is None:
            self._known = self._load()
        return self._known

    def _load(self) -> dict[_Key, Dismissal]:
        if not self.file.is_file():
            return {}
        try:
            with closing(database.connect(self.file)) as connection:
                rows = connection.execute("SELECT * FROM dismissals").fetchall()
        except sqlite3.Error as error:
            raise database.failed(self.file, error) from None
        return {row[:5]: Dismissal(*row[5:]) for row in rows}


def _key(finding: Finding, event: str) -> _Key:
    about_text = finding.korean or finding.english
    place = "" if about_text else event
    return (finding.code, finding.korean, finding.english, finding.message, place)
