"""The engines that a build may ask, opened as the workspace's settings say."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem
from pressgen.settings import EngineTable
from pressgen.translation.engines import EngineSettings, NotReadyError, names, open_engine
from pressgen.translation.engines.keys import find_key
from pressgen.translation.engines.sent import SentLog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressgen.translation.engines import Engine
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Translators:
    """Whom a build asks, each for what those before could not translate.

    What is under embargo or confidential goes to engines in the house only, unless `allow_public`.
    """

    engines: Sequence[Engine]
    allow_public: bool = False

    @property
    def in_house(self) -> list[Engine]:
        """Those that nothing leaves the house for."""
        return [engine for engine in self.engines if not engine.leaves_house]

    def close(self) -> None:
        for engine in self.engines:
            engine.close()


def open_translators(
    workspace: Workspace,
    ids: Sequence[str],
    glossary: Mapping[str, GlossaryTerm],
    *,
    allow_public: bool = False,
) -> Translators:
    """Opens the engines with these ids; no connection is made yet.

    Raises PressgenError where one of them lacks a key or a package.
    """
    with ExitStack() as opened:
        engines = []
        for engine_id in ids:
            engines.append(open_one(workspace, engine_id, glossary))
            opened.callback(engines[-1].close)
        opened.pop_all()  # all are open: closing them is the caller's now
    return Translators(engines, allow_public or workspace.settings.allow_public)


def open_one(workspace: Workspace, engine_id: str, glossary: Mapping[str, GlossaryTerm]) -> Engine:
    """Opens one engine. Raises as `open_translators` does."""
    try:
        return open_engine(engine_id, engine_settings(workspace, engine_id, glossary))
    except NotReadyError as error:
        message = f"{names(engine_id).korean}: {error}."
        raise PressgenError(Problem(message, field="engine")) from None


def engine_settings(
    workspace: Workspace, engine_id: str, glossary: Mapping[str, GlossaryTerm]
) -> EngineSettings:
    """What the workspace and the user's keys say of one engine. Raises as `find_key` does."""
    settings = workspace.settings
    table = settings.engines.get(engine_id, EngineTable())
    return EngineSettings(
        url=table.url,
        timeout=table.timeout,
        at_once=table.at_once,
        model=table.model,
        key=find_key(engine_id),
        ends=time.monotonic() + settings.deadline,
        sent=SentLog(workspace.working_data / "sent.log", workspace.zone),
        glossary={term.korean: term.english for term in glossary.values()},
        uploads_glossary=table.glossary,
    )
