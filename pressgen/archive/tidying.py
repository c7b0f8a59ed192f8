"""Takes away what releases left behind that moved, were withdrawn, or whose event is gone.

Only what pressgen made: files with names that it gives, in folders that the manifest names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.files import remove_folder, write_file
from pressgen.archive.place import State, drafts_folder
from pressgen.sheets.paths import INDEX, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.archive.manifest import Entry, Manifest
    from pressgen.archive.plan import Plan
    from pressgen.workspace import Workspace


def is_gone(workspace: Workspace, event: str) -> bool:
    """Whether an event file was deleted: it is not there, but the folder that held it and others is.

    Where all of events/ is missing, a drive is more likely to be. A row is gone where its spreadsheet was
    read without it, or is gone itself.
    """
    file = workspace.event_file(event)
    if file.exists():
        return False
    if row := row_of(file):
        was_read = (file.parent / INDEX).is_file()
        return was_read or is_gone(workspace, workspace.path_in(row.sheet))
    if not file.is_relative_to(workspace.folder):
        return file.parent.is_dir()
    top, *below = file.relative_to(workspace.folder).parts
    return not below or (workspace.folder / top).is_dir()


def take_away(plan: Plan, manifest: Manifest, entry: Entry) -> bool:
    """Leaves nothing of an event's release, unless another event has its place: then its file was renamed,
    and the other one has the pages that lead there too. Says whether anything was taken away.

    Raises PressgenError where something can't be deleted.
    """
    heirs = [one for one in manifest.owners(plan.archive, entry.place) if one != entry.event]
    if heirs:
        manifest.hand_over(plan.archive, entry.event, heirs[0])
    is_away = False
    for place in manifest.places(plan.archive, entry.event):
        others = [one for one in manifest.owners(plan.archive, place) if one != entry.event]
        theirs = {there for other in others for there in manifest.places(plan.archive, other)}
        if place not in theirs and not _is_one_folder(plan.output, place, theirs):
            _clear(plan, place)
            is_away = True
    manifest.forget(plan.archive, entry.event)
    return is_away


def lead_on(plan: Plan, manifest: Manifest, gone: Entry, heir: Entry) -> None:
    """Has the place of a release whose event file was renamed lead to where it is now.

    Raises PressgenError where something can't be deleted or written.
    """
    manifest.hand_over(plan.archive, gone.event, heir.event)
    manifest.moved(plan.archive, heir.event, gone.place)
    manifest.forget(plan.archive, gone.event)
    tidy(plan, manifest, None, heir)


def _is_one_folder(top: Path, place: str, others: Iterable[str]) -> bool:
    """Whether a place is another one in other capitals, on a file system that sees no difference."""
    return any(
        place.casefold() == other.casefold()
        and (top / other).exists()
        and (top / place).exists()
        and (top / place).samefile(top / other)
        for other in others
    )


def tidy(plan: Plan, manifest: Manifest, before: Entry | None, now: Entry) -> None:
    """Clears the places where a release was before; where it was published, a page leads to it now.

    While it is not out, nothing does: that it exists may be confidential.
    """
    for place, moved in manifest.places(plan.archive, now.event).items():
        if place.casefold() == now.place.casefold():
            continue
        was_out = before is not None and before.place == place and before.state == State.OUT
        if [one for one in manifest.owners(plan.archive, place) if one != now.event]:
            manifest.left(plan.archive, now.event, place, moved=False)
            continue
        _clear(plan, place)
        if (moved or was_out) and now.state == State.OUT:
            from pressgen.archive.gone import PAGE, moved_page  # releases seldom move

            write_file(plan.output / place / PAGE, moved_page(now.place, plan.workspace))
        manifest.left(plan.archive, now.event, place, moved=moved or was_out)


def _clear(plan: Plan, place: str) -> None:
    drafts = drafts_folder(plan.workspace.working_data)
    remove_folder(drafts / place, drafts)
    remove_folder(plan.output / place, plan.output)
