"""The index finds what plain search finds, and a new release changes little of it."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.archive.published import Name, Published
from pressgen.archive.search.numbers import decode, encode
from pressgen.archive.search.periods import periods
from pressgen.archive.search.query import Query, headlines, other_texts, read_query, scan
from pressgen.archive.search.reader import ask_index, has_index
from pressgen.archive.search.segment import SHARD_BYTES
from pressgen.archive.search.writer import write_search
from pressgen.errors import PressgenError
from tests.archive.search.corpus import QUERIES, Corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

_KOREAN = "가나다재단문화한빛은는을"
_TEXT = st.text(
    st.one_of(
        st.sampled_from(_KOREAN + "  ,·ㆍ‘’()"),
        st.sampled_from("abAB12 é"),
        st.sampled_from("ㄱ靑かー🎉\u0301\u1100\u1161\u11a8<>\"'\\/&\n_ßΣςİ𠀀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)
_WORDS = st.text(st.sampled_from(_KOREAN + "ab12 é靑"), min_size=1, max_size=6)


def release(korean: str, english: str = "", headline: str = "제목", number: int = 1) -> Published:
    return Published(
        place=f"2026/11/{number:02}-release",
        kind="certification",
        released=date(2026, 11, number),
        embargo=None,
        outlet=None,
        reporter=None,
        headline=Name(headline, None),
        subheadline=None,
        paragraphs=(Name(korean, english or None),),
        organizations=(),
        photos=(),
        is_complete=not english,
        engines=(),
    )


def indexed(releases: Sequence[Published], query: Query) -> list[tuple[str, bool]]:
    with tempfile.TemporaryDirectory() as folder:
        write_search(releases, Path(folder))
        return [(hit.place, hit.in_headline) for hit in ask_index(Path(folder), query)]


def contents(archive: Path) -> dict[str, bytes]:
    files = (path for path in archive.rglob("*") if path.is_file())
    return {path.relative_to(archive).as_posix(): path.read_bytes() for path in files}


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=5), _WORDS)
@settings(max_examples=150)
def test_the_index_finds_what_plain_search_finds(
    texts: list[tuple[str, str, str]], words: str
) -> None:
    releases = [release(*three, number=number) for number, three in enumerate(texts, 1)]
    query = read_query(words)
    if not query.terms:
        return
    plain = [(hit.place, hit.in_headline) for hit in scan(releases, query)]
    assert indexed(releases, query) == plain


@given(
    st.text(st.sampled_from("가나다 ,\n"), max_size=30),
    st.text(st.sampled_from("가나다"), min_size=1),
)
def test_korean_is_a_substring(text: str, words: str) -> None:
    assert bool(indexed([release(text)], read_query(words))) is (words in text)


@given(
    st.text(st.sampled_from("abAB1 ,\n"), max_size=30),
    st.text(st.sampled_from("abAB1"), min_size=1),
)
def test_english_is_the_beginning_of_a_word(text: str, words: str) -> None:
    begins = any(word.startswith(words.lower()) for word in re.split(r"\W", text.lower()))
    assert bool(indexed([release("", text)], read_query(words))) is begins


@given(_TEXT.filter(lambda text: bool(read_query(text).terms)))
def test_a_text_is_found_by_itself_however_it_is_encoded(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert indexed([release(unicodedata.normalize(form, text))], read_query(text))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Published]]:
    archive = tmp_path_factory.mktemp("archive")
    releases = Corpus().releases(150)
    write_search(releases, archive)
    return archive, releases


@pytest.mark.parametrize("words", [words for words in QUERIES if read_query(words).terms])
def test_a_corpus_is_searched_alike(words: str, corpus: tuple[Path, list[Published]]) -> None:
    archive, releases = corpus
    hits = ask_index(archive, read_query(words))
    assert hits == scan(releases, read_query(words))
    assert hits == sorted(hits, key=lambda hit: (hit.in_headline, hit.released), reverse=True)


@pytest.mark.parametrize(
    "field", ["headline", "subheadline", "outlet", "reporter", "paragraphs", "organizations"]
)
def test_every_field_is_searched_in_both_languages(field: str) -> None:
    name = Name("찾을것", "Needle")
    value = (name,) if field.endswith("s") else name
    changed = replace(release("글"), **{field: value})  # type: ignore[arg-type]
    for words in ("찾을것", "needle"):
        assert indexed([changed], read_query(words)) == [(changed.place, field == "headline")]


def test_a_headline_comes_first_then_the_newest() -> None:
    texts = [("재단", "글"), ("글", "재단"), ("재단", "글"), ("글", "재단"), ("글", "글")]
    releases = [release(text, "", title, day) for day, (text, title) in enumerate(texts, 1)]
    places = [place[-10:-8] for place, _ in indexed(releases, read_query("재단"))]
    assert places == ["04", "02", "03", "01"]


def test_the_same_releases_make_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    releases = Corpus().releases(60)
    names = write_search(releases, tmp_path / "a")
    write_search(releases[::-1], tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert sorted(names) == sorted(contents(tmp_path / "a"))


def test_a_new_release_changes_only_the_newest_period(tmp_path: Path) -> None:
    releases = Corpus().releases(500, date(2024, 1, 1), 720)
    write_search(releases, tmp_path)
    before = contents(tmp_path)
    newest = releases[-1].released
    write_search([*releases, Corpus(6).release(999, newest)], tmp_path)
    after = contents(tmp_path)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    month = f"search/{newest:%Y-%m}-"
    assert {name for name in changed if not name.startswith(month)} == {"search/index.json"}
    assert len(changed & after.keys()) < len(after) / 10


def test_a_withdrawn_release_leaves_nothing(tmp_path: Path) -> None:
    kept, secret = release("공개"), release("엠바고비밀", number=2)
    write_search([kept], tmp_path / "a")
    write_search([kept, secret], tmp_path / "b")
    write_search([kept], tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    write_search([], tmp_path / "b")
    assert not ask_index(tmp_path / "b", read_query("공개"))
    assert not [path for path in (tmp_path / "b/search").iterdir() if path.is_dir()]


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    write_search([release("가")], tmp_path)
    (segment,) = (path for path in (tmp_path / "search").iterdir() if path.is_dir())
    for name in ("search/mine/keys-0.json", f"search/{segment.name}/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("나의 것", encoding="utf-8")
    write_search([], tmp_path)
    assert (tmp_path / "search/mine/keys-0.json").exists()
    assert [path.name for path in segment.iterdir()] == ["note.txt"]


def test_a_stopped_write_is_made_good(tmp_path: Path) -> None:
    """Whatever a killed build left of a segment that no catalog names is written again."""
    before, after = [release("가")], [release("가나")]
    write_search(after, tmp_path / "whole")
    shutil.copytree(tmp_path / "whole", tmp_path / "stopped")
    write_search(before, tmp_path / "stopped")
    (segment,) = (path for path in (tmp_path / "whole/search").iterdir() if path.is_dir())
    half = tmp_path / "stopped/search" / segment.name
    half.mkdir()
    (half / "keys-0.json").write_text("{", encoding="utf-8")
    (half / ".releases-0.json.123.tmp").write_text("[", encoding="utf-8")
    write_search(after, tmp_path / "stopped")
    assert contents(tmp_path / "stopped") == contents(tmp_path / "whole")


def test_a_lost_file_is_written_again(tmp_path: Path) -> None:
    write_search([release("가")], tmp_path)
    before = contents(tmp_path)
    for name in ("keys-0.json", "releases-0.json"):
        (file,) = (tmp_path / "search").glob(f"*/{name}")
        file.unlink()
        with pytest.raises(PressgenError, match="깨졌습니다"):
            ask_index(tmp_path, read_query("가"))
        write_search([release("가")], tmp_path)
        assert contents(tmp_path) == before


@pytest.mark.parametrize("text", ["", "{", "null", "[[1]]", "[1]", '["abc"]', '{"a": 1}'])
def test_what_is_no_catalog_is_no_index(tmp_path: Path, text: str) -> None:
    write_search([release("가")], tmp_path)
    (tmp_path / "search/index.json").write_text(text, encoding="utf-8")
    assert not has_index(tmp_path)
    write_search([release("가")], tmp_path)
    assert ask_index(tmp_path, read_query("가"))


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "search").touch()
    with pytest.raises(PressgenError, match="쓸 수 없습니다"):
        write_search([release("가")], tmp_path)


def test_a_shard_is_small(tmp_path: Path) -> None:
    write_search(Corpus().releases(400, date(2025, 1, 1), 300), tmp_path)
    sizes = [path.stat().st_size for path in tmp_path.glob("search/*/keys-*.json")]
    assert sum(sizes) / len(sizes) < SHARD_BYTES
    assert max(sizes) < 3 * SHARD_BYTES


def test_years_are_parted_where_they_are_too_large() -> None:
    days = ["2023-03-01", "2023-03-01", "2023-03-02", "2024-01-01", "2024-02-01"]
    days += ["2025-01-05", "2025-11-05", "2025-11-05", "2025-11-09"]
    releases = [
        replace(release("글"), released=date.fromisoformat(day), place=f"{number}")
        for number, day in enumerate(days)
    ]

    def names(most: int, recent: int) -> list[str]:
        return [one.name for one in periods(releases[::-1], most, recent)]

    assert names(9, 9) == ["2023", "2024", "2025"]
    assert names(9, 3) == ["2023", "2024", "2025-01", "2025-11"]
    assert names(9, 2) == ["2023", "2024", "2025-01", "2025-11-05", "2025-11-09"]
    assert names(2, 2)[:3] == ["2023-03-01", "2023-03-02", "2024"]
    assert names(1, 1)[0] == "2023-03-01"  # a day is whole, however many it has
    assert sum(len(one.releases) for one in periods(releases, 1, 1)) == len(days)
    assert not list(periods([]))


@given(st.lists(st.integers(min_value=0)))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    letters = b"".join(map(encode, numbers)).decode("ascii")
    assert list(decode(letters)) == numbers


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    text = "</script><script>alert('재단')</script> \u2028 \\ \" ' constructor __proto__"
    write_search([release(text, text, text)], tmp_path)
    for file in tmp_path.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
    for name in ("index.html", "search.js", "search.css"):
        assert "alert(" not in (tmp_path / "search" / name).read_text("utf-8")
    for words in ("재단", "constructor", "proto", "script"):
        assert len(ask_index(tmp_path, read_query(words))) == 1
    assert not ask_index(tmp_path, read_query("tostring"))


def test_the_page_keeps_to_itself(tmp_path: Path) -> None:
    """No address of elsewhere, nothing inline, and no data set as HTML."""
    write_search([], tmp_path)
    page, script, style = (
        (tmp_path / "search" / name).read_text("utf-8")
        for name in ("index.html", "search.js", "search.css")
    )
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert not re.findall(r"<style|<script>|\son\w+=|\sstyle=", page)
    assert not re.findall(r"https?:|//\w+\.", page + script + style)
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


def test_what_is_searched() -> None:
    one = replace(release("글", "Text"), reporter=Name("문가람", "Moon Ga-ram"))
    assert headlines(one) == ["제목"]
    assert other_texts(one) == ["글", "Text", "문가람", "Moon Ga-ram"]
