"""Which releases are to be built again, and why: by what they are made of, not by the clock."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pressgen.archive.fingerprint import changed_parts, is_same, mtime_of, read_state
from pressgen.archive.place import IN_DRAFTS, drafts_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressgen.archive.fingerprint import Inputs
    from pressgen.archive.manifest import Entry, FileState
    from pressgen.workspace import Workspace

NEW = "처음 보는 자료 파일입니다."
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


class Freshness:
    """Says of each event whether its release is as it should be.

    `at`: Unix time of the build. `is_to_ask`: whether a release with such reasons for what is pending
    may get its English now, or other reasons.

    Of thousands nearly all are as they should be, and to see that is most of what a build then takes: so
    paths are texts here, which the file system is asked about without pathlib.
    """

    def __init__(
        self,
        workspace: Workspace,
        output: Path,
        inputs: Inputs,
        at: float,
        is_to_ask: Callable[[Entry], bool],
    ) -> None:
        self._inputs = inputs
        self._at = at
        self._is_to_ask = is_to_ask
        self._out = str(output)
        self._drafts = str(drafts_folder(workspace.working_data))

    def reasons(self, file: Path, entry: Entry | None) -> tuple[list[str], FileState | None]:
        """Why the release is to be built, nothing where it need not be; and the event file as it is
        now, where it was written again with the same content."""
        if entry is None:
            return [NEW], None
        if not entry.inputs:
            return [UNFINISHED], None
        holds, touched = _look(file, entry)
        reasons = [] if holds else [EVENT]
        expected = self._inputs.of(entry.kind, entry.outlet)
        if entry.inputs != expected:
            reasons += [_PARTS[name] for name in changed_parts(entry.inputs, expected)]
        if entry.named_files and not all(is_same(one, one.path) for one in entry.files):
            reasons.append(FILES)
        if (entry.opens is not None and entry.opens <= self._at) != entry.shown:
            reasons.append(CLOSED if entry.shown else OPENED)
        if entry.folder and self._folder(entry) != entry.folder:
            reasons.append(FOLDER)
        if entry.pending and self._is_to_ask(entry):
            reasons.append(PENDING)
        return reasons, touched

    def _folder(self, entry: Entry) -> int:
        """The mtime of the release's folder: it changes when a file in it comes, goes or is replaced."""
        top = self._drafts if entry.state in IN_DRAFTS else self._out
        return mtime_of(f"{top}/{entry.place}")


def _look(file: Path, entry: Entry) -> tuple[bool, FileState | None]:
    """Whether an event file holds what it held; and how it is now, where it was merely touched."""
    try:
        status = os.stat(str(file))  # noqa: PTH116
    except OSError:  # gone since the folder was listed: who reads it says so
        return False, None
    if (status.st_size, status.st_mtime_ns) == (entry.size, entry.mtime):
        return True, None
    now, _ = read_state(entry.event, file)
    return now.digest == entry.digest, now if now.digest == entry.digest else None
