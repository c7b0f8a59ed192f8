"""What the memory learns when a person approves the English of a sentence.

As little as makes the sentence read so: its pattern and its parts, which hold for other releases too, and
only where that can't be had the literal sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen import english as english_language
from pressgen.translation.memory import Remembered
from pressgen.translation.patterns import (
    fill,
    has_ended,
    has_pronoun,
    numbers_in,
    put_in,
)
from pressgen.translation.titles import after_name
from pressgen.translation.translator import free_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressgen.story import Segment
    from pressgen.translation.form import Form
    from pressgen.translation.sources import Found
    from pressgen.translation.translator import Vocabulary


def lessons(segment: Segment, english: str, vocabulary: Vocabulary) -> list[Remembered]:
    """What to remember as reviewed; nothing where people vouch for all of it already.

    Each entry has the engine that drafted it, "" where a person wrote it.
    """
    if segment.free:
        found = vocabulary.find_sentence(segment.korean)
        return [Remembered(segment.korean, english, _drafter(found, english))]
    slots = vocabulary.find_slots(segment)
    found = vocabulary.find_segment(segment)
    if not slots.lacking:
        known = found.english if found and found.is_pattern else None
        full_stop = has_ended(segment.korean)
        for pattern in (known, learn_pattern(english, segment, slots.forms)):
            if pattern and fill(pattern, slots.forms, full_stop=full_stop) == english:
                is_settled = found is not None and pattern == known and found.is_by_people
                entry = Remembered(segment.pattern, pattern, _drafter(found, pattern))
                return [*([] if is_settled else [entry]), *_machine_parts(segment, vocabulary)]
    if found and found.is_pattern and (said := _quotation(segment, english, found, vocabulary)):
        pattern_entry = Remembered(segment.pattern, found.english, found.engine)
        names = _machine_names(segment, vocabulary)
        return [*([] if found.is_by_people else [pattern_entry]), *names, said]
    return [Remembered(segment.korean, english, _drafter(found, english))]


def learn_pattern(english: str, segment: Segment, forms: Mapping[str, Form]) -> str | None:
    """The pattern that a person's English makes; None unless the English of every fact stands in it.

    Nor with a pronoun, which may hide a person's sex, or a number that the Korean pattern lacks: the
    next release would get it wrong.
    """
    surfaces: dict[str, str] = {}
    for name, form in forms.items():
        for surface, slot in _surfaces(name, form).items():
            if surfaces.setdefault(surface, slot) != slot:
                return None
    if set("{}") & set(english) or any(not surface for surface in surfaces):
        return None
    seen: set[str] = set()

    def slotted(match: re.Match[str]) -> str:
        seen.add(surfaces[match[0]].strip("{}").partition(":")[0])
        return surfaces[match[0]]

    choice = "|".join(map(re.escape, sorted(surfaces, key=len, reverse=True)))
    pattern = re.sub(rf"(?<!\w)(?:{choice})(?!\w)", slotted, english) if surfaces else english
    around = re.sub(r"\{[^{}]*\}", "", pattern)
    if seen != forms.keys() or has_pronoun(around):
        return None
    return pattern if numbers_in(around) <= numbers_in(segment.pattern) else None


def _surfaces(name: str, form: Form) -> dict[str, str]:
    """How a fact may stand in running English, each with the slot that writes it so."""
    bare, slot = form.bare, f"{{{name}}}"
    if form.is_free_text:
        return {bare.rstrip("."): slot}
    surfaces = {
        after_name(bare): f"{{{name}:after}}",
        bare: f"{{{name}:bare}}",
        english_language.indefinite(bare): f"{{{name}:a}}",
    }
    for text in (form.text, english_language.capitalized(form.text)):
        surfaces[text] = slot
    return surfaces


def _quotation(
    segment: Segment, english: str, pattern: Found, vocabulary: Vocabulary
) -> Remembered | None:
    """The English of the one quotation in a sentence, where the rest of it reads as its pattern has it."""
    names = [name for name, fact in segment.slots.items() if free_sentences(fact)]
    slots = vocabulary.find_slots(segment)
    if len(names) != 1:
        return None
    [name] = names
    sentences = free_sentences(segment.slots[name])
    if len(sentences) != 1 or {*slots.lacking} - {*sentences}:
        return None
    forms = {other: form for other, form in slots.forms.items() if other != name}
    filled = english_language.capitalized(put_in(pattern.english, forms))
    before, found, after = filled.partition(f"{{{name}}}")
    said = english.removeprefix(before).removesuffix(after)
    if not found or not said or before + said + after != english:
        return None
    return Remembered(sentences[0], said, "")


def _machine_parts(segment: Segment, vocabulary: Vocabulary) -> list[Remembered]:
    """The names and the sentences in it that are a machine's; they were approved with it."""
    sentences = [one for fact in segment.slots.values() for one in free_sentences(fact)]
    found = [(one, vocabulary.find_sentence(one)) for one in sentences]
    return _machine_names(segment, vocabulary) + [
        Remembered(korean, part.english, part.engine)
        for korean, part in found
        if part and part.engine
    ]


def _machine_names(segment: Segment, vocabulary: Vocabulary) -> list[Remembered]:
    facts = [one for fact in segment.slots.values() for one in fact.members or (fact,)]
    forms = [(fact, vocabulary.forms.find(fact)) for fact in facts if not fact.type.is_free_text]
    return [
        Remembered(fact.korean, form.bare, form.engine)
        for fact, form in forms
        if form is not None and form.engine
    ]


def _drafter(found: Found | None, english: str) -> str:
    """The engine whose English was approved as it stood."""
    return found.engine if found is not None and found.english == english else ""
