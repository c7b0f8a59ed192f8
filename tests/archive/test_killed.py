"""A build that is killed at any moment leaves whole files, and the next one ends as if nothing had been."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pressgen.archive.builder import build
from pressgen.archive.plan import Plan
from pressgen.workspace import open_workspace
from tests.archive.support import EVENT, write_event
from tests.archive.test_incremental import files_below

AT = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Seoul"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="kills processes that it forks"),
]


def run(folder: Path, jobs: int) -> None:
    workspace = open_workspace(folder)
    files = workspace.event_files(workspace.events)
    build(Plan(workspace, files, workspace.releases, AT, jobs=jobs))


def started(folder: Path, jobs: int) -> multiprocessing.process.BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=run, args=(folder, jobs))
    process.start()
    return process


def write_events(folder: Path, count: int, people: int) -> None:
    """Events, among them one that was not there before, one that moved, one that changed, and one whose
    file has another name now."""
    for number in range(count):
        text = EVENT.replace("1만2000명", f"{number + people}명").replace(
            "11-02", f"11-{1 + number % 20:02}"
        )
        if number == 3:
            text = text.replace("name: 한보라", f"name: {{ko: 한보라, en: Han Bo-{people}}}")
        if number == 5 and people % 2:
            text += "embargo: 2099-01-01 09:00\n"
        if number == 6:
            text += f"slug: moved-{people % 2}\n"
        name = f"e{number:02}"
        if number == 4:
            text, name = EVENT, f"e04-{people % 2}"
            (folder / f"events/e04-{1 - people % 2}.yaml").unlink(missing_ok=True)
        write_event(folder, text, f"{name}.yaml")


def are_whole(folder: Path) -> None:
    for name, content in files_below(folder / "releases").items():
        path = Path(name)
        if path.suffix == ".tmp":
            continue  # what was being written; nobody is led to it
        assert content.endswith(b"\n"), name
        if path.suffix == ".json":
            json.loads(content)
        if path.suffix == ".html":
            assert b"</html>" in content


@pytest.mark.parametrize(("jobs", "count", "moments"), [(1, 8, 80), (2, 66, 20)])
def test_a_killed_build_leaves_whole_files_and_the_next_ends_as_an_undisturbed_one(
    tmp_path: Path, jobs: int, count: int, moments: int
) -> None:
    chance = random.Random(jobs)
    killed, undisturbed = tmp_path / "killed", tmp_path / "undisturbed"
    for folder in (killed, undisturbed):
        (folder / "events").mkdir(parents=True)
        (folder / "pressgen.toml").write_text('[site]\nurl = "https://press.example.kr"\n')
    took = 0.0
    stopped = 0
    for moment in range(moments):
        # What is published twice under another slug leaves pages that lead on: the same in both.
        for folder in (killed, undisturbed):
            write_events(folder, count - moment % 2, 2 + moment % 3)
        process = started(killed, jobs)
        process.join(chance.uniform(0, took or 0.05))
        if process.is_alive():
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL)
            stopped += 1
        process.join()
        are_whole(killed)
        start = time.monotonic()
        run_to_the_end(undisturbed, jobs)
        took = time.monotonic() - start
        run_to_the_end(killed, jobs)
        assert files_below(killed / "releases") == files_below(undisturbed / "releases")
        assert drafts(killed) == drafts(undisturbed)
    assert stopped > moments // 3


def run_to_the_end(folder: Path, jobs: int) -> None:
    process = started(folder, jobs)
    process.join()
    assert process.exitcode == 0


def drafts(folder: Path) -> dict[str, bytes]:
    return files_below(folder / ".pressgen/drafts")
