"""How a build is shown in a terminal: how far it is, and then what came of it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from pressgen.archive.place import IN_DRAFTS, State
from pressgen.commands.telling import problems_as_data, tell_findings, tell_problems
from pressgen.errors import short_path
from pressgen.sheets.origin import with_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.archive.report import Built, Report

_FEW = 50
"""So many releases are listed one by one; of more, only those that want a person, unless asked why."""
_PAUSE = 0.1
"""Seconds between two signs of progress."""
_WORDS = {State.DRAFT: "초안", State.BLOCKED: "막힘", State.WITHDRAWN: "내림", State.OUT: "만듦"}


class BuildDisplay:
    """Shows a build to whoever started it."""

    def __init__(self, *, quiet: bool, why: bool) -> None:
        self._quiet = quiet
        self._why = why
        self._shows = sys.stderr.isatty() and not quiet
        self._releases = self._done = 0
        self._texts = (0, 0)
        self._began = self._shown = 0.0

    @contextmanager
    def showing(self) -> Iterator[None]:
        """Takes the line of progress away when the block ends."""
        self._began = time.monotonic()
        try:
            yield
        finally:
            if self._shown:
                click.echo("\r\033[K", err=True, nl=False)

    def planned(self, releases: int) -> None:
        self._releases = releases

    def translated(self, done: int, of: int) -> None:
        self._texts = (done, of)
        self._show()

    def built(self, releases: int) -> None:
        self._done = releases
        self._show()

    def _show(self) -> None:
        now = time.monotonic()
        if not self._shows or now - self._shown < _PAUSE:
            return
        self._shown = now
        parts = [f"만듦 {self._done:,}/{self._releases:,}"]
        done, of = self._texts
        if of:
            parts.append(f"번역 {done:,}/{of:,}")
        if left := self._left(now):
            parts.append(f"남은 시간 {left}")
        click.echo("\r\033[K" + " · ".join(parts), err=True, nl=False)

    def _left(self, now: float) -> str:
        """How long it will take at the pace so far, once there is one to speak of."""
        done, of = self._texts
        share = done / of if done < of else self._done / max(1, self._releases)
        if share < 0.02:
            return ""
        seconds = (now - self._began) * (1 - share) / share
        return f"약 {seconds / 60:.0f}분" if seconds >= 90 else f"약 {seconds:.0f}초"

    def tell(self, report: Report) -> None:
        """What the build did, what a person must look at, and the whole in one line."""
        many = sum(bool(one.why) for one in report.built) > _FEW and not self._why
        for one in report.built:
            if not (self._quiet or many) or one.wants_a_person:
                self._tell_one(one)
        for folder in () if self._quiet else report.removed:
            click.echo(f"치움  {short_path(folder)} (자료가 없어졌습니다.)")
        tell_problems(report.problems)
        if not self._quiet:
            for note in report.notes:
                click.echo(note)
            click.echo(count_line(report))

    def _tell_one(self, one: Built) -> None:
        word = _WORDS[one.state]
        if one.state == State.OUT and not one.changed:
            word = "그대로"
        because = f" ({' '.join(one.why)})" if self._why and one.why else ""
        if one.moved_from is not None:
            because += f" ({short_path(one.moved_from)}에서 옮겼습니다.)"
        if one.taken_back:
            because += " (나가 있던 것을 거두었습니다.)"
        if one.state == State.WITHDRAWN and not one.folder.exists():
            because += " (나간 적이 없어서 남은 것이 없습니다.)"
        click.echo(f"{word}  {short_path(one.folder)}{because}")
        tell_findings(with_rows(one.findings, one.event), quiet=self._quiet)


def count_line(report: Report) -> str:
    """The build in one line."""
    drafts = sum(report.counts[state] for state in IN_DRAFTS)
    counts = [f"보도자료 {report.counts[State.OUT]:,}건", f"초안 {drafts:,}건"]
    withdrawn = report.counts[State.WITHDRAWN]
    back = sum(one.taken_back for one in report.built)
    look = sum(one.wants_a_person for one in report.built)
    for number, what in (
        (withdrawn, f"내린 것 {withdrawn:,}건"),
        (len(report.removed), f"치운 것 {len(report.removed):,}건"),
        (back, f"거둔 것 {back:,}건"),
        (report.unchanged, f"바뀌지 않은 것 {report.unchanged:,}건"),
        (look, f"확인할 것이 있는 것 {look:,}건"),
        (len(report.problems), f"오류 {len(report.problems):,}개"),
    ):
        if number:
            counts.append(what)
    return ", ".join(counts)


def report_as_data(report: Report) -> dict[str, Any]:
    """The report for a program to read."""
    return {
        "counts": {str(state): count for state, count in report.counts.items()},
        "unchanged": report.unchanged,
        "releases": [
            {
                "event": short_path(one.event),
                "folder": short_path(one.folder),
                "state": str(one.state),
                "changed": one.changed,
                "moved_from": short_path(one.moved_from) if one.moved_from else None,
                "taken_back": one.taken_back,
                "why": list(one.why),
                "findings": [asdict(finding) for finding in with_rows(one.findings, one.event)],
            }
            for one in report.built
        ],
        "removed": [short_path(folder) for folder in report.removed],
        "notes": report.notes,
        "problems": problems_as_data(report.problems),
    }
