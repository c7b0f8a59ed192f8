"""Whether the files that an event names are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.facts import Fact, Group
from pressgen.sheets.paths import home_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressgen.event import Event
    from pressgen.workspace import Workspace


def check_files(event: Event, workspace: Workspace) -> list[Finding]:
    """A photo or an attachment that is missing or lies outside the workspace."""
    return [
        Finding(
            f"{what}-missing",
            Severity.WARN,
            f"파일이 없거나 작업 폴더 밖에 있습니다: {name}",
            "파일을 자료 파일과 같은 폴더에 두거나 이름을 고치세요.",
            line=line,
        )
        for what, name, line in named_files(event)
        if find_file(event, name, workspace) is None
    ]


def find_file(event: Event, name: str, workspace: Workspace) -> Path | None:
    """The file that an event names, relative to its own folder; None where there is none, or where it
    (or what a link in its path leads to) lies outside both the workspace and the event's folder."""
    home = home_of(event.file).resolve()
    try:
        path = (home / name).resolve()
        inside = path.is_relative_to(home) or path.is_relative_to(workspace.folder.resolve())
        return path if inside and path.is_file() else None
    except (OSError, RuntimeError):  # a name too long, links in a circle, a folder that is closed
        return None


def named_files(event: Event) -> Iterator[tuple[str, str, int]]:
    """What each file that an event names is (photo, attachment), its name, and the line."""
    for photo in event.photos:
        if photo.file is not None:
            yield "photo", photo.file, photo.line
    attachments = event.values["attachments"]
    for group in attachments if isinstance(attachments, tuple) else ():
        if isinstance(group, Group) and isinstance(file := group.fields["file"], Fact):
            yield "attachment", file.korean, file.line
