"""What an archive knows of a release: read back from its release.json, and from nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from pressgen.errors import PressgenError, Problem
from pressgen.readable import Readable
from pressgen.story import Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Name(Readable):
    """A name in both languages; `english` is None where nobody knows it."""

    korean: str
    english: str | None


@dataclass(frozen=True, slots=True)
class PublishedPhoto:
    """A photo beside the release: its file's name, and its caption."""

    file: str
    caption: Name


@dataclass(frozen=True, slots=True)
class Published:
    """One release of an archive.

    `place` is its folder below the archive's, with forward slashes (2026/11/09-library). The headline
    and the paragraphs (lead, body, quotation) are as printed; an English paragraph is None where a
    sentence of it is pending. `organizations`: those that the announcement names, each once. `engines`:
    those that worked on the English.
    """

    place: str
    kind: str
    released: date
    embargo: datetime | None
    outlet: Name | None
    reporter: Name | None
    headline: Name
    subheadline: Name | None
    paragraphs: tuple[Name, ...]
    organizations: tuple[Name, ...]
    photos: tuple[PublishedPhoto, ...]
    is_complete: bool
    engines: tuple[str, ...]

    def out_since(self, zone: ZoneInfo) -> datetime:
        """The hour from which it may be seen: the start of its day there, or a later embargo."""
        start = datetime.combine(self.released, time(), zone)
        return max(start, self.embargo) if self.embargo else start


def read_published(archive: Path) -> Iterator[Published]:
    """The releases of an archive, by their places. Raises PressgenError as `read_release` does."""
    for file in sorted(archive.glob("[0-9]*/[0-9]*/*/release.json")):
        yield read_release(file, file.parent.relative_to(archive).as_posix())


def read_release(file: Path, place: str) -> Published:
    """The release that a release.json tells of. Raises PressgenError for one that pressgen did not write."""
    try:
        return published_of(file.read_text(encoding="utf-8"), place)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        message = "pressgen이 쓴 release.json이 아닙니다. 지우고 pressgen build로 다시 만드세요."
        raise PressgenError(Problem(message, file)) from None


def published_of(text: str, place: str) -> Published:
    """The release that the text of a release.json tells of, as formats/json.py writes it."""
    data: dict[str, Any] = json.loads(text)
    korean = {part["role"]: " ".join(part["segments"]) for part in data["korean"]}
    english = {part["role"]: _english(part) for part in data["english"]}
    pairs = zip(data["korean"], data["english"], strict=True)
    running = [
        Name(" ".join(one["segments"]), _english(other))
        for one, other in pairs
        if one["role"] not in (Role.HEADLINE, Role.SUBHEADLINE)
    ]
    subheadline = korean.get(Role.SUBHEADLINE)
    return Published(
        place=place,
        kind=data["kind"],
        released=date.fromisoformat(data["released"]),
        embargo=datetime.fromisoformat(data["embargo"]) if data["embargo"] else None,
        outlet=_name(data["outlet"].get("name")),
        reporter=_name(data["outlet"].get("reporter")),
        headline=Name(korean[Role.HEADLINE], english.get(Role.HEADLINE)),
        subheadline=Name(subheadline, english.get(Role.SUBHEADLINE)) if subheadline else None,
        paragraphs=tuple(running),
        organizations=tuple(dict.fromkeys(_organizations(data["facts"]))),
        photos=tuple(
            PublishedPhoto(photo["file"], Name(photo["caption"]["ko"], photo["caption"].get("en")))
            for photo in data["photos"]
            if photo["file"]
        ),
        is_complete=data["translation"]["state"] == "complete",
        engines=tuple(data["translation"]["engines"]),
    )


def _english(paragraph: dict[str, Any]) -> str | None:
    sentences = [segment["en"] for segment in paragraph["segments"]]
    return None if None in sentences else " ".join(sentences)


def _name(fact: dict[str, Any] | None) -> Name | None:
    return Name(fact["ko"], fact.get("en")) if fact else None


def _organizations(facts: Any) -> Iterator[Name]:
    """The organizations among the facts, however deep; contacts are for the newsroom, not for readers."""
    if isinstance(facts, list):
        for item in facts:
            yield from _organizations(item)
    elif isinstance(facts, dict):
        if facts.get("type") == "organization":
            yield Name(facts["ko"], facts.get("en"))
        for key, inner in facts.items():
            if key not in ("contacts", "short"):
                yield from _organizations(inner)
