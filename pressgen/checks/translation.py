"""The English against the Korean: what is pending, which facts are lost, what the two do not share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressgen.checks.compare import compare
from pressgen.checks.finding import Finding, Severity
from pressgen.checks.values import is_of_day, says_value
from pressgen.korean import resolve_particles
from pressgen.translation.protection import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressgen.facts import Fact
    from pressgen.release import Release
    from pressgen.story import Translation
    from pressgen.translation.form import Form
    from pressgen.translation.protection import Term

SETTLE = "영문을 정해 두려면 glossary.csv나 translations/의 PO 파일에 그대로 적으세요."
"""Holds whatever the reason: what a build would do about it, the reason says."""


def check_translation(
    release: Release, printed: Iterable[Fact], given: Iterable[Fact]
) -> list[Finding]:
    """Findings on each English sentence, then on the facts whose English is lacking or a machine's.

    `printed`: the facts that the release prints; `given`: those of its event.
    """
    known = _Known(release)
    findings: list[Finding] = []
    for one in release.english.translations:
        findings += _pending(one) if one.english is None else _sentence(known, one, one.english)
    return [*findings, *_pending_facts(release), *_machine_terms(known, printed, given)]


class _Known:
    """The English of a release's facts and texts, which come in one sentence after the other, each
    looked up once. They are known by their `id`: the release keeps them all meanwhile."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._forms: dict[int, Form | None] = {}
        self._terms: dict[str, list[Term]] = {}

    def form(self, fact: Fact) -> Form | None:
        if (number := id(fact)) not in self._forms:
            self._forms[number] = self._release.form(fact)
        return self._forms[number]

    def terms(self, text: str) -> list[Term]:
        if text not in self._terms:
            found = self._release.vocabulary.terms.found_in(text)
            self._terms[text] = [term for _, _, term in found]
        return self._terms[text]


def _pending(one: Translation) -> list[Finding]:
    return [
        Finding(
            "pending",
            Severity.BLOCK,
            f"영문이 없습니다. {one.reason}".rstrip(),
            SETTLE,
            one.source.korean,
            lacking=one.lacking,
        )
    ]


def _sentence(known: _Known, one: Translation, english: str) -> list[Finding]:
    korean = one.source.korean
    expected = _expected(known, one)
    found = compare(korean, english)
    if not found and all(_stands_plainly(form, english) for _, form in expected):
        return []
    # What a person wrote may say it in other words; a machine's has to have it.
    severity = Severity.BLOCK if one.engines else Severity.WARN
    computed = _computed(one)
    lost = {
        name: form
        for name, form in dict(expected).items()
        if not _stands_plainly(form, english)
        and not stands_in(form, english)
        and not (name in computed and says_value(computed[name], form, english))
    }
    findings = [
        Finding(
            "fact-missing",
            severity,
            resolve_particles(f"‘{name}’의 영문 ‘{form}’이(가) 문장에 없습니다."),
            "영문을 고치거나(확인한 문장은 pressgen review, 아니면 translations/의 PO 파일), 사실의 en을 고치세요.",
            korean,
            english,
        )
        for name, form in lost.items()
    ]
    for finding in found:
        is_seen = any(_lies_in(name, finding) for name in (*lost, *computed))
        if not is_seen and not _is_of_day(finding, computed):
            findings.append(finding if one.engines else _of_a_person(finding))
    return findings


def _stands_plainly(english: str, text: str) -> bool:
    """Whether it stands in the text letter for letter, where a word begins: nearly all do."""
    at = text.find(english)
    return at == 0 or (at > 0 and not (text[at - 1].isalnum() or text[at - 1] == "_"))


def _computed(one: Translation) -> dict[str, Fact]:
    """The days, counts and amounts of the sentence, whose two forms come from one value: a day's English
    may leave out the year. Where it is in the sentence, nothing is lost."""
    facts = one.source.slots.values()
    return {
        member.korean: member
        for fact in facts
        for member in fact.members or (fact,)
        if member.type.is_computed
    }


def _lies_in(name: str, finding: Finding) -> bool:
    """Whether a finding is about a fact that was looked at already."""
    if finding.korean_span is None:
        return False
    start, end = finding.korean_span
    at = finding.korean.find(name)
    while at >= 0:
        if at <= start and end <= at + len(name):
            return True
        at = finding.korean.find(name, at + 1)
    return False


def _is_of_day(finding: Finding, facts: Mapping[str, Fact]) -> bool:
    """Whether a finding is about what only the English says of a day that is there."""
    span = finding.english_span
    if finding.korean_span is not None or span is None:
        return False
    return is_of_day(span, facts.values(), finding.english)


def _of_a_person(finding: Finding) -> Finding:
    """The finding on a person's own wording: only Hangul is wrong in any."""
    if finding.severity is Severity.BLOCK and finding.code != "hangul-left":
        return replace(finding, severity=Severity.WARN)
    return finding


def _expected(known: _Known, one: Translation) -> list[tuple[str, str]]:
    """The facts that the Korean sentence has, each with the English that has to stand in the English:
    the last, where one comes twice."""
    expected: list[tuple[str, str]] = []
    texts = [one.source.korean] if one.source.free else []
    for fact in one.source.slots.values():
        if fact.type.is_free_text:
            texts.append(fact.korean)
            continue
        expected += [
            (member.korean, form.bare)
            for member in fact.members or (fact,)
            if (form := known.form(member))
        ]
    for text in texts:
        expected += [
            (term.korean, term.required)
            for term in known.terms(text)
            if one.engines or not term.is_built_in
        ]
    return expected


def _pending_facts(release: Release) -> Iterator[Finding]:
    """Names beside the story, such as the outlet's desk, that have no English."""
    for fact in release.pending_facts:
        yield Finding(
            "pending",
            Severity.BLOCK,
            "매체나 사진 제공자의 영문이 없습니다.",
            SETTLE,
            fact.korean,
            line=fact.line or None,
            lacking=(fact.korean,),
        )


def _machine_terms(
    known: _Known, printed: Iterable[Fact], given: Iterable[Fact]
) -> Iterator[Finding]:
    """Names and terms that a machine put into English, each once."""
    facts: dict[str, Fact] = {}
    for fact in (*printed, *given):
        facts.setdefault(fact.korean, fact)
    for fact in facts.values():
        form = None if fact.type.is_free_text else known.form(fact)
        if form is not None and form.engine:
            yield Finding(
                "term-machine",
                Severity.WARN,
                resolve_particles(
                    f"‘{fact.korean}’의 영문 ‘{form.bare}’은(는) 기계가 옮긴 것입니다."
                ),
                "맞는지 보고, 자료 파일의 en이나 glossary.csv에 적어 두세요.",
                fact.korean,
                form.bare,
                fact.line or None,
            )
