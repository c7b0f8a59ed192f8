"""The Korean as it was written, and who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.facts import Fact
from pressgen.korean import doubted_readings, has_pairs, may_be_guessed

if TYPE_CHECKING:
    from pressgen.release import Release
    from pressgen.story import Segment
    from pressgen.workspace import Workspace


def check_writing(release: Release, workspace: Workspace) -> list[Finding]:
    """Words that nobody knows how to read, and an outlet left open."""
    findings: list[Finding] = []
    written: dict[str, dict[str, None]] = {}
    for segment in release.korean.segments:
        for doubt in segment.reading_doubts if _may_be_guessed(segment) else ():
            written.setdefault(doubt.word, {})[f"‘{doubt.word}{doubt.particle}’"] = None
    for word, forms in written.items():
        message = f"‘{word}’의 읽기를 몰라 조사를 짐작했습니다: {', '.join(forms)}"
        advice = "다르게 읽으면 자료 파일에 {ko: …, reading: 읽는 대로}처럼 적으세요."
        findings.append(Finding("reading", Severity.WARN, message, advice))
    if workspace.settings.outlets and release.outlet.name is None:
        message = "매체가 정해지지 않아 기사 첫머리의 괄호가 빠집니다."
        advice = 'pressgen.toml에 outlet = "이름"을 적거나 --outlet 이름을 붙이세요.'
        findings.append(Finding("outlet-missing", Severity.WARN, message, advice))
    return findings


def _may_be_guessed(segment: Segment) -> bool:
    """Whether a particle of the segment may go by a guess: mostly none does, which is sooner known."""
    before, resolved = "", False
    for run in () if segment.free else segment.runs:
        if isinstance(run, Fact):
            before += run.reading or run.korean
            continue
        if has_pairs(run):
            # Behind another pair, `before` is not as it is read, but its end is.
            if may_be_guessed(run, before=before) and (
                resolved or doubted_readings(run, before=before)
            ):
                return True
            resolved = True
        before += run
    return False
