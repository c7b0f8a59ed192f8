"""Whether a release may be out yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from datetime import datetime

    from pressgen.timing import Timing


def check_ahead(timing: Timing, now: datetime) -> list[Finding]:
    """That a release which was built as of a later hour may not be seen yet."""
    until = timing.waits_until(now)
    if until is None:
        return []
    message = (
        f"{until:%Y-%m-%d %H:%M}까지는 나갈 수 없는데 --at이 그 뒤여서 나갈 자리에 두었습니다."
        " 아직 웹 서버에 올리지 마세요."
    )
    advice = "--at 없이 다시 pressgen build를 실행하면 초안으로 돌아갑니다."
    return [Finding("looked-ahead", Severity.WARN, message, advice)]


def check_timing(timing: Timing, at: datetime) -> list[Finding]:
    """An embargo or a release day that lies ahead of `at`, and confidentiality."""
    if timing.confidential:
        message = "대외비라 초안으로만 만듭니다."
        return [
            Finding("confidential", Severity.NOTE, message, "내보낼 때 confidential을 지우세요.")
        ]
    until = timing.waits_until(at)
    if until is None:
        return []
    if timing.embargo == until:
        message = f"엠바고가 {until:%Y-%m-%d %H:%M}까지입니다. 그때까지 초안으로 둡니다."
        advice = "그 뒤에 다시 pressgen build를 실행하세요."
        return [Finding("embargo", Severity.WARN, message, advice)]
    message = f"배포일이 {until:%Y-%m-%d}입니다. 그날까지 초안으로 둡니다."
    return [
        Finding("release-day", Severity.NOTE, message, "그날 다시 pressgen build를 실행하세요.")
    ]
