"""A fact: one value of an announcement, with its Korean form and its English form.

Facts come from the event (event.py); the writer prints their Korean, the translation their English.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressgen.fact_types import FactType

Article = Literal["", "the"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value with both its forms.

    `name` is its path in the event without list indices ("head.name", "parties.organization").
    `english` is None where nobody gave it and nothing computes it; it is bare, `article` says whether
    running text puts "the" before it. `reading` says how the Korean is read aloud, for particles.
    `value` is a machine's form of it (an ISO date, a bare number). `line` is the event file's.
    """

    name: str
    type: FactType
    korean: str
    english: str | None = None
    article: Article = ""
    reading: str | None = None
    value: str | None = None
    short: Fact | None = None
    line: int = field(default=0, compare=False)
    members: tuple[Fact, ...] = ()
    """The facts of a list that prints as one ("가, 나, 다" / "A, B and C")."""
    styles: Mapping[str, Fact] = field(default_factory=dict, hash=False)
    """The same fact written in other ways, by what a template calls them (`day.official`)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that belong together under one name; an optional one that is absent is None."""

    name: str
    fields: Mapping[str, Value]


Value = Fact | Group | tuple["Value", ...] | None


def walk(value: Value) -> list[Fact]:
    """Every fact below a value, in the order of the fields; a short name follows its long one."""
    if not value:
        return []
    if isinstance(value, Fact):
        return [value, value.short] if value.short else [value]
    inner = value.fields.values() if isinstance(value, Group) else value
    return [fact for item in inner if item for fact in walk(item)]


def listed(facts: tuple[Fact, ...]) -> Fact:
    """Several facts as one that prints "가, 나, 다"; particles go by the last one's reading."""
    if len(facts) == 1:
        return facts[0]
    last = facts[-1]
    reading = last.reading
    return Fact(
        name=last.name,
        type=last.type,
        korean=", ".join(fact.korean for fact in facts),
        reading=reading,
        members=facts,
    )
