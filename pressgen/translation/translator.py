"""Korean Story to English Story: what is known already, what is missing, and the composition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.english import capitalized
from pressgen.fact_types import FactType
from pressgen.story import (
    EnglishParagraph,
    EnglishStory,
    Origin,
    Segment,
    Story,
    Translation,
)
from pressgen.translation.form import Form, FormOrigin
from pressgen.translation.forms import Forms, has_hangul
from pressgen.translation.glossary import HeldTerms
from pressgen.translation.patterns import fill, has_ended, with_full_stop
from pressgen.translation.plain_sentences import plain_english
from pressgen.translation.protection import Terms, stands_in
from pressgen.translation.sources import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from pressgen.facts import Fact, Value
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.translation.sources import Sources

_TRUST = tuple(Origin)
_RANKS: dict[str, int] = {origin: rank for rank, origin in enumerate(_TRUST)}


class Vocabulary:
    """What one release's words are in English: lookups, the forms of its facts, its terms."""

    def __init__(
        self,
        values: Sequence[Value],
        glossary: Mapping[str, GlossaryTerm],
        sources: Sources,
        *,
        on: date,
    ) -> None:
        self.sources = sources
        self.glossary = glossary
        self._on = on
        self.forms = Forms(values, glossary, sources, on=on)
        held = glossary if isinstance(glossary, HeldTerms) else HeldTerms(glossary)
        self.terms = Terms(values, self.forms, held.words, on=on)

    def find_sentence(self, sentence: str) -> Found | None:
        """The English of a sentence of free text; a machine's only while it has every term in it."""
        if not has_hangul(sentence):
            return Found(sentence, Origin.EVENT)
        if term := self.glossary.get(sentence):  # a phrase that the house has settled on
            return Found(term.english, Origin.CATALOG)
        found = self.sources.find(sentence, usable=lambda text: self.holds_terms(sentence, text))
        return found or self._find_plain(sentence)

    def _find_plain(self, sentence: str) -> Found | None:
        """The English of what is only a name, a number or an address, which no engine is asked about."""
        if form := self.terms.whole(sentence):
            return Found(form.bare, Origin.CATALOG, form.engine)
        plain = plain_english(sentence, self._on)
        return Found(plain, Origin.CATALOG) if plain else None

    def find_segment(self, segment: Segment) -> Found | None:
        """The English of a sentence of a template: the literal sentence's, else the pattern's."""
        sentence = segment.korean
        return self.sources.find(
            sentence, segment.pattern, usable=lambda text: self.holds_terms(sentence, text)
        )

    def find_slots(self, segment: Segment) -> Slots:
        """The English of the facts of a template's sentence."""
        slots = Slots({}, [], [])
        for name, fact in segment.slots.items():
            if fact.type.is_free_text:
                self._add_text(name, fact, slots)
            elif form := self.forms.find(fact):
                slots.forms[name] = form
                slots.parts.append(form)
            else:
                slots.lacking.extend(one.korean for one in self.forms.missing(fact))
        return slots

    def _add_text(self, name: str, fact: Fact, slots: Slots) -> None:
        """Adds a slot that is itself translated: sentences, each but the last with its full stop (the
        last has the pattern's)."""
        texts: list[str] = []
        for sentence in free_sentences(fact):
            if found := self.find_sentence(sentence):
                begins = fact.type == FactType.TEXT
                texts.append(capitalized(found.english) if begins else found.english)
                slots.parts.append(found)
            else:
                slots.lacking.append(sentence)
        if fact.english is not None:
            texts = [fact.english.replace("\n\n", " ")]
        text = " ".join([*map(with_full_stop, texts[:-1]), *texts[-1:]])
        slots.forms[name] = Form(text, FormOrigin.EVENT, is_free_text=True)

    def holds_terms(self, sentence: str, english: str) -> bool:
        """Whether the English of a sentence has that of every term in it; no if a term has none yet."""
        required = self.terms.required_in(sentence)
        return required is not None and all(stands_in(one, english) for one in required)


@dataclass(frozen=True, slots=True)
class Slots:
    """The English of a sentence's facts by their names, and where it comes from.

    `lacking`: the Korean of what has none; unless it is empty, the sentence can't be filled in.
    """

    forms: dict[str, Form]
    parts: list[Found | Form]
    lacking: list[str]


@dataclass(frozen=True, slots=True)
class Missing:
    """What a release has no English for, in the order of its text.

    `release` is its event, as the memory names it: the file's path in the workspace.
    """

    terms: tuple[str, ...]
    sentences: tuple[str, ...]
    patterns: tuple[Segment, ...]
    release: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.terms or self.sentences or self.patterns)


def find_missing(story: Story, facts: Iterable[Fact], vocabulary: Vocabulary) -> Missing:
    """What an engine would have to translate; `facts` are those that only the layout prints."""
    terms = [one.korean for fact in facts for one in vocabulary.forms.missing(fact)]
    sentences: list[str] = []
    patterns: dict[str, Segment] = {}
    for segment in story.segments:
        if segment.english is not None:
            continue
        if segment.free:
            sentences.append(segment.korean)
            continue
        found = vocabulary.find_segment(segment)
        if found is None:
            patterns.setdefault(segment.korean, segment)
        if found is None or found.is_pattern:
            for fact in segment.slots.values():
                terms += [one.korean for one in vocabulary.forms.missing(fact)]
                sentences += free_sentences(fact)
    sentences = [one for one in dict.fromkeys(sentences) if vocabulary.find_sentence(one) is None]
    terms += [fact.korean for one in sentences for fact in vocabulary.terms.facts_in(one)]
    return Missing(tuple(dict.fromkeys(terms)), tuple(sentences), tuple(patterns.values()))


def compose(story: Story, vocabulary: Vocabulary, reason: Callable[[str], str]) -> EnglishStory:
    """The English story, from what is known now.

    `reason` tells for a sentence, a pattern or a term why it has no English.
    """
    return EnglishStory(
        tuple(
            EnglishParagraph(
                paragraph.role,
                tuple(_composed(segment, vocabulary, reason) for segment in paragraph.segments),
            )
            for paragraph in story.paragraphs
        )
    )


def _composed(
    segment: Segment, vocabulary: Vocabulary, reason: Callable[[str], str]
) -> Translation:
    if segment.english is not None:
        return Translation(segment, segment.english, Origin.EVENT)
    if segment.free:
        found = vocabulary.find_sentence(segment.korean)
    else:
        found = vocabulary.find_segment(segment)
    if found is None:
        return _pending(segment, [segment.pattern], reason)
    if not found.is_pattern:
        text = capitalized(found.english) if has_hangul(segment.korean) else found.english
        return _translation(segment, text, [found])
    slots = vocabulary.find_slots(segment)
    if slots.lacking:
        return _pending(segment, slots.lacking, reason)
    english = fill(found.english, slots.forms, full_stop=has_ended(segment.korean))
    return _translation(segment, english, [found, *slots.parts])


def free_sentences(fact: Fact) -> list[str]:
    """The sentences of a slot that has to be translated itself; a phrase is one."""
    if not fact.type.is_free_text or fact.english is not None:
        return []
    if fact.type == FactType.PHRASE:
        return [fact.korean]
    return korean.sentences(fact.korean.replace("\n\n", " "))


def _pending(segment: Segment, lacking: Sequence[str], reason: Callable[[str], str]) -> Translation:
    """No translation, for want of the English of what is lacking."""
    return Translation(
        segment, None, Origin.PENDING, reason=reason(lacking[0]), lacking=tuple(lacking)
    )


def _translation(segment: Segment, english: str, parts: Sequence[Found | Form]) -> Translation:
    """A translation as trustworthy as the least of its parts, with every engine that had a hand in."""
    trust = max([_RANKS.get(part.origin, 0) for part in parts])
    engines = frozenset([part.engine for part in parts if part.engine])
    return Translation(segment, english, _TRUST[trust], engines)
