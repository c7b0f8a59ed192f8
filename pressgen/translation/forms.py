"""Where the English forms of a release's facts come from."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pressgen import english, korean
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, Value, walk
from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.official_names import find_official, title_of
from pressgen.translation.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.translation.sources import Sources


_OFFICIAL = (FactType.ORGANIZATION, FactType.PLACE, FactType.TERM)
# What a place is called can be romanized; what stands there (a hall, an institute) has an English name
# that somebody must know. So: short names (솔섬), and administrative ones, however many in a row.
_UNIT = "(?:특별자치도|특별자치시|특별시|광역시|도|시|군|구|읍|면|리|동|가|로|길)"
_HANGUL = re.compile("[가-힣]")
_PLAIN_PLACE = re.compile(f"[가-힣]{{1,3}}|[가-힣0-9]+{_UNIT}(?: [가-힣0-9]+{_UNIT})*")


class Forms:
    """The English forms of one release's facts.

    What the event gives for a Korean name holds wherever that name stands in it, so that one person
    has one spelling.
    """

    def __init__(
        self,
        values: Sequence[Value],
        glossary: Mapping[str, GlossaryTerm],
        sources: Sources,
        *,
        on: date,
    ) -> None:
        """`on`: the release day, by whose official names a public body is called."""
        self._glossary = glossary
        self._sources = sources
        self._on = on
        self._values = values
        self.facts = [fact for value in values for fact in walk(value)]
        self._given: dict[str, Fact] = {}
        for fact in self.facts:
            if fact.english is not None and not fact.type.is_free_text:
                self._given.setdefault(fact.korean, fact)

    @cached_property
    def _offices(self) -> dict[Fact, set[str]]:
        return titles_with_offices(self._values)

    def find(self, fact: Fact) -> Form | None:
        """The form of a fact that is not free text; None where only an engine could give one."""
        if fact.members:
            return self._list(fact)
        given = fact if fact.english is not None else self._given.get(fact.korean)
        if given is not None and given.english is not None:
            origin = FormOrigin.COMPUTED if given.type.is_computed else FormOrigin.EVENT
            return Form(given.english, origin, given.article)
        if term := self._glossary.get(fact.korean):
            return Form(term.english, FormOrigin.GLOSSARY, term.article)
        return self._by_type(fact) or self._translated(fact)

    def missing(self, fact: Fact) -> list[Fact]:
        """The facts whose English an engine would have to give: the fact itself, or members of it."""
        if fact.type.is_free_text:
            return []
        return [one for one in fact.members or (fact,) if self.find(one) is None]

    def _list(self, fact: Fact) -> Form | None:
        forms = [self.find(member) for member in fact.members]
        found = [form for form in forms if form is not None]
        if len(found) < len(forms):
            return None
        engine = next((form.engine for form in found if form.engine), "")
        origin = next((form.origin for form in found if form.engine), FormOrigin.COMPUTED)
        bare = english.listed([form.bare for form in found])
        in_text = english.listed([form.text for form in found])
        return Form(bare, origin, engine=engine, in_text=in_text)

    def _by_type(self, fact: Fact) -> Form | None:
        if fact.type == FactType.PLAIN or not has_hangul(fact.korean):
            return Form(fact.korean, FormOrigin.COMPUTED)
        if fact.type in _OFFICIAL and (official := find_official(fact.korean, self._on)):
            return Form(official.english, FormOrigin.BUILT_IN, official.article)
        if fact.type == FactType.TITLE and (title := self._title(fact)):
            return Form(title, FormOrigin.BUILT_IN)
        if fact.type == FactType.PERSON:
            return self._vouched(fact) or self._remembered(fact) or _romanized(fact, "person")
        if fact.type == FactType.PLACE and _PLAIN_PLACE.fullmatch(fact.korean):
            return self._vouched(fact) or _romanized(fact, "place")
        return None

    def _vouched(self, fact: Fact) -> Form | None:
        """What people wrote in a catalog or approved."""
        found = self._sources.find(fact.korean, usable=lambda _: False)
        if found is None or not found.is_by_people:
            return None
        return Form(found.english, FormOrigin(found.origin))

    def _remembered(self, person: Fact) -> Form | None:
        spelling = self._sources.spelling(person.korean)
        return Form(spelling.english, FormOrigin.REMEMBERED) if spelling else None

    def _title(self, title: Fact) -> str | None:
        """What the title is called at its office, if all who bear it here agree, else in general."""
        called = {title_of(title.korean, office) for office in self._offices.get(title, ())}
        special = called.pop() if len(called) == 1 else None
        return special or TITLES.get(title.korean)

    def _translated(self, fact: Fact) -> Form | None:
        found = self._sources.find(fact.korean)
        return Form(found.english, FormOrigin(found.origin), engine=found.engine) if found else None


def _romanized(fact: Fact, kind: Literal["person", "place"]) -> Form:
    return Form(korean.romanize(fact.korean, kind), FormOrigin.ROMANIZED)


def titled_names(value: Value) -> list[tuple[Fact, Fact]]:
    """The pairs of title and person that stand in one group, such as a head's."""
    if isinstance(value, tuple):
        return [pair for item in value for pair in titled_names(item)]
    if not isinstance(value, Group):
        return []
    facts = [fact for fact in value.fields.values() if isinstance(fact, Fact)]
    titles = [fact for fact in facts if fact.type == FactType.TITLE]
    persons = [fact for fact in facts if fact.type == FactType.PERSON]
    inner = [pair for item in value.fields.values() for pair in titled_names(item)]
    return [*zip(titles, persons, strict=False), *inner]


def titles_with_offices(values: Iterable[Value], around: str = "") -> dict[Fact, set[str]]:
    """The titles, and the organizations that they are of: the one beside a title or around its group."""
    here = [value for value in values if value]
    organizations = (
        value.korean
        for value in here
        if isinstance(value, Fact) and value.type == FactType.ORGANIZATION
    )
    office = next(organizations, around)
    found: dict[Fact, set[str]] = {}
    for value in here:
        inner: dict[Fact, set[str]] = {}
        if isinstance(value, Fact):
            if value.type == FactType.TITLE and office:
                inner = {value: {office}}
        else:
            members = value.fields.values() if isinstance(value, Group) else value
            inner = titles_with_offices(members, office)
        for title, offices in inner.items():
            found.setdefault(title, set()).update(offices)
    return found


def has_hangul(text: str) -> bool:
    """Whether there is anything in the text to translate."""
    return _HANGUL.search(text) is not None
