"""Which releases are to be built again, and why: by what they are made of, not by the clock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.fingerprint import changed_parts, is_same, read_state
from pressgen.archive.place import State, drafts_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pressgen.archive.fingerprint import Inputs
    from pressgen.archive.manifest import Entry, FileState
    from pressgen.workspace import Workspace

NEW = "처음 만듭니다."
UNFINISHED = "지난번에 끝나지 않았습니다."
EVENT = "자료 파일이 바뀌었습니다."
FILES = "사진이나 붙임 파일이 바뀌었습니다."
FOLDER = "보도자료 폴더에 바뀐 것이 있습니다."
OPENED = "나갈 때가 되었습니다."
CLOSED = "아직 나갈 때가 아닙니다."
PENDING = "영문을 기다리는 문장이 있습니다."
DICTIONARY = "용어집이나 번역이 바뀌었습니다."
DISMISSED = "넘기거나 되돌린 것이 있습니다."
_PARTS = {
    "version": "pressgen이 바뀌었습니다.",
    "settings": "pressgen.toml이나 --outlet이 바뀌었습니다.",
    "templates": "서식이 바뀌었습니다.",
}


@dataclass(frozen=True, slots=True)
class Freshness:
    """Says of each event whether its release is as it should be.

    `at`: Unix time of the build. `is_to_ask`: whether a release with such reasons for what is pending
    may get its English now, or other reasons.
    """

    workspace: Workspace
    output: Path
    inputs: Inputs
    at: float
    is_to_ask: Callable[[Entry], bool]

    def reasons(self, file: Path, entry: Entry | None) -> tuple[list[str], FileState | None]:
        """Why the release is to be built, nothing where it need not be; and the event file as it is
        now, where it was written again with the same content."""
        if entry is None:
            return [NEW], None
        if not entry.inputs:
            return [UNFINISHED], None
        is_same, touched = _look(file, entry)
        expected = self.inputs.of(entry.kind, entry.outlet)
        shared = () if entry.inputs == expected else changed_parts(entry.inputs, expected)
        parts = [_PARTS[name] for name in shared]
        return [*([] if is_same else [EVENT]), *parts, *self._other_reasons(entry)], touched

    def _other_reasons(self, entry: Entry) -> Iterator[str]:
        if entry.named_files and not all(is_same(one, one.path) for one in entry.files):
            yield FILES
        if (entry.opens is not None and entry.opens <= self.at) != entry.shown:
            yield CLOSED if entry.shown else OPENED
        if entry.folder and self._folder(entry) != entry.folder:
            yield FOLDER
        if entry.pending and self.is_to_ask(entry):
            yield PENDING

    def _folder(self, entry: Entry) -> int:
        """The mtime of the release's folder: it changes when a file in it comes, goes or is replaced."""
        in_drafts = entry.state in (State.DRAFT, State.BLOCKED)
        top = drafts_folder(self.workspace.working_data) if in_drafts else self.output
        try:
            return os.stat(f"{top}/{entry.place}").st_mtime_ns  # noqa: PTH116
        except OSError:
            return 0


def _look(file: Path, entry: Entry) -> tuple[bool, FileState | None]:
    """Whether an event file holds what it held; and how it is now, where it was merely touched."""
    try:
        # Of thousands: pathlib would take longer than the file system.
        status = os.stat(str(file))  # noqa: PTH116
    except OSError:  # gone since the folder was listed: who reads it says so
        return False, None
    if (status.st_size, status.st_mtime_ns) == (entry.size, entry.mtime):
        return True, None
    now, _ = read_state(entry.event, file)
    return now.digest == entry.digest, now if now.digest == entry.digest else None
