"""Which event was built to which place, so that a release that moves leaves nothing behind.

`.pressgen/places.json`: for each output folder, the event files (relative to the workspace where they
lie in it) and the places of their releases.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pressgen.archive.files import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.workspace import Workspace


_PLACE = re.compile(r"\d{4}/\d\d/\d\d-[^/\\]+")


class PlaceRecord:
    """The places that the events of one workspace have in one output folder."""

    def __init__(self, workspace: Workspace, output: Path) -> None:
        self._workspace = workspace
        self._file = workspace.working_data / "places.json"
        self._output = output.resolve().as_posix()
        self._places = self._read().get(self._output, {})

    def place(self, event_file: Path) -> str | None:
        """Where the event's release was last built to, None if it never was."""
        return self._places.get(self._workspace.path_in(event_file))

    def other_owner(self, place: str, event_file: Path) -> Path | None:
        """Another event file, still there, whose release was last built to this place."""
        own = self._workspace.path_in(event_file)
        for key, taken in self._places.items():
            if taken.casefold() == place.casefold() and key != own:
                other = self._workspace.folder / key
                if other.is_file():
                    return other
        return None

    def note(self, event_file: Path, place: str) -> None:
        """Notes the place; events that are no longer there lose theirs to it."""
        key = self._workspace.path_in(event_file)
        self._places = {
            other: taken
            for other, taken in self._places.items()
            if taken.casefold() != place.casefold()
        } | {key: place}

    def save(self) -> None:
        """Writes the record where there is anything to tell, keeping what it has of other outputs."""
        if not self._places:
            return
        data = {**self._read(), self._output: dict(sorted(self._places.items()))}
        write_file(self._file, json.dumps(data, ensure_ascii=False, indent=1) + "\n")

    def _read(self) -> dict[str, dict[str, str]]:
        """What the file says; nothing where it is missing or not as pressgen wrote it."""
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(data, dict):
            return {}
        return {
            output: {key: place for key, place in places.items() if _PLACE.fullmatch(str(place))}
            for output, places in data.items()
            if isinstance(places, dict)
        }
