"""sitemap.xml: an index, one sitemap a year, one of the pages that no year has (sitemaps.org, 0.9).

A release is one page with both languages, so its page is its own version for readers of Korean, of
English where that is complete, and of neither; an address with #en is no page of its own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.views import release_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgen.archive.published import Published
    from pressgen.archive.site.shelves import Shelves
    from pressgen.settings import Site

SITEMAP = "sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_BOTH = ("ko", "en", "x-default")
_KOREAN = ("ko", "x-default")


def plan_sitemaps(shelves: Shelves, pages: Iterable[str], site: Site) -> Iterator[Planned]:
    """The sitemaps; `pages` are the index pages, all of which are in both languages."""
    by_year: dict[str, list[str]] = {}
    for page in pages:
        top = page.partition("/")[0]
        by_year.setdefault(top if top.isdigit() else "pages", []).append(page)
    paths = {year: f"sitemap-{year}.xml" for year in sorted(by_year)}
    for year, path in paths.items():
        months = shelves.years[int(year)] if year.isdigit() else []
        releases = [one for month in months for one in month.releases]
        text = partial(_sitemap, by_year[year], releases, site)
        yield Planned(path, (by_year[year], releases), text)
    yield Planned(SITEMAP, (list(paths),), partial(_index, paths.values(), site))


def _sitemap(pages: Iterable[str], releases: Iterable[Published], site: Site) -> str:
    # Without lastmod: nothing tells when a page was last corrected, and a wrong day is worse than none.
    lines = [f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">']
    lines += [_url(site.address(page), _BOTH) for page in pages]
    lines += [
        _url(site.address(release_path(one)), _BOTH if one.is_complete else _KOREAN)
        for one in releases
    ]
    return "\n".join([*lines, "</urlset>\n"])


def _url(address: str, languages: Iterable[str]) -> str:
    links = (
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>\n'
        for language in languages
    )
    return f"<url>\n<loc>{escape(address)}</loc>\n{''.join(links)}</url>"


def _index(paths: Iterable[str], site: Site) -> str:
    maps = [f"<sitemap><loc>{escape(site.address(path))}</loc></sitemap>" for path in paths]
    return "\n".join([f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">', *maps, "</sitemapindex>\n"])
