"""Has releases written, in rounds, until nothing of them is missing that can be had."""

from __future__ import annotations

from contextlib import closing
from functools import cached_property, partial
from typing import TYPE_CHECKING

from pressgen.archive.asking import OFFLINE, Why, translate
from pressgen.archive.fingerprint import read_state
from pressgen.archive.placing import (
    likely_place,
    place_of,
    refuse_shared_places,
    refuse_taken_places,
)
from pressgen.archive.work import (
    Done,
    Failed,
    Order,
    Task,
    Unanswered,
    build_chunk,
    build_here,
)
from pressgen.archive.workers import map_chunks
from pressgen.errors import PressgenError
from pressgen.pipeline import Pipeline, require_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from pressgen.archive.manifest import Manifest
    from pressgen.archive.plan import Plan
    from pressgen.archive.work import Outcome
    from pressgen.errors import Problem

_AT_ONCE = 500
"""How many releases are in memory while engines are asked for what they lack."""


class Rounds:
    """Builds the releases of some events.

    `done` is told of each that was written; `concerned` says which of an archive's events have to be
    built again, now that dictionaries hold more than they did when it was last asked.
    """

    def __init__(
        self,
        plan: Plan,
        manifest: Manifest,
        executor: Executor | None,
        translated: Callable[[int, int], None],
        done: Callable[[Done], None],
        concerned: Callable[[], Mapping[str, Path]],
    ) -> None:
        self._plan = plan
        self._manifest = manifest
        self._executor = executor
        self._translated = translated
        self._done = done
        self._concerned = concerned
        self._tasks: dict[str, Task] = {}
        self.problems: list[Problem] = []

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline(self._plan.workspace, self._plan.outlet)

    def run(self, files: Mapping[str, Path]) -> None:
        """Builds the releases of these events, given by their paths in the workspace.

        Raises PressgenError for what is wrong with all of them.
        """
        require_layout(self._plan.workspace)
        pipeline = self._pipeline
        _ = (
            pipeline.glossary,
            pipeline.workspace_catalog,
        )  # wrong for one is wrong for all: told once
        why = self._why(OFFLINE) if self._plan.open_translators is None else None
        waiting = self._placed({event: (file, None) for event, file in files.items()})
        generation = 0
        while waiting:
            unanswered, elsewhere = self._round(waiting, why, generation)
            pipeline.learn_people(self._manifest.take_said(self._plan.archive))
            pipeline.people.save()
            if unanswered:
                why = self._ask([self._tasks[event] for event in unanswered])
            again: dict[str, tuple[Path, str | None]] = {
                event: (self._tasks[event].file, None) for event in unanswered
            }
            again |= {event: (file, None) for event, file in self._concerned().items()}
            again |= {event: (self._tasks[event].file, at) for event, at in elsewhere.items()}
            waiting = self._placed(again)
            generation += 1

    def _round(
        self, tasks: Sequence[Task], why: Why | None, generation: int
    ) -> tuple[list[str], dict[str, str]]:
        """Returns the events that lack English, and those that belong elsewhere, with the place."""
        self._manifest.begin(self._plan.archive, ((task.event, task.place) for task in tasks))
        self._manifest.commit()
        plan = self._plan
        order = Order(plan.workspace, plan.outlet, plan.output, plan.at, why, generation)
        unanswered: list[str] = []
        elsewhere: dict[str, str] = {}
        for outcome in self._outcomes(order, tasks):
            if isinstance(outcome, (Done, Unanswered)):
                self._manifest.say(plan.archive, [outcome.said])
            if isinstance(outcome, Done):
                self._done(outcome)
            elif isinstance(outcome, Failed):
                self.problems += outcome.problems
            elif isinstance(outcome, Unanswered):
                unanswered.append(outcome.event)
            else:
                elsewhere[outcome.event] = outcome.place
        return unanswered, elsewhere

    def _outcomes(self, order: Order, tasks: Sequence[Task]) -> Iterator[Outcome]:
        work = partial(build_here, self._pipeline) if self._executor is None else build_chunk
        for chunk in map_chunks(work, order, tasks, self._executor, self._plan.jobs):
            yield from chunk

    def _why(self, default: str) -> Why:
        """Why something has no English where no engine was asked."""
        return Why(self._plan.sent_at, default, is_held=True)

    def _ask(self, tasks: Sequence[Task]) -> Why:
        """Has what these events' releases lack translated, in their order."""
        why = self._why("")
        if self._plan.open_translators is None:
            return why
        pipeline = self._pipeline
        with closing(self._plan.open_translators(pipeline)) as translators:
            for start in range(0, len(tasks), _AT_ONCE):
                drafts = [pipeline.draft(task.file) for task in tasks[start : start + _AT_ONCE]]
                why = why.with_more(
                    translate(pipeline, drafts, self._plan, translators, self._translated)
                )
        return why

    def _placed(self, events: Mapping[str, tuple[Path, str | None]]) -> list[Task]:
        """The events that have a place of their own, each with its place where that is known already."""
        tasks = {}
        for event, (file, known) in events.items():
            try:
                place = known or self._likely_place(file)
            except PressgenError as error:
                self.problems += error.problems
            else:
                tasks[event] = Task(file, event, place)
        everywhere = {one.file: one.place for one in {**self._tasks, **tasks}.values()}
        refused, problems = refuse_shared_places(everywhere)
        free = {event: task for event, task in tasks.items() if task.file not in refused}
        taken, more = refuse_taken_places(
            {task.file: task.place for task in free.values()},
            self._manifest,
            self._plan.archive,
            self._plan.workspace,
        )
        self.problems += [*problems, *more]
        free = {event: task for event, task in free.items() if task.file not in taken}
        self._tasks |= free
        return list(free.values())

    def _likely_place(self, file: Path) -> str:
        _, content = read_state("", file)
        return likely_place(content, file) or place_of(file, self._plan.workspace)
