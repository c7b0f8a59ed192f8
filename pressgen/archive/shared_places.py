"""Two events for one place: told, and neither built over the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.place import folder_name
from pressgen.errors import PressgenError, Problem, short_path
from pressgen.event import Event, load_event

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.archive.record import PlaceRecord
    from pressgen.pipeline import Draft, Pipeline


def refuse_shared_places(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Problem]]:
    """The drafts that have a place of their own, and a problem for each pair that has not.

    Names are compared as Windows and macOS compare them, without case.
    """
    places: dict[str, list[Draft]] = {}
    for draft in drafts:
        places.setdefault(folder_name(draft.event).casefold(), []).append(draft)
    problems = [
        shared_place(other.event, first.event.file)
        for first, *others in places.values()
        for other in others
    ]
    return [drafts[0] for drafts in places.values() if len(drafts) == 1], problems


def shared_place(event: Event, other: Path) -> Problem:
    """What to say of an event whose place another event has."""
    message = (
        f"{short_path(other)}과(와) 같은 폴더에 들어갑니다"
        f"({event.released:%Y/%m/%d}-{event.slug}). slug를 다르게 적으세요."
    )
    return Problem(message, event.file, field="slug", label="주소 이름")


def with_a_place(
    pipeline: Pipeline, drafts: Sequence[Draft], record: PlaceRecord, problems: list[Problem]
) -> list[Draft]:
    """The drafts whose place no event outside this build has; a problem for each that has not."""
    here = {draft.event.file.resolve() for draft in drafts}
    good = []
    for draft in drafts:
        event = draft.event
        other = record.other_owner(folder_name(event), event.file)
        if other is None or other.resolve() in here or _has_moved(pipeline, other, event):
            good.append(draft)
        else:
            problems.append(shared_place(event, other))
    return good


def _has_moved(pipeline: Pipeline, other: Path, event: Event) -> bool:
    """Whether the other event, as it reads now, would be built to another place."""
    workspace = pipeline.workspace
    try:
        now = load_event(other, workspace.template_folders, workspace.zone)
    except PressgenError:
        return False
    return folder_name(now).casefold() != folder_name(event).casefold()
