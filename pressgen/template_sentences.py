"""Every sentence that a kind's template can make, as patterns for its catalog."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from jinja2 import meta, nodes

from pressgen.archive.files import write_file
from pressgen.computed_facts import day_fact
from pressgen.errors import PressgenError, Problem
from pressgen.event import load_event
from pressgen.fact_types import FACT_TYPES, FactType
from pressgen.facts import Fact, Group, Value
from pressgen.templating import make_environment, telling_template_errors
from pressgen.translation.catalogs import read_po
from pressgen.workspace import shipped_templates
from pressgen.writer import write_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import jinja2

    from pressgen.kinds import Field, Kind
    from pressgen.workspace import Workspace

MAX_OPTIONAL = 14
"""2^14 combinations take some seconds; a template that asks after more fields than that is too much."""

FieldPath = tuple[str, ...]
"""Where a field is: its name, behind those of the groups around it."""


def template_patterns(kind: Kind, workspace: Workspace) -> list[str]:
    """The patterns of every combination of the optional fields that the template knows.

    Raises PressgenError where the example or the template is not right.
    """
    environment = make_environment(workspace.template_folders)
    example = load_event(kind.example, workspace.template_folders, workspace.zone)
    values = {**_filled(kind.fields, example.values, ""), "headline": None, "subheadline": None}
    template = f"kinds/{kind.name}/ko.jinja"
    with telling_template_errors(template):
        used = _names_used(template, environment)
    optional = [path for path in _optional(kind.fields) if _is_used(path, used)]
    if len(optional) > MAX_OPTIONAL:
        message = f"서식이 선택 필드 {len(optional)}개를 씁니다({MAX_OPTIONAL}개까지)."
        raise PressgenError(Problem(message, kind.folder / "ko.jinja"))
    patterns: dict[str, None] = {}
    for present in product((True, False), repeat=len(optional)):
        some = values
        for path, is_there in zip(optional, present, strict=True):
            some = some if is_there else _without(some, path)
        story = write_values(kind.name, some, environment)
        patterns |= dict.fromkeys(one.pattern for one in story.segments if not one.free)
    return list(patterns)


def add_missing_patterns(kind: Kind, workspace: Workspace) -> tuple[Path, list[str]]:
    """Adds the patterns that no catalog of the kind has; returns the file and what was added.

    The file is the kind's en.po where the kind is the workspace's own, else translations/<kind>.po.
    """
    shipped = shipped_templates().resolve()
    is_own = not kind.folder.resolve().is_relative_to(shipped) or (
        shipped == (workspace.folder / "templates").resolve()
    )
    file = kind.folder / "en.po" if is_own else workspace.translations / f"{kind.name}.po"
    catalogs = [*kind.folder.glob("*.po"), *workspace.translations.glob("*.po")]
    known = {entry.msgid for catalog in catalogs for entry in read_po(catalog)}
    lacking = [one for one in template_patterns(kind, workspace) if one not in known]
    if lacking:
        _append(file, lacking)
    return file, lacking


def _append(file: Path, patterns: Sequence[str]) -> None:
    import polib

    if file.exists():
        catalog = read_po(file)
    else:
        catalog = polib.POFile(wrapwidth=0)
        catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
    for pattern in patterns:
        catalog.append(polib.POEntry(msgid=pattern))
    write_file(file, f"{catalog}".rstrip() + "\n")


def _names_used(template: str, environment: jinja2.Environment) -> set[str]:
    """The names that a template, and those that it extends or includes, ask for: fields, also of groups."""
    names: set[str] = set()
    waiting, done = [template], set[str]()
    while waiting:
        name = waiting.pop()
        done.add(name)
        assert environment.loader is not None  # noqa: S101  make_environment gives it one
        source, _, _ = environment.loader.get_source(environment, name)
        tree = environment.parse(source)
        names |= meta.find_undeclared_variables(tree)
        for node in tree.find_all(nodes.Getattr):
            around = getattr(node.node, "attr", "") or getattr(node.node, "name", "")
            names |= {node.attr, f"{around}.{node.attr}"}
        for constant in tree.find_all(nodes.Const):  # map(attribute="head.name"), head["name"]
            names |= set(str(constant.value).split("."))
        waiting += [ref for ref in meta.find_referenced_templates(tree) if ref and ref not in done]
    return names


def _is_used(path: FieldPath, used: set[str]) -> bool:
    """Whether the template asks for the field; a short name, of just that organization."""
    return used.issuperset(path) and (path[-1] != "short" or ".".join(path[-2:]) in used)


def _optional(fields: Sequence[Field], prefix: FieldPath = ()) -> Iterator[FieldPath]:
    for known in fields:
        path = (*prefix, known.name)
        if not known.required and known.name not in ("headline", "subheadline"):
            yield path
        if known.type in FACT_TYPES:
            yield (*path, "short")
        yield from _optional(known.fields, path)


def _filled(fields: Sequence[Field], values: dict[str, Value], prefix: str) -> dict[str, Value]:
    """The values with something in the place of every optional fact that the example leaves out."""
    return {
        known.name: _something(known, values.get(known.name), f"{prefix}{known.name}")
        for known in fields
    }


def _something(known: Field, value: Value, path: str) -> Value:
    if isinstance(value, tuple) and value:
        return tuple(_something(replace(known, many=False), item, path) for item in value)
    if known.type == "group":
        inner = dict(value.fields) if isinstance(value, Group) else {}
        group = Group(path, _filled(known.fields, inner, f"{path}."))
        return (group,) if known.many else group
    fact_type = FactType(known.type) if known.type in FACT_TYPES else FactType.PLAIN
    fact = value if isinstance(value, Fact) else _sample(known, fact_type, path)
    if fact.short is None:
        fact = replace(fact, short=Fact(f"{path}.short", fact_type, known.korean_label))
    return (fact,) if known.many else fact


def _sample(known: Field, fact_type: FactType, path: str) -> Fact:
    if fact_type == FactType.DAY:
        return day_fact(path, "2026-11-23", None)
    return Fact(path, fact_type, known.korean_label)


def _without(values: dict[str, Value], path: FieldPath) -> dict[str, Value]:
    """The values without the field at that path (or the short name), in every item of a list on the way."""
    name, *rest = path
    if not rest:
        return {**values, name: () if isinstance(values[name], tuple) else None}
    return {**values, name: _without_inside(values[name], tuple(rest))}


def _without_inside(value: Value, path: FieldPath) -> Value:
    if isinstance(value, tuple):
        return tuple(_without_inside(item, path) for item in value)
    if isinstance(value, Group):
        return Group(value.name, _without(dict(value.fields), path))
    return replace(value, short=None) if isinstance(value, Fact) else value
