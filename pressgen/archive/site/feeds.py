"""feed.xml and feed.en.xml: the newest releases with their full text, as Atom (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlsplit

from feedgenerator import Atom1Feed

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.views import release_path
from pressgen.translation.engines import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.archive.published import Name, Published
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.templates import Templates

LENGTH = 50
_PHOTO_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Feed:
    """One of the feeds: its file, and which language of the releases it has."""

    path: str
    language: Literal["ko", "en"]
    label: str

    def takes(self, release: Published) -> bool:
        """Whether the feed has the release: the English one, only where none of it is pending."""
        return self.language == "ko" or release.is_complete

    def text(self, name: Name | None) -> str | None:
        """What of a name or a paragraph is in the feed's language."""
        if name is None:
            return None
        return name.korean if self.language == "ko" else name.english


FEEDS = (Feed("feed.xml", "ko", "Atom 한국어"), Feed("feed.en.xml", "en", "Atom English"))


def plan_feeds(
    releases: Sequence[Published], frame: Frame, templates: Templates
) -> Iterator[Planned]:
    """The feeds that have anything to tell; `releases` are the oldest first."""
    for feed in FEEDS:
        newest = list(islice(filter(feed.takes, reversed(releases)), LENGTH))
        if newest:  # a feed has to say when it was last updated
            text = partial(_write, feed, newest, frame, templates)
            yield Planned(feed.path, (newest,), text)


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
            link=site.address(release_path(release)) + f"#{feed.language}",
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
