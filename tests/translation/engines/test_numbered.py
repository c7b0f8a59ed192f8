from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.translation.engines import numbered
from pressgen.translation.engines.service import pack

ROOM = 13_900
# Sentences as they come, with what the format itself is made of among them.
sentences = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.builds("{}. {}".format, st.integers(0, 12), st.text("가나 1.2", max_size=8)),
).filter(lambda text: numbered.fold(text) != "")
folded = sentences.map(numbered.fold)


def packed(texts: list[str], room: int) -> list[list[str]]:
    """The batches that an engine with so much room makes of these texts."""
    folded_texts = map(numbered.fold, texts)
    return list(
        pack(
            folded_texts,
            lambda batch: numbered.fits(batch, room),
            lambda text: numbered.refusal(text, room),
        )
    )


@given(st.lists(sentences, max_size=100))
def test_what_is_packed_comes_back(texts: list[str]) -> None:
    batches = packed(texts, ROOM)
    back = [text for batch in batches for text in numbered.read(numbered.write(batch), len(batch))]
    assert back == [numbered.fold(text) for text in texts]


@given(st.lists(sentences, max_size=60), st.integers(30, 600))
def test_a_request_keeps_its_room(texts: list[str], room: int) -> None:
    for batch in packed(texts, room):
        if numbered.refusal(batch[0], room):
            assert len(batch) == 1
        else:
            assert len(quote_plus(numbered.write(batch))) <= room


@given(st.lists(folded, min_size=2, max_size=30), st.data())
def test_a_deleted_line_is_refused(texts: list[str], data: st.DataObject) -> None:
    lines = numbered.write(texts).split("\n")
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    with pytest.raises(numbered.ScrambledError):
        numbered.read("\n".join(lines), len(texts))


@given(st.lists(folded, min_size=2, max_size=30), st.data())
def test_swapped_lines_are_refused(texts: list[str], data: st.DataObject) -> None:
    lines = numbered.write(texts).split("\n")
    places = st.integers(0, len(lines) - 1)
    here, there = data.draw(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]))
    lines[here], lines[there] = lines[there], lines[here]
    with pytest.raises(numbered.ScrambledError):
        numbered.read("\n".join(lines), len(texts))


@given(st.lists(folded, min_size=2, max_size=30), st.data(), st.sampled_from(["", "3. x", "x"]))
def test_an_inserted_line_is_refused(texts: list[str], data: st.DataObject, line: str) -> None:
    lines = numbered.write(texts).split("\n")
    lines.insert(data.draw(st.integers(0, len(lines) - 1)), line)
    with pytest.raises(numbered.ScrambledError):
        numbered.read("\n".join(lines), len(texts))


@given(st.lists(folded, min_size=2, max_size=30), st.data())
def test_merged_lines_are_refused(texts: list[str], data: st.DataObject) -> None:
    lines = numbered.write(texts).split("\n")
    place = data.draw(st.integers(0, len(lines) - 2))
    lines[place : place + 2] = [" ".join(lines[place : place + 2])]
    with pytest.raises(numbered.ScrambledError):
        numbered.read("\n".join(lines), len(texts))


@pytest.mark.parametrize(
    "reply",
    [
        "One\nTwo",
        "1.5 million\n2. Two",  # its number lost, though it looks like one
        "1) One\n2) Two",
        "1. One\n1. Two",
        "1. One\n\n2. Two",
        "1. One\u20282. Two",
        "",
    ],
)
def test_only_the_numbers_that_were_sent_count(reply: str) -> None:
    with pytest.raises(numbered.ScrambledError):
        numbered.read(reply, 2)


def test_the_written_form() -> None:
    assert list(packed([" 가\n나 ", "1. 다"], ROOM)) == [["가 나", "1. 다"]]
    assert numbered.write(["가 나", "1. 다"]) == "1. 가 나\n2. 1. 다"
    assert numbered.read("1. A\n2. 1. B", 2) == ["A", "1. B"]


def test_a_text_alone_goes_without_a_number() -> None:
    assert numbered.write(["1. 다"]) == "1. 다"
    assert numbered.read("1. B", 1) == ["1. B"]


def test_hundreds_of_short_terms_do_not_share_one_request() -> None:
    assert [len(batch) for batch in packed(["가"] * 100, ROOM)] == [40, 40, 20]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "비어"),
        ("가" * 1_600, "길어"),
        ("a" * 5_000, "길어"),
        ("\ud83d", "깨진"),
    ],
)
def test_what_cannot_be_sent_has_a_reason(text: str, word: str) -> None:
    assert word in (numbered.refusal(text, ROOM) or "")
    assert list(packed(["가", text, "나", "다"], ROOM)) == [["가"], [text], ["나", "다"]]


def test_the_longest_that_can_be_sent() -> None:
    assert numbered.refusal("가" * 1_500, ROOM) is None
    assert numbered.refusal("a" * 4_999, ROOM) is None
