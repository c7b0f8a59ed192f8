"""A build: event files in, an archive out, in which only what changed is written again.

What leads to the releases follows in the same run, and what is gone goes.
"""

from __future__ import annotations

import json
import time
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.archive.dictionaries import concerned, dictionary_changes
from pressgen.archive.fingerprint import Inputs, SharedFiles
from pressgen.archive.lock import build_lock
from pressgen.archive.manifest import UNFINISHED, open_manifest
from pressgen.archive.place import IN_DRAFTS, State, drafts_folder, is_blocked
from pressgen.archive.report import QUIETLY, Built, Progress, Report
from pressgen.archive.stale import DICTIONARY, DISMISSED, Freshness
from pressgen.archive.standing import index_folders, is_standing
from pressgen.archive.tidying import is_gone, lead_on, take_away, tidy
from pressgen.archive.workers import processes
from pressgen.checks.dismissals import Dismissals
from pressgen.errors import PressgenError
from pressgen.translation.changes import changes_since

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from pressgen.archive.manifest import Entry, Manifest
    from pressgen.archive.plan import Plan
    from pressgen.archive.published import Published
    from pressgen.archive.work import Done
    from pressgen.checks import Finding

_COMMIT = 0.5
"""Seconds of work that a stopped build loses at most."""


def build(plan: Plan, progress: Progress = QUIETLY) -> Report:
    """Brings an archive up to date with its events; drafts go into the workspace's own place.

    One bad event does not stop the others. Raises PressgenError for what concerns all of them: settings,
    catalogs, glossary, memory, another build that is running.
    """
    working_data = plan.workspace.working_data
    plan = replace(plan, at=plan.at.astimezone(plan.workspace.zone))
    with build_lock(working_data), open_manifest(working_data) as manifest:
        try:
            return _Build(plan, manifest, progress).run()
        finally:
            manifest.commit()


class _Build:
    """One build on its way."""

    def __init__(self, plan: Plan, manifest: Manifest, progress: Progress) -> None:
        self._plan = plan
        self._workspace = plan.workspace
        self._archive = plan.archive
        self._manifest = manifest
        self._progress = progress
        self._shared = SharedFiles(manifest)
        self._inputs = Inputs(plan.workspace, plan.outlet, manifest, self._shared)
        self._entries = manifest.entries(self._archive)
        self._files = {plan.workspace.path_in(file): file for file in plan.files}
        self._dismissals = Dismissals(plan.workspace.database)
        self._why: dict[str, list[str]] = {}
        self._built: dict[str, Built] = {}
        self._published: dict[str, Published | None] = {}
        self._indexed = f"index:{self._archive}"
        self._standing = f"standing:{self._archive}"
        self._made_of = manifest.stamp(self._indexed)
        self._report = Report()
        self._committed = time.monotonic()
        self._looks_ahead = plan.sent_at < plan.at

    def run(self) -> Report:
        self._find_stale()
        if self._made_of and not self._is_standing():  # looked at before this build writes there
            self._made_of = UNFINISHED
        with processes(self._plan.jobs, len(self._why)) as executor:
            if self._why:
                self._build_stale(executor)
            self._take_away_gone()  # last: a file that was renamed is there under another name
            self._index(executor)
        self._shared.save()
        self._tell()
        return self._report

    def _find_stale(self) -> None:
        """Notes what is to be built, and why."""
        freshness = Freshness(
            self._workspace, self._plan.output, self._inputs, self._plan.at.timestamp(), self._asks
        )
        because = dict.fromkeys(self._concerned_by_dismissals(), DISMISSED)
        because |= dict.fromkeys(self._concerned(), DICTIONARY)
        touched = []
        for event, file in self._files.items():
            reasons, now = freshness.reasons(file, self._entries.get(event))
            if event in because:
                reasons.append(because[event])
            if reasons:
                self._why[event] = reasons
            elif now is not None:
                touched.append(now)
        self._manifest.touch(self._archive, touched)

    def _asks(self, entry: Entry) -> bool:
        """Whether a release that lacks English may get it now, or lacks it for another reason."""
        if self._plan.open_translators is not None:
            return True
        from pressgen.archive.asking import OFFLINE
        from pressgen.pipeline import hold_back

        now = hold_back(entry.timing, self._plan.sent_at) or OFFLINE
        return not entry.reasons <= {now, ""}

    def _concerned(self) -> set[str]:
        """The events whose releases may read otherwise, by what dictionaries hold since last asked.

        In whatever archive they are, they count as not up to date from now on. That what changed was seen
        is kept with that, or not at all.
        """
        try:
            return self._find_concerned()
        except BaseException:
            self._manifest.rollback()
            raise

    def _find_concerned(self) -> set[str]:
        changes = dictionary_changes(self._workspace, self._manifest, self._shared)
        found: set[str] = set()
        for archive in self._manifest.archives() if changes else ():
            own = archive == self._archive
            entries = self._entries if own else self._manifest.entries(archive)
            events = concerned(
                entries.values(), changes, self._workspace, self._workspace.folder / archive
            )
            self._manifest.not_up_to_date(archive, events)
            found.update(events if own else ())
        return found

    def _concerned_by_dismissals(self) -> set[str]:
        """The events that go out, or no longer do, because of what somebody let stand."""
        known = self._manifest.stamp("dismissals")
        changes = changes_since(self._workspace.database, "dismissals", known)
        self._manifest.set_stamp("dismissals", changes.stamp)
        if changes.korean is not None and not changes.korean:
            return set()
        publish = self._workspace.settings.publish
        events = {
            event
            for event, entry in self._entries.items()
            if entry.found
            and entry.state in (State.OUT, State.BLOCKED)
            and is_blocked(self._findings(entry), publish) != (entry.state == State.BLOCKED)
        }
        self._manifest.not_up_to_date(self._archive, events)
        return events

    def _findings(self, entry: Entry) -> list[Finding]:
        """What was found in a release whatever the hour is, with what somebody dismissed as notes."""
        return self._dismissals.applied(entry.findings, entry.event)

    def _take_away_gone(self) -> None:
        """Leaves nothing of the releases whose event files were deleted."""
        for event, entry in list(self._entries.items()):
            if event in self._files or not is_gone(self._workspace, event):
                continue
            self._manifest.set_stamp(self._indexed, UNFINISHED)
            self._manifest.commit()
            heir = self._renamed(entry)
            try:
                if heir is None:
                    is_away = take_away(self._plan, self._manifest, entry)
                else:
                    lead_on(self._plan, self._manifest, entry, heir)
            except PressgenError as error:
                self._report.problems += error.problems
                continue
            del self._entries[event]
            if heir is not None:
                self._tell_moved(heir, entry)
            elif is_away:
                self._report.removed.append(self._folder(entry))
            if entry.content and (heir or is_away):
                self._published.setdefault(entry.place, None)

    def _renamed(self, gone: Entry) -> Entry | None:
        """The published release of an event that holds, under another name, what this one held."""
        same = self._published_by_digest.get(gone.digest, ()) if gone.state == State.OUT else ()
        return next((entry for entry in same if entry.place != gone.place), None)

    @cached_property
    def _published_by_digest(self) -> dict[str, list[Entry]]:
        """The published releases by what their event files hold; asked for when all are built."""
        found: dict[str, list[Entry]] = {}
        for event, entry in self._entries.items():
            if entry.state == State.OUT and event in self._files:
                found.setdefault(entry.digest, []).append(entry)
        return found

    def _tell_moved(self, now: Entry, before: Entry) -> None:
        built = self._built.get(now.event) or Built(
            self._files[now.event], self._folder(now), State.OUT, self._all_findings(now)
        )
        self._built[now.event] = replace(built, moved_from=self._folder(before))

    def _build_stale(self, executor: Executor | None) -> None:
        # A build in which nothing changed needs no writer.
        from pressgen.archive.rounds import Rounds

        self._progress.planned(len(self._why))
        self._manifest.set_stamp(self._indexed, UNFINISHED)
        rounds = Rounds(
            self._plan,
            self._manifest,
            executor,
            self._progress.translated,
            self._done,
            self._concerned_here,
        )
        try:
            rounds.run({event: self._files[event] for event in self._why})
        finally:
            self._report.problems += rounds.problems

    def _concerned_here(self) -> dict[str, Path]:
        """Of the events of this build, those whose releases may read otherwise now."""
        events = self._concerned() & self._files.keys()
        for event in events:
            self._why.setdefault(event, [DICTIONARY])
        return {event: self._files[event] for event in sorted(events)}

    def _done(self, done: Done) -> None:
        """Takes in a release that was written."""
        event = done.entry.event
        before = self._entries.get(event)
        entry = done.entry._replace(inputs=self._inputs.of(done.entry.kind, done.entry.outlet))
        try:
            tidy(self._plan, self._manifest, before, entry)
        except PressgenError as error:  # not done, so that the next build tries again
            self._report.problems += error.problems
            return
        self._manifest.done(self._archive, [entry])
        self._entries[event] = entry
        if before and before.content and before.place != entry.place:
            self._published.setdefault(before.place, None)
        if entry.content or (before and before.content):
            self._published[entry.place] = done.published
        self._note(done, before, entry)
        if time.monotonic() - self._committed > _COMMIT:
            self._manifest.commit()
            self._committed = time.monotonic()

    def _note(self, done: Done, before: Entry | None, entry: Entry) -> None:
        event = entry.event
        earlier = self._built.get(event)
        was_out = before is not None and before.state == State.OUT
        self._built[event] = Built(
            event=self._files[event],
            folder=self._folder(entry),
            state=State(entry.state),
            changed=done.changed or (earlier is not None and earlier.changed),
            moved_from=self._former_place(before, entry)
            or (earlier.moved_from if earlier else None),
            taken_back=entry.state in IN_DRAFTS
            and (was_out or (earlier is not None and earlier.taken_back)),
            why=tuple(self._why[event]),
            findings=self._all_findings(entry),
        )
        self._progress.built(len(self._built))

    def _former_place(self, before: Entry | None, now: Entry) -> Path | None:
        """Where a published release was, if it is published elsewhere now."""
        if before is None or before.place == now.place or now.state != State.OUT:
            return None
        return self._folder(before) if before.state == State.OUT else None

    def _all_findings(self, entry: Entry) -> list[Finding]:
        """What a person must look at as of the build's hour."""
        if entry.state == State.WITHDRAWN:
            return []
        findings = self._findings(entry) if entry.found else []
        if entry.state == State.DRAFT:
            from pressgen.checks.timing import check_timing

            timing = check_timing(entry.timing, self._plan.at)
            return [*self._dismissals.applied(timing, entry.event), *findings]
        if entry.state == State.OUT and self._looks_ahead:
            from pressgen.checks.timing import check_ahead

            return [*check_ahead(entry.timing, self._plan.sent_at), *findings]
        return findings

    def _folder(self, entry: Entry) -> Path:
        in_drafts = entry.state in IN_DRAFTS
        top = drafts_folder(self._workspace.working_data) if in_drafts else self._plan.output
        return top / entry.place

    def _index(self, executor: Executor | None) -> None:
        """Brings what leads to the releases up to date with what is out."""
        now = self._inputs.of_site()
        if self._made_of == now and not self._published:
            self._manifest.set_stamp(self._indexed, now)
            return
        from pressgen.archive.indexing import update_indexes

        self._manifest.set_stamp(self._indexed, UNFINISHED)
        self._manifest.commit()
        try:
            written = update_indexes(
                self._plan, self._manifest, self._published, (self._made_of, now), executor
            )
            self._report.notes += written.notes
            self._note_folders(written.written)
            folders = json.dumps(index_folders(self._plan.output))
            self._manifest.set_stamp(self._standing, folders)
            self._manifest.set_stamp(self._indexed, now)
        except PressgenError as error:
            self._report.problems += error.problems

    def _is_standing(self) -> bool:
        """Whether nobody took away what leads to the releases."""
        known: dict[str, int] = json.loads(self._manifest.stamp(self._standing) or "{}")
        return is_standing(self._plan.output, known)

    def _note_folders(self, written: Iterable[str]) -> None:
        """Has the manifest know that links were set in releases' pages: nobody else did that."""
        places = {path.rpartition("/")[0] for path in written if path.endswith("/release.html")}
        folders = {
            event: (self._plan.output / entry.place).stat().st_mtime_ns
            for event, entry in self._entries.items()
            if entry.place in places and entry.state == State.OUT
        }
        self._manifest.set_folders(self._archive, folders)

    def _tell(self) -> None:
        """Counts what there is, and tells of releases that did not change but want a person."""
        report = self._report
        as_before = 0
        for event, file in self._files.items():
            entry = self._entries.get(event)
            if entry is None:
                continue
            report.counts[State(entry.state)] += 1
            built = self._built.get(event)
            if event not in self._why:
                report.unchanged += 1
            elif built is None:
                as_before += entry.state == State.OUT
            if built is None:
                if not (entry.found or entry.state == State.DRAFT or self._looks_ahead):
                    continue  # most: nothing that could want a person
                findings = self._all_findings(entry)
                if not findings:
                    continue
                built = Built(file, self._folder(entry), State(entry.state), findings)
            report.built.append(built)
        if as_before:
            report.notes.append(
                f"이번에 만들지 못한 보도자료 {as_before:,}건은 전에 만든 것이 그대로 나가 있습니다."
            )
