"""What a glossary.csv gives, and what is said about one that is wrong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.translation.glossary import Glossary, GlossaryTerm, load_glossary

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)
SEOUL = GlossaryTerm("서울시", "Seoul")
MINISTRY = GlossaryTerm("산업부", "Ministry of Trade, Industry and Energy", "the")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ko,en,article,note\n", []),
        ("", []),
        ("ko,en,article,note\n서울시,Seoul,,수도\n", [SEOUL]),
        ("en,ko\nSeoul,서울시\n", [SEOUL]),
        ("KO, EN\r\n 서울시 ,  Seoul \r\n\r\n,,\r\n", [SEOUL]),
        ('ko,en,article\n산업부,"Ministry of Trade, Industry and Energy",the', [MINISTRY]),
        ("ko,en,article\n서울시,Seoul\n", [SEOUL]),
        ("ko,en,\n서울시,Seoul,\n", [SEOUL]),
        ("ko,en\n서울시,Seoul\n서울시,Seoul\n", [SEOUL]),
    ],
    ids=[
        "header",
        "empty",
        "all columns",
        "another order",
        "blanks",
        "a comma",
        "a short row",
        "an empty column",
        "twice the same",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_terms(tmp_path: Path, text: str, terms: list[GlossaryTerm], encoding: str) -> None:
    file = tmp_path / "glossary.csv"
    file.write_bytes(text.encode(encoding))
    assert load_glossary(file).on(DAY) == {term.korean: term for term in terms}


def test_decomposed_korean_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text("ko,en\n\u1109\u1165\u110b\u116e\u11af\u1109\u1175,Seoul\n", encoding="utf-8")
    assert load_glossary(file).on(DAY) == {"서울시": SEOUL}


def test_no_file_is_no_terms(tmp_path: Path) -> None:
    assert load_glossary(tmp_path / "glossary.csv").terms == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("ko,en,artikle\n", 1, "‘article’입니까"),
        ("서울시,Seoul\n", 1, "열의 이름"),
        ("ko,note\n", 1, "ko,en,article,kind"),
        ("ko,en\n서울시,\n", 2, "영문(en)"),
        ("ko,en\n\n,Seoul\n", 3, "한국어(ko)"),
        ("ko,en,article\n서울시,Seoul,a\n", 2, "‘a’ 대신 the"),
        ("ko,en\n산업부,Ministry of Trade, Industry and Energy\n", 2, "큰따옴표"),
        ("ko,en\n서울시,Seoul\n서울시,SEOUL\n", 3, "‘서울시’가"),
        ("ko,en\n서울,Seoul\n서울,SEOUL\n", 3, "‘서울’이"),
        ('ko,en\n"두\n줄",two\n서울시,\n', 4, "영문(en)"),
        ('ko,en\n서울시,"Seoul\n부산시,Busan\n', 2, "큰따옴표가 맞지 않습니다"),
        ('ko,en\n서울시,Seoul\n부산시,"Busan\n산업부,"Trade, Industry"\n', 3, "큰따옴표가"),
    ],
)
def test_a_row_that_is_wrong(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PressgenError) as error:
        load_glossary(file)
    [problem] = error.value.problems
    assert (problem.file, problem.line) == (file, line)
    assert words in problem.text


@pytest.mark.parametrize(
    "content", [b"ko,en\n\xff\xff\xff,x\n", b"ko,en\n" + b"x" * 200_000], ids=["encoding", "size"]
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "glossary.csv"
    file.write_bytes(content)
    with pytest.raises(PressgenError, match=r"glossary\.csv"):
        load_glossary(file)


@given(
    st.lists(
        st.tuples(st.sampled_from("가나"), *[st.none() | st.integers(0, 20)] * 2), max_size=12
    ),
    st.lists(st.integers(-2, 22)),
)
def test_what_holds_on_a_day(
    rows: list[tuple[str, int | None, int | None]], days: list[int]
) -> None:
    """However the days come: what holds is made once for all between two changes."""

    def day(number: int | None) -> date | None:
        return None if number is None else DAY + timedelta(number)

    terms = [
        GlossaryTerm(korean, str(line), valid_from=day(first), valid_to=day(last))
        for line, (korean, first, last) in enumerate(rows)
    ]
    glossary = Glossary(tuple(terms))
    for on in (DAY + timedelta(number) for number in days):
        expected: dict[str, GlossaryTerm] = {}
        for term in terms:
            if term.held(on):
                expected.setdefault(term.korean, term)
        assert glossary.on(on) == expected
