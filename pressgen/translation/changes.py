"""What changed in the translations' database since a build last looked: the database notes it itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pressgen.translation import database

if TYPE_CHECKING:
    from pathlib import Path

Table = Literal["memory", "people", "dismissals"]
NONE = "none:0"
"""The stamp of a database that is not there yet: all that one has since was added."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The Korean of what changed since a stamp, and the stamp to ask with next time.

    `korean` is None where anything may have changed: the database is another one than before.
    """

    stamp: str
    korean: frozenset[str] | None


def changes_since(file: Path, table: Table, stamp: str) -> Changes:
    """What changed in a table since `stamp`. Raises PressgenError where the file can't be read."""
    if not file.is_file():
        return Changes(NONE, frozenset() if stamp == NONE else None)
    try:
        with closing(database.connect(file)) as connection:
            identity, now = connection.execute(
                "SELECT id, (SELECT coalesce(max(number), 0) FROM changes) FROM identity"
            ).fetchone()
            known, _, number = stamp.partition(":")
            if stamp != NONE and (known != identity or int(number) > now):
                return Changes(f"{identity}:{now}", None)
            rows = connection.execute(
                "SELECT korean FROM changes WHERE number > ? AND what = ?", (int(number), table)
            )
            return Changes(f"{identity}:{now}", frozenset(korean for (korean,) in rows))
    except sqlite3.Error as error:
        raise database.failed(file, error) from None
