"""Which releases a change of the glossary, a catalog, the memory or a person's spelling concerns."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.place import State, drafts_folder
from pressgen.translation.changes import changes_since
from pressgen.translation.uses import Changed, changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pressgen.archive.fingerprint import SharedFiles
    from pressgen.archive.manifest import Entry, Manifest
    from pressgen.workspace import Workspace

EVERYTHING = None
"""In place of what changed: nobody knows, so all may have."""


@dataclass(frozen=True, slots=True)
class DictionaryChanges:
    """What changed since the manifest was last told. `answers` is EVERYTHING after another database."""

    answers: Changed | None
    terms: tuple[re.Pattern[str], ...]

    def __bool__(self) -> bool:
        return self.answers is EVERYTHING or bool(self.answers) or bool(self.terms)

    def concern(self, entry: Entry, workspace: Workspace, archive: Path) -> bool:
        """Whether a release may read otherwise now."""
        if self.answers is EVERYTHING or self.answers.concerns(entry.uses):
            return True
        return bool(self.terms) and self._names_a_term(entry, workspace, archive)

    def _names_a_term(self, entry: Entry, workspace: Workspace, archive: Path) -> bool:
        """Whether one of the terms stands in the release, as far as its release.json tells."""
        top = archive if entry.state == State.OUT else drafts_folder(workspace.working_data)
        try:
            text = (top / entry.place / "release.json").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return True
        return any(term.search(text) for term in self.terms)


def dictionary_changes(
    workspace: Workspace, manifest: Manifest, files: SharedFiles
) -> DictionaryChanges:
    """What changed since the last call, which is noted in the manifest.

    Raises PressgenError where a glossary, a catalog or the memory can't be read.
    """
    terms = _changed_rows("glossary", [workspace.glossary], _glossary_rows, manifest, files)
    sentences: set[str] = set()
    own = sorted(workspace.translations.glob("*.po"))
    sentences |= _changed_rows("translations", own, _catalog_rows, manifest, files)
    for source, catalogs in sorted(_kind_catalogs(workspace).items()):
        sentences |= _changed_rows(source, catalogs, _catalog_rows, manifest, files)
    answers = _database_changes(workspace, manifest)
    if answers is not EVERYTHING and sentences:
        answers = Changed(answers.sentences | changed(sentences).sentences, answers.people)
    return DictionaryChanges(answers, tuple(map(_as_word, sorted(terms))))


def _database_changes(workspace: Workspace, manifest: Manifest) -> Changed | None:
    memory = changes_since(workspace.database, "memory", manifest.stamp("memory"))
    people = changes_since(workspace.database, "people", manifest.stamp("people"))
    manifest.set_stamp("memory", memory.stamp)
    manifest.set_stamp("people", people.stamp)
    if memory.korean is None or people.korean is None:
        return EVERYTHING
    if not people.korean:
        return changed(memory.korean)
    from pressgen.translation.people import People

    spellings = People(workspace.database)
    told = [
        (name, spelling.english if (spelling := spellings.find(name)) else None)
        for name in people.korean
    ]
    return changed(memory.korean, told)


def _kind_catalogs(workspace: Workspace) -> dict[str, list[Path]]:
    """The catalogs of each kind, in the first folder that has the kind."""
    found: dict[str, list[Path]] = {}
    for top in workspace.template_folders:
        for file in sorted(top.glob("kinds/*/kind.yaml")):
            found.setdefault(f"kinds/{file.parent.name}", sorted(file.parent.glob("*.po")))
    return found


def _changed_rows(
    source: str,
    files: list[Path],
    read: Callable[[list[Path]], Mapping[str, object]],
    manifest: Manifest,
    shared: SharedFiles,
) -> set[str]:
    """The Korean of what was added, changed or taken away in some files that are read as one."""
    stamp = "|".join(f"{file.name}:{shared.digest(file)}" for file in files)
    if manifest.stamp(source) == stamp:
        return set()
    now = {korean: _digest(row) for korean, row in read(files).items()}
    before = manifest.seen(source)
    manifest.set_seen(source, now)
    manifest.set_stamp(source, stamp)
    return {
        korean for korean in now.keys() | before.keys() if now.get(korean) != before.get(korean)
    }


def _glossary_rows(files: list[Path]) -> Mapping[str, object]:
    from pressgen.translation.glossary import load_glossary

    rows: dict[str, list[object]] = {}
    for file in files:
        for term in load_glossary(file).terms:
            row = (term.english, term.article, term.kind, term.valid_from, term.valid_to)
            rows.setdefault(term.korean, []).append(row)
    return rows


def _catalog_rows(files: list[Path]) -> Mapping[str, object]:
    from pressgen.translation.catalogs import load_catalog

    return load_catalog(files).entries


def _digest(row: object) -> bytes:
    return hashlib.blake2b(repr(row).encode(), digest_size=8).digest()


def _as_word(term: str) -> re.Pattern[str]:
    """The term where a word begins, as it is found in text, whatever its blanks; as JSON writes it."""
    written = json.dumps(term, ensure_ascii=False)[1:-1]
    return re.compile(r"(?<!\w)" + r"\s*".join(map(re.escape, written.split())))


def concerned(
    entries: Iterable[Entry], changes: DictionaryChanges, workspace: Workspace, archive: Path
) -> list[str]:
    """The events whose releases the changes concern."""
    return [one.event for one in entries if changes.concern(one, workspace, archive)]
