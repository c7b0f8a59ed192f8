from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.korean import romanize

from .tables import read_cases

if TYPE_CHECKING:
    from pressgen.korean.romanization import RomanizationKind


@pytest.mark.parametrize(
    ("korean", "kind", "latin", "_source"), read_cases("romanization_cases.tsv")
)
def test_romanization_follows_the_standard(
    korean: str, kind: str, latin: str, _source: str
) -> None:
    assert romanize(korean, cast("RomanizationKind", kind)) == latin


HANGUL = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")) | st.sampled_from(
    " ㄱㄴㅏㅣㄳ“”‘’·…()0123456789"
))  # fmt: skip
KINDS: tuple[RomanizationKind, ...] = ("word", "place", "person")


@given(HANGUL, st.sampled_from(KINDS))
def test_romanized_hangul_is_ascii(text: str, kind: RomanizationKind) -> None:
    assert romanize(text, kind).isascii()


@given(st.text(), st.sampled_from(KINDS))
def test_no_text_breaks(text: str, kind: RomanizationKind) -> None:
    romanized = romanize(text, kind)
    assert unicodedata.is_normalized("NFC", romanized)
    assert not any("가" <= char <= "힣" for char in romanized)


@pytest.mark.parametrize(
    "text", ["시구" * 20, "도시군구읍면동리" * 5, "1-" * 20000, "서울시" * 10000]
)
def test_no_address_takes_long(text: str) -> None:
    start = time.perf_counter()
    romanize(text, "place")
    assert time.perf_counter() - start < 2


def test_an_accent_behind_hangul_is_composed() -> None:
    assert romanize("가\u0301") == "g\u00e1"


@pytest.mark.parametrize("korean", ["중랑구", "이동열", "벚꽃"])
def test_decomposed_text_is_the_same(korean: str) -> None:
    for kind in KINDS:
        assert romanize(unicodedata.normalize("NFD", korean), kind) == romanize(korean, kind)
