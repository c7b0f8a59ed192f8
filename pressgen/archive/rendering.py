"""A release as the files of its folder: its formats, and the photos to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.published import Name, Published, PublishedPhoto
from pressgen.checks.files import find_file
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group
from pressgen.formats import FORMATS, Folder, load_format
from pressgen.formats.json import OF_THE_FILE
from pressgen.layout import lay_out
from pressgen.pipeline import require_layout
from pressgen.story import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pressgen.event import Event
    from pressgen.facts import Value
    from pressgen.pipeline import Pipeline
    from pressgen.release import Release
    from pressgen.story import EnglishParagraph
    from pressgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rendered:
    """The texts of a release's files, and the files to be copied beside them, by their names."""

    texts: Mapping[str, str]
    copies: Mapping[str, Path]


def render_release(pipeline: Pipeline, release: Release) -> Rendered:
    """Every file of a release. Raises PressgenError where a template can't be rendered."""
    document = lay_out(release, pipeline.environment)
    copies = _photo_copies(release.event, pipeline.workspace)
    folder = _beside(release.event, copies)
    texts = {
        f"release.{name}": load_format(name)(release, document, folder, pipeline.environment)
        for name in FORMATS
    }
    return Rendered(texts, copies)


def published(release: Release, rendered: Rendered) -> Published:
    """What `published_of` reads back from the release's release.json, without reading it, but for the
    paragraphs: of thousands of releases these would be too much to keep."""
    event, outlet = release.event, release.outlet
    by_role = {
        one.role: Name(one.korean, _english(other))
        for one, other in zip(release.korean.paragraphs, release.english.paragraphs, strict=True)
        if one.role in (Role.HEADLINE, Role.SUBHEADLINE)
    }
    facts = ((name, value) for name, value in event.values.items() if name not in OF_THE_FILE)
    photos = zip(_beside(event, rendered.copies).photos, event.photos, strict=True)
    return Published(
        place=event.place,
        kind=event.kind.name,
        released=event.released,
        embargo=event.embargo,
        outlet=_name(release, outlet.name) if outlet.name else None,
        reporter=_name(release, outlet.reporter) if outlet.reporter else None,
        headline=by_role[Role.HEADLINE],
        subheadline=by_role.get(Role.SUBHEADLINE),
        paragraphs=(),
        organizations=tuple(dict.fromkeys(_organizations(release, facts))),
        photos=tuple(
            [
                PublishedPhoto(name, Name(photo.caption.korean, photo.caption.english))
                for name, photo in photos
                if name
            ]
        ),
        is_complete=release.state == "complete",
        engines=tuple(release.engines),
    )


def _english(paragraph: EnglishParagraph) -> str | None:
    """The paragraph's English, None where a sentence of it is pending."""
    sentences = [one.english for one in paragraph.translations]
    return None if None in sentences else " ".join(one for one in sentences if one is not None)


def _organizations(release: Release, facts: Iterable[tuple[str, Value]]) -> Iterator[Name]:
    """The organizations among the facts, however deep; contacts are for the newsroom, not for readers."""
    for name, value in facts:
        if name in ("contacts", "short") or not value:
            continue
        if isinstance(value, Fact):
            if value.type == FactType.ORGANIZATION:
                yield _name(release, value)
        elif isinstance(value, Group):
            yield from _organizations(release, value.fields.items())
        else:
            yield from _organizations(release, ((name, item) for item in value))


def _name(release: Release, fact: Fact) -> Name:
    form = release.form(fact)
    return Name(fact.korean, form.bare if form else None)


def preview(pipeline: Pipeline, release: Release, format_name: str) -> str:
    """What a build would write of a release in one format; nothing is written."""
    require_layout(pipeline.workspace)
    document = lay_out(release, pipeline.environment)
    folder = _beside(release.event, _photo_copies(release.event, pipeline.workspace))
    return load_format(format_name)(release, document, folder, pipeline.environment)


def _beside(event: Event, copies: Mapping[str, Path]) -> Folder:
    return Folder(tuple(name if name in copies else None for name in _photo_names(event)))


def _photo_names(event: Event) -> list[str | None]:
    """The names of the photos beside the release; None for one without a file."""
    return [
        f"photo-{number}.{photo.file.rpartition('.')[2].lower()}" if photo.file else None
        for number, photo in enumerate(event.photos, 1)
    ]


def _photo_copies(event: Event, workspace: Workspace) -> dict[str, Path]:
    copies: dict[str, Path] = {}
    for name, photo in zip(_photo_names(event), event.photos, strict=True):
        if name is not None and photo.file is not None:
            source = find_file(event, photo.file, workspace)
            if source is not None:
                copies[name] = source
    return copies
