"""A name's folder is one that every file system and URL takes, and no other name's."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive.site.slugs import MAX_LETTERS, slug

HOSTILE = [
    *("../", "..", ".", "", " ", "/etc/passwd", "C:\\", "con", "CON", "nul", "com1", "a/b", "a\\b"),
    *(
        "가 나",
        "가-나",
        "가·나",
        "가나",
        "A&B",
        "a&b",
        "A/B",
        "ab",
        "AB",
        "<script>",
        "%2e%2e",
        "가" * 300,
    ),
    *(
        "index",
        "index.html",
        "page-1",
        "漢字",
        "한빛(재)",
        "(재)한빛",
        "a" * 41,
        "a" * 40,
        "﷐",
        "\n",
    ),
]
NAMES = st.text() | st.sampled_from(HOSTILE) | st.text("ab AB가나-./&", max_size=6)


def test_a_plain_name_stands_as_it_is() -> None:
    assert slug("하늘구립도서관") == "하늘구립도서관"
    assert slug(unicodedata.normalize("NFD", "하늘구립도서관")) == "하늘구립도서관"
    assert slug("kt") == "kt"


def test_the_address_of_a_page_stays() -> None:
    """Addresses that are out may not change with pressgen's version."""
    assert slug("가람 A&B") == "가람-a-b-3c53e0a9"
    assert slug("con") == "con-1143da2b"
    assert slug("漢字") == "c6d29771"


def test_no_two_hostile_names_share_a_folder() -> None:
    assert len({slug(name).casefold() for name in HOSTILE}) == len(HOSTILE)


@given(NAMES)
def test_it_is_one_safe_part_of_a_path(name: str) -> None:
    found = slug(name)
    assert re.fullmatch("[0-9a-z가-힣]+(-[0-9a-z가-힣]+)*", found)
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", found)
    assert found == unicodedata.normalize("NFC", found) == found.lower()
    assert len(found) <= MAX_LETTERS + 9
    assert len(found.encode()) < 255


@given(NAMES, NAMES)
def test_two_names_never_share_one(one: str, other: str) -> None:
    alike = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (slug(one) == slug(other)) == alike


@pytest.mark.parametrize("name", HOSTILE)
def test_it_depends_on_nothing_but_the_name(name: str) -> None:
    assert slug(name) == slug(name)
