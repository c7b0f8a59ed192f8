"""A folder with an optional pressgen.toml: the settings, and where things are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem
from pressgen.sheets.paths import FOLDER, MARK, row_named, row_of, rows_folder
from pressgen.sheets.paths import SUFFIXES as SHEET_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

    from pressgen.settings import Settings

SETTINGS_FILE = "pressgen.toml"
EVENT_SUFFIXES = (".yaml", ".yml", ".json", *SHEET_SUFFIXES)
_LEFT_OUT = (".", "_", "~$")
"""How names begin of what is no event; Excel keeps a ~$ beside a workbook that is open."""


@dataclass(frozen=True)
class Workspace:
    """Where a user's events, templates, translations and releases lie."""

    folder: Path
    settings: Settings

    @cached_property
    def zone(self) -> ZoneInfo:
        from zoneinfo import ZoneInfo  # not needed by every command

        return ZoneInfo(self.settings.timezone)

    @cached_property
    def template_folders(self) -> tuple[Path, ...]:
        return template_folders(self.folder)

    @property
    def events(self) -> Path:
        return self.folder / "events"

    @property
    def translations(self) -> Path:
        return self.folder / "translations"

    @property
    def glossary(self) -> Path:
        return self.folder / "glossary.csv"

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    @property
    def working_data(self) -> Path:
        """Drafts and the translation memory: nothing here is ever served."""
        return self.folder / ".pressgen"

    @property
    def sheets(self) -> Path:
        """The event files that were made of spreadsheets' rows."""
        return self.folder / FOLDER

    @property
    def database(self) -> Path:
        return self.working_data / "memory.sqlite"

    def path_in(self, file: Path) -> str:
        """A file's path relative to the workspace, where it lies in it, with forward slashes.

        An event that is a spreadsheet's row has the sheet's path, a # and the row's name.
        """
        parent, _, name = str(file).rpartition(os.sep)
        if parent not in self._places:  # thousands of files lie in a few folders
            self._places[parent] = self._place(file)
        place = self._places[parent]
        return place + (file.stem if place.endswith(MARK) else name)

    def _place(self, file: Path) -> str:
        """What the paths of the files in the folder of this one begin with."""
        if row := row_of(file):
            return self.path_in(row.sheet) + MARK
        path, folder = file.parent.resolve(), self.folder.resolve()
        path = path.relative_to(folder) if path.is_relative_to(folder) else path
        place = path.as_posix()
        return "" if place == "." else f"{place.rstrip('/')}/"

    @cached_property
    def _places(self) -> dict[str, str]:
        """Folders, and what the paths of the files in them begin with."""
        return {}

    def event_file(self, event: str) -> Path:
        """The event file that `path_in` tells so."""
        row = row_named(self.folder / event)
        if row is None:
            return self.folder / event
        return rows_folder(self.folder, self.path_in(row.sheet)) / f"{row.name}.yaml"

    @staticmethod
    def event_files(folder: Path) -> list[Path]:
        """Every event file below a folder, sorted, spreadsheets among them; names that begin with a dot,
        _ or ~$ are left out.

        Raises PressgenError for a folder that can't be read: without its events, the others would seem
        to be all.
        """
        if not folder.is_dir():
            return []
        return [Path(path) for path in _event_files(str(folder))]


def _event_files(folder: str) -> Iterator[str]:
    """The event files below a folder, in the order in which their paths sort."""
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not entry.name.startswith(_LEFT_OUT)]
        for entry in sorted(entries, key=lambda one: os.path.normcase(one.name)):
            if entry.is_dir(follow_symlinks=False):
                yield from _event_files(entry.path)
            elif entry.name.lower().endswith(EVENT_SUFFIXES) and entry.is_file():
                yield entry.path
    except OSError as error:
        message = f"폴더를 읽을 수 없습니다({error.strerror}). 읽기 권한이 있는지 보세요."
        raise PressgenError(Problem(message, Path(folder))) from None


def shipped_templates() -> Path:
    """The templates that come with pressgen: beside the package, or in it once it is installed."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def template_folders(workspace: Path) -> tuple[Path, ...]:
    """A workspace's own templates, where it has any, then those that pressgen ships."""
    own = workspace / "templates"
    shipped = shipped_templates()
    if not own.is_dir() or own.resolve() == shipped.resolve():
        return (shipped,)
    return (own, shipped)


def templates_named(name: str, folders: Iterable[Path]) -> Iterator[Path]:
    """The files of that name below these folders; the first is the one that counts."""
    return (file for folder in folders if (file := folder / name).is_file())


def find_workspace(start: Path) -> Path:
    """The nearest folder upward from `start` that holds a pressgen.toml, else `start`."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    return start


def open_workspace(folder: Path) -> Workspace:
    """The workspace in that folder. Raises PressgenError where its pressgen.toml is not right."""
    from pressgen.settings import Settings  # not needed by a command that only looks for templates

    file = folder / SETTINGS_FILE
    if not file.is_file():
        return Workspace(folder, Settings())
    from pressgen.settings_file import read_settings

    return Workspace(folder, read_settings(file))
