"""Where English comes from, and how much a finding matters, in the words that people are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.finding import SEVERITIES, Finding
from pressgen.story import Origin, Role
from pressgen.translation.engines import names
from pressgen.translation.form import FormOrigin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.story import Translation
    from pressgen.translation.form import Form

ROLES = {
    Role.HEADLINE: "제목",
    Role.SUBHEADLINE: "부제목",
    Role.LEAD: "첫 문단",
    Role.BODY: "본문",
    Role.QUOTE: "인용",
}
ORIGINS = {
    Origin.EVENT: "자료 파일",
    Origin.REVIEWED: "사람이 확인",
    Origin.CATALOG: "번역 파일",
    Origin.MEMORY: "번역 기억",
    Origin.PENDING: "영문 없음",
}
_FORM_ORIGINS = {
    FormOrigin.EVENT: "자료 파일",
    FormOrigin.GLOSSARY: "용어집",
    FormOrigin.COMPUTED: "계산",
    FormOrigin.BUILT_IN: "딸린 목록",
    FormOrigin.REMEMBERED: "다른 자료",
    FormOrigin.ROMANIZED: "로마자 표기",
    FormOrigin.REVIEWED: "사람이 확인",
    FormOrigin.CATALOG: "번역 파일",
    FormOrigin.MEMORY: "번역 기억",
}


def sentence_origin(one: Translation) -> str:
    """Where the English of a sentence comes from: people, or which machine."""
    return _machine(one.engines) or ORIGINS[one.origin]


def form_origin(form: Form | None) -> str:
    """Where the English of a fact comes from."""
    if form is None:
        return ORIGINS[Origin.PENDING]
    return _machine([form.engine] if form.engine else []) or _FORM_ORIGINS[form.origin]


def _machine(engines: Iterable[str]) -> str:
    told = ", ".join(names(engine).korean for engine in sorted(engines))
    return told and f"기계 번역({told})"


def told(finding: Finding) -> str:
    """A finding in one line."""
    line = f"{SEVERITIES[finding.severity]} [{finding.code}] {finding.message}"
    return f"{line} 넘김: {finding.dismissal.reason}" if finding.dismissal else line
