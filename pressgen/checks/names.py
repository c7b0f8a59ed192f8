"""People's names whose English spelling somebody should settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.checks.finding import Finding, Severity
from pressgen.fact_types import FactType
from pressgen.translation.form import FormOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.facts import Fact
    from pressgen.release import Release

_ADVICE = "본인이 쓰는 표기를 자료 파일의 en이나 glossary.csv에 적으세요."


def check_names(release: Release) -> list[Finding]:
    """What is in doubt about each romanized name that the release prints, once a person."""
    people = {fact.korean: fact for fact in release.printed_facts if fact.type == FactType.PERSON}
    return [finding for person in people.values() for finding in _doubts(release, person)]


def _doubts(release: Release, person: Fact) -> Iterator[Finding]:
    form = release.form(person)
    if form is None or form.origin != FormOrigin.ROMANIZED:
        return
    for doubt in korean.name_doubts(person.korean):
        code, severity, said = _told(doubt)
        message = korean.resolve_particles(
            f"‘{person.korean}’의 성{said} ‘{form.bare}’(으)로 적었습니다."
        )
        line = person.line or None
        yield Finding(code, severity, message, _ADVICE, person.korean, form.bare, line)


def _told(doubt: korean.NameDoubt) -> tuple[str, Severity, str]:
    if isinstance(doubt, korean.AmbiguousSplit):
        said = f"이 ‘{doubt.other[0]}’일 수도 있습니다."
        return "name-splits", Severity.WARN, said
    if isinstance(doubt, korean.NoPrevailingSpelling):
        spellings = ", ".join(one.spelling for one in doubt.spellings)
        return "name-spelling", Severity.NOTE, f"은 여러 가지로 씁니다({spellings})."
    return "name-spelling", Severity.WARN, "을 알 수 없습니다."
