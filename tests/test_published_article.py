"""The published article that the format comes from, made again from its facts."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

RELEASE = "releases/2022/12/05-event"


@pytest.fixture
def built(workspace: Path, pressgen: Program, article: Path) -> Path:
    """The release that the article's facts and its English make, without a network."""
    shutil.copy(article / "event.yaml", workspace / "events")
    shutil.copy(article / "en.po", workspace / "translations")
    result = pressgen("build", "--offline")
    assert result.exit_code == 0, result.output
    return workspace / RELEASE


def test_every_line_is_the_published_one(built: Path, article: Path) -> None:
    headline, subheadline, *rest = (built / "release.txt").read_text("utf-8").splitlines()
    assert headline == "중랑구시설관리공단, 한국서비스품질(SQ) 우수기업 인증"
    assert subheadline == "고객만족 향상을 위한 우수한 서비스품질 제공"
    published = (article / "article.txt").read_text("utf-8").splitlines()
    assert len(published) == 13
    assert rest == published


def test_the_english_is_known_as_googles(built: Path) -> None:
    _, front_matter, body = (built / "release.md").read_text("utf-8").split("---\n", 2)
    translation = yaml.safe_load(front_matter)["translation"]
    assert translation == {"state": "complete", "origin": ["catalog"], "engines": ["google"]}
    assert "\n\\- Reporter Ha In-gyu\n" in body
    page = (built / "release.html").read_text("utf-8")
    assert '<span lang="en-x-mtfrom-ko">The corporation has been recognized' in page
    segments = [
        segment
        for paragraph in json.loads((built / "release.json").read_text("utf-8"))["english"]
        for segment in paragraph["segments"]
    ]
    assert {segment["origin"] for segment in segments} == {"catalog"}
    assert all(segment["engines"] == ["google"] for segment in segments)


def test_building_again_changes_nothing(built: Path, pressgen: Program) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in built.iterdir()}
    assert pressgen("build", "--offline").exit_code == 0
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in built.iterdir()} == before


def test_without_its_catalog_what_nobody_knows_is_marked(
    workspace: Path, pressgen: Program, article: Path
) -> None:
    shutil.copy(article / "event.yaml", workspace / "events")
    result = pressgen("build", "--offline")
    assert result.exit_code == 3
    text = (workspace / RELEASE / "release.txt").read_text("utf-8")
    assert "\n[번역 대기] 공단은 고객서비스 경영 철학" in text
    assert "\n(Jungnang=Break News Gyeonggi Northeast) Jungnang-gu Facility" in text
    assert "구글번역" not in text
