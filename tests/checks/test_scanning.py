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
from pressgen.checks.quantities.ranges import with_shared_units
from pressgen.checks.quantities.scanning import any_of, in_small_letters
from pressgen.checks.quantities.units import (
    ENGLISH_CURRENCIES,
    ENGLISH_UNITS,
    KOREAN_CURRENCIES,
    KOREAN_UNITS,
)
from pressgen.checks.translation import _stands_plainly
from pressgen.checks.typography import faults
from pressgen.checks.wording import check_wording
from pressgen.datafile import clean
from pressgen.translation.protection import stands_in

if TYPE_CHECKING:
    from types import ModuleType

    from pressgen.checks.quantities.quantity import Quantity

TABLE = Path(__file__).with_name("pair_cases.tsv").read_text("utf-8")
PIECES = sorted({*re.findall(r"\w+|\s|[^\w\s]", TABLE)})
CURIOUS = [*"٣９²ⅧİıſK\u00a0\n’‘'$€£¥₩+&#.,:·~-/()", "US$", "an ", "a half", "수백만", "제 "]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(CURIOUS), st.integers(0, 10**7).map(str)),
    max_size=12,
).map("".join)


FIGURES = st.one_of(
    st.integers(0, 2300).map(str), st.integers(0, 10**7).map("{:,}".format), st.just("19")
)
BEHIND = [*ENGLISH_UNITS, *ENGLISH_CURRENCIES, *KOREAN_UNITS, *KOREAN_CURRENCIES, *PIECES, *CURIOUS]
COUNTED = st.tuples(
    st.sampled_from(["", " ", "(", "코로나", "제", "$", ".", "9/"]),
    FIGURES,
    st.sampled_from(["", " ", " an ", "-", ".", ", ", "”"]),
    st.sampled_from(BEHIND).flatmap(lambda word: st.sampled_from([word, word.upper(), word + "ſ"])),
    st.sampled_from(["", " ", ".", "s", "-"]),
).map("".join)
TEXTS_OF_FIGURES = st.lists(st.one_of(COUNTED, TEXTS), max_size=4).map("".join)


@pytest.mark.parametrize("language", [english, korean], ids=["English", "Korean"])
@given(data=st.data())
def test_numbers_begin_where_they_are_looked_for(language: ModuleType, data: st.DataObject) -> None:
    text = data.draw(st.one_of(TEXTS_OF_FIGURES, st.from_regex(language._TOKEN)))
    read = language.read_english if language is english else language.read_korean
    if language is english:
        text = text.translate(english._LIKE_ASCII)
    assert read(text) == all_of(language, text)


def all_of(language: ModuleType, text: str) -> list[Quantity]:
    """The quantities of a text whose every letter is tried, with nothing passed over."""
    found: list[Quantity] = []
    position = 0
    while match := language._TOKEN.search(text, position):
        read = list(language._READERS[match.lastgroup](match))
        found += read
        position = read[-1].span[1] if read else match.end()
    return with_shared_units(text, found)


@given(st.one_of(TEXTS, st.from_regex(lost_numbers._GAP)))
def test_units_alone_are_found_where_they_are_looked_for(text: str) -> None:
    alone = [match.span(match.lastgroup or 0) for match in lost_numbers._GAP.finditer(text)]
    assert list(lost_numbers.units_alone(text, [])) == alone


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


@given(st.text("가각ㄱ\u1100\u1161é. \r\n\x85\u2028”#"))
def test_spaces_behind_korean_are_not_passed_over(text: str) -> None:
    if any(typography._DOUBLE_SPACE.search(line) for line in clean(text).split("\n")):
        assert typography._SPACES_BEHIND.search(text.encode())


@given(st.text("the ,\n’A1_é"))
def test_a_doubled_word_is_found_as_if_every_letter_were_tried(text: str) -> None:
    doubled = [one.english_span for one in check_wording("", text) if one.code == "doubled-word"]
    assert doubled == [match.span() for match in wording._DOUBLED.finditer(text)]


@given(st.text("aéA_ ’'.", max_size=4), st.text("aéA_ ’'."))
def test_a_term_that_stands_letter_for_letter_stands_there(term: str, text: str) -> None:
    if _stands_plainly(term, text):
        assert stands_in(term, text)


@given(st.text("가 .“”‘’\"'n2\n"))
def test_quotation_marks_in_order_have_no_faults(text: str) -> None:
    if typography._IN_ORDER.fullmatch(text):
        for sentence in text.split("\n"):
            assert not faults(sentence)


@pytest.mark.parametrize("text", ["5 incheſ", "5 dollarſ", "5 \u212ag", "fıve dollars", "5 İnches"])
def test_letters_that_look_like_others_end_no_check(text: str) -> None:
    """`re` takes them for letters of ASCII where capitals don't count."""
    assert [one.value for one in english.read_english(text)] == [5]
