"""What is listed of an archive: what is asked of it, and that archives and runs do not mix."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive.listing import Listing, ShelfKey
from pressgen.archive.published import Name
from tests.archive.site.support import release, releases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        yield opened


@given(st.permutations(releases(12)))
def test_the_order_is_that_of_the_days(given: list[object]) -> None:
    with closing(sqlite3.connect(":memory:")) as opened:
        listing = Listing(opened, "a")
        listing.update({one.place: one for one in given})  # type: ignore[attr-defined, misc]
        places = [one.place for one in releases(12)]
        assert [one.place for one in listing.releases()] == places
        assert [one.place for one in listing.newest(3)] == places[:-4:-1]
        assert listing.on_shelf(ShelfKey("kinds", "agreement")) == places[::2]


def test_days_and_places(database: sqlite3.Connection) -> None:
    listing = Listing(database, "a")
    found = releases(40)
    listing.update({one.place: one for one in found})
    listing.update({found[3].place: None})
    left = [*found[:3], *found[4:]]
    assert listing.days() == Counter(one.released for one in left)
    assert listing.places(date(2024, 11, 12), date(2024, 11, 21)) == [
        one.place for one in (found[1], found[2], found[4])
    ]


def test_the_neighbours_of_a_place_also_where_nothing_is(database: sqlite3.Connection) -> None:
    listing = Listing(database, "a")
    found = releases(5)
    listing.update({one.place: one for one in found})
    gone = listing[found[2].place].key
    listing.update({found[2].place: None})
    assert [one and one.place for one in listing.around(gone)] == [found[1].place, found[3].place]
    assert listing.around(listing[found[0].place].key)[0] is None
    assert listing.around(listing[found[4].place].key)[1] is None


def test_only_what_differs_in_what_is_listed_is_a_change(database: sqlite3.Connection) -> None:
    listing = Listing(database, "a")
    one, other = releases(2)
    assert len(listing.update({one.place: one, other.place: other}).releases) == 2
    corrected = replace(one, paragraphs=(Name("다른 글", None),))
    assert not listing.update({one.place: corrected, "2020/01/01-never": None}).releases
    [change] = listing.update({one.place: replace(one, is_complete=False)}).releases
    assert (
        change.before and change.before.is_complete,
        change.after and change.after.is_complete,
    ) == (
        True,
        False,
    )


def test_a_shelf_ends_with_its_last_release(database: sqlite3.Connection) -> None:
    listing = Listing(database, "a")
    one = release(0, kind="alone")
    listing.update({one.place: one})
    listing.update({one.place: replace(one, kind="other")})
    assert [shelf.key.name for shelf in listing.shelves("kinds")] == ["other"]
    listing.update({one.place: None})
    assert listing.shelves("months") == listing.shelves("kinds") == []
    assert listing.shelves("organizations") == []


def test_archives_in_one_database_do_not_mix(database: sqlite3.Connection) -> None:
    first, second = Listing(database, "a"), Listing(database, "b")
    found = releases(6)
    first.update({one.place: one for one in found})
    second.update({one.place: one for one in found[:2]})
    first.update({found[0].place: None})
    assert [one.place for one in first.releases()] == [one.place for one in found[1:]]
    assert [one.place for one in second.releases()] == [one.place for one in found[:2]]
    assert second.shelves("kinds")[0].count == 1


def test_what_is_not_committed_is_not_listed(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as opened:
        one, other = releases(2)
        listing = Listing(opened, "a")
        listing.update({one.place: one})
        opened.commit()
        listing.update({one.place: None, other.place: other})
        opened.rollback()
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as opened:
        assert [listed.place for listed in Listing(opened, "a").releases()] == [one.place]
