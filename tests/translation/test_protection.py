"""Which words of free text are terms, and that they come back from an engine as they should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.fact_types import FactType
from pressgen.translation import protection
from pressgen.translation.glossary import GlossaryTerm
from pressgen.translation.protection import (
    find_words,
    mask,
    parted,
    set_in,
    stands_in,
    taken_out,
)
from pressgen.translation.word_list import WordList
from tests.translation.support import fact, head, make_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.facts import Value
    from pressgen.translation.protection import Terms

ORGANIZATION, PLACE, PERSON, TITLE = (
    FactType.ORGANIZATION,
    FactType.PLACE,
    FactType.PERSON,
    FactType.TITLE,
)
PARK = head(fact("시장", "Mayor", TITLE), fact("박나래", None, PERSON))


def terms_of(
    folder: Path, *values: Value, glossary: dict[str, GlossaryTerm] | None = None
) -> Terms:
    return make_vocabulary(folder, values, glossary).terms


def found(terms: Terms, text: str) -> list[str]:
    return [term.korean for _, _, term in terms.found_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "위도는 섬이다.",
        "위도에서도 보인다.",
        "위도(섬)를 찾았다.",
        "‘위도’라고 부른다.",
        "위도, 식도를 찾았다.",
        "위도·식도를 잇는다.",
        "작은 위도",
        "위도의 바다와 위도만의 하늘",
        "위도까지만 간다.",
        "위도로부터 온다.",
        "위도에서부터 걷는다.",
        "위도이며 섬이다.",
        "위도였던 곳이다.",
        "위도뿐 아니라",
        "위도 등을 찾았다.",
        "위도측은 밝혔다.",
    ],
)
def test_a_term_is_a_word(tmp_path: Path, text: str) -> None:
    assert set(found(terms_of(tmp_path, fact("위도", "Wido", PLACE)), text)) == {"위도"}


@pytest.mark.parametrize(
    "text",
    [
        "추위도 심했다.",
        "위도선을 넘었다.",
        "고위도 지방이다.",
        "위도우를 샀다.",
        "A위도는 없다.",
        "위도2는 없다.",
        "위도면에 산다.",
    ],
)
def test_a_part_of_a_word_is_no_term(tmp_path: Path, text: str) -> None:
    assert found(terms_of(tmp_path, fact("위도", "Wido", PLACE)), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한국협회 서울지부는 밝혔다.", ["한국협회 서울지부"]),
        ("한국협회는 서울지부를 열었다.", ["한국협회"]),
        ("한국협회와 한국협회 서울지부가 만났다.", ["한국협회", "한국협회 서울지부"]),
    ],
)
def test_the_longest_term_counts(tmp_path: Path, text: str, expected: list[str]) -> None:
    terms = terms_of(
        tmp_path, fact("한국협회", "Korea Society"), fact("한국협회 서울지부", "Seoul Branch")
    )
    assert found(terms, text) == expected


def test_a_term_inside_a_longer_one_lacks_nothing(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path, fact("한국협회", None, ORGANIZATION), fact("한국협회 서울지부", "Seoul Branch")
    )
    assert terms.facts_in("한국협회 서울지부는 밝혔다.") == []
    assert [one.korean for one in terms.facts_in("한국협회는 밝혔다.")] == ["한국협회"]


@pytest.mark.parametrize(
    ("text", "expected", "english"),
    [
        ("박나래 시장은 밝혔다.", ["박나래 시장"], "Mayor Park Na-rae"),
        ("시장 박나래는 밝혔다.", ["시장 박나래"], "Mayor Park Na-rae"),
        ("박나래는 시장을 찾았다.", ["박나래"], "Park Na-rae"),
    ],
)
@pytest.mark.parametrize("in_glossary", [True, False])
def test_a_title_counts_beside_its_person(
    tmp_path: Path, text: str, expected: list[str], english: str, in_glossary: bool
) -> None:
    glossary = {"시장": GlossaryTerm("시장", "Mayor")} if in_glossary else {}
    terms = terms_of(tmp_path, PARK, glossary=glossary)
    assert found(terms, text) == expected
    assert [term.form.bare for _, _, term in terms.found_in(text)] == [english]


def test_a_market_is_no_mayor(tmp_path: Path) -> None:
    terms = terms_of(tmp_path, PARK, glossary={"시장": GlossaryTerm("시장", "Mayor")})
    assert found(terms, "주민들은 시장을 찾았다.") == []


def test_a_title_without_english_leaves_its_person_a_term(tmp_path: Path) -> None:
    terms = terms_of(tmp_path, head(fact("수석조리장", None, TITLE), fact("박나래", None, PERSON)))
    assert found(terms, "박나래 수석조리장은 밝혔다.") == ["박나래"]


@pytest.mark.parametrize(
    ("english", "expected"), [(None, []), ("the Corporation", ["공단"])], ids=["without", "with"]
)
def test_a_short_name_counts_with_its_english(
    tmp_path: Path, english: str | None, expected: list[str]
) -> None:
    short = fact("공단", english, ORGANIZATION, name="organization.short")
    terms = terms_of(tmp_path, fact("시설공단", "Facilities", ORGANIZATION, short=short))
    assert found(terms, "공단은 밝혔다.") == expected
    assert terms.facts_in("공단은 밝혔다.") == []


def test_the_event_speaks_louder_than_the_glossary(tmp_path: Path) -> None:
    terms = terms_of(
        tmp_path,
        fact("한빛원", "Hanbit", ORGANIZATION),
        glossary={"한빛원": GlossaryTerm("한빛원", "Bright Institute")},
    )
    [(_, _, term)] = terms.found_in("한빛원은 밝혔다.")
    assert (term.form.bare, term.required) == ("Hanbit", "Hanbit")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("QXA met QXB.", "the Hanbit Institute met Wido."),
        ("The QXA met the QXB.", "the Hanbit Institute met Wido."),
        ("QXB met its QXA.", "Wido met its Hanbit Institute."),
        ("A QXB met a QXA.", "a Wido met a Hanbit Institute."),
        ("QXB’s QXA met.", "Wido’s Hanbit Institute met."),
        ("QXA met.", None),
        ("QXA met QXB and QXB.", None),
        ("QXAs met QXB.", None),
    ],
)
def test_the_english_comes_in_for_the_tokens(
    tmp_path: Path, answer: str, expected: str | None
) -> None:
    terms = terms_of(
        tmp_path,
        fact("한빛원", "Hanbit Institute", ORGANIZATION, article="the"),
        fact("위도", "Wido", PLACE),
    )
    masked = mask("한빛원은 위도를 만났다.", terms)
    assert masked.text == "QXA은 QXB를 만났다."
    assert masked.unmasked(answer) == expected


def test_a_token_is_none_that_the_text_has(tmp_path: Path) -> None:
    masked = mask("QXA와 위도와 위도", terms_of(tmp_path, fact("위도", "Wido", PLACE)))
    assert masked.text == "QXA와 QXB와 QXB"
    assert masked.with_english_set_in() == "QXA와 Wido와 Wido"


KOREAN = {
    "한빛원": "Hanbit {Institute}",
    "위도": "Wido",
    "한국협회 서울지부": r"Seoul \1 Branch",
    "열린(SQ) 인증": "QXB Certification",
}
PIECE = st.one_of(
    st.tuples(
        st.sampled_from(list(KOREAN)), st.sampled_from(["는", "에서도", "의", "(가)", ","])
    ).map("".join),
    st.text("가나다위도 {}.,‘’QX\\", max_size=6),
)


@given(pieces=st.lists(PIECE, max_size=8), order=st.randoms(use_true_random=False))
def test_moving_tokens_about_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], order: object
) -> None:
    vocabulary = make_vocabulary(
        tmp_path_factory.getbasetemp(), [fact(ko, en) for ko, en in KOREAN.items()]
    )
    text = " ".join(pieces)
    masked = mask(text, vocabulary.terms)
    standing = [term for _, _, term in vocabulary.terms.found_in(text)]
    assert not any(token in text for token in masked.terms)

    tokens = re.findall("|".join(masked.terms) or "(?!)", masked.text)
    assert len(tokens) == len(standing)
    order.shuffle(tokens)  # type: ignore[attr-defined]
    answer = masked.unmasked(f"here {' and '.join(tokens)} are")
    expected = " and ".join(masked.terms[token].form.bare for token in tokens)
    assert answer == f"here {expected} are"


NAMES = st.lists(st.sampled_from(["A", "QZ", "Sea", "Sea Day", "the Sea", "C. (SQ)"]), unique=True)


@given(korean=st.text("가나다 ,.QX"), names=NAMES.filter(bool))
def test_what_is_set_in_can_be_taken_out(korean: str, names: list[str]) -> None:
    values = {f"QZ{letter}": name for letter, name in zip("ABCDEF", names, strict=False)}
    masked = " 은 ".join([korean, *values])
    answer = set_in(masked, values)
    assert answer == " 은 ".join([korean, *names])
    assert taken_out(answer, values) == masked


@pytest.mark.parametrize(
    ("english", "text", "expected"),
    [
        ("Wido", "On Wido, the sea", True),
        ("the Sea", "The sea", True),
        ("Children’s ‘Sea’", "The Children's 'Sea' Foundation", True),
        ("Wido", "Widow", True),
        ("3 years", "13 years", False),
        ("Mayor", "Comayor", False),
        ("C++ (SQ)", "in C++ (SQ)", True),
        ("C++ (SQ)", "in C (SQ)", False),
    ],
)
def test_where_english_stands(english: str, text: str, expected: bool) -> None:
    assert stands_in(english, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@QXA@은 @QXB@을", "QXA은 QXB을"),
        ("@QXA@@QXB@은", "QXA QXB은"),
        ("ESG@QXA@A", "ESG QXA A"),
        ("제3@QXA@(@QXB@)", "제3 QXA(QXB)"),
    ],
)
def test_tokens_are_kept_apart_from_letters(text: str, expected: str) -> None:
    assert parted(text.replace("@", "\ufdd0")) == expected


PIECES = st.sampled_from([*"가나다을는은이의들 a1(주)·", "에서", "이다", "중구", "구청"])
WORDS = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), max_size=5)


@given(WORDS, st.lists(PIECES, max_size=20).map("".join))
def test_words_stand_where_a_regular_expression_of_them_finds_them(
    words: list[str], text: str
) -> None:
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    whole = f"{protection._WORD_START.pattern}(?:{choice}){protection._WORD_END.pattern}"
    expected = [match.span() for match in re.finditer(whole, text)] if words else []
    assert find_words(words, text) == expected
    assert sorted(WordList(words).standing_in(text)) == sorted(
        word for word in {*words} if word in text
    )


@given(*(st.text("aAbBkKsSſßéİ_1 .-’'“", max_size=size) for size in (3, 15)))
def test_a_term_stands_where_a_regular_expression_of_it_finds_it(term: str, text: str) -> None:
    curls = str.maketrans("‘’“”", "''\"\"")
    pattern = rf"(?<!\w){re.escape(term.translate(curls))}"
    expected = re.search(pattern, text.translate(curls), re.IGNORECASE)
    assert stands_in(term, text) == bool(expected)
