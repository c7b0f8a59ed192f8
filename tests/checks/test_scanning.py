"""What is found where a number can begin is what would be found if every letter were tried."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.checks import typography, weekdays, wording
from pressgen.checks.quantities import english, korean, lost_numbers
from pressgen.checks.quantities.scanning import any_of, find_token, in_small_letters
from pressgen.checks.translation import _stands_plainly
from pressgen.checks.wording import check_wording
from pressgen.translation.protection import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).with_name("pair_cases.tsv").read_text("utf-8")
PIECES = sorted({*re.findall(r"\w+|\s|[^\w\s]", TABLE)})
CURIOUS = [*"٣９²ⅧİıſK\u00a0\n’‘'$€£¥₩+&#.,:·~-/()", "US$", "an ", "a half", "수백만", "제 "]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(CURIOUS), st.integers(0, 10**7).map(str)),
    max_size=12,
).map("".join)


def everywhere(token: re.Pattern[str], text: str) -> Iterator[re.Match[str] | None]:
    yield from (token.search(text, position) for position in range(len(text) + 1))


def spans(matches: Iterator[re.Match[str] | None]) -> list[tuple[int, int, str | None] | None]:
    return [match and (*match.span(), match.lastgroup) for match in matches]


@given(st.one_of(TEXTS, st.from_regex(english._TOKEN)))
def test_english_numbers_begin_where_they_are_looked_for(text: str) -> None:
    token, begin, folded = english._TOKEN, english._BEGIN, in_small_letters(text)
    found = (find_token(token, begin, text, at, folded) for at in range(len(text) + 1))
    assert spans(found) == spans(everywhere(token, text))


@pytest.mark.parametrize(
    ("token", "begin"),
    [(korean._TOKEN, korean._BEGIN), (lost_numbers._GAP, lost_numbers._BEGIN)],
    ids=["Korean numbers", "units alone"],
)
@given(data=st.data())
def test_other_tokens_begin_where_they_are_looked_for(
    token: re.Pattern[str], begin: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.one_of(TEXTS, st.from_regex(token)))
    found = (find_token(token, begin, text, at) for at in range(len(text) + 1))
    assert spans(found) == spans(everywhere(token, text))


def test_small_letters_are_what_a_pattern_takes_for_them() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = in_small_letters(every)
    assert len(folded) == len(every)
    for letter in "abcdefghijklmnopqrstuvwxyz":
        ours = [at for at, one in enumerate(folded) if one == letter]
        assert ours == [one.start() for one in re.finditer(letter, every, re.IGNORECASE)]


@given(st.lists(st.text("ab ", min_size=1, max_size=4), min_size=1), st.text("ab "))
def test_the_longest_word_that_fits_is_found(words: list[str], text: str) -> None:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    [shared, plain] = (re.search(pattern, text) for pattern in (any_of(words), longest_first))
    assert (shared and shared.span()) == (plain and plain.span())


@given(st.from_regex(weekdays._DATE))
def test_a_date_with_its_weekday_is_not_passed_over(text: str) -> None:
    assert weekdays._WEEKDAY.search(text)


@given(st.text("가. \n”#"))
def test_spaces_behind_korean_are_not_passed_over(text: str) -> None:
    if any(typography._DOUBLE_SPACE.search(line) for line in text.split("\n")):
        assert typography._SPACES_BEHIND.search(text)


@given(st.text("the ,\n’A1_é"))
def test_a_doubled_word_is_found_as_if_every_letter_were_tried(text: str) -> None:
    doubled = [one.english_span for one in check_wording("", text) if one.code == "doubled-word"]
    assert doubled == [match.span() for match in wording._DOUBLED.finditer(text)]


@given(st.text("aéA_ ’'.", max_size=4), st.text("aéA_ ’'."))
def test_a_term_that_stands_letter_for_letter_stands_there(term: str, text: str) -> None:
    if _stands_plainly(term, text):
        assert stands_in(term, text)
