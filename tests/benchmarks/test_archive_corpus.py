"""The corpus of benchmarks.archive: the same every time, and nothing in it for a person to look at."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from click.testing import CliRunner

from benchmarks.archive_corpus import articles, correct, write_workspace
from pressgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RELEASES = 12


def test_the_same_articles_every_time() -> None:
    assert list(articles(RELEASES)) == list(articles(RELEASES))


def test_it_builds_with_nothing_pending_and_nothing_to_look_at(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    write_workspace(folder, RELEASES)
    last = list(islice(articles(RELEASES), RELEASES))[-1]
    for number in (last.number, last.corrected):
        result = CliRunner().invoke(main, ["build", "--offline", "--workspace", str(folder)])
        assert result.exit_code == 0, result.output
        texts = {
            article.folder: (folder / "releases" / article.folder / "release.json").read_text(
                "utf-8"
            )
            for article in articles(RELEASES)
        }
        assert {json.loads(text)["translation"]["state"] for text in texts.values()} == {"complete"}
        assert number in texts[last.folder]
        assert correct(folder / last.file, last) != number
