"""release.html: a sound page that says whose words each are, and runs nothing that a fact says."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.layout import Block, Document, Span
from pressgen.story import Role
from tests.formats.support import LINES, block, written
from tests.translation.support import EVENT, Office

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.layout import BlockRole, Language
    from pressgen.release import Release

VOID = {"meta", "img", "br", "link", "input"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "aside", "div"),
    *("figure", "figcaption", "img", "h1", "h2", "h3", "p", "span", "script", "link"),
    *("header", "time"),
}
CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#. origin: google
msgid "기계가 옮겼다."
msgstr "A machine translated it."

msgid "사람이 옮겼다."
msgstr "A person translated it."
"""


class Balanced(HTMLParser):
    """Fails on a tag that is not closed, or closed where it is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(html: str) -> BeautifulSoup:
    """The page, which is balanced and holds nothing that acts or calls home."""
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    page = BeautifulSoup(html, "html.parser")
    for tag in page.find_all():
        assert tag.name in ALLOWED
        for name, value in tag.attrs.items():
            assert not name.startswith("on")
            assert name in {
                *("lang", "class", "charset", "name", "content", "http-equiv", "src", "alt"),
                *("id", "property", "type", "rel", "href", "datetime"),
            }
            if name == "type":
                assert (tag.name, value) == ("script", "application/ld+json")
            if name == "href":
                assert (tag.name, tag["rel"]) == ("link", ["canonical"])
            if name == "src":
                assert value == "photo-1.jpg"
    assert [tag["type"] for tag in page.find_all("script")] == ["application/ld+json"]
    return page


def language_of(tag: Tag) -> str:
    """The language that a reader's machine takes the tag's text for."""
    return str(next(one["lang"] for one in [tag, *tag.parents] if one.has_attr("lang")))


def languages(page: BeautifulSoup) -> dict[str, str]:
    """Each stretch of text with its language."""
    return {
        str(text): language_of(text.parent)
        for text in page.main.find_all(string=True)  # type: ignore[union-attr]
        if text.strip() and text.parent is not None
    }


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    office = Office(tmp_path_factory.mktemp("office"))
    return office.release(EVENT + "photo: {caption: 사진, file: a.jpg}\n")


@pytest.mark.parametrize("role", ["headline", "subheadline", "paragraph", "byline", "disclaimer"])
@pytest.mark.parametrize("language", ["ko", "en", "en-x-mtfrom-ko"])
@settings(max_examples=15)
@given(lines=st.lists(LINES, min_size=1, max_size=3), pending=st.booleans())
def test_any_text_reads_as_itself(
    release: Release, role: BlockRole, language: Language, lines: list[str], pending: bool
) -> None:
    document = Document((block(*lines, role=role, language=language, pending=pending),))
    page = page_of(written(release, "html", document))
    mark = "[번역 대기] " if pending else ""
    assert page.main is not None
    assert page.main.get_text().strip() == "".join(mark + line for line in lines)


@settings(max_examples=25)
@given(line=LINES)
def test_any_photo_is_described_by_its_caption(release: Release, line: str) -> None:
    document = Document((block(f"▲ {line}", role="photo", photo=0),))
    page = page_of(written(release, "html", document, "photo-1.jpg"))
    [image] = page.find_all("img")
    assert (image["src"], image["alt"]) == ("photo-1.jpg", f"▲ {line}")
    [caption] = page.find_all("figcaption")
    assert caption.get_text().strip() == f"▲ {line}"


@settings(max_examples=25)
@given(line=LINES)
def test_nothing_that_an_event_says_acts(
    tmp_path_factory: pytest.TempPathFactory, line: str
) -> None:
    said = json.dumps(line, ensure_ascii=False)
    both = f"{{ko: {said}, en: {said}}}"
    event = EVENT.replace("{ko: 열린 인증, en: Open Certification}", both)
    event += f"headline: {said}\nsubheadline: {both}\nabout: {said}\nquote: {both}\n"
    event += f"photo: {{caption: {both}, credit: {said}, file: a.jpg}}\n"
    release = Office(tmp_path_factory.getbasetemp()).release(event)
    page = page_of(written(release, "html", None, "photo-1.jpg"))
    assert page.title is not None
    assert page.title.get_text() == line
    summary = page.find("meta", attrs={"name": "description"})
    assert isinstance(summary, Tag)
    assert summary["content"] == line
    [title] = page.find_all("meta", attrs={"property": "og:title"})
    assert title["content"] == line


def test_every_sentence_says_whose_words_it_is(workspace: Path) -> None:
    office = Office(workspace)
    office.write("translations/en.po", CATALOG)
    release = office.release(
        EVENT
        + "about: 기계가 옮겼다. 사람이 옮겼다. 아무도 안 옮겼다.\nquote: {ko: 고맙다, en: Thanks}\n"
        + "photo: {caption: {ko: 사진, en: Photo}, credit: {ko: 하늘재단}}\n"
    )
    page = page_of(written(release, "html"))
    found = languages(page)
    assert found["A machine translated it."] == "en-x-mtfrom-ko"
    assert found["A person translated it."] == "en"
    assert found["[번역 대기] 아무도 안 옮겼다."] == "ko"
    assert found["Chair Han Bo-ram said, “Thanks.”"] == "en"
    assert found["하늘재단, ‘열린 인증’ 획득"] == "ko"
    assert found["- Reporter Moon Ga-ram"] == "en"
    english_caption = {text: one for text, one in found.items() if "Photo" in text}
    assert set(english_caption.values()) == {"en"}
    assert found["▲ 사진(사진제공=하늘재단) © 하늘신문 문가람 기자"] == "ko"
    [waiting] = page.find_all(class_="pending")
    assert waiting.get_text() == "[번역 대기] 아무도 안 옮겼다."
    [disclaimer] = page.find_all(class_="disclaimer")
    assert {language_of(span) for span in disclaimer.find_all("span")} == {"en"}
    assert language_of(disclaimer) == "ko"


def test_the_page_is_headed_by_its_headlines(workspace: Path) -> None:
    release = Office(workspace).release(EVENT + "subheadline: {ko: 작은 제목, en: Small}\n")
    page = page_of(written(release, "html"))
    headings = {
        name: [tag.get_text() for tag in page.find_all(name)] for name in ("h1", "h2", "h3")
    }
    assert headings == {
        "h1": ["하늘재단, ‘열린 인증’ 획득"],
        "h2": ["작은 제목", "Haneul Foundation earns ‘Open Certification’"],
        "h3": ["Small"],
    }
    assert release.korean.of(Role.HEADLINE)[0].korean == headings["h1"][0]


def test_a_list_s_mark_in_two_parts_is_no_list(release: Release) -> None:
    """Such as a number that a layout prints before its own full stop."""
    spans = (Span("1", "ko"), Span(". 하나", "ko"))
    page = page_of(written(release, "html", Document((Block("paragraph", "ko", spans),))))
    assert page.main is not None
    assert page.main.get_text().strip() == "1. 하나"


def test_the_page_says_of_whom_it_is_and_of_which_day(workspace: Path) -> None:
    """“지난 3일” means nothing on a printed page that has no date."""
    (workspace / "pressgen.toml").write_text(
        '[site]\ntitle = {ko = "<하늘시> 소식", en = "Haneul & Co"}\n', encoding="utf-8"
    )
    page = page_of(written(Office(workspace).release(EVENT), "html"))
    assert page.header is not None
    assert page.header.get_text() == "<하늘시> 소식 Haneul & Co 2026. 11. 9."
    assert page.header.time is not None
    assert page.header.time["datetime"] == "2026-11-09"
