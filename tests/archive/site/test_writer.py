"""What leads to the releases is written where it differs, and goes when they go."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from pressgen.archive.published import Name, read_published
from pressgen.archive.site import open_frame
from pressgen.archive.site.release_nav import keep_links, set_links
from pressgen.errors import PressgenError
from pressgen.workspace import open_workspace
from tests.archive.site.support import (
    PAGE,
    BuiltSite,
    files_of,
    frame,
    release,
    releases,
    write_site,
)
from tests.archive.site.test_pages import links_of, page_of
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from pressgen.archive.published import Published
    from pressgen.archive.site import WrittenSite
    from tests.conftest import Program


def touched(done: WrittenSite) -> set[str]:
    """The files that were written or removed."""
    assert done.notes == []
    return {*done.written, *done.removed}


def written_from_nothing(archive: Path, found: list[Published]) -> dict[str, bytes]:
    """What is there of an archive where these releases are the first that there are."""
    BuiltSite(archive).build(found)
    return files_of(archive)


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    site = BuiltSite(tmp_path)
    assert touched(site.build(releases(45)))
    assert not touched(site.build(releases(45)))
    assert not touched(site.build(releases(45), whole=True))


def test_the_order_of_the_releases_decides_nothing(tmp_path: Path) -> None:
    mixed = releases(45)
    random.Random(1).shuffle(mixed)
    inorder = written_from_nothing(tmp_path / "a", releases(45))
    assert written_from_nothing(tmp_path / "b", mixed) == inorder


@pytest.mark.parametrize("count", [1, 20, 21, 39, 40, 500])
def test_a_new_release_touches_few_files(tmp_path: Path, count: int) -> None:
    site = BuiltSite(tmp_path)
    found = releases(count + 1)
    site.build(found[:-1])
    assert len(touched(site.build(found))) <= 24
    assert len(touched(site.build(found[:-1]))) <= 24


@pytest.mark.parametrize("seed", range(4))
def test_the_same_is_there_whatever_the_way_to_it(tmp_path: Path, seed: int) -> None:
    """Whatever comes, is corrected, goes or moves, all at once or one by one."""
    chance = random.Random(seed)
    site, now = BuiltSite(tmp_path / "a"), releases(110)
    site.build(now)
    for step in range(8):
        for _ in range(chance.choice([1, 1, 2, 9])):
            now = changed_somehow(now, chance)
        site.build(now, whole=step == 5)
        assert files_of(tmp_path / "a") == written_from_nothing(tmp_path / f"b{step}", now)
        assert not touched(site.build(now, whole=True))


def changed_somehow(found: list[Published], chance: random.Random) -> list[Published]:
    """The releases with one change, of the newest half as likely as of all others."""
    if not found or chance.random() < 0.3:
        number = chance.randrange(130)
        others = [one for one in found if not one.place.endswith(f"-{number}")]
        return [*others, release(number)]
    place = chance.choice([*range(len(found)), *[len(found) - 1] * (len(found) // 2)])
    one, others = found[place], [*found[:place], *found[place + 1 :]]
    if chance.random() < 0.3:
        return others
    return [*others, replace(one, **chance.choice(CORRECTIONS)(chance, one))]


CORRECTIONS: list[Callable[[random.Random, Published], dict[str, Any]]] = [
    lambda chance, _: {"headline": Name(f"새 제목 {chance.random()}", None)},
    lambda chance, _: {"paragraphs": (Name(f"새 글 {chance.random()}", "New text"),)},
    lambda chance, _: {"is_complete": chance.random() < 0.5},
    lambda chance, _: {"kind": chance.choice(["agreement", "certification", "other"])},
    lambda chance, _: {
        "organizations": tuple(
            Name(chance.choice(["솔섬군", "홀로"]), chance.choice([None, "Alone", "On its own"]))
            for _ in range(2)
        )
    },
    lambda chance, one: moved(one, one.released + timedelta(days=chance.randint(-400, 400))),
]


def moved(one: Published, day: date) -> dict[str, Any]:
    slug = one.place.rpartition("/")[2].partition("-")[2]
    return {"released": day, "place": f"{day:%Y/%m/%d}-{slug}"}


def test_only_what_a_change_concerns_is_looked_at(tmp_path: Path) -> None:
    site, found = BuiltSite(tmp_path), releases(200)
    site.build(found)
    (tmp_path / "2024/11/index.html").unlink()
    last = replace(found[-1], headline=Name("가", "A"))
    done = site.build([*found[:-1], last])
    pages = {"index.html", f"{last.released:%Y/%m}/index.html", f"{found[-2].place}/release.html"}
    assert pages < set(done.written)
    assert len(done.written) == 10
    assert not (tmp_path / "2024/11/index.html").exists()
    assert site.build([*found[:-1], last], whole=True).written == ["2024/11/index.html"]


def test_a_corrected_text_is_in_the_feeds_while_it_is_among_the_newest(tmp_path: Path) -> None:
    site, found = BuiltSite(tmp_path), releases(80)
    site.build(found)
    text = (Name("고친 글이다.", "A corrected text."),)
    old = [replace(found[0], paragraphs=text), *found[1:]]
    assert set(site.build(old).written) == {f"{found[0].place}/release.html"}
    new = [*old[:-1], replace(found[-1], paragraphs=text)]
    assert {"feed.xml", "feed.en.xml"} < set(site.build(new).written)
    assert "고친 글이다." in (tmp_path / "feed.xml").read_text("utf-8")


def test_the_newest_english_of_a_name_is_on_all_its_pages(tmp_path: Path) -> None:
    site, found = BuiltSite(tmp_path), releases(30)
    site.build(found)
    new = release(30, organizations=(Name("솔섬군", "Solseom-gun"),))
    site.build([*found, new])
    page = (tmp_path / found[1].place / "release.html").read_text("utf-8")
    assert "Solseom-gun" in page
    assert "Solseom County" not in page
    site.build(found)
    assert "Solseom County" in (tmp_path / found[1].place / "release.html").read_text("utf-8")


def test_what_led_to_what_is_gone_goes(tmp_path: Path) -> None:
    alone = release(70, organizations=(Name("홀로 (재)", None),), kind="alone")
    site = BuiltSite(tmp_path)
    site.build([*releases(60), alone])
    gone = site.build(releases(60)).removed
    assert {path for path in gone if path.startswith(("kinds/alone", "organizations/홀로"))}
    assert not list(tmp_path.glob("kinds/alone*"))
    assert not list(tmp_path.glob("organizations/홀로*"))
    site.build([])
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
    assert done.notes == [
        "index.html은 pressgen이 만든 것이 아니어서 그대로 두었습니다. 다른 곳으로 옮기면 다음 build가 만듭니다."
    ]
    write_site([], tmp_path, frame())
    kept = {path for path, raw in files_of(tmp_path).items() if raw.decode() == "내 것"}
    assert kept == {"index.html", "kinds/mine/index.html", "feed.old.xml", "2026/mine.html"}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "kinds").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(PressgenError, match="쓸 수 없습니다"):
        write_site(releases(1), tmp_path, frame())


def test_a_release_leads_to_those_around_it(tmp_path: Path) -> None:
    site, found = BuiltSite(tmp_path), releases(3)
    site.build(found)
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
    site.build(found[:2])
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
    front = page_of(files["index.html"].decode())
    assert front.form is not None
    assert front.form["action"] in files
    assert front.select_one("form input[name=q]")
    assert front.select_one('header a[href="search/index.html"]')
    assert b'href="../../../search/index.html"' in files["2026/11/02-event/release.html"]
    assert b'href="../index.html"' in files["search/index.html"]
    assert not write_site(found, archive, opened).written


def test_without_an_address_there_are_no_feeds_and_no_sitemaps(tmp_path: Path) -> None:
    write_site(releases(3), tmp_path, frame(url=""))
    pages = (page_of(raw.decode()) for path, raw in files_of(tmp_path).items() if "html" in path)
    assert not [page for page in pages if page.find_all("link", rel=["canonical", "alternate"])]
    write_site(releases(3), tmp_path, frame())
    assert set(write_site(releases(3), tmp_path, frame(url="")).removed) == {
        *("feed.xml", "feed.en.xml", "sitemap.xml", "sitemap-pages.xml", "sitemap-2024.xml"),
    }
