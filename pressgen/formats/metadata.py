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
_ENCODER = json.JSONEncoder(ensure_ascii=False)
# A script's text knows no references; in a string of JSON these mean the same.
_ESCAPED = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """`title` is the Korean headline, `summary` the subheadline, or the lead where there is none.
    `canonical` is "" where the archive has no address; `json_ld` is safe inside a script element.
    """

    title: str
    summary: str
    canonical: str
    open_graph: tuple[tuple[str, str], ...]
    json_ld: str


@dataclass(frozen=True, slots=True)
class _Page:
    """What both articles and Open Graph say of the page: absolute addresses where the archive has one,
    else as the page links what lies beside it.
    """

    address: str
    published: str
    photos: tuple[str, ...]
    is_translated: bool


def describe(release: Release, folder: Folder) -> Metadata:
    """What machines are told of a release."""
    title = _korean(release, Role.HEADLINE)
    summary = _korean(release, Role.SUBHEADLINE) or _korean(release, Role.LEAD)
    page = _Page(
        address=_address(release, _PAGE),
        published=_published(release),
        photos=tuple([_address(release, photo) for photo in folder.photos if photo]),
        is_translated=release.state == "complete",
    )
    graph = [_korean_article(release, page, title, summary)]
    if page.is_translated:  # nobody is sent to an English that is partly Korean
        graph[0]["workTranslation"] = {"@id": f"{page.address}#en"}
        graph.append(_english_article(release, page))
    text = _ENCODER.encode({"@context": "https://schema.org", "@graph": graph})
    return Metadata(
        title=title,
        summary=summary,
        canonical=page.address if release.site.url else "",
        open_graph=tuple(_open_graph(release, page, title, summary)),
        json_ld=_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text),
    )


def _open_graph(release: Release, page: _Page, title: str, summary: str) -> list[tuple[str, str]]:
    found = [
        ("og:type", "article"),
        ("og:title", title),
        ("og:site_name", release.site.korean_title),
        ("og:locale", "ko_KR"),
        ("article:published_time", page.published),
    ]
    if page.is_translated:
        found.append(("og:locale:alternate", "en_US"))
    if summary:
        found.append(("og:description", summary))
    if release.site.url:  # addresses have to be absolute here
        found.append(("og:url", page.address))
        found += [("og:image", photo) for photo in page.photos]
    return found


def _korean_article(release: Release, page: _Page, title: str, summary: str) -> dict[str, Any]:
    outlet = release.outlet
    return _article(
        page,
        language="ko",
        headline=title,
        description=summary,
        author=outlet.reporter.korean if outlet.reporter else None,
        publisher=outlet.name.korean if outlet.name else None,
    )


def _english_article(release: Release, page: _Page) -> dict[str, Any]:
    outlet = release.outlet
    article = _article(
        page,
        language="en",
        headline=_english(release, Role.HEADLINE),
        description=_english(release, Role.SUBHEADLINE) or _english(release, Role.LEAD),
        author=_english_name(release, outlet.reporter),
        publisher=_english_name(release, outlet.name),
    )
    article["translationOfWork"] = {"@id": f"{page.address}#ko"}
    return article


def _article(
    page: _Page,
    *,
    language: str,
    headline: str,
    description: str,
    author: str | None,
    publisher: str | None,
) -> dict[str, Any]:
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": f"{page.address}#{language}",
        "url": f"{page.address}#{language}",
        "mainEntityOfPage": page.address,
        "inLanguage": language,
        "headline": headline,
        "datePublished": page.published,
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
    if page.photos:
        article["image"] = list(page.photos)
    return article


def _address(release: Release, name: str) -> str:
    """A file beside the release: absolute where the archive has an address, else as the page links it."""
    if not release.site.url:
        return name
    return release.site.address(f"{release.event.place}/{name}")


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
