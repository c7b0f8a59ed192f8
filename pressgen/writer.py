"""Event to Korean Story: renders the kind's template and finds the sentences and facts in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pressgen import korean
from pressgen.errors import PressgenError, Problem
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Value
from pressgen.fields import BLANK_LINE
from pressgen.story import Paragraph, Role, Run, Segment, Story
from pressgen.templating import Marker, render, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import jinja2

    from pressgen.event import Event

# Stands for a fact while sentences are found, so that a full stop inside a value ends none; as long as
# a word, because a single letter with a full stop is an initial or a list's mark.
_FACT = "\ufffc" * 3
_FULL_STOP = re.compile(r"[.?!。？！…][”’\"'」』)\]]*$")
_SPACE = re.compile(r"\s+")


class _Slot(NamedTuple):
    """Where the template printed a fact: the number of the run, and whether it ends a sentence."""

    number: int
    is_ended: bool


class _Planned(NamedTuple):
    """A paragraph of the template: its sentences, as runs of text and slots for facts."""

    role: Role
    sentences: tuple[tuple[str | _Slot, ...], ...]


def write_korean(event: Event, environment: jinja2.Environment) -> Story:
    """The Korean article of an event, from its kind's template.

    Raises PressgenError, with the template's file and line, where the template can't be rendered.
    """
    return write_values(event.kind.name, event.values, environment)


def write_values(
    kind_name: str, values: dict[str, Value], environment: jinja2.Environment
) -> Story:
    """The Korean article that a kind's template makes of these values."""
    template = f"kinds/{kind_name}/ko.jinja"
    context = {name: view(value, name) for name, value in values.items()}
    context.update(_PARTS)
    runs = render(lambda: environment.get_template(template).render(context), template)
    file = environment.get_template(template).filename or template
    paragraphs: list[Paragraph] = []
    for role, sentences in _plan(tuple(map(_placed, range(len(runs)), runs)), file):
        filled = [
            [one if isinstance(one, str) else runs[one.number] for one in sentence]
            for sentence in sentences
        ]
        paragraphs.extend(_with_free_text(role, filled))
    story = Story(tuple(paragraphs))
    if not story.of(Role.HEADLINE) or not story.of(Role.LEAD):
        message = "서식이 제목(headline)이나 첫 문단(lead)을 쓰지 않습니다."
        raise PressgenError(Problem(message, Path(file)))
    return story


_PARTS = {"part": {role.value: Marker(role) for role in Role}}


def _placed(number: int, run: Run | Marker) -> str | Marker | _Slot:
    """What decides where paragraphs and sentences end: of a fact, only whether it ends one itself."""
    if not isinstance(run, Fact):
        return run
    return _Slot(number, run.type == FactType.TEXT and bool(_FULL_STOP.search(run.korean)))


# Thousands of articles are written in the same few ways, as their events have this field or not.
@lru_cache(maxsize=256)
def _plan(runs: tuple[str | Marker | _Slot, ...], file: str) -> tuple[_Planned, ...]:
    """The paragraphs and sentences of what a template printed; `file` is the template's."""
    planned: list[_Planned] = []
    role = Role.BODY
    for item in _paragraphs(runs):
        if isinstance(item, Marker):
            role = Role(item.name)
        else:
            _refuse_braces(item, Path(file))
            planned.append(_Planned(role, tuple(map(tuple, _sentences(item)))))
    return tuple(planned)


def _paragraphs(runs: Sequence[str | Marker | _Slot]) -> Iterator[list[str | _Slot] | Marker]:
    """Runs parted at blank lines of the template, white space folded; markers by themselves."""
    current: list[str | _Slot] = []
    for run in runs:
        if isinstance(run, Marker):
            yield from _finished(current)
            current = []
            yield run
        elif isinstance(run, _Slot):
            current.append(run)
        else:
            first, *more = BLANK_LINE.split(run)
            current.append(first)
            for text in more:
                yield from _finished(current)
                current = [text]
    yield from _finished(current)


def _finished(runs: list[str | _Slot]) -> Iterator[list[str | _Slot]]:
    folded: list[str | _Slot] = []
    for run in runs:
        if isinstance(run, _Slot):
            folded.append(run)
            continue
        text = _SPACE.sub(" ", run)
        if not folded or (isinstance(folded[-1], str) and folded[-1].endswith(" ")):
            text = text.lstrip()
        if folded and isinstance(folded[-1], str):
            folded[-1] += text
        elif text:
            folded.append(text)
    if folded and isinstance(folded[-1], str):
        folded[-1] = folded[-1].rstrip()
    if folded := [run for run in folded if run]:
        yield folded


def _sentences(runs: list[str | _Slot]) -> list[list[str | _Slot]]:
    """The runs of each sentence. A text that ends with a full stop of its own ends one."""
    masked, origins = "", []
    for number, run in enumerate(runs):
        mask = run if isinstance(run, str) else _FACT
        if isinstance(run, _Slot) and run.is_ended:
            mask += "."
        masked += mask
        origins += [number] * len(mask)
    found = []
    for start, end in korean.sentence_spans(masked):
        sentence: list[str | _Slot] = []
        for number in dict.fromkeys(origins[start:end]):
            run = runs[number]
            if isinstance(run, str):
                offset = origins.index(number)
                run = run[max(0, start - offset) : end - offset]
            sentence.append(run)
        found.append(sentence)
    return found


def _with_free_text(role: Role, sentences: list[list[Run]]) -> Iterator[Paragraph]:
    """The paragraph, where a text or phrase that stands alone gives its own sentences, and further
    paragraphs where it has blank lines."""
    current: list[Segment] = []
    for runs in sentences:
        alone = runs[0] if len(runs) == 1 else None
        if not isinstance(alone, Fact) or not alone.type.is_free_text:
            current.append(Segment(tuple(map(_on_one_line, runs))))
            continue
        first, *more = _free_paragraphs(alone)
        current += first
        for segments in more:
            yield Paragraph(role, tuple(current))
            current = segments
    if current:
        yield Paragraph(role, tuple(current))


def _free_paragraphs(text: Fact) -> list[list[Segment]]:
    paragraphs = text.korean.split("\n\n")
    if text.english is not None:
        english = text.english.split("\n\n")
        if len(english) != len(paragraphs):  # what belongs to what nobody knows: all to all
            paragraphs, english = [text.korean.replace("\n\n", " ")], [" ".join(english)]
        return [
            [Segment((ko,), free=True, english=en)]
            for ko, en in zip(paragraphs, english, strict=True)
        ]
    if text.type == FactType.PHRASE:  # a headline is one piece, whatever full stops it has
        return [[Segment((text.korean,), free=True)]]
    return [
        [Segment((sentence,), free=True) for sentence in korean.sentences(paragraph)]
        for paragraph in paragraphs
    ]


def _on_one_line(run: Run) -> Run:
    """A text that stands inside a sentence has its paragraphs one behind the other."""
    if isinstance(run, str) or run.type != FactType.TEXT:
        return run
    if "\n\n" not in run.korean and "\n\n" not in (run.english or ""):
        return run
    english = run.english and run.english.replace("\n\n", " ")
    return replace(run, korean=run.korean.replace("\n\n", " "), english=english)


def _refuse_braces(runs: list[str | _Slot], file: Path) -> None:
    """In a pattern, braces stand for facts; a template's own would be mistaken for them."""
    for run in runs:
        if isinstance(run, str) and ("{" in run or "}" in run):
            message = f"서식의 글에는 중괄호를 쓸 수 없습니다: ‘{run.strip()[:30]}’"
            raise PressgenError(Problem(message, file))
