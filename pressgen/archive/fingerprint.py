"""What releases are made of besides their events, as digests: templates, settings, pressgen itself."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import asdict
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import __version__
from pressgen.archive.manifest import FileState
from pressgen.workspace import templates_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgen.archive.manifest import Manifest
    from pressgen.workspace import Workspace

_TOO_YOUNG = 2_000_000_000
"""Nanoseconds: a file written so shortly before it was read may change again within the same tick (two
seconds on FAT), so its mtime proves nothing yet."""
_OURS = (".py", ".csv", ".tsv", ".txt", ".json")
_PAGE = "layouts/page.html.jinja"
_SEPARATOR = "|"
PARTS = ("version", "settings", "templates")
"""What an `inputs` of the manifest is put together from, in this order."""


def digest_of(content: bytes) -> str:
    """Stands for a content."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def read_state(path: str, file: str | Path) -> tuple[FileState, bytes]:
    """A file as it is now, known by `path`, and what it holds; size -1 and nothing where there is none."""
    try:
        with Path(file).open("rb") as opened:
            status = os.fstat(opened.fileno())
            content = opened.read()
    except OSError:
        return FileState(path, -1, -1, ""), b""
    is_young = time.time_ns() - status.st_mtime_ns < _TOO_YOUNG
    mtime = -1 if is_young else status.st_mtime_ns
    return FileState(path, len(content), mtime, digest_of(content)), content


def is_same(known: FileState, file: str | Path) -> bool:
    """Whether a file is as it was, by size and mtime, else by what it holds. Touching it changes nothing."""
    try:
        status = Path(file).stat()
    except OSError:
        return known.size == -1
    if (status.st_size, status.st_mtime_ns) == (known.size, known.mtime):
        return True
    return read_state(known.path, file)[0].digest == known.digest


def mtime_of(path: str) -> int:
    """The mtime of a file or folder in ns, 0 where there is none; asked of thousands, so without pathlib."""
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return 0


@cache
def program_version() -> str:
    """pressgen's version, and a digest of its files' names and sizes: a changed one is another version."""
    files = sorted(_sizes(Path(__file__).parents[1]))
    return f"{__version__}-{digest_of(json.dumps(files).encode())[:8]}"


def _sizes(folder: str | Path, place: str = "") -> Iterator[tuple[str, int]]:
    """The files of ours below a folder by their paths in it, and their sizes in bytes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _sizes(entry.path, f"{place}{entry.name}/")
            elif entry.name.endswith(_OURS):
                yield place + entry.name, entry.stat().st_size


class SharedFiles:
    """The files of a workspace that many releases share, read when their size or mtime changed."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._known = manifest.files()
        self._checked: dict[str, str] = {}
        self._new: list[FileState] = []

    def digest(self, file: Path) -> str:
        """The digest of what the file holds, "" where there is none."""
        path = str(file)
        if path not in self._checked:
            self._checked[path] = self._digest(path)
        return self._checked[path]

    def _digest(self, path: str) -> str:
        known = self._known.get(path)
        try:
            status = Path(path).stat()
        except OSError:
            return ""
        if known and (known.size, known.mtime) == (status.st_size, status.st_mtime_ns):
            return known.digest
        state, _ = read_state(path, path)
        self._new.append(state)
        return state.digest

    def save(self) -> None:
        """Has the manifest know what was read."""
        self._manifest.set_files(self._new)
        self._new.clear()


class Inputs:
    """What the releases of a build share, put in a line for each kind and outlet."""

    def __init__(
        self, workspace: Workspace, outlet: str, manifest: Manifest, files: SharedFiles
    ) -> None:
        self._workspace = workspace
        self._outlet = outlet
        self._manifest = manifest
        self._files = files
        self._lines: dict[tuple[str, str], str] = {}
        self._templates: dict[str, str] = {}

    def of(self, kind: str, outlet: str) -> str:
        """Changes when anything shared does that a release of this kind is made of.

        `outlet` is the name that its event gives, "" for none.
        """
        key = kind, outlet
        if key not in self._lines:
            if kind not in self._templates:
                self._templates[kind] = self._templates_of(kind)
            parts = (program_version(), self._settings(outlet), self._templates[kind])
            self._lines[key] = _SEPARATOR.join(parts)
        return self._lines[key]

    def of_site(self) -> str:
        """Changes when anything does that the pages which lead to the releases are made of."""
        folders = self._workspace.template_folders
        files = [
            (file.relative_to(top).as_posix(), self._files.digest(file))
            for top in folders
            for pattern in ("site/*", "site/search/*", "kinds/*/kind.yaml")
            for file in sorted(top.glob(pattern))
            if file.is_file()
        ]
        settings = self._workspace.settings
        told = [program_version(), settings.timezone, asdict(settings.site), files]
        return digest_of(json.dumps(told).encode())

    def _settings(self, outlet: str) -> str:
        """The settings that concern a release: the page, the time zone, the outlets that may print it."""
        settings = self._workspace.settings
        outlets = {
            name: repr(settings.outlets.get(name)) for name in (self._outlet, outlet, self._default)
        }
        told = [
            *(settings.timezone, settings.layout, settings.disclaimer, settings.publish),
            *(asdict(settings.site), self._outlet, self._default, sorted(outlets.items())),
        ]
        return digest_of(json.dumps(told, default=str).encode())[:16]

    @cached_property
    def _default(self) -> str:
        settings = self._workspace.settings
        only = next(iter(settings.outlets)) if len(settings.outlets) == 1 else ""
        return settings.outlet or only

    def _templates_of(self, kind: str) -> str:
        """The digest of all the templates that make a release of this kind.

        Which they are was noted when they were last read; while none of these changed, they still are.
        """
        stamp = f"templates:{kind}"
        known = json.loads(self._manifest.stamp(stamp) or "[]")
        if known:
            names, digest = known
            if self._digest(kind, names) == digest:
                return str(digest)
        names = self._names(kind)
        digest = self._digest(kind, names)
        self._manifest.set_stamp(stamp, json.dumps([names, digest]))
        return digest

    def _names(self, kind: str) -> list[str]:
        from pressgen.templating import templates_behind  # only where templates changed

        settings = self._workspace.settings
        roots = [
            *(f"kinds/{kind}/ko.jinja", f"layouts/{settings.layout}.jinja"),
            *(f"disclaimers/{settings.disclaimer}.jinja", _PAGE),
        ]
        return templates_behind(roots, self._workspace.template_folders)

    def _digest(self, kind: str, names: Iterable[str]) -> str:
        folders = self._workspace.template_folders
        fields = [f"kinds/{kind}/kind.yaml"]
        files = [next(templates_named(name, folders), None) for name in (*names, *fields)]
        told = [
            [name, file and self._files.digest(file)]
            for name, file in zip((*names, *fields), files, strict=True)
        ]
        told.append(["common.yaml", self._files.digest(folders[-1] / "common.yaml")])
        return digest_of(json.dumps(told).encode())[:16]


def changed_parts(before: str, now: str) -> list[str]:
    """Which of the `PARTS` of two inputs differ."""
    pairs = zip(PARTS, before.split(_SEPARATOR), now.split(_SEPARATOR), strict=False)
    return [name for name, was, is_ in pairs if was != is_]
