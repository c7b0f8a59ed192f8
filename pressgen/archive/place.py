"""Where a release lies: `<yyyy>/<mm>/<dd>-<slug>`, below releases/ or, until it is out, below drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pressgen.event import Event


def folder_name(event: Event) -> str:
    """The release's folder, relative, with forward slashes."""
    return event.place


def is_out(event: Event, at: datetime) -> bool:
    """Whether the release may be seen at `at`: never while it is confidential."""
    return not event.confidential and event.waits_until(at) is None


def drafts_folder(working_data: Path) -> Path:
    """Below here lies what is not out yet; it is never served."""
    return working_data / "drafts"
