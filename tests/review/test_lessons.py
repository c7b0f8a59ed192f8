"""What the memory learns from a sentence that a person approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.fact_types import FactType
from pressgen.review.lessons import learn_pattern, lessons
from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.memory import Remembered
from pressgen.translation.patterns import fill
from tests.translation.support import fact, make_sources, make_vocabulary, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.story import Segment
    from pressgen.translation.translator import Vocabulary

HOST = fact("한빛원", "Hanbit Institute", FactType.ORGANIZATION, name="host", article="the")
AWARD = fact("열린상", "Open Award", name="award")
NAME = fact("한보람", "Han Bo-ram", FactType.PERSON, name="name")
QUOTE = fact("잘하겠다", fact_type=FactType.PHRASE, name="quote")
WON = sentence(HOST, "이(가) ", AWARD, "을(를) 받았다.")
SAID = sentence(NAME, "은(는) “", QUOTE, "”이라고(라고) 했다.")
WON_PATTERN = "{host}이(가) {award}을(를) 받았다."
SAID_PATTERN = "{name}은(는) “{quote}”이라고(라고) 했다."
MACHINE_QUOTE = Remembered("잘하겠다", "We will do well.", "google")


def vocabulary(folder: Path, *memory: Remembered, **kind: str) -> Vocabulary:
    return make_vocabulary(
        folder, [HOST, AWARD, NAME], None, make_sources(folder, memory=memory, kind=kind)
    )


def learnt(
    folder: Path, segment: Segment, english: str, *memory: Remembered
) -> list[tuple[str, str]]:
    return [
        (one.korean, one.english) for one in lessons(segment, english, vocabulary(folder, *memory))
    ]


@pytest.mark.parametrize(
    ("english", "pattern"),
    [
        ("The Hanbit Institute won the Open Award.", "{host} won the {award}."),
        ("Open Award goes to the Hanbit Institute.", "{award} goes to {host}."),
        ("Hanbit Institute wins an Open Award.", "{host:bare} wins {award:a}."),
        ("The Hanbit Institute’s Open Award.", "{host}’s {award}."),
        (
            "The Hanbit Institute won the Open Award, the institute’s first Open Award.",
            "{host} won the {award}, the institute’s first {award}.",
        ),
    ],
)
def test_a_sentence_with_every_fact_is_a_pattern(
    tmp_path: Path, english: str, pattern: str
) -> None:
    assert learnt(tmp_path, WON, english) == [(WON_PATTERN, pattern)]


@pytest.mark.parametrize(
    "english",
    [
        "The institute won the Open Award.",
        "The Hanbit Institute won the Open Awards.",
        "The Hanbit Institute won its 2nd Open Award.",
        "The Hanbit Institute said he won the Open Award.",
        "The Hanbit Institute won the {Open Award}.",
        "The Hanbit Institute won the Open Award",
        "the Hanbit Institute won the Open Award.",
    ],
    ids=[
        "fact lost",
        "fact changed",
        "number",
        "pronoun",
        "braces",
        "no full stop",
        "small letter",
    ],
)
def test_else_it_counts_for_that_sentence_only(tmp_path: Path, english: str) -> None:
    assert learnt(tmp_path, WON, english) == [(WON.korean, english)]


def test_a_title_behind_its_name(tmp_path: Path) -> None:
    title = fact("원장", "Director", FactType.TITLE, name="title")
    segment = sentence(NAME, " ", title, "이(가) 왔다.")
    assert learnt(tmp_path, segment, "Han Bo-ram, director of Hanbit, came.") == [
        ("{name} {title}이(가) 왔다.", "{name}, {title:after} of Hanbit, came.")
    ]


def test_two_facts_with_the_same_english_make_no_pattern(tmp_path: Path) -> None:
    other = fact("한빛재단", "Hanbit Institute", name="other")
    segment = sentence(HOST, "과(와) ", other, "이(가) 만났다.")
    english = "The Hanbit Institute met Hanbit Institute."
    assert learnt(tmp_path, segment, english) == [(segment.korean, english)]


def test_what_is_approved_as_it_stood_remembers_who_drafted_it(tmp_path: Path) -> None:
    machine = Remembered(WON_PATTERN, "{host} received {award:a}.", "papago")
    words = vocabulary(tmp_path, machine)
    assert lessons(WON, "The Hanbit Institute received an Open Award.", words) == [machine]
    [changed] = lessons(WON, "The Hanbit Institute got an Open Award.", words)
    assert (changed.english, changed.engine) == ("{host} got {award:a}.", "")


def test_names_and_quotations_of_a_machine_are_approved_with_their_sentence(
    tmp_path: Path,
) -> None:
    machine = [
        Remembered("새빛상", "Saebit Prize", "google"),
        Remembered("잘하겠다", "We try", "google"),
    ]
    prize = fact("새빛상", name="award")
    segment = sentence(prize, "을(를) 받고 “", QUOTE, "”이라고(라고) 했다.")
    assert learnt(tmp_path, segment, "Winning Saebit Prize, it said, “We try.”", *machine) == [
        ("{award}을(를) 받고 “{quote}”이라고(라고) 했다.", "Winning {award}, it said, “{quote}.”"),
        ("새빛상", "Saebit Prize"),
        ("잘하겠다", "We try"),
    ]


def test_what_people_vouch_for_already_is_not_remembered_again(tmp_path: Path) -> None:
    sources = make_sources(tmp_path, kind={WON_PATTERN: "{host} won {award:a}."})
    words = make_vocabulary(tmp_path, [HOST, AWARD], None, sources)
    assert lessons(WON, "The Hanbit Institute won an Open Award.", words) == []


@pytest.mark.parametrize("memory", [[], [MACHINE_QUOTE]], ids=["pending", "a machine's"])
def test_another_quotation_is_remembered_for_itself(
    tmp_path: Path, memory: list[Remembered]
) -> None:
    sources = make_sources(tmp_path, memory=memory, kind={SAID_PATTERN: "{name} said, “{quote}.”"})
    words = make_vocabulary(tmp_path, [NAME], None, sources)
    found = lessons(SAID, "Han Bo-ram said, “We will do better.”", words)
    assert found == [Remembered("잘하겠다", "We will do better", "")]
    other = "Han Bo-ram promised to do better."
    assert lessons(SAID, other, words) == [Remembered(SAID.korean, other, "")]


FORMS = {
    "host": Form("Hanbit Institute", FormOrigin.EVENT, "the"),
    "award": Form("Open Award", FormOrigin.EVENT),
}
SLOTS = ["{host}", "{host:bare}", "{host:a}", "{award}", "{award:bare}", "{award:a}"]
WORDS = ["won", "said", "the", "a", "on", ",", "‘", "’", "and", "of its"]


@given(
    st.lists(st.sampled_from(SLOTS + WORDS), max_size=6).map(
        lambda words: " ".join(["{host}", *words, "{award}."])
    )
)
def test_a_learnt_pattern_reads_as_the_sentence_did(pattern: str) -> None:
    english = fill(pattern, FORMS, full_stop=True)
    found = learn_pattern(english, WON, FORMS)
    assert found is not None
    assert fill(found, FORMS, full_stop=True) == english
