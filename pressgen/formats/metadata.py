"""What a release's page says to machines: its address, Open Graph, and JSON-LD of schema.org.

NewsArticle: https://schema.org/NewsArticle; Open Graph: https://ogp.me
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pressgen.story import Role

if TYPE_CHECKING:
    from pressgen.facts import Fact
    from pressgen.formats.base import Folder
    from pressgen.release import Release

_PAGE = "release.html"
# A script's text knows no references; in a string of JSON these mean the same.
_ESCAPED = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """`canonical` is "" where the archive has no address; `json_ld` is safe inside a script element."""

    canonical: str
    open_graph: tuple[tuple[str, str], ...]
    json_ld: str


def describe(release: Release, folder: Folder) -> Metadata:
    """What machines are told of a release."""
    graph = [_korean_article(release, folder)]
    if release.state == "complete":  # nobody is sent to an English that is partly Korean
        graph[0]["workTranslation"] = {"@id": f"{_address(release, _PAGE)}#en"}
        graph.append(_english_article(release, folder))
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False)
    return Metadata(
        canonical=release.site.address(f"{release.event.place}/{_PAGE}"),
        open_graph=tuple(_open_graph(release, folder)),
        json_ld=_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text),
    )


def _open_graph(release: Release, folder: Folder) -> list[tuple[str, str]]:
    found = [
        ("og:type", "article"),
        ("og:title", _korean(release, Role.HEADLINE)),
        ("og:site_name", release.site.korean_title),
        ("og:locale", "ko_KR"),
        ("article:published_time", _published(release)),
    ]
    if release.state == "complete":
        found.append(("og:locale:alternate", "en_US"))
    if summary := _korean(release, Role.SUBHEADLINE):
        found.append(("og:description", summary))
    if release.site.url:  # addresses have to be absolute here
        found.append(("og:url", _address(release, _PAGE)))
        found += [("og:image", _address(release, photo)) for photo in folder.photos if photo]
    return found


def _korean_article(release: Release, folder: Folder) -> dict[str, Any]:
    outlet = release.outlet
    return _article(
        release,
        folder,
        language="ko",
        headline=_korean(release, Role.HEADLINE),
        description=_korean(release, Role.SUBHEADLINE),
        author=outlet.reporter.korean if outlet.reporter else None,
        publisher=outlet.name.korean if outlet.name else None,
    )


def _english_article(release: Release, folder: Folder) -> dict[str, Any]:
    outlet = release.outlet
    article = _article(
        release,
        folder,
        language="en",
        headline=_english(release, Role.HEADLINE),
        description=_english(release, Role.SUBHEADLINE),
        author=_english_name(release, outlet.reporter),
        publisher=_english_name(release, outlet.name),
    )
    article["translationOfWork"] = {"@id": f"{_address(release, _PAGE)}#ko"}
    return article


def _article(
    release: Release,
    folder: Folder,
    *,
    language: str,
    headline: str,
    description: str,
    author: str | None,
    publisher: str | None,
) -> dict[str, Any]:
    address = _address(release, _PAGE)
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": f"{address}#{language}",
        "url": f"{address}#{language}",
        "mainEntityOfPage": address,
        "inLanguage": language,
        "headline": headline,
        "datePublished": _published(release),
        "isAccessibleForFree": True,
    }
    if description:
        article["description"] = description
    if author:
        article["author"] = {"@type": "Person", "name": author}
    elif publisher:
        article["author"] = {"@type": "Organization", "name": publisher}
    if publisher:
        article["publisher"] = {"@type": "Organization", "name": publisher}
    if photos := [_address(release, photo) for photo in folder.photos if photo]:
        article["image"] = photos
    return article


def _address(release: Release, name: str) -> str:
    """A file beside the release: absolute where the archive has an address, else as the page links it."""
    return release.site.address(f"{release.event.place}/{name}") or name


def _published(release: Release) -> str:
    """The day of the release, or the hour of an embargo that ends on it or later."""
    event = release.event
    if event.embargo and event.embargo.date() >= event.released:
        return event.embargo.isoformat()
    return event.released.isoformat()


def _korean(release: Release, role: Role) -> str:
    return " ".join(paragraph.korean for paragraph in release.korean.of(role))


def _english(release: Release, role: Role) -> str:
    found = (one for paragraph in release.english.of(role) for one in paragraph.translations)
    return " ".join(one.english or "" for one in found)


def _english_name(release: Release, fact: Fact | None) -> str | None:
    form = release.form(fact) if fact else None
    return form.bare if form else None
