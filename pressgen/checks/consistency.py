"""Contradictions in a whole archive: one name in two spellings, a term that was translated two ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.fact_types import FactType
from pressgen.korean import resolve_particles
from pressgen.sheets.origin import row_number
from pressgen.translation.form import FormOrigin
from pressgen.translation.official_names import find_official
from pressgen.translation.patterns import slot_names
from pressgen.translation.protection import find_words, stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from pressgen.event import Event
    from pressgen.translation.forms import Forms
    from pressgen.translation.glossary import Glossary, GlossaryTerm

_NAMES = (
    FactType.PERSON,
    FactType.ORGANIZATION,
    FactType.PLACE,
    FactType.TITLE,
    FactType.TERM,
)
_SETTLED_ELSEWHERE = (FormOrigin.BUILT_IN, FormOrigin.GLOSSARY, FormOrigin.COMPUTED)
_SETTLE = "맞는 것을 glossary.csv에 적고(pressgen glossary add), 다른 것을 고치세요."
_NAMESAKE = "다른 사람이면 pressgen check EVENT --dismiss name-differs로 까닭을 적어 두세요."
_DAYS = "둘 다 맞으면 glossary.csv의 valid_from과 valid_to로 때를 나누세요."


@dataclass(frozen=True, slots=True)
class Use:
    """English that somebody or something gave for a name or a term, and where."""

    korean: str
    english: str
    place: str
    type: FactType | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a term that was translated once, with its English, and where that stands.

    `by_people`: a machine's is asked for anew where it no longer holds its terms.
    """

    korean: str
    english: str
    place: str
    by_people: bool


def uses_of(event: Event, forms: Forms, path: str) -> Iterator[Use]:
    """The English that names and terms have in an event; `path` is how its file is told.

    What another day or office may change is left out: official names, and titles but for those that
    the event gives. So are short names: 공단 is another body in another event.
    """
    for fact in event.facts:
        if fact.type not in _NAMES or fact.name.endswith(".short"):
            continue
        form = forms.find(fact)
        if form is not None and form.origin not in _SETTLED_ELSEWHERE:
            line = row_number(event.file, fact.line)
            yield Use(fact.korean, form.bare, f"{path}:{line}", fact.type, event.released)


def check_consistency(
    uses: Sequence[Use], sentences: Sequence[Sentence], glossary: Glossary, on: date
) -> list[Finding]:
    """Every contradiction between events, glossary, memory and catalogs, each once.

    `on`: the day for which a glossary row without days is held against the official names.
    """
    rows: dict[str, list[GlossaryTerm]] = {}
    for term in glossary.terms:
        rows.setdefault(term.korean, []).append(term)
    names = {use.korean for use in uses}
    terms = [  # a machine's English of a term that the glossary has is used no more
        Use(one.korean, one.english, one.place)
        for one in sentences
        if (one.by_people if one.korean in rows else one.korean in names)
    ]
    return [
        *_against_glossary([*uses, *terms], rows),
        *_two_ways([use for use in [*uses, *terms] if use.korean not in rows]),
        *_in_sentences(uses, [one for one in sentences if one.by_people], rows),
        *_against_official_names(uses, glossary, rows, on),
    ]


def _against_glossary(
    uses: Iterable[Use], rows: dict[str, list[GlossaryTerm]]
) -> Iterator[Finding]:
    for use in uses:
        held = [row for row in rows.get(use.korean, ()) if use.on is None or row.held(use.on)]
        if held and all(row.english != use.english for row in held):
            yield _finding(
                "glossary-differs",
                Severity.WARN,
                f"‘{use.korean}’의 영문이 {use.place}에서는 ‘{use.english}’,"
                f" 용어집에서는 ‘{held[0].english}’입니다.",
                f"한쪽을 고치세요. {_DAYS}",
                use,
            )


def _two_ways(uses: Sequence[Use]) -> Iterator[Finding]:
    by_korean: dict[str, list[Use]] = {}
    for use in uses:
        by_korean.setdefault("".join(use.korean.split()), []).append(use)  # 남궁 민 is 남궁민
    for same in by_korean.values():
        ways: dict[str, list[str]] = {}
        for use in same:
            ways.setdefault(use.english, []).append(use.place)
        if len(ways) < 2:
            continue
        told = ", ".join(f"‘{english}’({_places(places)})" for english, places in ways.items())
        types = {use.type for use in same}
        is_person = FactType.PERSON in types
        code = "spelling-differs" if is_person else "term-differs"
        advice = f"{_SETTLE} {_NAMESAKE}" if is_person else _SETTLE
        # What a title is called depends on the office; an organization may be renamed.
        severity = Severity.NOTE if FactType.TITLE in types else Severity.WARN
        yield _finding(
            code, severity, f"‘{same[0].korean}’의 영문이 여럿입니다: {told}", advice, same[0]
        )


def _places(places: Sequence[str]) -> str:
    more = f" 등 {len(places)}곳" if len(places) > 2 else ""
    return f"{', '.join(dict.fromkeys(places[:2]))}{more}"


def _in_sentences(
    uses: Sequence[Use], sentences: Iterable[Sentence], rows: dict[str, list[GlossaryTerm]]
) -> Iterator[Finding]:
    """Terms whose English is not in the English of a sentence that has them."""
    known: dict[str, dict[str, None]] = {}
    for use in uses:
        if use.type != FactType.TITLE:
            known.setdefault(use.korean, {})[use.english] = None
    for korean, same in rows.items():
        if any(row.kind != "title" for row in same):
            known[korean] = {row.english: None for row in same}
    for one in sentences:
        if slot_names(one.korean):
            continue
        standing = [word for word in known if word in one.korean and word != one.korean]
        spans = find_words(standing, one.korean)
        for word in dict.fromkeys(one.korean[start:end] for start, end in spans):
            ways = known[word]
            if not any(stands_in(english, one.english) for english in ways):
                message = (
                    f"‘{word}’의 영문 ‘{next(iter(ways))}’이(가) {one.place}의 문장에 없습니다."
                )
                advice = "문장의 영문을 고치거나, 용어집의 영문을 고치세요."
                use = Use(one.korean, one.english, one.place)
                yield _finding("term-differs", Severity.WARN, message, advice, use)


def _against_official_names(
    uses: Iterable[Use], glossary: Glossary, rows: dict[str, list[GlossaryTerm]], on: date
) -> Iterator[Finding]:
    given = [
        Use(row.korean, row.english, "glossary.csv", on=row.valid_from or row.valid_to or on)
        for row in glossary.terms
    ]
    given += [use for use in uses if use.korean not in rows and use.type != FactType.PERSON]
    told: set[tuple[str, str]] = set()
    for use in given:
        official = find_official(use.korean, use.on or on)
        if official and official.english != use.english and (use.korean, use.english) not in told:
            told.add((use.korean, use.english))
            message = (
                f"‘{use.korean}’의 영문이 {use.place}에서는 ‘{use.english}’,"
                f" 공식 이름은 ‘{official.english}’입니다."
            )
            advice = "일부러 다르게 적은 것이면 그대로 두세요."
            yield _finding("official-differs", Severity.NOTE, message, advice, use)


def _finding(code: str, severity: Severity, message: str, advice: str, use: Use) -> Finding:
    return Finding(code, severity, resolve_particles(message), advice, use.korean, use.english)
