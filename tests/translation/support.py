"""What the tests of translation, formats and checks share: facts, sentences, and a workspace to build in."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pressgen.archive.builder import build
from pressgen.archive.plan import Plan
from pressgen.archive.report import QUIETLY, Progress
from pressgen.fact_types import FactType
from pressgen.facts import Article, Fact, Group, Value
from pressgen.pipeline import Pipeline
from pressgen.story import Role, Run, Segment
from pressgen.translation.catalogs import Catalog, Entry
from pressgen.translation.engines import EngineSettings, open_engine
from pressgen.translation.people import People, Spelling
from pressgen.translation.sources import Sources
from pressgen.translation.sqlite_memory import SqliteMemory
from pressgen.translation.translator import Vocabulary
from pressgen.translators import Translators
from pressgen.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pressgen.archive.report import Report
    from pressgen.release import Release
    from pressgen.story import Translation
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.translation.memory import Remembered
    from tests.translation.engines.google_server import GoogleServer

AT = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Seoul"))
WHY = "아직 모릅니다."

EVENT = """\
kind: certification
slug: event
released: 2026-11-09
outlet: {name: {ko: 하늘신문, en: Haneul News}, desk: {ko: 문화부, en: Culture Desk}}
region: 하늘
reporter: 문가람
organization: {ko: 하늘재단, en: Haneul Foundation, article: the, short: 재단}
head: {title: 이사장, name: 한보람}
obtained: 2026-11-02
award: {ko: 열린 인증, en: Open Certification}
"""


def fact(
    korean: str,
    english: str | None = None,
    fact_type: FactType = FactType.TERM,
    *,
    name: str = "x",
    article: Article = "",
    short: Fact | None = None,
) -> Fact:
    return Fact(name, fact_type, korean, english, article, short=short)


def head(title: Fact, person: Fact) -> Group:
    return Group("head", {"title": title, "name": person})


def sentence(*runs: Run) -> Segment:
    """A sentence of a template."""
    return Segment(runs)


def free(korean: str) -> Segment:
    """A sentence that an event brought."""
    return Segment((korean,), free=True)


def make_sources(
    folder: Path,
    *,
    workspace: Mapping[str, str | Entry] | None = None,
    kind: Mapping[str, str | Entry] | None = None,
    memory: Sequence[Remembered] = (),
    people: Sequence[Spelling] = (),
) -> Sources:
    """The sources of English with these entries; a bare string is what people wrote."""

    def catalog(entries: Mapping[str, str | Entry] | None) -> Catalog:
        pairs = (entries or {}).items()
        return Catalog({ko: en if isinstance(en, Entry) else Entry(en) for ko, en in pairs})

    remembered = SqliteMemory(folder / "memory.sqlite")
    remembered.remember(memory, AT)
    known = People(folder / "memory.sqlite")
    known.learn((one.event for one in people), people)
    return Sources(remembered, known, catalog(workspace), catalog(kind))


def make_vocabulary(
    folder: Path,
    values: Sequence[Value] = (),
    glossary: Mapping[str, GlossaryTerm] | None = None,
    sources: Sources | None = None,
) -> Vocabulary:
    return Vocabulary(
        values, glossary or {}, sources or make_sources(folder), on=date(2026, 11, 23)
    )


class Office:
    """A workspace, built in by the names that the program itself uses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def pipeline(self) -> Pipeline:
        return Pipeline(open_workspace(self.folder))

    def release(self, event: str = EVENT) -> Release:
        """The release of an event with the English that is known without an engine."""
        pipeline = self.pipeline()
        draft = pipeline.draft(self.write("events/event.yaml", event))
        return pipeline.release(draft, lambda _: WHY)

    def build(
        self,
        *servers: GoogleServer,
        progress: Progress = QUIETLY,
        allow_public: bool = False,
    ) -> Report:
        """Builds every event with engines at these servers, in order; without any, offline."""
        engines = [
            open_engine("google", EngineSettings(url=server.url, timeout=0.3, pause=0.01))
            for server in servers
        ]
        translators = Translators(lambda: engines, allow_public=allow_public) if engines else None
        files = sorted((self.folder / "events").iterdir())
        plan = Plan(
            open_workspace(self.folder),
            files,
            self.folder / "releases",
            AT,
            (lambda pipeline: translators) if translators else None,
        )
        return build(plan, progress)

    def read(self, suffix: str, slug: str = "event") -> str:
        """One format of a release that was built."""
        [file] = self.folder.glob(f"releases/*/*/*-{slug}/release.{suffix}")
        return file.read_text("utf-8")


def sent(server: GoogleServer) -> list[str]:
    """Every text that the server was sent, without the numbers of those that went together."""
    lines = [line for request in server.requests for line in request.split("\n")]
    return [re.sub(r"^\d+\. ", "", line) for line in lines]


def english_of(release: Release, role: Role) -> list[Translation]:
    """The English sentences of a release that have this role."""
    return [one for paragraph in release.english.of(role) for one in paragraph.translations]
