"""The corpus of benchmarks.archive: the same every time, and nothing in it for a person to look at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from benchmarks.archive_corpus import articles, correct, write_workspace
from pressgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RELEASES = 12


def test_the_same_articles_every_time() -> None:
    assert list(articles(RELEASES)) == list(articles(RELEASES))


@pytest.mark.slow
def test_it_builds_with_nothing_pending_and_nothing_to_look_at_also_when_corrected(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "workspace"
    write_workspace(folder, RELEASES)
    written = list(articles(RELEASES))
    files = [folder / "releases" / one.folder / "release.json" for one in written]
    numbers = [one.number for one in written]
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", "--offline", "--workspace", str(folder)])
        assert result.exit_code == 0, result.output
        for file, number in zip(files, numbers, strict=True):
            text = file.read_text(encoding="utf-8")
            assert json.loads(text)["translation"]["state"] == "complete"
            assert text.count(number) >= 2  # once in each language
        numbers = [correct(folder / one.file, one) for one in written]
