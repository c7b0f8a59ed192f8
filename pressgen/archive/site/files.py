"""The files that lead to the releases of an archive: each on its own, and all of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from pressgen.archive.site.catalog import plan_catalog, plan_year
from pressgen.archive.site.feeds import LENGTH, feeds_of, plan_feed
from pressgen.archive.site.pages import FRONT, KINDS, ORGANIZATIONS, IndexPages, year_path
from pressgen.archive.site.plan import Planned
from pressgen.archive.site.release_nav import ReleaseLinks
from pressgen.archive.site.shelves import Shelves
from pressgen.archive.site.sitemap import plan_index, plan_sitemap
from pressgen.archive.site.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressgen.archive.listing import Listing
    from pressgen.archive.published import Published
    from pressgen.archive.site.feeds import Feed
    from pressgen.archive.site.frame import Frame

STYLE = "site.css"


class SiteFiles:
    """Plans the files, from what is listed. `read` gives the full text of the release of a place."""

    def __init__(self, listing: Listing, frame: Frame, read: Callable[[str], Published]) -> None:
        self.listing = listing
        self.frame = frame
        self.feeds = feeds_of(listing, frame.site)
        self.shelves = Shelves(listing, frame)
        self._read = cache(read)
        self._templates = Templates(frame.template_folders)
        self.pages = IndexPages(listing, self.shelves, frame, self._templates, self.feeds)
        self.links = ReleaseLinks(listing, self.shelves, self._templates)

    def all(self) -> Iterator[Planned]:
        """Every file."""
        shelves = self.shelves
        yield Planned(STYLE, self._templates.style)
        yield from self.overviews()
        yield self.pages.organizations()
        for year in shelves.years:
            yield self.pages.year(year)
            yield from self.of_year(year)
        for shelf in chain(shelves.months, shelves.kinds, shelves.organizations):
            yield from self.pages.of(shelf, shelf.pages)
        yield from self.sitemap_of_pages()
        for feed in self.feeds:
            yield self.feed(feed)

    def overviews(self) -> Iterator[Planned]:
        """The files about the archive as a whole that are soon made."""
        yield self.pages.front()
        yield self.pages.kinds()
        yield plan_catalog(self.shelves, self.frame)
        if self.frame.site.url:
            yield plan_index(self.shelves.years, self.frame.site)

    def of_year(self, year: int) -> Iterator[Planned]:
        """The files that name all releases of a year."""
        releases = list(self.listing.releases(date(year, 1, 1), date(year, 12, 31)))
        yield plan_year(year, releases)
        if self.frame.site.url:
            pages = [page.path for month in self.shelves.years[year] for page in month.pages]
            yield plan_sitemap(year, [year_path(year), *pages], releases, self.frame.site)

    def sitemap_of_pages(self) -> Iterator[Planned]:
        """The sitemap of the index pages that no year has."""
        if self.frame.site.url:
            kinds = [page.path for shelf in self.shelves.kinds for page in shelf.pages]
            organizations = [
                page.path for shelf in self.shelves.organizations for page in shelf.pages
            ]
            pages = [FRONT, KINDS, *kinds, ORGANIZATIONS, *organizations]
            yield plan_sitemap(None, pages, (), self.frame.site)

    def feed(self, feed: Feed) -> Planned:
        """A feed with the newest releases."""
        newest = feed.newest(self.listing, LENGTH)
        return plan_feed(feed, newest, self._read, self.frame, self._templates)
