"""Quotation marks and middle dots: reported, never changed.

After 한글 맞춤법 부록 ‘문장 부호’: “ ” for what is said, ‘ ’ for what stands inside it or is thought or
stressed, and ·, the middle dot (U+00B7).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from pressgen.release import Release

_MIDDLE_DOTS = re.compile("[·ㆍ・‧•]")
_ADVICE = "자료 파일에서 고치세요."


def check_typography(release: Release) -> list[Finding]:
    """What an editor would mark in the Korean text: doubled, unpaired, straight or wrongly nested
    quotation marks, and middle dots of more than one kind."""
    findings = []
    for segment in release.korean.segments:
        for code, severity, message in faults(segment.korean):
            findings.append(Finding(code, severity, message, _ADVICE, segment.korean))
    dots = {dot for one in release.korean.segments for dot in _MIDDLE_DOTS.findall(one.korean)}
    if len(dots) > 1:
        message = f"가운뎃점이 여러 가지입니다({' '.join(sorted(dots))}). ·(U+00B7)만 쓰세요."
        findings.append(Finding("middle-dots", Severity.NOTE, message, _ADVICE))
    return findings


def faults(text: str) -> list[tuple[str, Severity, str]]:
    """The faults of one sentence: code, severity, message."""
    found = []
    if re.search("““|””|‘‘|’’", text):
        message = "따옴표가 겹칩니다. 서식이 따옴표를 붙이니 값에서는 빼세요."
        found.append(("doubled-quotes", Severity.WARN, message))
    elif text.count("“") != text.count("”"):
        found.append(("unpaired-quotes", Severity.WARN, "큰따옴표(“ ”)의 짝이 맞지 않습니다."))
    elif text.count("‘") > text.count("’"):  # ’ alone may stand for left-out figures: ’26년
        found.append(("unpaired-quotes", Severity.WARN, "작은따옴표(‘ ’)의 짝이 맞지 않습니다."))
    if re.search("‘[^’“]*“[^’]*’", text):
        found.append(("nested-quotes", Severity.NOTE, "작은따옴표 안에 큰따옴표가 있습니다."))
    if re.search("[\"']", text):
        message = "곧은 따옴표(\" ')가 있습니다. “ ”나 ‘ ’를 쓰세요."
        found.append(("straight-quotes", Severity.NOTE, message))
    return found
