"""sitemap.xml: an index, one sitemap a year, one of the pages that no year has (sitemaps.org, 0.9).

A release is one page with both languages, so its page is its own version for readers of Korean, of
English where that is complete, and of neither; an address with #en is no page of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.views import release_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.archive.listing import Listed
    from pressgen.settings import Site

SITEMAP = "sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_BOTH = ("ko", "en", "x-default")
_KOREAN = ("ko", "x-default")


def sitemap_path(part: int | None) -> str:
    """The sitemap of a year; None for that of the pages that no year has."""
    return "sitemap-pages.xml" if part is None else f"sitemap-{part:04}.xml"


def plan_index(years: Iterable[int], site: Site) -> Planned:
    """The list of all sitemaps."""
    paths = [*map(sitemap_path, years), sitemap_path(None)]
    maps = [f"<sitemap><loc>{escape(site.address(path))}</loc></sitemap>" for path in paths]
    lines = [f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">', *maps, "</sitemapindex>\n"]
    return Planned(SITEMAP, lambda: "\n".join(lines))


def plan_sitemap(
    part: int | None, pages: Iterable[str], releases: Iterable[Listed], site: Site
) -> Planned:
    """A sitemap of index pages, all of which are in both languages, and of releases."""

    def text() -> str:
        # Without lastmod: nothing tells when a page was last corrected, and a wrong day is worse than none.
        urls = [_url(site.address(page), _BOTH) for page in pages]
        urls += [
            _url(site.address(release_path(one.place)), _BOTH if one.is_complete else _KOREAN)
            for one in releases
        ]
        head = f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">'
        return "\n".join([head, *urls, "</urlset>\n"])

    return Planned(sitemap_path(part), text)


def _url(address: str, languages: Iterable[str]) -> str:
    quoted = quoteattr(address)
    links = [
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoted}/>\n'
        for language in languages
    ]
    return f"<url>\n<loc>{escape(address)}</loc>\n{''.join(links)}</url>"
