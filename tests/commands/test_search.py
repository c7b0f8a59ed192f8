"""`pressgen search`, with an index in the archive and without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click.testing
import pytest

from pressgen.cli import main
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

FOUND = """\
2026-11-03  하늘섬재단, ‘섬 관광 우수상’ 획득
            Haneul Island Foundation earns ‘Island Tourism Award’
            releases/2026/11/03-b
2026-11-02  부안섬관광공사, ‘섬 관광 우수상’ 획득
            Buan Island Tourism Corporation earns ‘Island Tourism Award’
            releases/2026/11/02-event
보도자료 2건
"""


@pytest.fixture(params=["index", "texts"])
def archive(request: pytest.FixtureRequest, workspace: Path, pressgen: Program) -> Path:
    """Two releases, searched by the index of the archive or by reading them."""
    write_event(workspace)
    organization = "{ko: 하늘섬재단, en: Haneul Island Foundation, article: the}"
    lines = [
        f"organization: {organization}" if line.startswith("organization:") else line
        for line in EVENT.replace("2026-11-02", "2026-11-03").splitlines()
    ]
    write_event(workspace, "\n".join([*lines, "slug: b"]), "b.yaml")
    pressgen("build", "--offline", "--at", "2026-11-20")
    releases = workspace / "releases"
    if request.param == "texts":
        (releases / "search/index.json").unlink()
    return releases


@pytest.mark.usefixtures("archive")
def test_what_is_found_is_told(pressgen: Program) -> None:
    result = pressgen("search", "섬", "award")
    assert (result.exit_code, result.output) == (0, FOUND)
    assert "03-b\n보도자료 1건" in pressgen("search", "섬재단").output


@pytest.mark.usefixtures("archive")
def test_nothing_found_is_said(pressgen: Program) -> None:
    result = pressgen("search", "없는낱말")
    assert (result.exit_code, result.output) == (0, "찾은 보도자료가 없습니다.\n")


@pytest.mark.usefixtures("archive")
def test_programs_get_json(pressgen: Program) -> None:
    data = json.loads(pressgen("search", "--json", "재단", "하늘").output)
    assert data == {
        "terms": ["재단", "하늘"],
        "releases": [
            {
                "place": "2026/11/03-b",
                "released": "2026-11-03",
                "headline": {
                    "ko": "하늘섬재단, ‘섬 관광 우수상’ 획득",
                    "en": "Haneul Island Foundation earns ‘Island Tourism Award’",
                },
                "in_headline": True,
            }
        ],
    }
    assert json.loads(pressgen("search", "--json", "없는낱말").output)["releases"] == []


@pytest.mark.usefixtures("archive")
def test_what_was_asked_for_is_marked_in_a_terminal() -> None:
    output = click.testing.CliRunner().invoke(main, ["search", "재단"], color=True).output
    assert "하늘섬" + click.style("재단", bold=True, fg="green") + ", ‘섬" in output


def test_the_archive_is_the_one_that_is_named(
    archive: Path, tmp_path: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "다른 곳"
    elsewhere.mkdir()
    (elsewhere / "pressgen.toml").touch()
    monkeypatch.chdir(elsewhere)
    assert "없습니다" in pressgen("search", "재단").output
    assert "1건" in pressgen("search", "섬재단", "--output", archive).output
    assert "1건" in pressgen("search", "섬재단", "--workspace", archive.parent).output


@pytest.mark.parametrize("words", [(), ("?!",), ("재단", "--output", "none")])
def test_wrong_usage_ends_with_2(
    workspace: Path, pressgen: Program, words: tuple[str, ...]
) -> None:
    result = pressgen("search", *words)
    assert result.exit_code == 2, workspace
    assert "사용법:" in result.output


def test_what_cannot_be_read_ends_with_1(archive: Path, pressgen: Program) -> None:
    for file in (*archive.rglob("release.json"), *archive.rglob("keys-*.json")):
        file.write_text("{", encoding="utf-8")
    result = pressgen("search", "재단")
    assert result.exit_code == 1
    assert "다시 만드세요" in result.output


def test_what_is_taken_out_is_no_longer_found(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    pressgen("build", "--offline")
    assert "2026-11-02" in pressgen("search", "부안섬관광공사").output
    write_event(workspace, EVENT + "confidential: true\n")
    pressgen("build", "--offline")
    assert "2026-11-02" not in pressgen("search", "부안섬관광공사").output
    assert not list((workspace / "releases/search").rglob("keys-*.json"))


def test_a_folder_without_releases_is_told(
    pressgen: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = pressgen("search", "재단")
    assert result.exit_code == 1
    assert "releases 폴더가 없습니다. 아직 나간 보도자료가 없거나" in result.output
