"""The Korean as it was written, and who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.korean import resolve_particles

if TYPE_CHECKING:
    from pressgen.release import Release
    from pressgen.workspace import Workspace


def check_writing(release: Release, workspace: Workspace) -> list[Finding]:
    """Words that nobody knows how to read, and an outlet left open."""
    findings: list[Finding] = []
    segments = [segment for segment in release.korean.segments if not segment.free]
    doubts = [doubt for segment in segments for doubt in segment.reading_doubts]
    for doubt in dict.fromkeys(doubts):
        message = resolve_particles(
            f"‘{doubt.word}’의 읽기를 몰라 ‘{doubt.guess}’(으)로 보고 조사를 붙였습니다."
        )
        advice = "다르게 읽으면 자료 파일에 {ko: …, reading: 읽는 대로}처럼 적으세요."
        findings.append(Finding("reading", Severity.WARN, message, advice))
    if workspace.settings.outlets and release.outlet.name is None:
        message = "매체가 정해지지 않아 기사 첫머리의 괄호가 빠집니다."
        advice = 'pressgen.toml에 outlet = "이름"을 적거나 --outlet 이름을 붙이세요.'
        findings.append(Finding("outlet-missing", Severity.WARN, message, advice))
    return findings
