"""The English against the Korean: what is pending, what is lost, what was left in Hangul."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.facts import Fact, FactType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.release import Release
    from pressgen.story import Translation

_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")


def check_translation(release: Release) -> list[Finding]:
    """Findings on each English sentence, then on the facts whose English a machine made."""
    findings = [
        finding for one in release.english.translations for finding in _sentence(release, one)
    ]
    return [*findings, *_machine_terms(release)]


def _sentence(release: Release, one: Translation) -> Iterator[Finding]:
    korean = one.source.korean
    if one.english is None:
        yield Finding(
            "pending",
            Severity.BLOCK,
            f"영문이 없습니다. {one.reason}".rstrip(),
            "pressgen build로 번역하거나 translations/의 PO 파일에 영문을 적으세요.",
            korean,
        )
        return
    for name, english in _expected(release, one):
        if english.lower() not in one.english.lower():
            yield Finding(
                "fact-missing",
                Severity.BLOCK,
                f"‘{name}’의 영문 ‘{english}’가 문장에 없습니다.",
                "영문을 고쳐 translations/의 PO 파일에 적거나, 사실의 en을 고치세요.",
                korean,
                one.english,
            )
    if _HANGUL.search(one.english):
        yield Finding(
            "hangul-left",
            Severity.BLOCK,
            "영문에 한글이 남아 있습니다.",
            "영문을 고쳐 translations/의 PO 파일에 적으세요.",
            korean,
            one.english,
        )


def _expected(release: Release, one: Translation) -> Iterator[tuple[str, str]]:
    """The facts that the Korean sentence has, each with the English that has to stand in the English."""
    expected: dict[str, str] = {}
    for fact in one.source.slots.values():
        texts = [fact.korean] if fact.type.is_free_text else []
        for member in fact.members or (fact,):
            form = None if fact.type.is_free_text else release.form(member)
            if form is not None:
                expected[member.korean] = form.bare
        for text in texts:
            expected |= _terms_in(release, text)
    if one.source.free:
        expected |= _terms_in(release, one.source.korean)
    yield from expected.items()


def _terms_in(release: Release, text: str) -> dict[str, str]:
    found = release.vocabulary.terms.found_in(text)
    return {term.korean: term.required for _, _, term in found}


def _machine_terms(release: Release) -> Iterator[Finding]:
    """Names and terms that a machine put into English, each once."""
    printed = [fact for segment in release.korean.segments for fact in segment.slots.values()]
    outlet = release.outlet
    printed += [f for f in (outlet.name, outlet.desk, outlet.region, outlet.reporter) if f]
    seen: set[str] = set()
    for fact in _members([*printed, *release.event.facts]):
        if fact.korean in seen or fact.type in (FactType.PLAIN, FactType.PHRASE, FactType.TEXT):
            continue
        seen.add(fact.korean)
        form = release.form(fact)
        if form is not None and form.engine:
            yield Finding(
                "term-machine",
                Severity.WARN,
                f"‘{fact.korean}’의 영문 ‘{form.bare}’은 기계가 옮긴 것입니다.",
                "맞는지 보고, 사건 파일의 en이나 glossary.csv에 적어 두세요.",
                fact.korean,
                form.bare,
                fact.line or None,
            )


def _members(facts: list[Fact]) -> list[Fact]:
    return [member for fact in facts for member in fact.members or (fact,)]
