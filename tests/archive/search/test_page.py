"""The search page, in a browser, finds what Python finds, in the same order."""

from __future__ import annotations

import contextlib
import functools
import html
import http.server
import json
import shutil
import subprocess
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pressgen.archive.published import Name
from pressgen.archive.search.query import read_query, scan
from tests.archive.search.corpus import QUERIES, Corpus
from tests.archive.search.support import index
from tests.archive.search.test_index import release, short
from tests.test_browser import FLAGS, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressgen.archive.published import Published

__all__ = ["chromium"]  # the fixture

pytestmark = [pytest.mark.system, pytest.mark.slow]

# A person's way through the page: type, submit, wait for the answer, show more until there is none.
_HARNESS = """<!doctype html><meta charset="utf-8"><title>...</title>
<iframe src="search/index.html"></iframe><pre></pre>
<script src="harness.js"></script>
"""
_SCRIPT = """
"use strict";
const QUERIES = %s;
const frame = document.querySelector("iframe");
const pause = () => new Promise((done) => setTimeout(done, 2));
async function until(holds) { while (!holds()) await pause(); }
async function ask(page, words) {
  page.getElementById("words").value = words;
  page.querySelector("form").requestSubmit();
  const status = page.getElementById("status");
  await until(() => status.textContent && !status.textContent.startsWith("찾고"));
  const more = page.getElementById("more");
  const items = page.getElementById("results").children;
  while (!more.hidden) {
    const before = items.length;
    more.click();
    await until(() => items.length > before);
  }
  return {
    status: status.textContent,
    found: Array.from(items, (item) => item.querySelector("a").getAttribute("href")),
    marked: Array.from(items, (item) =>
      Array.from(item.querySelectorAll("mark"), (mark) => mark.textContent)),
    text: Array.from(items, (item) => item.querySelector("a").textContent),
    tags: page.querySelectorAll("#results :not(li, a, p, br, time, mark)").length,
  };
}
frame.addEventListener("load", async () => {
  const answers = [];
  for (const words of QUERIES) answers.push(await ask(frame.contentDocument, words));
  document.querySelector("pre").textContent = JSON.stringify(answers);
  document.title = "done";
}, { once: true });
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base class has it
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address, behind the web server that Python has."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def dom(chromium: str, address: str, profile: Path) -> str:
    """The page's DOM once its scripts have come to rest."""
    return subprocess.run(
        [
            chromium,
            *FLAGS,
            f"--user-data-dir={profile}",
            "--virtual-time-budget=120000",
            "--dump-dom",
            address,
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    ).stdout


def browse(chromium: str, folder: Path, profile: Path, queries: list[str]) -> list[dict[str, Any]]:
    """What the page answers to each query."""
    (folder / "harness.html").write_text(_HARNESS, encoding="utf-8")
    (folder / "harness.js").write_text(_SCRIPT % json.dumps(queries), encoding="utf-8")
    with served(folder) as address:
        shown = dom(chromium, f"{address}/harness.html", profile)
    assert "<title>done</title>" in shown
    answers = html.unescape(shown.partition("<pre>")[2].partition("</pre>")[0])
    told: list[dict[str, Any]] = json.loads(answers)
    return told


def addresses(releases: list[Published], words: str) -> list[str]:
    query = read_query(words)
    hits = scan(releases, query) if query.terms else []
    return [f"../{hit.place}/release.html" for hit in hits]


def marks(releases: list[Published], words: str) -> list[list[str]]:
    query = read_query(words)
    names = [hit.headline for hit in scan(releases, query)] if query.terms else []
    return [
        [
            part
            for text in (name.korean, name.english or "")
            for part, found in query.parts(text)
            if found
        ]
        for name in names
    ]


def test_the_page_finds_what_python_finds(chromium: str, tmp_path: Path) -> None:
    releases = Corpus().releases(200)
    folder = tmp_path / "releases"
    index(releases, folder)
    words = [word for one in releases[::9] for word in one.paragraphs[0].korean.split()[:2]]
    queries = [query for query in [*QUERIES, *words] if query.strip()]
    assert len(queries) >= 100
    answers = browse(chromium, folder, tmp_path / "profile", queries)
    for query, answer in zip(queries, answers, strict=True):
        assert (query, answer["found"]) == (query, addresses(releases, query))
        assert (query, answer["marked"]) == (query, marks(releases, query))
    assert sum(bool(answer["found"]) for answer in answers) > 60


def test_many_segments_are_asked_in_turn(chromium: str, tmp_path: Path) -> None:
    """More than are asked at once; those found in the headline come first, from however long ago."""
    releases = [short(day, number, "글") for day in range(420) for number in range(8)]
    for place in range(5, len(releases), 150):
        releases[place] = replace(releases[place], paragraphs=(Name("한빛재단은", None),))
    for place in (9, 700, 2900):
        releases[place] = replace(releases[place], headline=Name("‘재단’", None))
    folder = tmp_path / "releases"
    index(releases, folder)
    assert sum(path.is_dir() for path in (folder / "search").iterdir()) > 24
    (answer,) = browse(chromium, folder, tmp_path / "profile", ["재단"])
    assert answer["found"] == addresses(releases, "재단")
    assert len(answer["found"]) == 26


def test_hostile_text_is_shown_as_text(chromium: str, tmp_path: Path) -> None:
    texts = [
        "</script><script>document.title='x'</script> 재단",
        "<img src=x onerror=document.title='x'> 재단 \" ' & &lt;",
        "🎉재단🎉 \U00020000재단 Straße İstanbul ΟΔΟΣ",
        "\u1112\u1161\u11ab\u1107\u1175\u11ba 재단 Cafe\u0301",
        "문화ㆍ재단 \u2028 constructor __proto__ か\u3099",
    ]
    releases = [release("글", "text", text, number) for number, text in enumerate(texts, 1)]
    releases += [
        release("글", headline="재단", number=8),
        release("\ufdfa x\u0345 ǅ ŉ ﬁne ẞ ſ ｆull Ⅷ ½ ٣", "e\u0301\u0300 ΐ", "재단", 9),
    ]
    folder = tmp_path / "releases"
    index(releases, folder)
    queries = ["재단", "한빛", "cafe", "strasse", "istanbul", "οδοσ", "constructor", "𠀀재단", "が"]
    queries += ["script", "lt", "toString", "hasOwnProperty", "x", "ǆ", "n", "fine", "ss", "s", "ι"]
    queries += ["ｆ", "ⅷ", "½", "٣", "e", "\ufdfa", "🎉", "x onerror"]
    answers = browse(chromium, folder, tmp_path / "profile", queries)
    for query, answer in zip(queries, answers, strict=True):
        assert (query, answer["found"]) == (query, addresses(releases, query))
        assert (query, answer["marked"]) == (query, marks(releases, query))
        assert answer["tags"] == 0
    assert texts[0] in answers[0]["text"]


def test_a_korean_place_is_linked(chromium: str, tmp_path: Path) -> None:
    place = "2026/11/02-한빛 재단#1?"
    one = replace(release("글"), place=place, headline=Name("재단", None))
    index([one], tmp_path / "releases")
    (answer,) = browse(chromium, tmp_path / "releases", tmp_path / "profile", ["재단"])
    (link,) = answer["found"]
    assert link == ("../2026/11/02-%ED%95%9C%EB%B9%9B%20%EC%9E%AC%EB%8B%A8%231%3F/release.html")


def test_an_address_with_a_query_answers_it(chromium: str, tmp_path: Path) -> None:
    index([release("한빛문화재단은")], tmp_path)
    with served(tmp_path) as address:
        shown = dom(chromium, f"{address}/search/?q=%EC%9E%AC%EB%8B%A8", tmp_path / "profile")
    assert "보도자료 1건을 찾았습니다." in shown
    assert 'href="../2026/11/01-release/release.html"' in shown
    assert '<time datetime="2026-11-01">2026. 11. 1.</time>' in shown


def test_a_file_says_why_it_finds_nothing(chromium: str, tmp_path: Path) -> None:
    index([release("한빛문화재단은")], tmp_path)
    page = (tmp_path / "search/index.html").as_uri()
    shown = dom(chromium, page, tmp_path / "profile")
    assert '<div id="trouble-file" class="trouble">' in shown


def test_a_lost_index_is_told(chromium: str, tmp_path: Path) -> None:
    index([release("한빛문화재단은")], tmp_path)
    (tmp_path / "search/index.json").unlink()
    with served(tmp_path) as address:
        shown = dom(chromium, f"{address}/search/?q=a", tmp_path / "profile")
    assert '<div id="trouble-read" class="trouble">' in shown
    assert "찾지 못했습니다." in shown


def test_a_part_of_the_answer_is_not_shown_as_all(chromium: str, tmp_path: Path) -> None:
    index([short(day, number, "글") for day in range(30) for number in range(8)], tmp_path)
    oldest = min(path for path in (tmp_path / "search").iterdir() if path.is_dir())
    shutil.rmtree(oldest)
    with served(tmp_path) as address:
        shown = dom(chromium, f"{address}/search/?q=%EA%B8%80", tmp_path / "profile")
    assert '<div id="trouble-read" class="trouble">' in shown
    assert "2026/01/" not in shown


def test_the_page_fits_a_phone(chromium: str, tmp_path: Path) -> None:
    index([release("글", "text", "길" * 200)], tmp_path)
    (tmp_path / "frame.html").write_text(
        "<!doctype html><iframe src='search/index.html?q=%EA%B8%B8' style='width:320px;height:900px;border:0'>"
        "</iframe><script>setTimeout(() => { const d = frames[0].document;"
        "document.title = `${d.documentElement.scrollWidth} ${d.querySelectorAll('mark').length}` }, 3000)"
        "</script>",
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        shown = dom(chromium, f"{address}/frame.html", tmp_path / "profile")
    width, found = map(int, shown.partition("<title>")[2].partition("</title>")[0].split())
    assert width <= 320
    assert found == 1
