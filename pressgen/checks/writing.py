"""The Korean as it was written, and who prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from pressgen.release import Release
    from pressgen.workspace import Workspace

_DOUBLED = re.compile("““|””|‘‘|’’")


def check_writing(release: Release, workspace: Workspace) -> list[Finding]:
    """Quotation marks that both the value and the template brought, and an outlet left open."""
    findings = [
        Finding(
            "doubled-quotes",
            Severity.WARN,
            "따옴표가 겹칩니다.",
            "서식이 따옴표를 붙이니 값에서는 빼세요.",
            segment.korean,
        )
        for segment in release.korean.segments
        if _DOUBLED.search(segment.korean)
    ]
    if workspace.settings.outlets and release.outlet.name is None:
        message = "매체가 정해지지 않아 기사 첫머리의 괄호가 빠집니다."
        advice = 'pressgen.toml에 outlet = "이름"을 적거나 --outlet 이름을 붙이세요.'
        findings.append(Finding("outlet-missing", Severity.WARN, message, advice))
    return findings
