"""Where a sentence's English comes from, and when there is none."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from pressgen.fact_types import FactType
from pressgen.story import Origin, Paragraph, Role, Segment, Story
from pressgen.translation.catalogs import Entry
from pressgen.translation.memory import Remembered
from pressgen.translation.translator import compose, find_missing
from tests.translation.support import (
    Office,
    english_of,
    fact,
    free,
    make_sources,
    make_vocabulary,
)
from tests.translation.support import sentence as of_template

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.facts import Value
    from pressgen.story import Translation
    from pressgen.translation.sources import Sources

HOST = fact("한빛원", "Hanbit", FactType.ORGANIZATION, name="host")
LEAD = of_template(HOST, "이(가) 문을 열었다.")
LITERAL, PATTERN = LEAD.korean, LEAD.pattern
PLACES = ("reviewed", "workspace", "kind", "machine")
ORDER = [
    ("reviewed", LITERAL),
    ("reviewed", PATTERN),
    ("workspace", LITERAL),
    ("workspace", PATTERN),
    ("kind", LITERAL),
    ("kind", PATTERN),
    ("machine", LITERAL),
    ("machine", PATTERN),
]
ORIGINS = {
    "reviewed": Origin.REVIEWED,
    "workspace": Origin.CATALOG,
    "kind": Origin.CATALOG,
    "machine": Origin.MEMORY,
}


def english(place: str, korean: str) -> str:
    """English that tells where it comes from."""
    subject = "{host}" if korean == PATTERN else "Hanbit"
    return f"{subject} opened ({place}, {'pattern' if korean == PATTERN else 'literal'})."


def translated(
    segment: Segment, folder: Path, sources: Sources | None = None, *values: Value
) -> Translation:
    vocabulary = make_vocabulary(folder, [HOST, *values], sources=sources)
    story = Story((Paragraph(Role.LEAD, (segment,)),))
    return compose(story, vocabulary, lambda key: f"why: {key}").translations[0]


def sources_of(folder: Path, present: list[tuple[str, str]]) -> Sources:
    entries: dict[str, dict[str, str]] = {place: {} for place in PLACES}
    for place, korean in present:
        entries[place][korean] = english(place, korean)
    reviewed = [Remembered(*item, "", reviewed=True) for item in entries["reviewed"].items()]
    machine = [Remembered(*item, "google") for item in entries["machine"].items()]
    return make_sources(
        folder,
        workspace=entries["workspace"],
        kind=entries["kind"],
        memory=[*machine, *reviewed],
    )


PRESENT = [
    list(some)
    for some in [*combinations(ORDER, 1), *combinations(ORDER, 2), ORDER[2:], ORDER[4:], ORDER]
    # One Korean has one row in the memory, a person's or a machine's.
    if not any({("reviewed", ko), ("machine", ko)} <= set(some) for ko in (LITERAL, PATTERN))
    or len(some) == len(ORDER)
]


@pytest.mark.parametrize("present", PRESENT, ids=lambda some: f"{len(some)} from {some[0]}")
def test_the_first_source_that_has_it(tmp_path: Path, present: list[tuple[str, str]]) -> None:
    place, korean = min(present, key=ORDER.index)
    one = translated(LEAD, tmp_path, sources_of(tmp_path, present))
    assert one.english == english(place, korean).format(host="Hanbit")
    assert one.origin == ORIGINS[place]
    assert one.engines == ({"google"} if place == "machine" else set())


def test_nothing_known_is_pending_with_its_reason(tmp_path: Path) -> None:
    one = translated(LEAD, tmp_path)
    assert (one.english, one.origin) == (None, Origin.PENDING)
    assert one.reason == f"why: {PATTERN}"
    assert one.source.korean == "한빛원이 문을 열었다."


def test_an_engine_s_work_in_a_catalog_stays_an_engine_s(tmp_path: Path) -> None:
    sources = make_sources(tmp_path, workspace={PATTERN: Entry("{host} opened.", "papago")})
    one = translated(LEAD, tmp_path, sources)
    assert (one.english, one.origin) == ("Hanbit opened.", Origin.CATALOG)
    assert one.engines == {"papago"}


TERM = fact("새빛상", None, name="award")
QUOTE = fact("잘하겠다. 고맙다", None, FactType.TEXT, name="quote")
PHRASE = fact("숲 가꾸기", None, FactType.PHRASE, name="purpose")


@pytest.mark.parametrize(
    ("segment", "key"),
    [
        (of_template(HOST, "은 ", TERM, "을(를) 받았다."), "새빛상"),
        (of_template(HOST, "은 “", QUOTE, "”이라고(라고) 했다."), "고맙다"),
        (of_template(PHRASE, "에 힘 모아"), "숲 가꾸기"),
    ],
    ids=["term", "one sentence of a quotation", "phrase"],
)
def test_a_sentence_waits_for_everything_in_it(tmp_path: Path, segment: Segment, key: str) -> None:
    known = {segment.pattern: "{host} said “{quote}.” {award} {purpose}", "잘하겠다.": "We will."}
    one = translated(segment, tmp_path, make_sources(tmp_path, kind=known), TERM)
    assert (one.origin, one.reason) == (Origin.PENDING, f"why: {key}")


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("잘하겠다. 고맙다", "“We will. Thanks.”"),
        ("고맙다", "“Thanks.”"),
        ("여기는 섬이다. 고맙다", "“The sea is here. Thanks.”"),
        ("정말? 고맙다", "“Really? Thanks.”"),
        ("MOU. 고맙다", "“MOU. Thanks.”"),
    ],
)
def test_a_quotation_is_translated_by_its_sentences(
    tmp_path: Path, quote: str, expected: str
) -> None:
    known = {
        "{host}은(는) “{quote}”이라고(라고) 했다.": "{host} said, “{quote}.”",
        "잘하겠다.": "We will",
        "고맙다": "Thanks",
        "여기는 섬이다.": "the sea is here.",
        "정말?": "Really?",
    }
    said = fact(quote, None, FactType.TEXT, name="quote")
    segment = of_template(HOST, "은(는) “", said, "”이라고(라고) 했다.")
    one = translated(segment, tmp_path, make_sources(tmp_path, kind=known))
    assert one.english == f"Hanbit said, {expected}"


def test_what_the_event_gives_in_english_is_taken_as_it_is(tmp_path: Path) -> None:
    said = fact("잘하겠다", "we shall do well", FactType.TEXT, name="quote")
    known = {"{host}은(는) “{quote}”이라고(라고) 했다.": "{host} said, “{quote}.”"}
    segment = of_template(HOST, "은(는) “", said, "”이라고(라고) 했다.")
    one = translated(segment, tmp_path, make_sources(tmp_path, kind=known))
    assert one.english == "Hanbit said, “we shall do well.”"
    given = Segment(("잘하겠다.",), free=True, english="we shall")
    assert translated(given, tmp_path).english == "we shall"


def test_what_has_no_hangul_needs_no_engine(tmp_path: Path) -> None:
    one = translated(free("SQ 2026!"), tmp_path)
    assert (one.english, one.origin) == ("SQ 2026!", Origin.EVENT)


@pytest.mark.parametrize(
    ("form", "engines", "origin"),
    [
        (Remembered("새빛상", "New Light Award", "google"), {"google"}, Origin.MEMORY),
        (Remembered("새빛상", "New Light Award", "", reviewed=True), set(), Origin.REVIEWED),
    ],
)
def test_a_sentence_is_no_better_than_its_facts(
    tmp_path: Path, form: Remembered, engines: set[str], origin: Origin
) -> None:
    segment = of_template(HOST, "은(는) ", TERM, "을(를) 받았다.")
    sources = make_sources(
        tmp_path, memory=[form, Remembered(segment.pattern, "{host} won {award}.", "", True)]
    )
    one = translated(segment, tmp_path, sources, TERM)
    assert one.english == "Hanbit won New Light Award."
    assert one.engines == engines
    assert one.origin == origin


@pytest.mark.parametrize(
    ("remembered", "usable"),
    [
        (Remembered("한빛원은 컸다.", "Hanbit has grown.", "google"), True),
        (Remembered("한빛원은 컸다.", "HANBIT has grown.", "google"), True),
        (Remembered("한빛원은 컸다.", "Bright House has grown.", "google"), False),
        (Remembered("한빛원은 컸다.", "Bright House has grown.", "", reviewed=True), True),
    ],
)
@pytest.mark.parametrize("where", ["free text", "a literal sentence of a template"])
def test_a_machine_s_sentence_holds_while_its_terms_do(
    tmp_path: Path, remembered: Remembered, usable: bool, where: str
) -> None:
    segment = free("한빛원은 컸다.") if where == "free text" else of_template(HOST, "은(는) 컸다.")
    sources = make_sources(tmp_path, memory=[remembered])
    one = translated(segment, tmp_path, sources)
    assert one.english == (remembered.english if usable else None)
    missing = find_missing(
        Story((Paragraph(Role.BODY, (segment,)),)),
        [],
        make_vocabulary(tmp_path, [HOST], None, sources),
    )
    assert missing.is_empty == usable


def test_a_machine_s_sentence_waits_for_a_name_that_has_no_english_yet(tmp_path: Path) -> None:
    host = fact("온빛원", None, FactType.ORGANIZATION, name="host")
    sources = make_sources(tmp_path, memory=[Remembered("온빛원은 컸다.", "It grew.", "google")])
    assert translated(free("온빛원은 컸다."), tmp_path, sources, host).english is None


def test_what_is_missing_is_told_once(tmp_path: Path) -> None:
    host = fact("온빛원", None, FactType.ORGANIZATION, name="host")
    lead = of_template(host, "은 “", QUOTE, "”이라고(라고) 했다.")
    story = Story((Paragraph(Role.LEAD, (lead, free("고맙다"), free("온빛원은 컸다."), lead)),))
    desk = fact("사회부", None, name="desk")
    missing = find_missing(story, [desk, host], make_vocabulary(tmp_path, [host]))
    assert missing.terms == ("사회부", "온빛원")
    assert missing.sentences == ("잘하겠다.", "고맙다", "온빛원은 컸다.")
    assert [segment.pattern for segment in missing.patterns] == [lead.pattern]


def test_a_release_keeps_its_paragraphs_in_english(workspace: Path) -> None:
    release = Office(workspace).release()
    assert [p.role for p in release.english.paragraphs] == [
        p.role for p in release.korean.paragraphs
    ]
    [lead] = english_of(release, Role.LEAD)
    assert lead.english == (
        "The Haneul Foundation (Chair Han Bo-ram) said it earned the ‘Open Certification’"
        " on the 2nd."
    )
