"""The way of one announcement: event file to Draft (facts and Korean) to Release (with its English).

`build`, `check` and `show` all go this way; what they do with the release is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.checks.dismissals import Dismissals
from pressgen.checks.release_checks import check_release
from pressgen.checks.timing import check_timing
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.event import Event, read_event
from pressgen.facts import Fact, Group
from pressgen.kinds import Kinds
from pressgen.release import Release, layout_facts
from pressgen.settings import Outlet
from pressgen.templating import make_environment
from pressgen.translation.catalogs import Catalog, load_catalog
from pressgen.translation.glossary import load_glossary
from pressgen.translation.people import People, Said, Spelling, name_key
from pressgen.translation.sources import Sources
from pressgen.translation.sqlite_memory import SqliteMemory
from pressgen.translation.translator import Missing, Vocabulary, compose, find_missing
from pressgen.writer import write_korean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    import jinja2

    from pressgen.checks import Finding
    from pressgen.kinds import Kind
    from pressgen.story import Story
    from pressgen.timing import Timing
    from pressgen.translation.glossary import Glossary
    from pressgen.translation.memory import Memory
    from pressgen.workspace import Workspace


_NOT_SENT = (
    "밖으로 나가는 번역 엔진에 보내지 않았습니다. 보내려면 build에 --allow-public을 붙이세요."
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An announcement whose Korean is written; its English is looked up through `vocabulary`."""

    event: Event
    outlet: Outlet
    story: Story
    vocabulary: Vocabulary


def spellings_of(event: Event, path: str) -> list[Spelling]:
    """The people whose English an event gives, in the order of its fields."""
    return [
        Spelling(person.korean, person.english, path)
        for person in event.people
        if person.english is not None
    ]


class Pipeline:
    """Everything that the releases of one workspace share: templates, catalogs, glossary, memory.

    `outlet` names one of the outlets of pressgen.toml, "" leaves the choice to it and to the events.
    """

    def __init__(self, workspace: Workspace, outlet: str = "") -> None:
        self.workspace = workspace
        self.outlet = outlet
        self.memory: Memory = SqliteMemory(workspace.database)
        self.people = People(workspace.database)
        self.dismissals = Dismissals(workspace.database)
        self._kind_catalogs: dict[Path, Catalog] = {}

    @cached_property
    def environment(self) -> jinja2.Environment:
        return make_environment(self.workspace.template_folders)

    @cached_property
    def kinds(self) -> Kinds:
        return Kinds(self.workspace.template_folders)

    @cached_property
    def glossary(self) -> Glossary:
        return load_glossary(self.workspace.glossary)

    @cached_property
    def workspace_catalog(self) -> Catalog:
        return load_catalog(sorted(self.workspace.translations.glob("*.po")))

    def draft(self, file: Path) -> Draft:
        """Reads an event and writes its Korean.

        Raises PressgenError for what is wrong with the event, its kind's template or a catalog.
        """
        event = read_event(file, self.kinds, self.workspace.zone)
        outlet = self._outlet_of(event)
        parts = [outlet.name, outlet.desk, outlet.region, outlet.reporter]
        catalog = self._kind_catalog(event.kind)
        path = self.workspace.path_in(file)
        given = {name_key(one.korean): one for one in reversed(spellings_of(event, path))}
        sources = Sources(
            self.memory, self.people, self.workspace_catalog, catalog, event=path, given=given
        )
        values = [*event.values.values(), *parts]
        glossary = self.glossary.on(event.released)
        vocabulary = Vocabulary(values, glossary, sources, on=event.released)
        return Draft(event, outlet, write_korean(event, self.environment), vocabulary)

    def learn_people(self, events: Iterable[Said]) -> None:
        """Takes in how these events spell people's names, the earliest release first."""
        in_order = sorted(events, key=lambda one: (one.released, one.event))
        self.people.learn(
            (one.event for one in in_order),
            (spelling for one in in_order for spelling in one.spellings),
        )

    def missing(self, draft: Draft) -> Missing:
        """What the draft has no English for."""
        facts = layout_facts(draft.event, draft.outlet)
        missing = find_missing(draft.story, facts, draft.vocabulary)
        return replace(missing, release=self.workspace.path_in(draft.event.file))

    def release(self, draft: Draft, reason: Callable[[str], str]) -> Release:
        """The draft with the English that is known now; `reason` says why some is not."""
        settings = self.workspace.settings
        return Release(
            event=draft.event,
            outlet=draft.outlet,
            korean=draft.story,
            english=compose(draft.story, draft.vocabulary, reason),
            vocabulary=draft.vocabulary,
            layout=settings.layout,
            disclaimer=settings.disclaimer,
            site=settings.site,
        )

    def findings(self, release: Release, at: datetime) -> list[Finding]:
        """What a person must look at in a release; what somebody dismissed is a note. Nothing in one that
        was withdrawn."""
        if release.event.withdrawn is not None:
            return []
        timing = check_timing(release.event.timing, at)
        return self.applied([*timing, *self.lasting_findings(release)], release.event)

    def lasting_findings(self, release: Release) -> list[Finding]:
        """What was found in a release, whatever the hour is and whatever somebody dismissed."""
        return check_release(release, self.workspace)

    def applied(self, findings: Iterable[Finding], event: Event) -> list[Finding]:
        """The findings of an event's release, as notes where they were dismissed."""
        return self.dismissals.applied(findings, self.workspace.path_in(event.file))

    def _kind_catalog(self, kind: Kind) -> Catalog:
        if kind.folder not in self._kind_catalogs:
            self._kind_catalogs[kind.folder] = load_catalog(sorted(kind.folder.glob("*.po")))
        return self._kind_catalogs[kind.folder]

    def _outlet_of(self, event: Event) -> Outlet:
        """Who prints the release: the command's choice, else the event's, else the settings' outlet."""
        outlets = self.workspace.settings.outlets
        given = event.values["outlet"]
        name = given.fields["name"] if isinstance(given, Group) else None
        own = Outlet(
            name=_fact(name),
            desk=_fact(given.fields["desk"]) if isinstance(given, Group) else None,
            region=_fact(event.values["region"]),
            reporter=_fact(event.values["reporter"]),
        )
        if self.outlet:
            return _over(outlets[self.outlet], own)
        if own.name is not None and own.name.korean in outlets:
            chosen = outlets[own.name.korean]
            return _over(Outlet(chosen.name, chosen.desk, own.region, own.reporter), chosen)
        default = self.workspace.settings.outlet or (
            next(iter(outlets)) if len(outlets) == 1 else ""
        )
        return _over(own, outlets[default]) if default else own


def _over(first: Outlet, second: Outlet) -> Outlet:
    """The first outlet, with the second's parts where it has none; a desk belongs to its outlet."""
    named = first if first.name else second
    return Outlet(
        named.name, named.desk, first.region or second.region, first.reporter or second.reporter
    )


def _fact(value: object) -> Fact | None:
    return value if isinstance(value, Fact) else None


def hold_back(timing: Timing, at: datetime) -> str:
    """Why nothing of this event may leave the house yet, "" where it may."""
    if timing.confidential:
        return f"대외비라서 {_NOT_SENT}"
    until = timing.waits_until(at)
    if until is None:
        return ""
    if timing.embargo == until:
        return f"엠바고({until:%Y-%m-%d %H:%M}) 전이라서 {_NOT_SENT}"
    return f"배포일({until:%Y-%m-%d}) 전이라서 {_NOT_SENT}"


def require_layout(workspace: Workspace) -> None:
    """Raises PressgenError where the settings name a layout or a disclaimer that no template has."""
    for folder, name in (
        ("layouts", workspace.settings.layout),
        ("disclaimers", workspace.settings.disclaimer),
    ):
        known = {
            file.stem
            for top in workspace.template_folders
            for file in top.glob(f"{folder}/*.jinja")
        }
        known -= {stem for stem in known if stem.endswith(".html")}
        if name not in known:
            message = f"‘{name}’이(가) templates/{folder}/에 없습니다. {did_you_mean(name, sorted(known))}"
            raise PressgenError(
                Problem(message, workspace.folder / "pressgen.toml", field=folder[:-1])
            )
