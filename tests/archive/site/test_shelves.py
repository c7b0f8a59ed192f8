"""The shelves: everything once, the oldest first, and pages that stay."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive.listing import Listing, ShelfKey
from pressgen.archive.published import Name
from pressgen.archive.site.shelves import PAGE_LENGTH, Shelf, Shelves, changed_pages, natural_key
from tests.archive.site.support import frame, release, releases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgen.archive.published import Published


def shelf(count: int) -> Shelf:
    return Shelf(ShelfKey("kinds", "a"), "kinds/a", Name("가", "A"), count)


def on_pages(items: list[int]) -> dict[str, tuple[object, ...]]:
    """What the pages of a shelf with these items have, by their paths."""
    return {
        page.path: (items[page.start : page.start + page.count], page.older, page.newer)
        for page in shelf(len(items)).pages
    }


@pytest.fixture
def listing() -> Iterator[Listing]:
    with closing(sqlite3.connect(":memory:")) as database:
        yield Listing(database, "a")


def listed(listing: Listing, found: Iterable[Published]) -> Shelves:
    listing.update({one.place: one for one in found})
    return Shelves(listing, frame())


def test_organizations_stand_as_a_person_sorts_them(listing: Listing) -> None:
    names = [
        "하늘10동",
        "하늘2동",
        "가람시",
        "하늘2동 주민회",
        "2본부",
        "하늘",
        "10본부",
        "하늘02동",
    ]
    found = [release(n, organizations=(Name(name, None),)) for n, name in enumerate(names)]
    order = [shelf.key.name for shelf in listed(listing, found).organizations]
    assert order == [
        *("2본부", "10본부", "가람시", "하늘", "하늘02동", "하늘2동", "하늘2동 주민회", "하늘10동"),
    ]


@given(st.lists(st.text(), max_size=5))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural_key)) == sorted(names)


@given(st.integers(1, 130))
def test_every_release_is_on_one_page(count: int) -> None:
    pages = shelf(count).pages
    assert [i for page in pages for i in range(page.start, page.start + page.count)] == [
        *range(count)
    ]
    assert [page.path for page in pages[:-1]] == [
        f"kinds/a/page-{number}.html" for number in range(1, len(pages))
    ]
    assert pages[-1].path == "kinds/a/index.html"
    assert {page.count for page in pages[:-1]} <= {PAGE_LENGTH}
    assert min(count, PAGE_LENGTH) <= pages[-1].count < 2 * PAGE_LENGTH


@given(st.integers(1, 130))
def test_pages_lead_to_their_neighbours(count: int) -> None:
    pages = shelf(count).pages
    paths = [page.path for page in pages]
    assert [page.older for page in pages] == [None, *paths[:-1]]
    assert [page.newer for page in pages] == [*paths[1:], None]
    assert [page.number for page in pages] == [*range(1, len(pages)), None]


@given(
    items=st.integers(1, 100).map(lambda count: [*range(0, 10 * count, 10)]),
    come=st.sets(st.integers(0, 1000).filter(lambda number: number % 10), max_size=45),
    data=st.data(),
)
def test_the_pages_that_differ_are_known(
    items: list[int], come: set[int], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(items), max_size=len(items) - 1))
    now = sorted({*items, *come} - gone)
    moved = [sum(one < item for one in now) for item in come | gone]
    pages = changed_pages(shelf(len(items)), shelf(len(now)), min(moved, default=None), ())
    before = on_pages(items)
    differ = {path for path, page in on_pages(now).items() if before.get(path) != page}
    assert differ <= {page.path for page in pages}
    if len(come) == 1 and not gone and max(now) in come:
        assert len(pages) <= 3


def test_a_correction_changes_one_page_and_a_name_all() -> None:
    before = shelf(100)
    assert [page.number for page in changed_pages(before, before, None, [25, 30])] == [2]
    assert [page.number for page in changed_pages(before, before, None, [99])] == [None]
    renamed = Shelf(before.key, before.folder, Name("가", "B"), 100)
    assert changed_pages(before, renamed, None, ()) == renamed.pages


def test_an_organization_has_each_release_once_and_its_newest_english(listing: Listing) -> None:
    found = [
        release(0, organizations=(Name("솔섬군", "Solseom"), Name("솔섬군", None))),
        release(1, organizations=(Name("솔섬군", "Solseom County"),)),
        release(2, organizations=(Name("솔섬군", None), Name("가군", None))),
    ]
    shelves = listed(listing, found)
    other, county = shelves.organizations
    assert other.name == Name("가군", None)
    assert county.name == Name("솔섬군", "Solseom County")
    assert listing.on_shelf(county.key) == [one.place for one in found]


@pytest.mark.parametrize("count", [0, 1])
def test_few_releases(listing: Listing, count: int) -> None:
    shelves = listed(listing, releases(count))
    assert len(shelves.months) == len(shelves.years) == len(shelves.kinds) == count
