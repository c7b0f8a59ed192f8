"""feed.xml and feed.en.xml: the newest releases with their full text, as Atom (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlsplit

from feedgenerator import Atom1Feed

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.views import release_path
from pressgen.readable import Readable
from pressgen.translation.engines import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pressgen.archive.listing import Listed, Listing
    from pressgen.archive.published import Name, Published
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.templates import Templates
    from pressgen.settings import Site

LENGTH = 50
_PHOTO_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Feed(Readable):
    """One of the feeds: its file, and which language of the releases it has."""

    path: str
    language: Literal["ko", "en"]
    label: str

    def newest(self, listing: Listing, count: int) -> list[Listed]:
        """The newest releases of the feed: of the English one, those of which nothing is pending."""
        return listing.newest(count, complete=self.language == "en")

    def text(self, name: Name | None) -> str | None:
        """What of a name or a paragraph is in the feed's language."""
        if name is None:
            return None
        return name.korean if self.language == "ko" else name.english


FEEDS = (Feed("feed.xml", "ko", "Atom 한국어"), Feed("feed.en.xml", "en", "Atom English"))


def feeds_of(listing: Listing, site: Site) -> list[Feed]:
    """The feeds that there are: those that have anything to tell, and addresses to tell it with."""
    return [feed for feed in FEEDS if site.url and feed.newest(listing, 1)]


def plan_feed(
    feed: Feed,
    newest: Iterable[Listed],
    read: Callable[[str], Published],
    frame: Frame,
    templates: Templates,
) -> Planned:
    """A feed of these releases; `read` gives the full text of the one of a place."""
    return Planned(
        feed.path, lambda: _write(feed, [read(one.place) for one in newest], frame, templates)
    )


class _Atom(Atom1Feed):  # type: ignore[misc]  # comes without types
    """Atom whose photos are enclosures without a length, which RFC 4287 leaves open."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for address, media_type in item["photos"]:
            link = {"rel": "enclosure", "type": media_type, "href": address}
            handler.addQuickElement("link", "", link)


def _write(feed: Feed, releases: Sequence[Published], frame: Frame, templates: Templates) -> str:
    site = frame.site
    title = feed.text(frame.title)
    atom = _Atom(
        title=title,
        link=site.address("index.html"),
        description=None,
        language=feed.language,
        author_name=title,
        feed_url=site.address(feed.path),
        feed_guid=site.address(feed.path),
    )
    for release in releases:
        summary = feed.text(release.subheadline)
        since = release.out_since(frame.zone)
        photos = [(site.address(f"{release.place}/{one.file}"), one) for one in release.photos]
        atom.add_item(
            title=feed.text(release.headline),
            link=site.address(release_path(release.place)) + f"#{feed.language}",
            description=summary and escape(summary),  # is written as HTML
            content=_content(feed, release, photos, templates),
            unique_id=_identifier(release, site.url, feed),
            author_name=feed.text(release.reporter) or feed.text(release.outlet),
            # Nothing tells when a release was corrected, and the clock may not decide what is written.
            pubdate=since,
            updateddate=since,
            categories=[feed.text(frame.kind(release.kind)) or release.kind],
            photos=[
                (address, _PHOTO_TYPES[photo.file.rpartition(".")[2]]) for address, photo in photos
            ],
        )
    out = StringIO()
    atom.write(out, "utf-8")
    return out.getvalue() + "\n"


def _content(
    feed: Feed, release: Published, photos: Sequence[tuple[str, Any]], templates: Templates
) -> str:
    return templates.render(
        "entry",
        language=feed.language,
        photos=[(address, feed.text(photo.caption) or "") for address, photo in photos],
        subheadline=feed.text(release.subheadline),
        paragraphs=[feed.text(one) for one in release.paragraphs],
        engines=", ".join(names(engine).english for engine in release.engines),
    )


def _identifier(release: Published, url: str, feed: Feed) -> str:
    """A tag URI (RFC 4151) of the release's folder, which stays whatever its headline becomes."""
    host = urlsplit(url).hostname
    specific = quote(f"{release.place}/{feed.language}")
    return f"tag:{host},{release.released.isoformat()}:{specific}"
