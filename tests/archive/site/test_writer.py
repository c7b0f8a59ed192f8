"""What leads to the releases is written where it differs, and goes when they go."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pressgen.archive.published import Name, read_published
from pressgen.archive.site import open_frame, write_site
from pressgen.archive.site.release_nav import keep_links, set_links
from pressgen.errors import PressgenError
from pressgen.workspace import open_workspace
from tests.archive.site.support import PAGE, files_of, frame, put_pages, release, releases
from tests.archive.site.test_pages import links_of, page_of
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.archive.published import Published
    from tests.conftest import Program


def write(archive: Path, found: list[Published], before: list[Published] | None = None) -> set[str]:
    """Puts the releases into the archive and writes what leads to them; what was touched."""
    put_pages(archive, [one for one in found if not (archive / one.place).is_dir()])
    done = write_site(found, archive, frame(), before)
    assert done.notes == []
    return {*done.written, *done.removed}


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    assert write(tmp_path, releases(45))
    assert not write(tmp_path, releases(45))


def test_the_order_of_the_releases_decides_nothing(tmp_path: Path) -> None:
    mixed = releases(45)
    random.Random(1).shuffle(mixed)
    write(tmp_path / "a", releases(45))
    write(tmp_path / "b", mixed)
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


@pytest.mark.parametrize("count", [0, 1, 20, 21, 39, 40, 500])
def test_a_new_release_touches_few_files(tmp_path: Path, count: int) -> None:
    found = releases(count + 1)
    write(tmp_path, found[:-1])
    assert len(write(tmp_path, found)) <= 24


def test_the_same_is_written_with_and_without_what_was_there(tmp_path: Path) -> None:
    """Whatever comes, changes or goes, between two states of which the first was written whole."""
    chance = random.Random(5)
    everything = releases(90)
    before = everything[:60]
    write(tmp_path / "a", before)
    for _ in range(12):
        now = [one for one in everything if chance.random() < 0.8]
        now = [
            replace(one, headline=Name(f"새 제목 {chance.random()}", None), is_complete=False)
            if chance.random() < 0.05
            else one
            for one in now
        ]
        write(tmp_path / "a", now, before)
        assert not write(tmp_path / "a", now)
        before = now


def test_what_was_written_once_is_looked_at_no_more(tmp_path: Path) -> None:
    found = releases(200)
    write(tmp_path, found)
    touched = write(tmp_path, [*found[:-1], replace(found[-1], headline=Name("가", "A"))], found)
    assert len(touched) == 9
    (tmp_path / "2024/11/index.html").unlink()
    assert write(tmp_path, found[:-1], found)
    assert not (tmp_path / "2024/11/index.html").exists()


def test_what_led_to_what_is_gone_goes(tmp_path: Path) -> None:
    alone = release(70, organizations=(Name("홀로 (재)", None),), kind="alone")
    write(tmp_path, [*releases(60), alone])
    touched = write(tmp_path, releases(60))
    assert {path for path in touched if path.startswith(("kinds/alone", "organizations/홀로"))}
    assert not list(tmp_path.glob("kinds/alone*"))
    assert not list(tmp_path.glob("organizations/홀로*"))
    write(tmp_path, [])
    left = {path for path in files_of(tmp_path) if "/release." not in path}
    assert left == {
        *("index.html", "site.css", "archive.json", "sitemap.xml", "sitemap-pages.xml"),
        *("kinds/index.html", "organizations/index.html"),
    }


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    for path in ("index.html", "kinds/mine/index.html", "feed.old.xml", "2026/mine.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("내 것", encoding="utf-8")
    done = write_site(releases(3), tmp_path, frame())
    assert done.notes == ["index.html은(는) pressgen이 만든 것이 아니어서 그대로 두었습니다."]
    write_site([], tmp_path, frame())
    kept = {path for path, raw in files_of(tmp_path).items() if raw.decode() == "내 것"}
    assert kept == {"index.html", "kinds/mine/index.html", "feed.old.xml", "2026/mine.html"}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "kinds").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(PressgenError, match="쓸 수 없습니다"):
        write_site(releases(1), tmp_path, frame())


def test_a_release_leads_to_those_around_it(tmp_path: Path) -> None:
    found = releases(3)
    write(tmp_path, found)
    page = f"{found[1].place}/release.html"
    html = (tmp_path / page).read_text("utf-8")
    around = {
        rel: next(iter(links_of(page, str(page_of(html).find("a", rel=rel)))))
        for rel in ("prev", "next")
    }
    assert around == {
        "prev": f"{found[0].place}/release.html",
        "next": f"{found[2].place}/release.html",
    }
    assert {"index.html", "2024/11/index.html"} < links_of(page, html)
    assert keep_links(PAGE, html) == html
    write(tmp_path, found[:2])
    assert not page_of((tmp_path / page).read_text("utf-8")).find_all("a", rel="next")


def test_a_page_without_a_place_for_links_stays_as_it_is() -> None:
    assert set_links("<p>가</p>\n", "<nav></nav>") == "<p>가</p>\n"
    assert keep_links("<p>가</p>\n", PAGE) == "<p>가</p>\n"
    assert keep_links(PAGE, "<p>가</p>\n") == PAGE


def test_a_built_archive(workspace: Path, pressgen: Program) -> None:
    """From event files, with the pages that a build really writes."""
    write_event(workspace)
    write_event(workspace, EVENT.replace("2026-11-02", "2026-10-31"), "b.yaml")
    pressgen("build", "--offline")
    archive = workspace / "releases"
    found = list(read_published(archive))
    opened = open_frame(open_workspace(workspace), {one.kind for one in found})
    write_site(found, archive, opened)
    files = files_of(archive)
    for path, raw in files.items():
        if path.endswith(".html"):
            assert links_of(path, raw.decode()) <= set(files)
    html = files["2026/11/02-event/release.html"].decode()
    assert 'rel="prev" href="../../../2026/10/31-b/release.html"' in html
    assert "인증 획득" in files["kinds/certification/index.html"].decode()
    assert "feed.xml" not in files
    assert not write_site(found, archive, opened).written


def test_without_an_address_there_are_no_feeds_and_no_sitemaps(tmp_path: Path) -> None:
    write_site(releases(3), tmp_path, frame(url=""))
    pages = (page_of(raw.decode()) for path, raw in files_of(tmp_path).items() if "html" in path)
    assert not [page for page in pages if page.find_all("link", rel=["canonical", "alternate"])]
    write_site(releases(3), tmp_path, frame())
    assert set(write_site(releases(3), tmp_path, frame(url="")).removed) == {
        *("feed.xml", "feed.en.xml", "sitemap.xml", "sitemap-pages.xml", "sitemap-2024.xml"),
    }
