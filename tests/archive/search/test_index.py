"""The index finds what plain search finds, and a new release changes little of it."""

from __future__ import annotations

import json
import multiprocessing
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
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
from pressgen.archive.search.writer import update_search
from pressgen.errors import PressgenError
from pressgen.workspace import shipped_templates
from tests.archive.search.corpus import QUERIES, Corpus
from tests.archive.search.support import index, places_between, put, update

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
        index(releases, Path(folder))
        return [(hit.place, hit.in_headline) for hit in ask_index(Path(folder), query)]


def contents(archive: Path) -> dict[str, bytes]:
    """The files of its search."""
    folder = archive / "search"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


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
    releases = Corpus().releases(450)
    index(releases, archive)
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


def test_a_new_release_changes_only_the_newest_period(tmp_path: Path) -> None:
    releases = Corpus().releases(500, date(2024, 1, 1), 720)
    index(releases, tmp_path)
    before = contents(tmp_path)
    newest = Corpus(6).release(999, releases[-1].released)
    put(newest, tmp_path)
    update([*releases, newest], tmp_path, [newest.released])
    after = contents(tmp_path)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    folders = {Path(name).parent.name[:10] for name in changed - {"index.json"}}
    assert len(folders) == 1
    assert max(Path(name).parent.name[:10] for name in after) in folders
    assert len(changed & after.keys()) < len(after) / 2


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    releases = Corpus().releases(500, date(2024, 1, 1), 720)
    index(releases, tmp_path)
    before = contents(tmp_path)
    old, new = releases[0], replace(releases[-1], headline=Name("정정", None))
    (tmp_path / old.place / "release.json").write_text("깨진 것", encoding="utf-8")
    put(new, tmp_path)
    update(releases, tmp_path, [new.released])
    assert [hit.place for hit in ask_index(tmp_path, read_query("정정"))] == [new.place]
    put(releases[-1], tmp_path)
    update(releases, tmp_path, [new.released])
    assert contents(tmp_path) == before


_STEP = st.dictionaries(
    st.tuples(st.integers(0, 31), st.integers(0, 9)),
    st.sampled_from(["", "가", "가나 a", "나가", "정정 b"]),
    min_size=1,
    max_size=40,
)


def short(day: int, number: int, text: str) -> Published:
    released = date(2025, 12, 20) + timedelta(days=day)
    return replace(
        release(text, headline=f"제목 {number}"),
        place=f"{released:%Y/%m/%d}-{number}",
        released=released,
    )


@given(st.lists(_STEP, max_size=4))
@settings(max_examples=10)
def test_an_update_makes_what_indexing_from_nothing_makes(
    steps: list[dict[tuple[int, int], str]],
) -> None:
    """Releases come, change and go, about as many as part a period."""
    releases = {(day, number): short(day, number, "가") for day in range(32) for number in range(6)}
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder)
        index([*releases.values()], archive)
        for step in steps:
            for key, text in step.items():
                releases[key] = short(*key, text)
                put(releases[key], archive)
                if not text:  # gone
                    (archive / releases.pop(key).place / "release.json").unlink()
            changed = {short(*key, "").released for key in step}
            update([*releases.values()], archive, changed)
            updated = contents(archive)
            shutil.rmtree(archive / "search")
            update([*releases.values()], archive, changed)
            assert contents(archive) == updated


def test_what_indexes_may_be_elsewhere(tmp_path: Path) -> None:
    """Other processes make the same of it."""
    releases = Corpus().releases(450)
    index(releases, tmp_path)
    before = contents(tmp_path)
    shutil.rmtree(tmp_path / "search")
    days = Counter(one.released for one in releases)
    templates = [shipped_templates()]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        update_search(tmp_path, days, None, places_between(releases), templates, pool.starmap)
        assert contents(tmp_path) == before
        (tmp_path / releases[7].place / "release.json").write_text("깨진 것", encoding="utf-8")
        with pytest.raises(PressgenError, match="pressgen이 쓴"):
            update_search(tmp_path, days, None, places_between(releases), templates, pool.starmap)


def test_a_withdrawn_release_leaves_nothing(tmp_path: Path) -> None:
    kept, secret = release("공개"), release("엠바고비밀", number=2)
    index([kept], tmp_path / "a")
    index([kept, secret], tmp_path / "b")
    index([kept], tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    index([], tmp_path / "b")
    assert not ask_index(tmp_path / "b", read_query("공개"))
    assert not [path for path in (tmp_path / "b/search").iterdir() if path.is_dir()]


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    index([release("가")], tmp_path)
    (segment,) = (path for path in (tmp_path / "search").iterdir() if path.is_dir())
    for name in ("search/mine/keys-0.json", f"search/{segment.name}/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("나의 것", encoding="utf-8")
    index([], tmp_path)
    assert (tmp_path / "search/mine/keys-0.json").exists()
    assert [path.name for path in segment.iterdir()] == ["note.txt"]


def test_a_stopped_write_is_made_good(tmp_path: Path) -> None:
    """Whatever a killed build left of a segment that no catalog names is written again."""
    before, after = [release("가")], [release("가나")]
    index(after, tmp_path / "whole")
    shutil.copytree(tmp_path / "whole", tmp_path / "stopped")
    index(before, tmp_path / "stopped")
    (segment,) = (path for path in (tmp_path / "whole/search").iterdir() if path.is_dir())
    half = tmp_path / "stopped/search" / segment.name
    half.mkdir()
    (half / "keys-0.json").write_text("{", encoding="utf-8")
    (half / ".releases-0.json.123.tmp").write_text("[", encoding="utf-8")
    index(after, tmp_path / "stopped")
    assert contents(tmp_path / "stopped") == contents(tmp_path / "whole")


@pytest.mark.parametrize("changed", [None, []])
def test_a_lost_file_is_written_again(tmp_path: Path, changed: list[date] | None) -> None:
    releases = [release("가")]
    index(releases, tmp_path)
    before = contents(tmp_path)
    for name in ("keys-0.json", "releases-0.json"):
        (file,) = (tmp_path / "search").glob(f"*/{name}")
        file.unlink()
        with pytest.raises(PressgenError, match="깨졌습니다"):
            ask_index(tmp_path, read_query("가"))
        update(releases, tmp_path, changed)
        assert contents(tmp_path) == before


_OLD = '[\n["2026-ddd021a7f67a", 1, 1]\n]\n'


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[[1]]", "[1]", '["abc"]', '{"a": 1}', _OLD, '{"format": 1, "segments": []}'],
)
def test_what_is_no_catalog_of_today_is_made_anew(tmp_path: Path, text: str) -> None:
    releases = [release("가")]
    index(releases, tmp_path)
    before = contents(tmp_path)
    (tmp_path / "search/index.json").write_text(text, encoding="utf-8")
    (tmp_path / "search/2026-ddd021a7f67a").mkdir()
    (tmp_path / "search/2026-ddd021a7f67a/keys-0.json").touch()
    assert not has_index(tmp_path)
    update(releases, tmp_path, [])
    assert contents(tmp_path) == before


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "search").touch()
    with pytest.raises(PressgenError, match="쓸 수 없습니다"):
        index([release("가")], tmp_path)


def test_a_shard_is_small(tmp_path: Path) -> None:
    index(Corpus().releases(400, date(2025, 1, 1), 300), tmp_path)
    sizes = [path.stat().st_size for path in tmp_path.glob("search/*/keys-*.json")]
    assert sum(sizes) / len(sizes) < SHARD_BYTES
    assert max(sizes) < 3 * SHARD_BYTES


@given(
    st.dictionaries(
        st.dates(date(2020, 1, 1), date(2026, 12, 31)) | st.dates(), st.integers(0, 9), max_size=40
    )
)
def test_periods_hold_every_day_once_and_are_small(days: dict[date, int]) -> None:
    parts = list(periods(days, 10))
    covered = [day for one in parts for day in sorted(days) if one.first <= day <= one.last]
    assert [day for day in covered if days[day]] == [day for day in sorted(days) if days[day]]
    assert sum(one.releases for one in parts) == sum(days.values())
    assert all(0 < one.releases <= 10 for one in parts)


def test_a_period_is_parted_where_it_is_too_large() -> None:
    days = {date(2026, 11, number): 3 for number in range(1, 9)}
    assert [one.releases for one in periods(days, 24)] == [24]
    assert len(list(periods(days, 23))) > 1
    assert [one.releases for one in periods(days, 2)] == [3] * 8  # a day is whole
    sizes = [one.releases for one in periods(days | {date(2026, 11, 9): 300}, 200)]
    assert sizes[-1] == 300
    assert not list(periods({}))


@given(st.lists(st.integers(0, 99) | st.integers(min_value=0)).map(sorted))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    text = "</script><script>alert('재단')</script> \u2028 \\ \" ' constructor __proto__"
    index([release(text, text, text)], tmp_path)
    for file in tmp_path.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
    for name in ("index.html", "search.js", "search.css"):
        assert "alert(" not in (tmp_path / "search" / name).read_text("utf-8")
    for words in ("재단", "constructor", "proto", "script"):
        assert len(ask_index(tmp_path, read_query(words))) == 1
    assert not ask_index(tmp_path, read_query("tostring"))


def test_the_page_keeps_to_itself(tmp_path: Path) -> None:
    """No address of elsewhere, nothing inline, and no data set as HTML."""
    index([], tmp_path)
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
