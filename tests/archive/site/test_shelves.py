"""The shelves: everything once, the oldest first, and pages that stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive.published import Name
from pressgen.archive.site.shelves import PAGE_LENGTH, Shelf, Shelves
from tests.archive.site.support import KINDS, release, releases

ALL = releases(130)


def shelf(count: int) -> Shelf:
    return Shelf("kinds/a", Name("가", "A"), ALL[:count])


@given(st.integers(0, 130))
def test_every_release_is_on_one_page(count: int) -> None:
    pages = shelf(count).pages
    assert [one for page in pages for one in page.releases] == ALL[:count]
    assert [page.path for page in pages[:-1]] == [
        f"kinds/a/page-{number}.html" for number in range(1, len(pages))
    ]
    assert pages[-1].path == "kinds/a/index.html"
    assert {len(page.releases) for page in pages[:-1]} <= {PAGE_LENGTH}
    assert len(pages[-1].releases) < 2 * PAGE_LENGTH
    assert len(pages[-1].releases) >= min(count, PAGE_LENGTH)


@given(st.integers(0, 130))
def test_pages_lead_to_their_neighbours(count: int) -> None:
    pages = shelf(count).pages
    paths = [page.path for page in pages]
    assert [page.older for page in pages] == [None, *paths[:-1]]
    assert [page.newer for page in pages] == [*paths[1:], None]


@given(st.integers(0, 129))
def test_one_more_changes_the_last_page_or_two(count: int) -> None:
    before = {page.path: page for page in shelf(count).pages}
    after = {page.path: page for page in shelf(count + 1).pages}
    changed = [path for path, page in after.items() if before.get(path) != page]
    assert len(changed) <= 3
    assert "kinds/a/index.html" in changed


@given(st.permutations(releases(12)))
def test_their_order_does_not_matter(given: list[object]) -> None:
    shelves = Shelves(given, KINDS.__getitem__)  # type: ignore[arg-type]
    assert shelves.releases == releases(12)


def test_an_organization_has_each_release_once_and_its_newest_english() -> None:
    found = [
        release(0, organizations=(Name("솔섬군", "Solseom"), Name("솔섬군", None))),
        release(1, organizations=(Name("솔섬군", "Solseom County"),)),
        release(2, organizations=(Name("솔섬군", None), Name("가군", None))),
    ]
    shelves = Shelves(found, KINDS.__getitem__)
    assert list(shelves.organizations) == ["가군", "솔섬군"]
    county = shelves.organizations["솔섬군"]
    assert county.name == Name("솔섬군", "Solseom County")
    assert county.releases == found


@pytest.mark.parametrize("count", [0, 1])
def test_few_releases(count: int) -> None:
    shelves = Shelves(releases(count), KINDS.__getitem__)
    assert len(shelves.months) == len(shelves.years) == len(shelves.kinds) == count
