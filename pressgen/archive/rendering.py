"""A release as the files of its folder: its formats, and the photos to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.checks.files import find_file
from pressgen.formats import FORMATS, Folder, load_format
from pressgen.layout import lay_out
from pressgen.pipeline import require_layout

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pressgen.event import Event
    from pressgen.pipeline import Pipeline
    from pressgen.release import Release
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
