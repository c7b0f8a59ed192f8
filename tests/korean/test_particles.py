from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pressgen.korean import (
    ReadingDoubt,
    doubted_readings,
    has_pairs,
    may_be_guessed,
    resolve_particles,
    with_particle,
)

from .tables import read_cases

FORMS = {
    "닫힘": ("은", "이", "을", "과", "으로", "이란", "아"),
    "ㄹ": ("은", "이", "을", "과", "로", "이란", "아"),
    "열림": ("는", "가", "를", "와", "로", "란", "야"),
}
PAIRS = ("은(는)", "이(가)", "을(를)", "과(와)", "(으)로", "이란(란)", "아(야)")


@pytest.mark.parametrize(("word", "end", "_source"), read_cases("final_cases.tsv"))
def test_every_pair_fits_the_end_of_the_reading(word: str, end: str, _source: str) -> None:
    expected = [word + form for form in FORMS[end]]
    assert [with_particle(word, pair) for pair in PAIRS] == expected
    assert [resolve_particles(word + pair) for pair in PAIRS] == expected
    assert [resolve_particles(pair, before=word) for pair in PAIRS] == list(FORMS[end])


@pytest.mark.parametrize(("word", "reading"), read_cases("english_cases.tsv"))
def test_an_english_word_is_read_as_korean_writes_it(word: str, reading: str) -> None:
    for pair in PAIRS:
        assert with_particle(word, pair) == word + with_particle(reading, pair)[len(reading) :]


@pytest.mark.parametrize(("quotation", "particle"), read_cases("quotation_cases.tsv"))
def test_what_quotes_follows_from_the_end_of_the_quotation(quotation: str, particle: str) -> None:
    assert with_particle(quotation, "이라고(라고)") == quotation + particle
    assert resolve_particles(f"{quotation}이라고(라고) 전했다") == f"{quotation}{particle} 전했다"
    also = {"고": "며", "라고": "라며", "이라고": "이라며"}[particle]
    assert with_particle(quotation, "이라며/라며") == quotation + also
    assert with_particle(quotation, "이라고/라고/고") == quotation + particle


@pytest.mark.parametrize(
    ("spellings", "closed", "open_"),
    [
        ("은(는) 는(은) (은)는 (는)은 은/는 는/은", "은", "는"),
        ("이(가) 가(이) (이)가 이/가 가/이", "이", "가"),
        ("을(를) 를(을) (을)를 (를)을 을/를 를/을", "을", "를"),
        ("과(와) 와(과) (과)와 (와)과 과/와 와/과", "과", "와"),
        ("으로(로) 로(으로) (으)로 으(로) 으로/로 로/으로", "으로", "로"),
        ("이란(란) 란(이란) (이)란 이란/란 란/이란", "이란", "란"),
        ("이라는(라는) 라는(이라는) (이)라는 이라는/라는", "이라는", "라는"),
        ("이라고(라고) 라고(이라고) (이)라고 이라고/라고", "이라고", "라고"),
        ("이라며(라며) 라며(이라며) (이)라며 이라며/라며", "이라며", "라며"),
        ("이나(나) 나(이나) (이)나 이나/나", "이나", "나"),
        ("이며(며) 며(이며) (이)며 이며/며", "이며", "며"),
        ("이다(다) 다(이다) (이)다 이다/다", "이다", "다"),
        ("아(야) 아/야 야/아", "아", "야"),
        ("이랑(랑) (이)랑 이랑/랑", "이랑", "랑"),
        ("이든(든) (이)든", "이든", "든"),
        ("이었다(였다) 이었다/였다", "이었다", "였다"),
        ("이에요(예요) 이에요/예요", "이에요", "예요"),
        ("이야말로(야말로) (이)야말로 이야말로/야말로", "이야말로", "야말로"),
        ("으로서(로서) (으)로서 으로서/로서 로서/으로서", "으로서", "로서"),
        ("으로부터(로부터) (으)로부터 으로부터/로부터", "으로부터", "로부터"),
        ("은（는） 는（은） （은）는", "은", "는"),
        ("（으）로 으로（로）", "으로", "로"),
    ],
)
def test_a_pair_has_many_spellings(spellings: str, closed: str, open_: str) -> None:
    for pair in spellings.split():
        assert with_particle("사람", pair) == "사람" + closed
        assert with_particle("나무", pair) == "나무" + open_
        if "/" not in pair:
            assert resolve_particles(f"나무{pair} 사람{pair}") == f"나무{open_} 사람{closed}"


ARTICLE_PATTERN = (
    "중랑구시설관리공단(이사장 이동열)은(는) 지난 1일 산업통상자원부이(가) 주최하고 "
    "한국서비스진흥협회이(가) 주관하는 ‘한국서비스품질(SQ) 우수기업 인증’을(를) 획득했다고 밝혔다."
)
ARTICLE = (
    "중랑구시설관리공단(이사장 이동열)은 지난 1일 산업통상자원부가 주최하고 "
    "한국서비스진흥협회가 주관하는 ‘한국서비스품질(SQ) 우수기업 인증’을 획득했다고 밝혔다."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARTICLE_PATTERN, ARTICLE),
        ("사과/와인, 은/는, 이/가", "사과/와인, 은/는, 이/가"),
        ("국가(國家)은(는)", "국가(國家)는"),
        ("서울(으)로서, 부산(으)로써, 대구(으)로부터", "서울로서, 부산으로써, 대구로부터"),
        ("기자(이)라면 사람(이)라도", "기자라면 사람이라도"),
        ("이(李)씨 가(家)", "이(李)씨 가(家)"),
        ("보기 (가)이 맞다", "보기 (가)이 맞다"),
        ("나무을(를)(을)", "나무를"),
        ("을(를)", "을"),
        ("중랑구은(는) MOU을(를) LH과(와) 맺었다", "중랑구는 MOU를 LH와 맺었다"),
        ("파파고이(가), DeepL이(가), 구글번역이(가)", "파파고가, DeepL이, 구글번역이"),
        ("철수아(야), 길동아(야), 영희(아)야", "철수야, 길동아, 영희야"),
        ("보기 (아)야말로 맞다", "보기 (아)야말로 맞다"),
        ("3일(월)은(는) 쉰다", "3일(월)은 쉰다"),
        ("나무는(은) 사람가(이)", "나무는 사람이"),
        (
            "5.3.(금)은(는) 5월 3일(금)은(는) 오후 2:30은(는)",
            "5.3.(금)은 5월 3일(금)은 오후 2:30은",
        ),
        ("5. 3.은(는), 2024.12.은(는)", "5. 3.은, 2024.12.은"),
        ("12kg을(를) 1℃을(를) 5G을(를) 3·1을(를)", "12kg을 1℃를 5G를 3·1을"),
        ("MOU(업무협약)이(가) AI(인공지능)와(과)", "MOU(업무협약)가 AI(인공지능)와"),
        ("**KTX**을(를) 타고 **부산**(으)로", "**KTX**를 타고 **부산**으로"),
        (
            "[누리집](https://a.kr)을(를) [홈](/b?c=d)을(를)",
            "[누리집](https://a.kr)을 [홈](/b?c=d)을",
        ),
        (
            "<p>나무</p>은(는) 나무<br />은(는) 나무&nbsp;은(는)",
            "<p>나무</p>는 나무<br />는 나무&nbsp;는",
        ),
        ("나무（Tree）은（는） 좋다", "나무（Tree）는 좋다"),
        ("‘AI 시대’이라는(라는) 주제(으)로", "‘AI 시대’라는 주제로"),
        ("“가자”이라며(라며), “희망”(이)라며", "“가자”며, “희망”이라며"),
        ("李 대통령와(과) 尹 전 대통령이(가)", "李 대통령과 尹 전 대통령이"),
        ("가(나)와 나(가), 남/녀, 와/과", "가(나)와 나(가), 남/녀, 와/과"),
    ],
)
def test_pairs_in_running_text_are_resolved(text: str, expected: str) -> None:
    assert resolve_particles(text) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("중랑구", "은(는) 좋다", "는 좋다"),
        ("케이아이티", "은(는) MOU을(를)", "는 MOU를"),
        ("최선을 다할 것", "”이라고(라고) 전했다", "”이라고 전했다"),
        ("하겠다", "”이라고(라고) 전했다", "”고 전했다"),
        ("합니다.", "”이라고(라고) 전했다", "”라고 전했다"),
        ("이동열", ")은(는)", ")은"),
        ("공단(이사장 이동열", ")은(는)", ")은"),
        ("부(장관 홍길동", ")은(는)", ")는"),
        ("", "은(는)", "은"),
    ],
)
def test_text_may_follow_what_it_does_not_hold(before: str, text: str, expected: str) -> None:
    assert resolve_particles(text, before=before) == expected


@pytest.mark.parametrize(
    ("word", "pair", "reading", "expected"),
    [
        ("GIST", "은(는)", "지스트", "GIST는"),
        ("Xyzzy", "을(를)", "지지", "Xyzzy를"),
        ("KEIT", "이(가)", "케이아이티", "KEIT가"),
        ("Château Margaux", "(으)로", "샤토 마고", "Château Margaux로"),
        ("Kiehl", "(으)로", "키엘", "Kiehl로"),
    ],
)
def test_a_given_reading_decides(word: str, pair: str, reading: str, expected: str) -> None:
    assert with_particle(word, pair, reading=reading) == expected


@pytest.mark.parametrize("pair", ["", "은", "은는", "은(가)", "을/가", "(은)", "of(the)"])
def test_what_is_no_pair_is_refused(pair: str) -> None:
    with pytest.raises(ValueError, match="no pair of particles"):
        with_particle("사람", pair)


# Words that the built-in list does not have, as 외래어 표기법 writes them: the guess must hold.
@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Trump Camp Jump Help Grape Slope Soap Biden2", "열림"),
        ("Light Flight Project Ghost Craft Boat Date Gate Plate Suite", "열림"),
        ("Musk Mask Rank Talk Lake Bike Fork Silk", "열림"),
        ("Cloud Grand Code Slide Trade Brand Wave Cave Brave Chef", "열림"),
        ("Jazz Fox Six House Price Bus Peace Orange Bridge Beach Dish Path", "열림"),
        ("Car Star Door Tour Fire Core Boundary Boutique Vogue Tree Blue Yahoo Show", "열림"),
        ("Merkel Hill Bell Noble Candle Style Scale Little Mobil", "ㄹ"),
        ("Biden Macron Dragon Sun Moon Line Phone Machine Design Ocean", "닫힘"),
        ("Spring King Ring Song Boeng", "닫힘"),
        ("Prime Dream Drum Time Team Item Column Rhythm", "닫힘"),
        ("Stop Drop Clip Group Cup Snap", "닫힘"),
        ("Black Block Kick Basic Public Comic Book Cook", "닫힘"),
        ("Internet Cabinet Ticket Pocket Bucket Chat Shot", "닫힘"),
    ],
)
def test_an_unknown_latin_word_is_guessed(words: str, end: str) -> None:
    chosen = {word: with_particle(word, "(으)로")[len(word) :] for word in words.split()}
    topic = {word: with_particle(word, "은(는)")[len(word) :] for word in words.split()}
    assert chosen == dict.fromkeys(chosen, FORMS[end][4])
    assert topic == dict.fromkeys(topic, FORMS[end][0])


@pytest.mark.parametrize("word", ["Xyzzy", "(주)Zorblax", "Zorblax(조블랙스)", "さくら", "Яблоко"])
def test_a_guess_is_told(word: str) -> None:
    assert doubted_readings(f"{word}은(는)")


def test_a_guess_is_told_with_the_particle_that_it_led_to() -> None:
    text = "Zorblax을(를) Dpamn와(과) 도서관이(가)"
    assert resolve_particles(text) == "Zorblax를 Dpamn과 도서관이"
    assert doubted_readings(text) == [ReadingDoubt("Zorblax", "를"), ReadingDoubt("Dpamn", "과")]


@pytest.mark.parametrize("word", ["사람", "MOU", "NASA", "ISO 9001", "100㎡", "G7", "에너지省", ""])
def test_what_is_known_is_not(word: str) -> None:
    assert not doubted_readings(f"{word}은(는)")


PLAIN_PAIR = re.compile(
    r"은\(는\)|는\(은\)|\(은\)는|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|으\(로\)|으로\(로\)|로\(으로\)|\(으\)로"
    r"|이라고\(라고\)|이라며\(라며\)|이란\(란\)|이다\(다\)|아\(야\)"
)
ANY_PAIR = st.sampled_from(
    ["은(는)", "을(를)", "(으)로", "이라고(라고)", "(이)", "(를)", "이(", "가)"]
)
ODD = st.sampled_from(
    ["(", ")", "”", "“", "**", "3.", "％", "5G", "ＫＴ", "각", "ㄹ", "美", "😀", ">"]
)


PIECES = st.sampled_from(
    [
        "한빛",
        "사업",
        "수백만",
        "Zorblax",
        "100t",
        "KT",
        "(대표 홍)",
        "은(는)",
        "을(를)",
        "(으)로",
        "이라고(라고)",
        "말",
    ]
)
STRETCHES = st.lists(st.one_of(PIECES, st.text('가 “.”’!?")(>;&[]', max_size=2)), max_size=5)


@given(STRETCHES.map("".join), STRETCHES.map("".join))
def test_what_may_not_be_guessed_has_no_doubts(before: str, text: str) -> None:
    if not may_be_guessed(text, before=before):
        assert not doubted_readings(text, before=before)
        assert not doubted_readings(text, before=resolve_particles(before))
    if not has_pairs(text):
        assert resolve_particles(text, before=before) == text


@given(
    st.lists(st.text(max_size=5) | ANY_PAIR | ODD, max_size=12).map("".join), st.text(max_size=5)
)
@example("은을(를)(는)", "")
@example("(으(으)로)로", "")
def test_no_text_keeps_a_pair_or_breaks(text: str, before: str) -> None:
    resolved = resolve_particles(text, before=before)
    assert not PLAIN_PAIR.search(resolved)
    assert unicodedata.is_normalized("NFC", resolved)
    assert resolve_particles(resolved, before=before) == resolved


# Each of these once took a second and more, or could: a pattern that tries every way to split them.
@pytest.mark.parametrize(
    "word",
    ["$1" + "만" * 40 + "x", "(" * 600, "](a" * 200 + ")", "New " * 200, "1." * 300, "<b" * 300],
)
def test_no_text_takes_long(word: str) -> None:
    start = time.perf_counter()
    resolve_particles(f"{word}은(는) {word}”이라고(라고)")
    assert time.perf_counter() - start < 1


@given(st.text(), st.sampled_from(PAIRS))
def test_no_word_is_changed_or_breaks(word: str, pair: str) -> None:
    result = with_particle(word, pair)
    assert result.startswith(unicodedata.normalize("NFC", word)[:-1])
    forms = FORMS["닫힘"][PAIRS.index(pair)], FORMS["열림"][PAIRS.index(pair)]
    assert result.endswith(forms)
