"""The second pass of a build: what has no English goes to the engine, once each, and is remembered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from pressgen.translation.memory import Memory, Remembered
from pressgen.translation.patterns import came_through, fill, freed, learn, with_slots
from pressgen.translation.protection import EDGE, fresh_tokens, mask, parted, set_in, taken_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from pressgen.story import Segment
    from pressgen.translation.engines import Engine
    from pressgen.translation.translator import Missing, Vocabulary

LOST_FACT = "번역에서 이름이나 수가 빠지거나 바뀌었습니다."
# A name has no full stop of its own, but in an abbreviation: Co., Ltd.
_FULL_STOP = re.compile(r"(?<!\bCo)(?<!\bCorp)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])\.$")
_SAVE_EVERY = 20
"""Answers after which the memory is written, so that an interrupted build keeps what it was told."""


_Pair = tuple[str, str]
"""Korean, a sentence or a pattern, and its English."""
_Accept = Callable[[str], _Pair | None]
"""From an answer to what it lets us remember, None where its facts did not come through."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A text for the engine. `first` goes out; where its tokens don't come through, `second` does."""

    key: str
    first: str
    second: str | None
    values: Mapping[str, str]
    accept: _Accept

    def accepted_second(self, answer: str) -> _Pair | None:
        return self.accept(taken_out(answer, self.values))


@dataclass(slots=True)
class Asking:
    """One build's questions: what one engine could not translate goes to the next.

    `reasons` tells why something has no English, in the words of every engine that was asked.
    """

    engines: Sequence[Engine]
    memory: Memory
    at: datetime
    progress: Callable[[int, int], None]
    _releases: dict[str, str] = field(default_factory=dict)
    """For each key of a question, the first release that lacks its English."""
    _told: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def reasons(self) -> dict[str, str]:
        return {key: " / ".join(told.values()) for key, told in self._told.items()}

    def ask(self, missing: Sequence[tuple[Missing, Vocabulary]]) -> None:
        """Asks for all that is missing: terms first, then sentences, then patterns, which need them."""
        for one, _ in missing:
            for lacking in (
                *one.terms,
                *one.sentences,
                *(segment.pattern for segment in one.patterns),
            ):
                self._releases.setdefault(lacking, one.release)
        terms = dict.fromkeys(term for one, _ in missing for term in one.terms)
        self._ask([self._about_term(term) for term in terms])
        sentences: dict[str, _Question] = {}
        for one, vocabulary in missing:
            for sentence in one.sentences:
                if sentence not in sentences and not self._lacks_term(sentence, vocabulary):
                    sentences[sentence] = self._about_sentence(sentence, vocabulary)
        self._ask(list(sentences.values()))
        # What can't become a pattern is remembered for the one sentence; so, the second time, each
        # sentence that is still without English is asked about for itself.
        for key in attrgetter("pattern"), attrgetter("korean"):
            patterns: dict[str, _Question] = {}
            for one, vocabulary in missing:
                for segment in one.patterns:
                    if key(segment) not in patterns and self._is_open(segment, vocabulary):
                        patterns[key(segment)] = self._about_pattern(segment, vocabulary)
            self._ask(list(patterns.values()))

    def _is_open(self, segment: Segment, vocabulary: Vocabulary) -> bool:
        return segment.pattern not in self._told and vocabulary.find_segment(segment) is None

    def _lacks_term(self, sentence: str, vocabulary: Vocabulary) -> bool:
        lacking = vocabulary.terms.facts_in(sentence)
        if lacking:
            self._told[sentence] = {**self._told.get(lacking[0].korean, {"": LOST_FACT})}
        return bool(lacking)

    def _ask(self, questions: list[_Question]) -> None:
        left = questions
        for engine in self.engines:
            left = self._asked(engine, left) if left else []

    def _asked(self, engine: Engine, questions: list[_Question]) -> list[_Question]:
        """Asks one engine, in both ways; returns the questions that it did not answer."""
        lost, failed = self._round(engine, [(one, one.first, one.accept) for one in questions])
        again = [(one, one.second, one.accepted_second) for one in lost if one.second is not None]
        failed += [one for one in lost if one.second is None]
        lost, failed_again = self._round(engine, again)
        return failed + lost + failed_again

    def _round(
        self, engine: Engine, asked: Sequence[tuple[_Question, str, _Accept]]
    ) -> tuple[list[_Question], list[_Question]]:
        """Sends the texts and remembers what is accepted.

        Returns the questions whose facts got lost, and those that have no answer at all.
        """
        lost: list[_Question] = []
        failed: list[_Question] = []
        learnt: list[Remembered] = []
        answers = engine.translate([text for _, text, _ in asked])
        try:
            for number, ((question, _, accept), answer) in enumerate(
                zip(asked, answers, strict=True), 1
            ):
                pair = accept(answer.text) if answer.text is not None else None
                if pair is not None:
                    release = self._releases.get(question.key, "")
                    learnt.append(Remembered(*pair, answer.engine, release=release))
                    self._told.pop(question.key, None)
                else:
                    told = self._told.setdefault(question.key, {})
                    told[engine.name.id] = answer.reason or LOST_FACT
                    (failed if answer.text is None else lost).append(question)
                if len(learnt) >= _SAVE_EVERY:
                    self.memory.remember(learnt, self.at)
                    learnt.clear()
                self.progress(number, len(asked))
        finally:
            self.memory.remember(learnt, self.at)
        return lost, failed

    def _about_term(self, term: str) -> _Question:
        def accept(answer: str) -> _Pair | None:
            name = answer if term.endswith(".") else _FULL_STOP.sub("", answer)
            return (term, name) if name else None

        return _Question(term, term, None, {}, accept)

    def _about_sentence(self, sentence: str, vocabulary: Vocabulary) -> _Question:
        masked = mask(sentence, vocabulary.terms)

        def accept(answer: str) -> _Pair | None:
            english = masked.unmasked(answer)
            if english is None or not vocabulary.holds_terms(sentence, english):
                return None
            return sentence, english

        second = masked.with_english_set_in() if masked.terms else None
        values = {token: term.form.bare for token, term in masked.terms.items()}
        return _Question(sentence, masked.text, second, values, accept)

    def _about_pattern(self, segment: Segment, vocabulary: Vocabulary) -> _Question:
        fresh = fresh_tokens(segment.korean)
        names = {next(fresh): name for name in segment.slots}
        by_fact = {segment.slots[name]: token for token, name in names.items()}
        source = parted(segment.written(lambda fact: f"{EDGE}{by_fact[fact]}{EDGE}"))
        slots = vocabulary.find_slots(segment)

        def accept(answer: str) -> _Pair | None:
            answer = freed(answer, names)
            if pattern := learn(answer, names, source):
                return segment.pattern, pattern
            if slots.lacking or not came_through(answer, names, source):
                return None
            literal = fill(with_slots(answer, names), slots.forms, full_stop=False)
            if not vocabulary.holds_terms(segment.korean, literal):
                return None
            return segment.korean, literal

        if slots.lacking or not names:
            return _Question(segment.pattern, source, None, {}, accept)
        values = {token: slots.forms[name].bare for token, name in names.items()}
        return _Question(segment.pattern, source, set_in(source, values), values, accept)
