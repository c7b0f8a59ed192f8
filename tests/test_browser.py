"""A built page, as a browser shows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = next(Path(__file__).parent.parent.glob("releases/2026/11/*libraries/release.html"))
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


@pytest.fixture
def chromium() -> str:
    if CHROMIUM is None:
        assert "PRESSGEN_CI" not in os.environ, "CI has to install chromium"
        pytest.skip("chromium is not installed")
    return CHROMIUM


@pytest.mark.system
@pytest.mark.slow
def test_the_page_fits_a_phone(chromium: str, tmp_path: Path) -> None:
    """Nothing is wider than a narrow screen; measured by the page itself, in a frame of that width."""
    frame = tmp_path / "frame.html"
    shutil.copy(PAGE, tmp_path / "release.html")
    frame.write_text(
        "<!doctype html><iframe src=release.html style='width:320px;height:2000px;border:0'></iframe>"
        "<script>onload = () => { const d = frames[0].document.documentElement;"
        "document.title = `${d.scrollWidth} ${d.clientWidth} ${d.querySelectorAll('h1').length}` }</script>",
        encoding="utf-8",
    )
    dom = subprocess.run(
        [
            chromium,
            *FLAGS,
            "--allow-file-access-from-files",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            "--virtual-time-budget=3000",
            frame.as_uri(),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    ).stdout
    title = dom.partition("<title>")[2].partition("</title>")[0]
    content, window, headlines = map(int, title.split())
    assert content <= window <= 320
    assert headlines == 1


@pytest.mark.system
@pytest.mark.slow
def test_the_page_prints_both_languages(chromium: str, tmp_path: Path) -> None:
    pdf = tmp_path / "release.pdf"
    subprocess.run(
        [
            chromium,
            *FLAGS,
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={pdf}",
            PAGE.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page/") <= 2
    assert b"CJK" in content
