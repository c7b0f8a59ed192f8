"""A build: event files in, releases out, in three passes.

First all the Korean is written, then what has no English is translated, once each, then every release
is composed against the memory as it then stands. So neither order nor luck decides a byte.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from pressgen.archive.files import remove_folder, write_folder
from pressgen.archive.listing import Listing
from pressgen.archive.place import drafts_folder, folder_name, is_out
from pressgen.archive.published import read_published
from pressgen.archive.record import PlaceRecord
from pressgen.archive.search.reader import has_index
from pressgen.archive.search.writer import write_search
from pressgen.archive.shared_places import refuse_shared_places, with_a_place
from pressgen.archive.site import open_frame, update_site
from pressgen.archive.site.release_nav import keep_links
from pressgen.checks.files import find_file
from pressgen.errors import ExitStatus, PressgenError, Problem
from pressgen.formats import FORMATS, Folder, load_format
from pressgen.layout import lay_out
from pressgen.pipeline import Draft, hold_back, require_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pressgen.checks import Finding
    from pressgen.event import Event
    from pressgen.pipeline import Pipeline
    from pressgen.release import Release
    from pressgen.translation.engines import Engine
    from pressgen.translators import Translators
    from pressgen.workspace import Workspace

PAGE = "release.html"
OFFLINE = "오프라인으로 만들어서 번역하지 않았습니다."
_LACKS_WORDS = "번역에 쓸 낱말 가운데 영문이 없는 것이 있습니다."


@dataclass(frozen=True, slots=True)
class Built:
    """A release that was written: where, whether anything there changed, and what it was found to have."""

    event: Event
    folder: Path
    is_out: bool
    changed: bool
    findings: list[Finding]


@dataclass(slots=True)
class Report:
    """What a build did. `problems` are of the events that could not be built; `notes` are for the user."""

    built: list[Built] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def status(self) -> ExitStatus:
        if self.problems:
            return ExitStatus.FAILED
        findings = [finding for one in self.built for finding in one.findings]
        look = any(finding.severity.wants_a_person for finding in findings)
        return ExitStatus.LOOK if look else ExitStatus.OK


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom a build tells how far it is: texts translated of how many, and each release as it is done."""

    translated: Callable[[int, int], None] = lambda done, of: None
    built: Callable[[Built], None] = lambda one: None


def build(
    pipeline: Pipeline,
    files: Sequence[Path],
    output: Path,
    at: datetime,
    translators: Translators | None,
    progress: Progress = Progress(),
) -> Report:
    """Builds the releases of these event files into `output`, drafts into the workspace's own place.

    `translators` None: no socket is opened. One bad event does not stop the others.
    Raises PressgenError for what concerns all of them: settings, catalogs, glossary, memory.
    """
    require_layout(pipeline.workspace)
    report = Report()
    record = PlaceRecord(pipeline.workspace, output)
    drafts = write_drafts(pipeline, files, report.problems)
    drafts = with_a_place(pipeline, drafts, record, report.problems)
    pipeline.people.save()
    reason = _translate(pipeline, drafts, at, translators, progress)
    try:
        for draft in drafts:
            try:
                release = pipeline.release(draft, reason(draft))
                built = _write(pipeline, release, output, at, record)
            except PressgenError as error:
                report.problems += error.problems
            else:
                report.built.append(built)
                progress.built(built)
    finally:
        record.save()
    if any(one.changed or (one.is_out and not has_index(output)) for one in report.built):
        _index(pipeline.workspace, output, report)
    return report


def _index(workspace: Workspace, output: Path, report: Report) -> None:
    """Brings the search, and what leads to the releases, up to date with what is out."""
    try:
        releases = list(read_published(output))
        if releases or has_index(output):
            write_search(releases, output)
            frame = open_frame(workspace, (one.kind for one in releases))
            changed = {one.place: one for one in releases}
            with closing(sqlite3.connect(":memory:")) as database:
                listing = Listing(database, "releases")
                report.notes += update_site(changed, output, frame, listing, whole=True).notes
    except PressgenError as error:
        report.problems += error.problems


def write_drafts(pipeline: Pipeline, files: Sequence[Path], problems: list[Problem]) -> list[Draft]:
    """The Korean of every event that is right; what is wrong with the others goes into `problems`."""
    _ = pipeline.glossary, pipeline.workspace_catalog  # wrong for one is wrong for all: told once
    drafts = []
    for file in files:
        try:
            drafts.append(pipeline.draft(file))
        except PressgenError as error:
            problems += error.problems
    good, clashes = refuse_shared_places(drafts)
    problems += clashes
    pipeline.learn_people(good)
    return good


def _translate(
    pipeline: Pipeline,
    drafts: Sequence[Draft],
    at: datetime,
    translators: Translators | None,
    progress: Progress,
) -> Callable[[Draft], Callable[[str], str]]:
    """Has what is missing translated; returns, for a draft, why something of it has no English.

    What is not out yet leaves the house only if the user says so, also when `at` only looks ahead.
    """
    sent_at = min(at, datetime.now(at.tzinfo))
    if translators is None:
        return _why(sent_at, OFFLINE, {}, is_held=True)
    with closing(translators):
        free = [one for one in drafts if not hold_back(one.event, sent_at)]
        held = [one for one in drafts if hold_back(one.event, sent_at)]
        if translators.allow_public:
            free, held = list(drafts), []
        reasons, _ = _asked(pipeline, free, lambda: translators.engines, at, progress)
        in_house, were_asked = _asked(pipeline, held, lambda: translators.in_house, at, progress)
    return _why(sent_at, _LACKS_WORDS, reasons | in_house, is_held=bool(held) and not were_asked)


def _asked(
    pipeline: Pipeline,
    drafts: Sequence[Draft],
    open_engines: Callable[[], Sequence[Engine]],
    at: datetime,
    progress: Progress,
) -> tuple[dict[str, str], bool]:
    """Has what the drafts lack translated, if they lack anything and there is an engine.

    Returns why something still lacks, and whether an engine was asked.
    """
    missing = [(pipeline.missing(draft), draft.vocabulary) for draft in drafts]
    missing = [(one, vocabulary) for one, vocabulary in missing if not one.is_empty]
    engines = open_engines() if missing else ()
    if not engines:
        return {}, False
    from pressgen.translation.asking import Asking

    asking = Asking(engines, pipeline.memory, at, progress.translated)
    asking.ask(missing)
    return asking.reasons, True


def _why(
    at: datetime, default: str, reasons: Mapping[str, str], *, is_held: bool
) -> Callable[[Draft], Callable[[str], str]]:
    """Why a sentence of a draft has no English: it may not leave the house, or what its engine said."""

    def why(draft: Draft) -> Callable[[str], str]:
        held = hold_back(draft.event, at) if is_held else ""
        return lambda key: held or reasons.get(key, default)

    return why


def _write(
    pipeline: Pipeline, release: Release, output: Path, at: datetime, record: PlaceRecord
) -> Built:
    event, workspace = release.event, pipeline.workspace
    document = lay_out(release, pipeline.environment)
    copies = _photo_copies(event, workspace)
    folder = _beside(event, copies)
    texts = {
        f"release.{name}": load_format(name)(release, document, folder, pipeline.environment)
        for name in FORMATS
    }
    drafts = drafts_folder(workspace.working_data)
    out = is_out(event, at)
    here, elsewhere = (output, drafts) if out else (drafts, output)
    place = here / folder_name(event)
    if out:
        texts[PAGE] = _with_links(texts[PAGE], place / PAGE)
    changed = write_folder(place, texts, copies)
    remove_folder(elsewhere / folder_name(event), elsewhere)
    before = record.place(event.file)
    moved = before is not None and before.casefold() != folder_name(event).casefold()
    if before is not None and moved and record.other_owner(before, event.file) is None:
        # Another day or slug: what was published there would stay, however confidential it is now.
        remove_folder(output / before, output)
        remove_folder(drafts / before, drafts)
    record.note(event.file, folder_name(event))
    return Built(event, place, out, changed, pipeline.findings(release, at))


def _with_links(page: str, there: Path) -> str:
    """The page with the links to other releases that the one there has: they are set when all is built."""
    try:
        return keep_links(page, there.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return page


def preview(pipeline: Pipeline, release: Release, format_name: str) -> str:
    """What a build would write of a release in one format; nothing is written."""
    require_layout(pipeline.workspace)
    document = lay_out(release, pipeline.environment)
    folder = _beside(release.event, _photo_copies(release.event, pipeline.workspace))
    return load_format(format_name)(release, document, folder, pipeline.environment)


def _beside(event: Event, copies: Mapping[str, Path]) -> Folder:
    return Folder(tuple(name if name in copies else None for name in _photo_names(event)))


def _photo_names(event: Event) -> list[str | None]:
    """The names of the photos beside the release; None for one without a file."""
    return [
        f"photo-{number}.{photo.file.rpartition('.')[2].lower()}" if photo.file else None
        for number, photo in enumerate(event.photos, 1)
    ]


def _photo_copies(event: Event, workspace: Workspace) -> dict[str, Path]:
    copies: dict[str, Path] = {}
    for name, photo in zip(_photo_names(event), event.photos, strict=True):
        if name is not None and photo.file is not None:
            source = find_file(event, photo.file, workspace)
            if source is not None:
                copies[name] = source
    return copies
