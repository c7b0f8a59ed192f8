"""The index pages: sound HTML that any reader can use, and links that lead somewhere."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings

from pressgen.archive.published import Name
from pressgen.archive.site import Frame, open_frame
from pressgen.errors import PressgenError
from pressgen.settings import Site
from pressgen.workspace import open_workspace
from tests.archive.site.support import (
    PHOTO,
    files_of,
    frame,
    put_pages,
    release,
    releases,
    render_site,
    write_site,
)
from tests.formats.support import LINES
from tests.formats.test_html import Balanced

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MARKUP = "</a></h2></li><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 1 }}{% x %}"


def page_of(html: str) -> BeautifulSoup:
    """The page, which is balanced, runs nothing and fetches nothing from elsewhere."""
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    page = BeautifulSoup(html, "html.parser")
    assert not page.find_all(["script", "img", "iframe", "style", "b"])
    for tag in page.find_all():
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
    return page


def links_of(page: str, html: str) -> set[str]:
    """The files of the archive that a page's links lead to, but for its own address and the search."""
    found = set()
    for tag in BeautifulSoup(html, "html.parser").find_all(href=True):
        parts = urlsplit(str(tag["href"]))
        if tag.get("rel") != ["canonical"] and not parts.scheme and parts.path:
            folder = posixpath.dirname(page)
            found.add(posixpath.normpath(posixpath.join(folder, unquote(parts.path))))
    return found - {"search/index.html"}


def pages_in(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: raw.decode() for path, raw in files.items() if path.endswith(".html")}


@pytest.mark.parametrize("count", [0, 1, 21, 500])
def test_every_link_leads_somewhere_and_every_page_is_found(tmp_path: Path, count: int) -> None:
    put_pages(tmp_path, releases(count))
    write_site(releases(count), tmp_path, frame())
    files = files_of(tmp_path)
    pages = pages_in(files)
    assert {link for page, html in pages.items() for link in links_of(page, html)} <= set(files)
    reached, new = set(), {"index.html"}
    while new:
        reached |= new
        new = {link for page in new for link in links_of(page, pages[page]) if link in pages}
        new -= reached
    assert reached == set(pages)


@pytest.mark.parametrize("count", [0, 1, 21, 60])
def test_every_page_is_sound_and_accessible(count: int) -> None:
    for path, html in render_site(releases(count), frame()).items():
        if not path.endswith(".html"):
            continue
        page = page_of(html)
        assert html.startswith("<!doctype html>\n")
        assert page.html is not None
        assert page.html["lang"] == "ko"
        assert page.title is not None
        assert page.title.get_text().strip()
        assert len(page.find_all("h1")) == len(page.find_all("main")) == 1
        levels = [int(tag.name[1]) for tag in page.find_all(["h1", "h2", "h3"])]
        assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
        assert all(link.get_text().strip() for link in page.find_all("a"))
        skip = page.find("a")
        assert isinstance(skip, Tag)
        assert page.find(id=str(skip["href"])[1:]) is page.main
        names = [nav["aria-label"] for nav in page.find_all("nav")]
        assert len(names) == len(set(names)) > 0


def test_titles_tell_pages_apart() -> None:
    site = render_site(releases(500), frame())
    titles = [page_of(html).title for path, html in site.items() if path.endswith(".html")]
    texts = [title.get_text() for title in titles if title]
    assert len(texts) == len(set(texts))


def test_both_headlines_are_in_their_language() -> None:
    page = page_of(render_site([release(0)], frame())["index.html"])
    korean, english = (
        page.find(string=name)
        for name in ("도서관, 0번째 인증 획득", "Library earns certification 0")
    )
    assert korean is not None
    assert english is not None
    assert next(tag["lang"] for tag in korean.parents if tag.has_attr("lang")) == "ko"
    assert next(tag["lang"] for tag in english.parents if tag.has_attr("lang")) == "en"
    assert english.parent is not None
    assert str(english.parent["href"]).endswith("/release.html#en")


def test_a_release_without_an_english_headline_has_none() -> None:
    page = page_of(render_site([release(0, headline=Name("가", None))], frame())["index.html"])
    [item] = page.select("ol.releases > li")
    assert not item.select("p[lang=en]")


@pytest.mark.parametrize("name", ["../../etc", "con", "CON", "가" * 300, MARKUP, "a/b", " "])
def test_a_hostile_name_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    archive = tmp_path / "releases"
    hostile = Name(name, name)
    one = release(0, organizations=(hostile, Name(name.lower(), None)), headline=hostile, kind=name)
    put_pages(archive, [one])
    write_site([one], archive, frame())
    assert [path.name for path in tmp_path.iterdir()] == ["releases"]
    pages = pages_in(files_of(archive))
    for path, html in pages.items():
        assert links_of(path, html) <= set(files_of(archive))
        page_of(html)
    assert name.strip() in page_of(pages["organizations/index.html"]).get_text()


@settings(max_examples=50)
@given(line=LINES)
def test_any_text_reads_as_itself(line: str) -> None:
    both = Name(line, f"{line}.")
    one = release(0, headline=both, organizations=(both,))
    given = frame()
    site = Site(given.site.url, line, f"{line}.")
    pages = render_site([one], Frame(site, {one.kind: both}, given.zone, given.template_folders))
    for path, html in pages.items():
        if path.endswith(".html"):
            page_of(html)
    page = page_of(pages["index.html"])
    [item] = page.select("ol.releases > li")
    assert [link.get_text() for link in item.select("a")] == [line, f"{line}.", f"{line} {line}."]
    assert page.title is not None
    assert page.title.get_text() == line


def test_the_catalog_has_every_release() -> None:
    found = [*releases(200), release(200, photos=(PHOTO,), subheadline=None, outlet=None)]
    site = render_site(found, frame())
    catalog = json.loads(site["archive.json"])
    years = [json.loads(site[year["file"]]) for year in catalog["years"]]
    entries = [entry for year in years for entry in year["releases"]]
    assert [entry["place"] for entry in entries] == [one.place for one in found]
    assert [len(year["releases"]) for year in years] == [
        year["releases"] for year in catalog["years"]
    ]
    assert {entry["kind"] for entry in entries} == set(catalog["kinds"])
    assert all(kind["page"] in site for kind in catalog["kinds"].values())
    last = entries[-1]
    assert last["photos"] == [f"{found[-1].place}/photo-1.jpg"]
    assert (last["subheadline"], last["english_complete"]) == (None, True)
    assert last["headline"]["en"] == "Library earns certification 200"


def test_a_workspace_has_its_own_templates_and_names(workspace: Path) -> None:
    own = workspace / "templates/site"
    own.mkdir(parents=True)
    (own / "site.css").write_text("body { color: red }\n", encoding="utf-8")
    (own / "names.html.jinja").write_text("{{ links[0].name.korean }} & 끝\n", encoding="utf-8")
    opened = open_workspace(workspace)
    site = render_site(releases(2), open_frame(opened, ["certification", "agreement", "gone"]))
    assert site["site.css"].startswith("body { color: red }")
    assert site["kinds/index.html"].startswith("업무협약 & 끝\n")
    assert "인증 획득" in site["kinds/certification/index.html"]


def test_a_mistake_in_a_template_names_its_line(workspace: Path) -> None:
    own = workspace / "templates/site"
    own.mkdir(parents=True)
    (own / "year.html.jinja").write_text("\n{{ monthz }}\n", encoding="utf-8")
    with pytest.raises(PressgenError) as caught:
        render_site(releases(1), open_frame(open_workspace(workspace), []))
    [problem] = caught.value.problems
    assert problem.file is not None
    assert (problem.file.name, problem.line) == ("year.html.jinja", 2)
