"""What an archive lists of its releases, in tables of an SQLite database that the caller owns.

A row a release has what pages, catalogs and sitemaps print of it, so that what one change concerns is found
and written without reading the others. Full texts stay in each release.json.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from pressgen.archive.published import Name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from pressgen.archive.published import Published

_TABLES = (
    """CREATE TABLE IF NOT EXISTS listed_releases (
        archive TEXT, place TEXT, released TEXT, kind TEXT, korean TEXT, english TEXT,
        is_complete INTEGER, organizations TEXT, entry TEXT, PRIMARY KEY (archive, place)) WITHOUT ROWID""",
    """CREATE INDEX IF NOT EXISTS listed_in_order
        ON listed_releases (archive, released, place, is_complete)""",
    """CREATE TABLE IF NOT EXISTS listed_shelves (
        id INTEGER PRIMARY KEY, archive TEXT, section TEXT, name TEXT, english TEXT,
        releases INTEGER, UNIQUE (archive, section, name))""",
    """CREATE TABLE IF NOT EXISTS listed_on (
        shelf INTEGER, released TEXT, place TEXT, english TEXT,
        PRIMARY KEY (shelf, released, place)) WITHOUT ROWID""",
)
_RELEASES = """SELECT place, released, kind, korean, english, is_complete, organizations, entry
    FROM listed_releases WHERE archive = ? AND """
_SHELVES = "SELECT name, english, releases FROM listed_shelves WHERE archive = ? AND section = ?"
_ON_SHELF = """SELECT place FROM listed_on WHERE shelf =
    (SELECT id FROM listed_shelves WHERE archive = ? AND section = ? AND name = ?)
    ORDER BY released, place LIMIT ? OFFSET ?"""
_BEFORE = """SELECT count(*) FROM listed_on WHERE shelf =
    (SELECT id FROM listed_shelves WHERE archive = ? AND section = ? AND name = ?)
    AND (released, place) < (?, ?)"""
_COUNT = "UPDATE listed_shelves SET releases = releases + ? WHERE id = ?"
_NAME = """UPDATE listed_shelves SET english = (
    SELECT english FROM listed_on WHERE shelf = id AND english IS NOT NULL
    ORDER BY released DESC, place DESC LIMIT 1) WHERE id = ? AND section = 'organizations'"""
_JSON = json.JSONEncoder(ensure_ascii=False)
Section = Literal["months", "kinds", "organizations"]


class Key(NamedTuple):
    """Where a release stands in the order: by its day, an ISO date, and its place."""

    released: str
    place: str


class ShelfKey(NamedTuple):
    """A shelf of an archive: a month (2026/11), a kind or an organisation, by its name in Korean."""

    section: Section
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed of a release.

    `organizations`: those that it names, each with the English that it gives for it, as JSON; `entry`: the
    release in archive-YYYY.json, as one line of JSON.
    """

    place: str
    released: date
    kind: str
    headline: Name
    is_complete: bool
    organizations: str
    entry: str

    @property
    def key(self) -> Key:
        return Key(self.released.isoformat(), self.place)

    @property
    def shelves(self) -> dict[ShelfKey, str | None]:
        """The shelves that it stands on, each with the English that it gives for its name."""
        month = self.released.isoformat()[:7].replace("-", "/")
        return {
            ShelfKey("months", month): None,
            ShelfKey("kinds", self.kind): None,
            **{
                ShelfKey("organizations", korean): english
                for korean, english in json.loads(self.organizations).items()
            },
        }


@dataclass(frozen=True, slots=True)
class ListedShelf:
    """A shelf, how many releases stand on it, and for an organisation the newest English of its name."""

    key: ShelfKey
    english: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Change:
    """What was listed of a release, and what is now."""

    before: Listed | None
    after: Listed | None


@dataclass(slots=True)
class Changes:
    """What an update changed. `shelves`: those that it touched, as they were; None for a new one."""

    releases: list[Change] = field(default_factory=list)
    shelves: dict[ShelfKey, ListedShelf | None] = field(default_factory=dict)


class Listing:
    """What is listed of one archive. The order is everywhere that of the days, then of the places.

    Commits nothing: what was updated and what was written from it belong together, so the caller does
    when the files are written. `archive_key` tells archives in one database apart; it stands in every
    row, so it should be short. What is listed is as this version of pressgen lists it: for another one
    everything has to be given to `update` again.
    """

    def __init__(self, connection: sqlite3.Connection, archive_key: str) -> None:
        self._connection = connection
        self._archive = archive_key
        for table in _TABLES:
            connection.execute(table)

    def update(self, changed: Mapping[str, Published | None]) -> Changes:
        """Takes in the releases of these places as they are now, None for one that is gone."""
        done = Changes()
        for place, published in changed.items():
            before = self.get(place)
            after = _listed(published) if published else None
            if before != after:
                done.releases.append(Change(before, after))
        self._put(done.releases)
        self._stand(done)
        return done

    def get(self, place: str) -> Listed | None:
        """The release of this place; None where none is listed."""
        return next(self._releases("place = ?", place), None)

    def __getitem__(self, place: str) -> Listed:
        """The release of this place, which is listed."""
        release = self.get(place)
        if release is None:
            raise KeyError(place)
        return release

    def releases(self, first: date = date.min, last: date = date.max) -> Iterator[Listed]:
        """The releases of these days and those between them, the oldest first."""
        return self._releases(
            "released BETWEEN ? AND ? ORDER BY released, place", first.isoformat(), last.isoformat()
        )

    def newest(self, count: int, *, complete: bool = False) -> list[Listed]:
        """The newest releases, the newest first; `complete`: of those whose English is complete."""
        condition = "is_complete" if complete else "true"
        return list(
            self._releases(f"{condition} ORDER BY released DESC, place DESC LIMIT ?", count)
        )

    def around(self, key: Key) -> tuple[Listed | None, Listed | None]:
        """The releases just before and just after this place in the order."""
        older = "(released, place) < (?, ?) ORDER BY released DESC, place DESC LIMIT 1"
        newer = "(released, place) > (?, ?) ORDER BY released, place LIMIT 1"
        return next(self._releases(older, *key), None), next(self._releases(newer, *key), None)

    def days(self) -> Mapping[date, int]:
        """How many releases each day has that has any."""
        counts = (
            "SELECT released, count(*) FROM listed_releases WHERE archive = ? GROUP BY released"
        )
        rows = self._connection.execute(counts, (self._archive,))
        return {date.fromisoformat(day): count for day, count in rows}

    def places(self, first: date, last: date) -> list[str]:
        """The places of the releases of these days and those between them, the oldest first."""
        query = """SELECT place FROM listed_releases WHERE archive = ? AND released BETWEEN ? AND ?
            ORDER BY released, place"""
        days = first.isoformat(), last.isoformat()
        return [place for (place,) in self._connection.execute(query, (self._archive, *days))]

    def shelves(self, section: Section) -> list[ListedShelf]:
        """The shelves of a section, by their names."""
        rows = self._connection.execute(_SHELVES + " ORDER BY name", (self._archive, section))
        return [ListedShelf(ShelfKey(section, name), english, n) for name, english, n in rows]

    def shelf(self, key: ShelfKey) -> ListedShelf | None:
        """A shelf; None where nothing stands on it."""
        rows = self._connection.execute(_SHELVES + " AND name = ?", (self._archive, *key))
        return next((ListedShelf(key, english, count) for _, english, count in rows), None)

    def on_shelf(self, key: ShelfKey, start: int = 0, count: int = -1) -> list[str]:
        """The places on a shelf, the oldest first, `count` of them after the first `start`."""
        rows = self._connection.execute(_ON_SHELF, (self._archive, *key, count, start))
        return [place for (place,) in rows]

    def position(self, shelf: ShelfKey, key: Key) -> int:
        """How many on the shelf come before this place in the order."""
        (count,) = self._connection.execute(_BEFORE, (self._archive, *shelf, *key)).fetchone()
        return int(count)

    def _releases(self, condition: str, *values: object) -> Iterator[Listed]:
        for row in self._connection.execute(_RELEASES + condition, (self._archive, *values)):
            place, released, kind, korean, english, is_complete, *texts = row
            day, headline = date.fromisoformat(released), Name(korean, english)
            yield Listed(place, day, kind, headline, bool(is_complete), *texts)

    def _put(self, changes: Iterable[Change]) -> None:
        self._connection.executemany(
            "DELETE FROM listed_releases WHERE archive = ? AND place = ?",
            [(self._archive, change.before.place) for change in changes if change.before],
        )
        self._connection.executemany(
            "INSERT INTO listed_releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(self._archive, *_row(change.after)) for change in changes if change.after],
        )

    def _stand(self, done: Changes) -> None:
        """Puts the changed releases on their shelves; `done` gets the shelves as they were."""
        gone = [
            (shelf, *one.before.key)
            for one in done.releases
            if one.before
            for shelf in one.before.shelves
        ]
        come = [
            (shelf, *one.after.key, english)
            for one in done.releases
            if one.after
            for shelf, english in one.after.shelves.items()
        ]
        counts = Counter(shelf for shelf, *_ in come)
        counts.subtract(shelf for shelf, *_ in gone)
        done.shelves = {shelf: self.shelf(shelf) for shelf in counts}
        ids = {shelf: self._open(shelf) for shelf in counts}
        run = self._connection.executemany
        run(
            "DELETE FROM listed_on WHERE shelf = ? AND released = ? AND place = ?",
            [(ids[shelf], *rest) for shelf, *rest in gone],
        )
        run(
            "INSERT INTO listed_on VALUES (?, ?, ?, ?)",
            sorted((ids[shelf], *rest) for shelf, *rest in come),  # as they lie in the file
        )
        run(_COUNT, [(count, ids[shelf]) for shelf, count in counts.items()])
        run(_NAME, [(number,) for number in ids.values()])
        self._connection.execute("DELETE FROM listed_shelves WHERE releases = 0")

    def _open(self, shelf: ShelfKey) -> int:
        """The number of the shelf, which is there from now on."""
        values = (self._archive, *shelf)
        self._connection.execute(
            """INSERT OR IGNORE INTO listed_shelves (archive, section, name, releases)
            VALUES (?, ?, ?, 0)""",
            values,
        )
        query = "SELECT id FROM listed_shelves WHERE archive = ? AND section = ? AND name = ?"
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)


def _listed(release: Published) -> Listed:
    entry = {
        "place": release.place,
        "page": f"{release.place}/release.html",
        "data": f"{release.place}/release.json",
        "kind": release.kind,
        "released": release.released.isoformat(),
        "headline": _both(release.headline),
        "subheadline": _both(release.subheadline),
        "outlet": _both(release.outlet),
        "organizations": [_both(one) for one in release.organizations],
        "photos": [f"{release.place}/{photo.file}" for photo in release.photos],
        "english_complete": release.is_complete,
    }
    return Listed(
        release.place,
        release.released,
        release.kind,
        release.headline,
        release.is_complete,
        _JSON.encode(_english_of(release.organizations)),
        _JSON.encode(entry),
    )


def _english_of(organizations: Iterable[Name]) -> dict[str, str | None]:
    """The English of each Korean name: the last that there is, where one is given more than once."""
    found: dict[str, str | None] = {}
    for name in organizations:
        found[name.korean] = name.english or found.get(name.korean)
    return found


def _both(name: Name | None) -> dict[str, str | None] | None:
    return {"ko": name.korean, "en": name.english} if name else None


def _row(one: Listed) -> tuple[object, ...]:
    return (
        *one.key[::-1],
        one.kind,
        one.headline.korean,
        one.headline.english,
        one.is_complete,
        one.organizations,
        one.entry,
    )
