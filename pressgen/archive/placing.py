"""Which release may be written where: no two events have one place, and none takes another's."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, short_path
from pressgen.event import load_event

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pressgen.archive.manifest import Manifest
    from pressgen.workspace import Workspace

# A field at the beginning of a line is one of the event's own, in YAML as people write it.
_RELEASED = re.compile(r"^released:[ ]*['\"]?(\d{4})-(\d\d)-(\d\d)['\"]?[ ]*\r?$", re.MULTILINE)
_SLUG = re.compile(r"^slug:[ ]*([\w-]+)[ ]*\r?$", re.MULTILINE)
_ANY = re.compile(r"^[\s{\"']*(?:released|slug)\b", re.MULTILINE)


def likely_place(content: bytes, file: Path) -> str | None:
    """The place of an event's release, by a look at its file; None where that takes reading it.

    To read an event takes a hundred times longer. Whoever reads it compares the place.
    """
    text = content.decode("utf-8", "replace")
    days = _RELEASED.findall(text)
    slugs = _SLUG.findall(text)
    if len(days) != 1 or len(slugs) > 1 or len(_ANY.findall(text)) != len(days) + len(slugs):
        return None
    slug = slugs[0] if slugs else "-".join(file.stem.split())
    return unicodedata.normalize("NFC", f"{'/'.join(days[0])}-{slug}")


def place_of(file: Path, workspace: Workspace) -> str:
    """The place of an event's release. Raises PressgenError where the event is not right."""
    return load_event(file, workspace.template_folders, workspace.zone).place


def refuse_shared_places(places: Mapping[Path, str]) -> tuple[set[Path], list[Problem]]:
    """The events (of those that are built now) whose place another one of them has too.

    Names are compared as Windows and macOS compare them, without case.
    """
    by_place: dict[str, list[Path]] = {}
    for file, place in places.items():
        by_place.setdefault(place.casefold(), []).append(file)
    clashes = [files for files in by_place.values() if len(files) > 1]
    problems = [
        shared_place(other, places[other], first, " 둘 다 만들지 않았습니다.")
        for first, *others in clashes
        for other in others
    ]
    return {file for files in clashes for file in files}, problems


def refuse_taken_places(
    places: Mapping[Path, str], manifest: Manifest, archive: str, workspace: Workspace
) -> tuple[set[Path], list[Problem]]:
    """The events whose place is that of an event which is there still and would be built to it again."""
    refused: set[Path] = set()
    problems: list[Problem] = []
    own = {workspace.path_in(file): file for file in places}
    for file, place in places.items():
        for owner in manifest.owners(archive, place):
            other = own.get(owner) or workspace.event_file(owner)
            if other == file or not _stays(other, place, places, workspace):
                continue
            refused.add(file)
            problems.append(shared_place(file, place, other))
    return refused, problems


def _stays(other: Path, place: str, places: Mapping[Path, str], workspace: Workspace) -> bool:
    """Whether the other event, as it reads now, belongs to this place."""
    if not other.is_file():
        return False
    try:
        now = places.get(other) or place_of(other, workspace)
    except PressgenError:
        return True  # what was built of it when it was right stays
    return now.casefold() == place.casefold()


def shared_place(file: Path, place: str, other: Path, and_so: str = "") -> Problem:
    """What to say of an event whose place another event has."""
    message = (
        f"{short_path(other)}과(와) 같은 폴더에 들어갑니다({place}).{and_so}"
        " 주소 이름(slug)을 다르게 적으세요."
    )
    return Problem(message, file, field="slug", label="주소 이름")
