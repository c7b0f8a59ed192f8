"""The feeds are Atom, by the schema of its RFC and to a reader's parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from lxml import etree

from pressgen.archive.published import Name
from tests.archive.site.support import PHOTO, URL, frame, release, releases, render_site
from tests.formats.support import LINES

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[2] / "data/schemas/atom.rng"))
FEEDS = ("feed.xml", "feed.en.xml")


def parsed(text: str) -> Any:
    """The feed as a reader has it, which is Atom by its schema."""
    assert SCHEMA.validate(etree.fromstring(text.encode())), SCHEMA.error_log.last_error
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


@pytest.mark.parametrize("count", [1, 21, 500])
@pytest.mark.parametrize("path", FEEDS)
def test_it_has_the_newest(count: int, path: str) -> None:
    feed = parsed(render_site(releases(count), frame())[path])
    assert len(feed.entries) == min(count, 50)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    newest = feed.entries[0]
    assert newest.published.startswith(f"{releases(count)[-1].released}T00:00:00+09:00")
    assert feed.feed.updated == newest.updated
    assert feed.feed.id == feed.feed.links[1].href == f"{URL}/{path}"


def test_each_language_has_its_own() -> None:
    one = release(0, photos=(PHOTO,), subheadline=Name("가 <b> & 나", "A <b> & B"))
    site = render_site([one], frame())
    korean, english = (parsed(site[path]) for path in FEEDS)
    assert (korean.feed.language, english.feed.language) == ("ko", "en")
    assert (korean.feed.title, english.feed.title) == (
        "하늘시 보도자료",
        "Haneul City press releases",
    )
    assert korean.entries[0].title == one.headline.korean
    assert english.entries[0].title == one.headline.english
    assert english.entries[0].link == f"{URL}/2024/11/09-%EC%9E%90%EB%A3%8C-0/release.html#en"
    assert english.entries[0].tags[0].term in ("Agreement", "Certification")
    summary = BeautifulSoup(english.entries[0].summary, "html.parser").get_text()
    assert summary == "A <b> & B"


def test_it_has_the_full_text_and_the_photo() -> None:
    one = release(0, photos=(PHOTO,))
    photo = f"{URL}/2024/11/09-%EC%9E%90%EB%A3%8C-0/photo-1.jpg"
    [entry] = parsed(render_site([one], frame())["feed.xml"]).entries
    [enclosure] = entry.enclosures
    assert (enclosure.href, enclosure.type) == (photo, "image/jpeg")
    content = BeautifulSoup(entry.content[0].value, "html.parser")
    assert all(paragraph.korean in content.get_text() for paragraph in one.paragraphs)
    [image] = content.find_all("img")
    assert (image["src"], image["alt"]) == (photo, "배가 <떠난다>.")


def test_the_english_one_leaves_out_what_is_pending() -> None:
    pending = release(1, headline=Name("가", None), is_complete=False)
    feed = parsed(render_site([release(0), pending], frame())["feed.en.xml"])
    assert [entry.title for entry in feed.entries] == [release(0).headline.english]
    assert "feed.en.xml" not in render_site([pending], frame())


def test_what_a_machine_translated_says_so() -> None:
    [entry] = parsed(render_site([release(0, engines=("google",))], frame())["feed.en.xml"]).entries
    assert "Translated by machine (Google Translate)." in entry.content[0].value
    [entry] = parsed(render_site([release(0)], frame())["feed.en.xml"]).entries
    assert "machine" not in entry.content[0].value


def test_an_id_survives_a_change_of_headline() -> None:
    one = release(0)
    changed = replace(one, headline=Name("다른 제목", "Another"), organizations=())
    before, after = (
        parsed(render_site([version], frame())["feed.xml"]).entries[0] for version in (one, changed)
    )
    assert (
        before.id
        == after.id
        == "tag:press.example.kr,2024-11-09:2024/11/09-%EC%9E%90%EB%A3%8C-0/ko"
    )
    assert before.title != after.title


def test_an_embargo_says_the_hour() -> None:
    embargo = datetime.fromisoformat("2024-11-09T15:30:00+09:00")
    [entry] = parsed(render_site([release(0, embargo=embargo)], frame())["feed.xml"]).entries
    assert entry.updated == entry.published == "2024-11-09T15:30:00+09:00"


@settings(max_examples=60)
@given(line=LINES)
def test_any_text_reads_as_itself(line: str) -> None:
    both = Name(line, line)
    one = release(0, headline=both, subheadline=both, paragraphs=(both,), reporter=both)
    for path in FEEDS:
        root = etree.fromstring(render_site([one], frame())[path].encode())
        assert SCHEMA.validate(root), SCHEMA.error_log.last_error
        [entry] = root.findall("{*}entry")
        assert entry.findtext("{*}title") == line
        content = BeautifulSoup(entry.findtext("{*}content"), "html.parser")
        assert [one.get_text() for one in content.find_all("p")] == [line, line]
        assert not content.find_all(["script", "img", "b"])
