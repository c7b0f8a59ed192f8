"""People's names whose English spelling somebody should settle."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.checks.finding import Finding, Severity
from pressgen.fact_types import FactType
from pressgen.translation.form import FormOrigin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgen.facts import Fact
    from pressgen.release import Release

_ONE_SPELLING = "같은 사람이면 영문을 하나로 맞추세요."
_ADVICE = "본인이 쓰는 표기를 자료 파일의 en이나 glossary.csv에 적으세요."


def check_names(release: Release, printed: Iterable[Fact]) -> list[Finding]:
    """What is in doubt about each name among the facts that the release prints, once a spelling."""
    people = {(fact.korean, fact.english): fact for fact in printed if fact.type == FactType.PERSON}
    return [finding for person in people.values() for finding in _findings(release, person)]


def _findings(release: Release, person: Fact) -> Iterator[Finding]:
    form = release.form(person)
    if form is None:
        return
    if person.english is not None:
        yield from _differences(release, person, person.english)
    elif form.origin == FormOrigin.ROMANIZED:
        yield from _doubts(person, form.bare)
    elif form.origin == FormOrigin.REMEMBERED:
        yield from _remembered(release, person, form.bare)


def _differences(release: Release, person: Fact, english: str) -> Iterator[Finding]:
    """That the event spells a name otherwise than the glossary, or than the event that came first."""
    term = release.vocabulary.glossary.get(person.korean)
    spelling = release.vocabulary.sources.spelling(person.korean)
    if term is not None:
        where, other = "glossary.csv", term.english
    elif spelling is not None:
        where, other = spelling.event, spelling.english
    else:
        return
    if other != english:
        message = f"‘{person.korean}’의 영문이 여기서는 ‘{english}’, {where}에서는 ‘{other}’입니다."
        yield _finding("name-differs", Severity.WARN, message, _ONE_SPELLING, person, english)


def _remembered(release: Release, person: Fact, english: str) -> Iterator[Finding]:
    """That a name is spelt as another event has it, where that is not the usual way."""
    spelling = release.vocabulary.sources.spelling(person.korean)
    if spelling is not None and english != korean.romanize(person.korean, "person"):
        message = f"‘{person.korean}’의 영문 ‘{english}’은(는) {spelling.event}의 표기입니다."
        advice = "다른 사람이면 그 사람의 영문을 자료 파일의 en에 적으세요."
        yield _finding("name-remembered", Severity.NOTE, message, advice, person, english)


@lru_cache(maxsize=1024)  # who heads an organization is named in all its releases
def _name_doubts(name: str) -> tuple[korean.NameDoubt, ...]:
    return tuple(korean.name_doubts(name))


def _doubts(person: Fact, english: str) -> Iterator[Finding]:
    for doubt in _name_doubts(person.korean):
        code, severity, said = _told(doubt)
        message = f"‘{person.korean}’의 성{said} ‘{english}’(으)로 적었습니다."
        yield _finding(code, severity, message, _ADVICE, person, english)


def _finding(
    code: str, severity: Severity, message: str, advice: str, person: Fact, english: str
) -> Finding:
    told = korean.resolve_particles(message)
    return Finding(code, severity, told, advice, person.korean, english, person.line or None)


def _told(doubt: korean.NameDoubt) -> tuple[str, Severity, str]:
    if isinstance(doubt, korean.AmbiguousSplit):
        said = f"이 ‘{doubt.other[0]}’일 수도 있습니다."
        return "name-splits", Severity.WARN, said
    if isinstance(doubt, korean.NoPrevailingSpelling):
        spellings = ", ".join(one.spelling for one in doubt.spellings)
        return "name-spelling", Severity.NOTE, f"은 여러 가지로 씁니다({spellings})."
    return "name-spelling", Severity.WARN, "을 알 수 없습니다."
