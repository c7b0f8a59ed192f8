"""How a pattern is filled in, and what may become one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.patterns import (
    fill,
    freed,
    learn,
    slot_names,
    stray_braces,
    with_full_stop,
)

FORMS = {
    "host": Form("Ministry of Trade", FormOrigin.EVENT, "the"),
    "award": Form("MOU", FormOrigin.EVENT),
    "bank": Form("iM Bank", FormOrigin.EVENT),
    "head.name": Form("Lee Dong-yeol", FormOrigin.EVENT),
}
TOKENS = {"QXA": "host", "QXB": "award"}


def free(text: str) -> Form:
    return Form(text, FormOrigin.EVENT, is_free_text=True)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{host} won {award}", "The Ministry of Trade won MOU"),
        ("{host:bare} won {award:a}", "Ministry of Trade won an MOU"),
        ("{award:a} for {host:a}", "An MOU for a Ministry of Trade"),
        ("“{host} won,” it said", "“The Ministry of Trade won,” it said"),
        ("{bank} won", "iM Bank won"),
        (
            "{host}, {host:bare} and {head.name}",
            "The Ministry of Trade, Ministry of Trade and Lee Dong-yeol",
        ),
        ("it won", "It won"),
        ("{}, {0} and {unknown}", "{}, {0} and {unknown}"),
        ("{host.__class__} {host!r} {host:>9}", "{host.__class__} {host!r} {host:>9}"),
        ("{{host}}", "{the Ministry of Trade}"),
    ],
)
def test_filling_in(pattern: str, expected: str) -> None:
    assert fill(pattern, FORMS, full_stop=False) == expected


@given(
    pattern=st.lists(
        st.sampled_from(["{host", "host}", ":a}", ":bare}", "}", *"{}:.!_ a0[]%$"])
    ).map("".join)
)
def test_only_slots_are_filled_in(pattern: str) -> None:
    """No format specification, index or attribute does anything."""
    expected = f"A {pattern}"
    for slot, text in {"{host}": "the Sea", "{host:bare}": "Sea", "{host:a}": "a Sea"}.items():
        expected = expected.replace(slot, text)
    forms = {"host": Form("Sea", FormOrigin.EVENT, "the")}
    assert fill(f"A {pattern}", forms, full_stop=False) == expected


@pytest.mark.parametrize(
    ("pattern", "quote", "expected"),
    [
        ("He said, “{quote}.”", "We try", "He said, “We try.”"),
        ("He said, “{quote}.”", "We try.", "He said, “We try.”"),
        ("He said, “{quote}.”", "We try ‘it all’", "He said, “We try ‘it all.’”"),
        ("He said, “{quote}.”", "We try ‘it all.’", "He said, “We try ‘it all.’”"),
        ("He said, “{quote}.”", "We try ‘it all’.", "He said, “We try ‘it all’.”"),
        ("He said, “{quote}.”", "Why not?", "He said, “Why not?”"),
        ("He said, “{quote}.”", "Why ‘not?’", "He said, “Why ‘not?’”"),
        ("He said, “{quote}.”", "We try (hard)", "He said, “We try (hard).”"),
        ("He said, “{quote}.”", "(We try.)", "He said, “(We try.)”"),
        ("He said, “{quote}”", "We try.", "He said, “We try.”"),
        ("He said, “{quote}”", "We try", "He said, “We try.”"),
        ("He said, “{quote}”.", "We try", "He said, “We try.”"),
        ('He said, "{quote}".', "We try.", 'He said, "We try."'),
        ("“{quote},” he said.", "We try.", "“We try,” he said."),
        ("“{quote}”, he said.", "We try ‘it all.’", "“We try ‘it all,’” he said."),
        ("“{quote},” he said.", "Why not?", "“Why not?” he said."),
        ("On {quote} at noon.", "planting trees.", "On planting trees at noon."),
        ("On {quote}'s future.", "planting trees", "On planting trees's future."),
        ("It is {quote}.", "planting ‘trees.’", "It is planting ‘trees.’"),
        ("It is {quote}, now.", "planting trees.", "It is planting trees, now."),
    ],
)
def test_a_full_stop_stands_once_and_innermost(pattern: str, quote: str, expected: str) -> None:
    assert fill(pattern, {"quote": free(quote)}, full_stop=True) == expected


WORDS = st.lists(st.sampled_from(["we", "try", "it", "(all)", "‘now’", "“here”"]), min_size=1)


@given(words=WORDS, stop=st.sampled_from(["", ".", "?", "!"]), closing=st.sampled_from(["", "’"]))
def test_any_quotation_closes_once(words: list[str], stop: str, closing: str) -> None:
    quote = f"{' '.join(words)} end{stop}{closing}"
    filled = fill("It said, “{quote}.”", {"quote": free(quote)}, full_stop=True)
    ending = re.search(r"end([^\w]*)$", filled)
    assert ending
    assert ending[1] == f"{stop or '.'}{closing}”"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It opened", "It opened."),
        ("It opened.", "It opened."),
        ("It opened!", "It opened!"),
        ("It said ‘now’", "It said ‘now.’"),
        ("It said ‘now.’", "It said ‘now.’"),
        ("It opened (today)", "It opened (today)."),
        ("“It opened (today)”", "“It opened (today).”"),
        ("(It opened.)", "(It opened.)"),
    ],
)
def test_a_sentence_ends_with_a_full_stop(sentence: str, expected: str) -> None:
    assert with_full_stop(sentence) == expected


@pytest.mark.parametrize(
    ("answer", "pattern"),
    [
        ("QXA won QXB in 2026.", "{host} won {award} in 2026."),
        ("QXB was won by QXA.", "{award} was won by {host}."),
        ("The QXA won a QXB.", "{host} won {award:a}."),
        ("An QXB for the QXA.", "{award:a} for {host}."),
        ("QXA won its QXB.", "{host} won its {award:bare}."),
        ("QXA won Seoul’s QXB.", "{host} won Seoul’s {award:bare}."),
        ("QXA won {QXB}.", "{host} won ({award})."),
        ("QXA won.", None),
        ("QXA won QXB QXB.", None),
        ("QXA won QXBs.", None),
        ("QXA won qxb.", None),
        ("QXA won his QXB.", None),
        ("She won QXB for QXA.", None),
        ("QXA won QXB of this theatre.", "{host} won {award} of this theatre."),
        ("QXA won QXB in 2027.", None),
        ("QXA won 3 QXB in 2026.", None),
    ],
)
def test_what_an_answer_teaches(answer: str, pattern: str | None) -> None:
    assert learn(answer, TOKENS, "QXA은 2026년 QXB을 받았다.") == pattern


def test_a_fact_that_stands_twice_comes_twice() -> None:
    source = "QXA은 QXA의 QXB을 받았다."
    assert learn("QXA won QXB.", TOKENS, source) is None
    assert learn("QXA won QXA’s QXB.", TOKENS, source) == "{host} won {host}’s {award:bare}."


@pytest.mark.parametrize(
    ("pattern", "names", "stray"),
    [
        ("{a} {b.c:bare} {a:a}", ["a", "b.c"], []),
        ("{a:the} {b!r} {}", ["b!r"], ["{a:the}", "{}"]),
        ("a } b {", [], []),
    ],
)
def test_the_names_in_a_pattern(pattern: str, names: list[str], stray: list[str]) -> None:
    assert (slot_names(pattern), stray_braces(pattern)) == (names, stray)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("QXAword grew.", "QXA word grew."),
        ("The joyQXA grew.", "The joy QXA grew."),
        ("QXA's staff", "QXA's staff"),
        ("QXAs grew.", "QXAs grew."),
        ("QXA grew 2%.", "QXA grew 2%."),
    ],
)
def test_a_word_stuck_to_a_token_is_parted_from_it(answer: str, expected: str) -> None:
    assert freed(answer, ["QXA"]) == expected


def test_a_title_behind_a_name_is_lower_case() -> None:
    forms = {"head.title": Form("Executive Director", FormOrigin.EVENT)}
    filled = fill("Kim Bit-na, {head.title:after}, said", forms, full_stop=True)
    assert filled == "Kim Bit-na, executive director, said."


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("It opens {day}.", "It opens at 4 p.m."),
        ("“It opens {day}.”", "“It opens at 4 p.m.”"),
        ("It opens {day}, he said.", "It opens at 4 p.m., he said."),
        ("It opens {day}...", "It opens at 4 p.m...."),
    ],
)
def test_a_full_stop_of_a_facts_own_ends_the_sentence(pattern: str, expected: str) -> None:
    forms = {"day": Form("at 4 p.m.", FormOrigin.COMPUTED)}
    assert fill(pattern, forms, full_stop=True) == expected
