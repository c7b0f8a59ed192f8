from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.fact_types import FactType
from pressgen.translation.plain_sentences import plain_english
from tests.translation.support import fact, make_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1억9200만 원", "192 million won"),
        ("90억 원", "9 billion won"),
        ("300만 달러", "$3 million"),
        ("12조3천억", "12.3 trillion"),
        ("서울특별시 중랑구 망우로 353", "353 Mangu-ro, Jungnang-gu, Seoul"),
        ("서울특별시 중랑구 망우로 353 (망우동)", "353 Mangu-ro, Jungnang-gu, Seoul"),
        ("서울특별시 중구 세종대로 지하 101", "Jiha 101 Sejong-daero, Jung-gu, Seoul"),
        ("경기도 포항시 남구", "Nam-gu, Pohang-si, Gyeonggi-do"),
        ("부안군 위도면 진리", "Jin-ri, Wido-myeon, Buan-gun"),
    ],
)
def test_what_no_engine_has_to_see(text: str, english: str) -> None:
    assert plain_english(text, DAY) == english


@pytest.mark.parametrize(
    "text",
    [
        "",
        "원",
        "많은 원",
        "중랑구",
        "다시 만나 노래하리",
        "서울시는 좋다",
        "길",
        "병원",
        "세 가지로 3",
    ],
)
def test_what_is_a_sentence_or_a_name(text: str) -> None:
    assert plain_english(text, DAY) is None


@given(st.text(st.sampled_from("서울특별시 중구동로길지하가나1-,()원억만"), max_size=40))
def test_nothing_crashes_and_no_hangul_is_left(text: str) -> None:
    english = plain_english(text, DAY)
    assert english is None or not any("가" <= letter <= "힣" for letter in english)


def test_a_text_that_is_only_a_name_is_known(tmp_path: Path) -> None:
    vocabulary = make_vocabulary(tmp_path, [fact("위도", "Wido", FactType.PLACE)])
    found = vocabulary.find_sentence("위도")
    assert found is not None
    assert found.english == "Wido"
