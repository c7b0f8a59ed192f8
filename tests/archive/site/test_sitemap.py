"""The sitemaps are sitemaps, and lead to every page there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.archive.site.support import URL, frame, release, releases, render_site

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[2] / "data/schemas/sitemap.rng"))
_LINK = "{http://www.w3.org/1999/xhtml}link"


def sitemap(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    assert SCHEMA.validate(root), SCHEMA.error_log.last_error
    return root


def pages_in(site: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The pages that the sitemaps lead to, each with its address by language."""
    found = {}
    for index in sitemap(site["sitemap.xml"]).iterfind("{*}sitemap"):
        text = site[index.findtext("{*}loc").removeprefix(f"{URL}/")]
        for url in sitemap(text).iterfind("{*}url"):
            links = {link.get("hreflang"): link.get("href") for link in url.iterfind(_LINK)}
            found[url.findtext("{*}loc")] = links
    return found


@pytest.mark.parametrize("count", [0, 1, 21, 500])
def test_every_page_is_in_them_once(count: int) -> None:
    site = render_site(releases(count), frame())
    pages = {unquote(address).removeprefix(f"{URL}/") for address in pages_in(site)}
    index = {path for path in site if path.endswith(".html")}
    assert pages == index | {f"{one.place}/release.html" for one in releases(count)}


def test_a_page_is_its_own_version_in_each_language_that_it_has() -> None:
    """There is one page with both languages: no pair of pages is made up."""
    whole, pending = release(0), release(1, is_complete=False)
    pages = pages_in(render_site([whole, pending], frame()))
    languages = {unquote(page).rpartition("자료-")[2]: set(links) for page, links in pages.items()}
    assert languages["0/release.html"] == {"ko", "en", "x-default"}
    assert languages["1/release.html"] == {"ko", "x-default"}
    assert all(set(links.values()) == {page} for page, links in pages.items())


def test_there_is_one_a_year() -> None:
    site = render_site(releases(300), frame())
    assert {path for path in site if path.startswith("sitemap")} == {
        "sitemap.xml",
        "sitemap-pages.xml",
        *(f"sitemap-{year}.xml" for year in (2024, 2025, 2026, 2027)),
    }


def test_without_an_address_there_is_none() -> None:
    site = render_site(releases(3), frame(url=""))
    assert not [path for path in site if path.endswith(".xml")]
