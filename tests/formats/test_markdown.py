"""release.md reads as its text, whatever processor reads it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pressgen.formats import Folder
from pressgen.formats.markdown import escape, escape_part, escape_start, write_block
from tests.formats.support import LINES, block, written
from tests.translation.support import EVENT, Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressgen.layout import BlockRole, Language

PROCESSORS: dict[str, Callable[[str], str]] = {
    "Python-Markdown": markdown.markdown,
    "Python-Markdown, extra": lambda text: markdown.markdown(text, extensions=["extra"]),
    "CommonMark": MarkdownIt("commonmark").render,
    "GitHub's": MarkdownIt("gfm-like", {"linkify": False}).render,
}


YAML = st.lists(
    st.sampled_from(
        ["yes", "No", "on", "NULL", "true", "2026-11-02", "1.5", "가", "Seoul", ": ", "#", " ", "...", "😀"]
    ),
    min_size=1,
    max_size=3,
).map("".join).filter(lambda text: text == " ".join(text.split()) != "")  # fmt: skip


def words(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text().strip()


@pytest.mark.parametrize("processor", PROCESSORS)
@given(line=LINES)
def test_any_line_reads_as_itself(processor: str, line: str) -> None:
    html = PROCESSORS[processor](escape(line))
    assert words(html) == line
    assert [tag.name for tag in BeautifulSoup(html, "html.parser").find_all()] == ["p"]


@given(parts=st.lists(LINES, min_size=1, max_size=3))
def test_any_parts_of_a_line_read_as_themselves(parts: list[str]) -> None:
    line = escape_start("".join(escape_part(part) for part in parts))
    assert words(PROCESSORS["Python-Markdown"](line)) == "".join(parts)


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize(
    ("role", "language", "tags"),
    [
        ("headline", "ko", ["h1"]),
        ("subheadline", "ko", ["h2"]),
        ("headline", "en", ["h2"]),
        ("subheadline", "en", ["h3"]),
        ("byline", "en", ["p"]),
        ("disclaimer", "ko", ["p"]),
        ("photo", "ko", ["p"]),
    ],
)
@settings(max_examples=30)
@given(line=LINES)
def test_any_block_reads_as_its_text(
    processor: str, role: BlockRole, language: Language, tags: list[str], line: str
) -> None:
    html = PROCESSORS[processor](write_block(block(line, role=role, language=language), Folder()))
    assert words(html) == line
    found = [tag.name for tag in BeautifulSoup(html, "html.parser").find_all()]
    assert found == tags


@pytest.mark.parametrize("processor", PROCESSORS)
@settings(max_examples=30)
@given(line=LINES)
def test_a_photo_is_described_by_its_caption(processor: str, line: str) -> None:
    caption = f"▲ {line}"
    photo = block(caption, role="photo", photo=0)
    html = PROCESSORS[processor](write_block(photo, Folder(("photo-1.jpg",))))
    [image] = BeautifulSoup(html, "html.parser").find_all("img")
    assert (image["src"], image["alt"]) == ("photo-1.jpg", caption)
    assert words(html) == caption


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Reporter Moon Ga-ram", r"\- Reporter Moon Ga-ram"),
        ("1. 목적", r"1\. 목적"),
        ("snake_case와 3~5명, 50%.", "snake_case와 3~5명, 50%."),
        ("https://a.org/b_c?d=1", "https://a.org/b_c?d=1"),
        # GitHub links an address before it reads escapes, and would show them.
        ("https://a.org/_b", r"https&#58;//a.org/\_b"),
        ("www.a.org/?b&c", r"www&#46;a.org/?b&amp;c"),
        ("‘인증’(SQ) 50% + “말”", "‘인증’(SQ) 50% + “말”"),
    ],
)
def test_the_file_itself_stays_readable(line: str, expected: str) -> None:
    assert escape(line) == expected


def front_matter(text: str) -> dict[str, object]:
    """What the front matter says, which is written as PyYAML writes it."""
    start, data, _ = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    assert start == ""
    loaded = yaml.safe_load(data)
    assert isinstance(loaded, dict)
    assert data == yaml.safe_dump(loaded, allow_unicode=True, sort_keys=False, width=10_000)
    return loaded


@settings(max_examples=100)
@given(headline=LINES | YAML, english=LINES | YAML)
def test_front_matter_keeps_every_string(
    tmp_path_factory: pytest.TempPathFactory, headline: str, english: str
) -> None:
    given_both = f"headline: {json.dumps({'ko': headline, 'en': english}, ensure_ascii=False)}\n"
    given_both += f"subheadline: {json.dumps(headline, ensure_ascii=False)}\n"
    release = Office(tmp_path_factory.getbasetemp()).release(EVENT + given_both)
    data = front_matter(written(release, "md"))
    assert (data["title"], data["title_en"], data["subtitle"]) == (
        release.korean.paragraphs[0].korean,
        english,
        release.korean.paragraphs[1].korean,
    )


def test_front_matter_says_what_a_site_needs(workspace: Path) -> None:
    office = Office(workspace)
    data = front_matter(written(office.release(), "md"))
    assert str(data.pop("date")) == "2026-11-09"
    assert data == {
        "title": "하늘재단, ‘열린 인증’ 획득",
        "title_en": "Haneul Foundation earns ‘Open Certification’",
        "kind": "certification",
        "outlet": "하늘신문",
        "desk": "문화부",
        "reporter": "문가람",
        "translation": {"state": "complete", "origin": ["catalog"], "engines": []},
    }
    waiting = office.release(EVENT + "about: 고맙다.\nheadline: 새 소식\n")
    data = front_matter(written(waiting, "md"))
    assert data["translation"] == {
        "state": "pending",
        "origin": ["catalog", "pending"],
        "engines": [],
    }
    assert "title_en" not in data


def test_a_pending_sentence_stands_behind_its_mark(workspace: Path) -> None:
    release = Office(workspace).release(EVENT + "about: 고맙다.\n")
    assert "\n\n\\[번역 대기\\] 고맙다.\n" in written(release, "md")
