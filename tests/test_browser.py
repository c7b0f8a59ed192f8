"""Built pages, as a browser shows them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from pressgen.archive.published import Name
from tests.archive.site.support import frame, put_pages, release, releases, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASE = next(Path(__file__).parent.parent.glob("releases/2026/11/*libraries/release.html"))
INDEX_PAGES = (
    *("index.html", "2026/index.html", "2026/11/index.html"),
    *("kinds/index.html", "kinds/agreement/page-1.html", "organizations/index.html"),
)
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DARK = "--blink-settings=preferredColorScheme=0"
MEASURE = """
const page = frames[0].document, skip = page.querySelector(".skip"), hidden = skip?.getBoundingClientRect();
skip?.focus();
document.title = JSON.stringify({
  sheets: page.styleSheets.length,
  content: page.documentElement.scrollWidth,
  window: page.documentElement.clientWidth,
  headlines: page.querySelectorAll("h1").length,
  background: frames[0].getComputedStyle(page.body).backgroundColor,
  ink: frames[0].getComputedStyle(page.body).color,
  skipHidden: hidden ? hidden.right : null,
  skipFocused: skip ? skip.getBoundingClientRect().left : null,
  outline: skip ? frames[0].getComputedStyle(skip).outlineStyle : null,
});
"""


@pytest.fixture
def chromium() -> str:
    if CHROMIUM is None:
        assert "PRESSGEN_CI" not in os.environ, "CI has to install chromium"
        pytest.skip("chromium is not installed")
    return CHROMIUM


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """An archive on a web server, with the longest words that a line may have to take; its address."""
    folder = tmp_path_factory.mktemp("archive")
    long = Name("가나다라마바사아자차카타파하" * 8, "Honorificabilitudinitatibus" * 8)
    found = [
        *releases(250),
        release(243, headline=long, organizations=(long,), place="2026/11/08-긴-제목"),
    ]
    put_pages(folder, found)
    shutil.copy(RELEASE, folder / found[0].place)
    write_site(found, folder, frame())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(chromium: str, profile: Path, *arguments: str) -> str:
    return subprocess.run(
        [chromium, *FLAGS, f"--user-data-dir={profile}", *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    ).stdout


def measured(
    chromium: str, archive: tuple[Path, str], page: str, width: int, *flags: str
) -> dict[str, Any]:
    """What a page says of itself in a frame of this width."""
    folder, address = archive
    measuring = folder / "measuring.html"
    measuring.write_text(
        "<!doctype html><meta charset='utf-8'>"  # else the browser guesses how to read the address
        f"<iframe src='{page}' style='width:{width}px;height:2000px;border:0'></iframe>"
        f"<script>onload = () => {{ {MEASURE} }}</script>",
        encoding="utf-8",
    )
    arguments = [*flags, "--dump-dom", "--virtual-time-budget=3000", f"{address}/measuring.html"]
    for _ in range(3):  # on a busy machine the browser's clock may run out before all is there
        dom = run(chromium, folder.parent / "profile", *arguments)
        found: dict[str, Any] = json.loads(dom.partition("<title>")[2].partition("</title>")[0])
        if found["sheets"]:
            return found
    raise AssertionError(f"no style sheet came with {page}")


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.parametrize("page", [*INDEX_PAGES, f"{releases(1)[0].place}/release.html"])
def test_a_page_fits_a_phone(chromium: str, archive: tuple[Path, str], page: str) -> None:
    """Nothing is wider than a narrow screen."""
    found = measured(chromium, archive, page, 320)
    assert found["content"] <= found["window"] <= 320
    assert found["headlines"] == 1


@pytest.mark.system
@pytest.mark.slow
def test_the_index_has_its_style_by_day_and_by_night(
    chromium: str, archive: tuple[Path, str]
) -> None:
    day = measured(chromium, archive, "index.html", 360)
    night = measured(chromium, archive, "index.html", 360, DARK)
    assert (day["background"], day["ink"]) == ("rgb(255, 255, 255)", "rgb(28, 28, 30)")
    assert (night["background"], night["ink"]) == ("rgb(24, 24, 26)", "rgb(236, 236, 240)")


@pytest.mark.system
@pytest.mark.slow
def test_the_first_key_shows_the_way_to_the_content(
    chromium: str, archive: tuple[Path, str]
) -> None:
    found = measured(chromium, archive, "kinds/agreement/index.html", 360)
    assert found["skipHidden"] <= 0 <= found["skipFocused"]
    assert found["outline"] == "solid"


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "most"), [(f"{releases(1)[0].place}/release.html", 2), ("2026/11/index.html", 2)]
)
def test_a_page_prints_both_languages(
    chromium: str, archive: tuple[Path, str], tmp_path: Path, page: str, most: int
) -> None:
    pdf = tmp_path / "page.pdf"
    run(chromium, tmp_path / "profile", f"--print-to-pdf={pdf}", f"{archive[1]}/{page}")
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page/") <= most
    assert b"CJK" in content
