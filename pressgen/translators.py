"""The engines that a build may ask, opened as the workspace's settings say."""

from __future__ import annotations

import time
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem
from pressgen.settings import EngineTable
from pressgen.translation.engines import EngineSettings, NotReadyError, names, open_engine
from pressgen.translation.engines.keys import find_key
from pressgen.translation.engines.sent import SentLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressgen.translation.engines import Engine
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.workspace import Workspace


class Translators:
    """Whom a build asks, each for what those before could not translate; opened when first asked for.

    What is under embargo or confidential goes to engines in the house only, unless `allow_public`.
    """

    def __init__(
        self, open_engines: Callable[[], Sequence[Engine]], *, allow_public: bool = False
    ) -> None:
        self._open = open_engines
        self.allow_public = allow_public

    @cached_property
    def engines(self) -> Sequence[Engine]:
        """All of them, in order. Raises PressgenError where one lacks a key or a package."""
        return self._open()

    @property
    def in_house(self) -> Sequence[Engine]:
        """Those that nothing leaves the house for. Raises as `engines` does."""
        return [engine for engine in self.engines if not engine.leaves_house]

    def close(self) -> None:
        if "engines" in self.__dict__:
            for engine in self.engines:
                engine.close()


def translators_of(
    workspace: Workspace,
    ids: Sequence[str],
    glossary: Mapping[str, GlossaryTerm],
    *,
    allow_public: bool = False,
) -> Translators:
    """The engines with these ids. A build that has nothing to ask needs no key to them."""
    allowed = allow_public or workspace.settings.allow_public
    return Translators(lambda: _opened(workspace, ids, glossary), allow_public=allowed)


def _opened(
    workspace: Workspace, ids: Sequence[str], glossary: Mapping[str, GlossaryTerm]
) -> list[Engine]:
    with ExitStack() as opened:
        engines = []
        for engine_id in ids:
            engines.append(open_one(workspace, engine_id, glossary))
            opened.callback(engines[-1].close)
        opened.pop_all()  # all are open: closing them is the caller's now
    return engines


def open_one(workspace: Workspace, engine_id: str, glossary: Mapping[str, GlossaryTerm]) -> Engine:
    """Opens one engine; no connection is made yet. Raises as `Translators.engines` does."""
    try:
        return open_engine(engine_id, engine_settings(workspace, engine_id, glossary))
    except NotReadyError as error:
        message = f"{names(engine_id).korean}: {error}."
        raise PressgenError(Problem(message)) from None


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
