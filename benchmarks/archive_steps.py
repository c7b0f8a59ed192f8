"""What each step of a build costs for one release, in one process.

The same work as a full build of these releases does, done in steps one after the other: so the sum is
what one process has to do, without the start of Python.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.archive_corpus import write_workspace
from pressgen.archive.drafting import write_drafts
from pressgen.archive.files import write_folder
from pressgen.archive.listing import Listing
from pressgen.archive.published import read_published
from pressgen.archive.search.writer import update_search
from pressgen.archive.site import open_frame, update_site
from pressgen.formats import FORMATS, Folder, load_format
from pressgen.layout import lay_out
from pressgen.pipeline import Pipeline
from pressgen.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.workspace import Workspace

RELEASES, ROUNDS = 400, 3


class Steps:
    """The milliseconds of each step for a release, by its name, in the order of the first round."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        seconds = time.perf_counter() - start
        self._taken.setdefault(name, []).append(seconds / RELEASES * 1000)

    def medians(self) -> dict[str, float]:
        return {name: statistics.median(taken) for name, taken in self._taken.items()}


def rows_of_steps() -> list[list[str]]:
    """A table: each step, its milliseconds for a release, its share of all."""
    steps = Steps()
    with tempfile.TemporaryDirectory() as folder:
        write_workspace(Path(folder, "workspace"), RELEASES)
        workspace = open_workspace(Path(folder, "workspace"))
        _build(workspace, Path(folder, "warm"), Steps())
        for number in range(ROUNDS):
            _build(workspace, Path(folder, f"releases{number}"), steps)
    medians = steps.medians()
    total = sum(medians.values())
    rows = [[name, f"{taken:.2f}", f"{taken / total:.0%}"] for name, taken in medians.items()]
    header = [f"{RELEASES} releases", "ms a release", "share"]
    return [header, *rows, ["all", f"{total:.2f}", "100%"]]


def _build(workspace: Workspace, archive: Path, steps: Steps) -> None:
    """A full build of the workspace's releases into an empty folder, step by step."""
    pipeline, at = Pipeline(workspace), datetime.now(workspace.zone)
    files = workspace.event_files(workspace.events)
    with steps.step("event to Korean"):
        drafts = write_drafts(pipeline, files, [])
    with steps.step("English from the memory"):
        releases = [pipeline.release(draft, lambda _key: "") for draft in drafts]
        lacking = [one for one in releases if one.state == "pending"]
    if lacking or len(drafts) != RELEASES:
        raise SystemExit("the corpus lacks English, or is not as pressgen reads events now")
    with steps.step("checks"):
        for release in releases:
            pipeline.findings(release, at)
    with steps.step("layout"):
        documents = [lay_out(release, pipeline.environment) for release in releases]
    texts: list[dict[str, str]] = [{} for _ in releases]
    for name in FORMATS:
        with steps.step(f"release.{name}"):
            written = load_format(name)
            for made, release, document in zip(texts, releases, documents, strict=True):
                photos = Folder((None,) * len(release.event.photos))
                made[f"release.{name}"] = written(release, document, photos, pipeline.environment)
    with steps.step("files written"):
        for made, release in zip(texts, releases, strict=True):
            write_folder(archive / release.event.place, made, {})
    _lead_to(workspace, archive, steps)


def _lead_to(workspace: Workspace, archive: Path, steps: Steps) -> None:
    """What leads to the releases, and the search."""
    with steps.step("releases read back"):
        published = {one.place: one for one in read_published(archive)}
    frame = open_frame(workspace, {one.kind for one in published.values()})
    with closing(sqlite3.connect(":memory:")) as connection:
        listing = Listing(connection, "releases")
        with steps.step("index pages, feeds, links"):
            update_site(published, archive, frame, listing, whole=True)
        with steps.step("search"):
            update_search(archive, listing.days(), None, listing.places, frame.template_folders)
