from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.korean import segmentation, sentence_spans, sentences

ROWS = (Path(__file__).parent / "sentence_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [row.replace("⏎", "\n").split("|") for row in ROWS if not row.startswith("# ")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0][:30])
def test_text_is_parted_into_its_sentences(case: list[str]) -> None:
    text, *expected = case
    assert sentences(text) == expected
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


PIECES = st.sampled_from(
    ["가", "다", ". ", ".", "? ", "“", "”", "‘", "’", '"', "'", "(", ")", "\n", "\n\n", " ", "1", "A",
     "￼", "…", "니다", "라고", "。", "😀", "<", ">", "[", "]", "...", "．", "\r", "했다.", "(사진=", "또한 "]
)  # fmt: skip


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_only_white_space_is_lost(text: str) -> None:
    kept = "".join(sentences(text))
    composed = unicodedata.normalize("NFC", text)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", composed)
    for start, end in sentence_spans(text):
        assert text[start:end].strip() == text[start:end] != ""


@pytest.mark.parametrize(
    "piece", ["\n", ".", ". ", "?”", "“", "'a ", "다.", "가. ", "했다. (사진) "]
)
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    # With a search that starts anew at each mark, these would take minutes.
    sentences(piece * 50_000 + "가")


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_no_place_where_a_sentence_may_end_is_passed_over(text: str) -> None:
    tried_everywhere = re.finditer(segmentation._CUT, text)
    assert [cut.span() for cut in segmentation._cuts(text)] == [
        cut.span() for cut in tried_everywhere
    ]
