"""Korean Story to English Story: what is known already, what is missing, and the composition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressgen import korean
from pressgen.english import capitalized
from pressgen.facts import Fact, FactType
from pressgen.story import (
    EnglishParagraph,
    EnglishStory,
    Origin,
    Paragraph,
    Segment,
    Story,
    Translation,
)
from pressgen.translation.forms import Form, FormOrigin, Forms
from pressgen.translation.patterns import fill
from pressgen.translation.protection import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pressgen.facts import Value
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.translation.sources import Found, Sources

_TRUST = tuple(Origin)
_FULL_STOPS = (".", "?", "!", "…")


class Vocabulary:
    """What one release's words are in English: lookups, the forms of its facts, its terms."""

    def __init__(
        self, values: Sequence[Value], glossary: Mapping[str, GlossaryTerm], sources: Sources
    ) -> None:
        self.sources = sources
        self.forms = Forms(values, glossary, sources)
        self.terms = Terms(values, self.forms, glossary)

    def find_sentence(self, sentence: str) -> Found | None:
        """The English of a sentence of free text; a machine's only while it has every term in it."""
        if self.terms.facts_in(sentence):
            return self.sources.find(sentence, usable=lambda _: False)
        return self.sources.find(
            sentence, usable=lambda english: self.holds_terms(sentence, english)
        )

    def find_segment(self, segment: Segment) -> Found | None:
        """The English of a sentence of a template: the literal sentence's, else the pattern's."""
        usable: Callable[[str], bool] = lambda english: self.holds_terms(segment.korean, english)  # noqa: E731
        return self.sources.find(segment.korean, segment.pattern, usable)

    def holds_terms(self, sentence: str, english: str) -> bool:
        lowered = english.lower()
        return all(term.required.lower() in lowered for _, _, term in self.terms.found_in(sentence))


@dataclass(frozen=True, slots=True)
class Missing:
    """What a release has no English for, in the order of its text."""

    terms: tuple[str, ...]
    sentences: tuple[str, ...]
    patterns: tuple[Segment, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.terms or self.sentences or self.patterns)


def find_missing(story: Story, facts: Iterable[Fact], vocabulary: Vocabulary) -> Missing:
    """What an engine would have to translate; `facts` are those that only the layout prints."""
    terms: dict[str, None] = {}
    sentences: dict[str, None] = {}
    patterns: dict[str, Segment] = {}
    for fact in facts:
        terms |= dict.fromkeys(one.korean for one in vocabulary.forms.missing(fact))
    for segment in story.segments:
        if segment.english is not None:
            continue
        free = _free_sentences(segment)
        if not segment.free:
            found = vocabulary.find_segment(segment)
            if found is None:
                patterns.setdefault(segment.pattern, segment)
            elif not found.is_pattern:
                continue
            for fact in segment.slots.values():
                terms |= dict.fromkeys(one.korean for one in vocabulary.forms.missing(fact))
        for sentence in free:
            if not _has_hangul(sentence) or vocabulary.find_sentence(sentence):
                continue
            sentences[sentence] = None
            terms |= dict.fromkeys(fact.korean for fact in vocabulary.terms.facts_in(sentence))
    return Missing(tuple(terms), tuple(sentences), tuple(patterns.values()))


def compose(story: Story, vocabulary: Vocabulary, reason: Callable[[str], str]) -> EnglishStory:
    """The English story, from what is known now.

    `reason` tells for a sentence, a pattern or a term why it has no English.
    """
    composer = _Composer(vocabulary, reason)
    return EnglishStory(tuple(composer.paragraph(paragraph) for paragraph in story.paragraphs))


def _free_sentences(segment: Segment) -> list[str]:
    """The sentences of free text that a segment is or, in its slots, brings."""
    if segment.free:
        return [segment.korean]
    return [
        sentence
        for fact in segment.slots.values()
        if fact.type.is_free_text and fact.english is None
        for sentence in free_text_sentences(fact)
    ]


def free_text_sentences(fact: Fact) -> list[str]:
    """The sentences of a slot that is itself translated; a phrase is one."""
    if fact.type == FactType.PHRASE:
        return [fact.korean]
    return korean.sentences(fact.korean.replace("\n\n", " "))


@dataclass(frozen=True, slots=True)
class _Composer:
    vocabulary: Vocabulary
    reason: Callable[[str], str]

    def paragraph(self, paragraph: Paragraph) -> EnglishParagraph:
        return EnglishParagraph(
            paragraph.role, tuple(self.segment(segment) for segment in paragraph.segments)
        )

    def segment(self, segment: Segment) -> Translation:
        if segment.english is not None:
            return Translation(segment, segment.english, Origin.EVENT)
        if segment.free:
            return _beginning(self._free(segment, segment.korean))
        found = self.vocabulary.find_segment(segment)
        if found is None:
            return self._pending(segment, self.reason(segment.pattern))
        if not found.is_pattern:
            return _translation(segment, found.english, [found])
        return self._filled(segment, found)

    def _free(self, segment: Segment, sentence: str) -> Translation:
        if not _has_hangul(sentence):
            return Translation(segment, sentence, Origin.EVENT)
        if found := self.vocabulary.find_sentence(sentence):
            return _translation(segment, found.english, [found])
        return self._pending(segment, self.reason(sentence))

    def _filled(self, segment: Segment, found: Found) -> Translation:
        forms: dict[str, Form] = {}
        parts: list[Found | Translation | Form] = [found]
        for name, fact in segment.slots.items():
            if fact.type.is_free_text:
                inner = self._slot(segment, fact)
                pending = next((one for one in inner if one.english is None), None)
                if pending:
                    return self._pending(segment, pending.reason)
                parts += inner
                text = _joined(inner)
                forms[name] = Form(text, FormOrigin.EVENT, is_free_text=True)
            else:
                form = self.vocabulary.forms.find(fact)
                if form is None:
                    lacking = self.vocabulary.forms.missing(fact)[0]
                    return self._pending(segment, self.reason(lacking.korean))
                parts.append(form)
                forms[name] = form
        full_stop = segment.korean.rstrip("”’\"')]").endswith(_FULL_STOPS)
        return _translation(segment, fill(found.english, forms, full_stop=full_stop), parts)

    def _slot(self, segment: Segment, fact: Fact) -> list[Translation]:
        if fact.english is not None:
            english = fact.english.replace("\n\n", " ")
            return [Translation(segment, english, Origin.EVENT)]
        inner = [self._free(segment, sentence) for sentence in free_text_sentences(fact)]
        return [_beginning(one) for one in inner] if fact.type == FactType.TEXT else inner

    def _pending(self, segment: Segment, reason: str) -> Translation:
        return Translation(segment, None, Origin.PENDING, reason=reason)


def _beginning(one: Translation) -> Translation:
    """The translation with a capital: a sentence may begin with a fact's article, "the Ministry"."""
    return replace(one, english=capitalized(one.english)) if one.english is not None else one


def _translation(
    segment: Segment, english: str, parts: Sequence[Found | Translation | Form]
) -> Translation:
    """A translation as trustworthy as the least of its parts, with every engine that had a hand in."""
    origins = [part.origin for part in parts if not isinstance(part, Form)]
    engines: set[str] = set()
    for part in parts:
        engines |= part.engines if isinstance(part, Translation) else {part.engine} - {""}
    return Translation(segment, english, max(origins, key=_TRUST.index), frozenset(engines))


def _joined(translations: Sequence[Translation]) -> str:
    """Sentences one after the other; each but the last has its full stop (the last has the pattern's)."""
    texts = [one.english or "" for one in translations]
    return " ".join(
        text
        if number == len(texts) - 1 or text.rstrip("”’\"')]").endswith(_FULL_STOPS)
        else f"{text}."
        for number, text in enumerate(texts)
    )


def _has_hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)
