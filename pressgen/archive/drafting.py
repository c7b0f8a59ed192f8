"""The Korean of many events at once, for what looks at a whole archive without building it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.placing import refuse_shared_places
from pressgen.errors import PressgenError
from pressgen.pipeline import spellings_of
from pressgen.translation.people import Said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.errors import Problem
    from pressgen.pipeline import Draft, Pipeline


def write_drafts(pipeline: Pipeline, files: Sequence[Path], problems: list[Problem]) -> list[Draft]:
    """The Korean of every event that is right; what is wrong with the others goes into `problems`.

    Raises PressgenError for what concerns all of them: settings, catalogs, glossary, memory.
    """
    _ = pipeline.glossary, pipeline.workspace_catalog  # wrong for one is wrong for all: told once
    drafts = []
    for file in files:
        try:
            drafts.append(pipeline.draft(file))
        except PressgenError as error:
            problems += error.problems
    refused, clashes = refuse_shared_places({one.event.file: one.event.place for one in drafts})
    problems += clashes
    good = [one for one in drafts if one.event.file not in refused]
    path_in = pipeline.workspace.path_in
    paths = [(path_in(one.event.file), one.event) for one in good]
    pipeline.learn_people(
        Said(path, event.released, spellings_of(event, path)) for path, event in paths
    )
    return good
