"""Terms in running Korean: found where they stand as words, masked on the way to an engine.

A token that no engine has reason to touch goes in the term's place; afterwards each has to be there
as often as before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from pressgen import english
from pressgen.facts import Fact, FactType, walk
from pressgen.translation.forms import Form, titled_names
from pressgen.translation.patterns import came_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressgen.facts import Value
    from pressgen.translation.forms import Forms
    from pressgen.translation.glossary import GlossaryTerm

_PROTECTED = (FactType.TERM, FactType.ORGANIZATION, FactType.PLACE, FactType.PERSON)
# What may follow a term in running text: the particles (with 만, 도, 는 … behind another), 이다 in its
# forms, and the endings that go with names.
_PARTICLES = (
    "(?:들|측|씨|님)?(?:(?:에게서|에게|에서|에|께서|께|한테|으로서|로서|으로써|로써|으로|로|까지|부터|마다|"
    "처럼|보다|만큼|만|과|와|이나|나|이랑|랑|하고)?(?:은|는|도|만|의|이라도|라도)?|이|가|을|를|"
    "이다|이며|이고|이자|이란|란|이라는|라는|이라고|라고|인|임|입니다|이었다|였다|이라며|라며|및|등)"
)
_WORD_START = "(?<![가-힣A-Za-z0-9])"
_WORD_END = f"(?={_PARTICLES}(?![가-힣A-Za-z0-9]))"
# Before these a name has no article of its own: its new chairman, the former Ministry.
_DETERMINER = re.compile(
    r"\b(?:the|a|an|its|their|our|this|that|former|new|’s|'s) $", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a release. `required` is what a translation of it has to contain."""

    korean: str
    form: Form
    required: str


class Terms:
    """The terms that count in one release's free text: its facts, and the glossary's."""

    def __init__(
        self, values: Iterable[Value], forms: Forms, glossary: Mapping[str, GlossaryTerm]
    ) -> None:
        self._forms = forms
        self._glossary = glossary
        self._facts = list(_protected_facts(values))
        self._titled = [pair for value in values for pair in titled_names(value)]

    def facts_in(self, text: str) -> list[Fact]:
        """The facts without English that stand in the text: an engine would have to give it first."""
        missing = [fact for fact in self._facts if self._forms.find(fact) is None]
        return [fact for fact in missing if _find(text, [fact.korean])]

    def found_in(self, text: str) -> list[tuple[int, int, Term]]:
        """The terms that stand in the text, the longest at each place: start, end, term."""
        terms = {term.korean: term for term in self._candidates(text)}
        return [(start, end, terms[text[start:end]]) for start, end in _find(text, terms)]

    def _candidates(self, text: str) -> Iterator[Term]:
        for korean, entry in self._glossary.items():
            if korean in text and (form := self._forms.find(Fact("", FactType.TERM, korean))):
                yield Term(korean, form, entry.english)
        for fact in self._facts:
            if fact.korean in text and (form := self._forms.find(fact)):
                yield Term(fact.korean, form, form.bare)
        for title, person in self._titled:
            # A title counts with its person only: 시장 by itself is a market as often as a mayor.
            name = self._forms.find(person)
            called = self._forms.find(title)
            for both in (f"{person.korean} {title.korean}", f"{title.korean} {person.korean}"):
                if both in text and name and called:
                    form = Form(f"{called.bare} {name.bare}", name.origin, engine=called.engine)
                    yield Term(both, form, name.bare)


def _protected_facts(values: Iterable[Value]) -> Iterator[Fact]:
    for value in values:
        for fact in walk(value):
            is_short = fact.name.endswith(".short")
            if fact.type in _PROTECTED and not (is_short and fact.english is None):
                yield fact


def _find(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    known = sorted((term for term in terms if term in text), key=len, reverse=True)
    if not known:
        return []
    choice = "|".join(map(re.escape, known))
    return [match.span() for match in re.finditer(f"{_WORD_START}(?:{choice}){_WORD_END}", text)]


def fresh_tokens(text: str) -> Iterator[str]:
    """Tokens of Latin capitals that the text does not contain: QXA, QXB, …"""
    for length in count(1):
        for letters in product(ascii_uppercase, repeat=length):
            token = "QX" + "".join(letters)
            if token not in text:
                yield token


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with tokens for its terms, to send to an engine."""

    text: str
    terms: dict[str, Term]

    def with_english_set_in(self) -> str:
        """The Korean sentence with its terms in English: the second way to ask for a translation."""
        return set_in(self.text, {token: term.form.bare for token, term in self.terms.items()})

    def unmasked(self, answer: str) -> str | None:
        """The answer with the terms' English, None unless every token came through."""
        if not came_through(answer, self.terms, self.text):
            return None
        for token, term in self.terms.items():
            answer = _form_set_in(answer, token, term.form)
        return answer


def set_in(text: str, values: Mapping[str, str]) -> str:
    """The text with each token's value in its place."""
    for token, value in values.items():
        text = re.sub(rf"(?<![A-Za-z]){token}(?![A-Za-z])", lambda _, value=value: value, text)  # type: ignore[misc]
    return text


def taken_out(answer: str, values: Mapping[str, str]) -> str:
    """The answer with each value's token in its place, the longest values first."""
    for token, value in sorted(values.items(), key=lambda item: -len(item[1])):
        answer = answer.replace(value, token)
    return answer


def mask(text: str, terms: Terms) -> Masked:
    """The text with a token in the place of each term; the same term has the same token."""
    tokens: dict[str, str] = {}
    fresh = fresh_tokens(text)
    known: dict[str, Term] = {}
    result, position = "", 0
    for start, end, term in terms.found_in(text):
        if term.korean not in tokens:
            tokens[term.korean] = next(fresh)
            known[tokens[term.korean]] = term
        result += text[position:start] + tokens[term.korean]
        position = end
    return Masked(result + text[position:], known)


def _form_set_in(answer: str, token: str, form: Form) -> str:
    """The form in the token's place, with the article that the form has and no other."""

    def put(match: re.Match[str]) -> str:
        before = match[1] or ""
        if before.lower().strip() in ("a", "an"):
            return english.indefinite(form.bare)
        if before:
            return f"{before}{form.bare}" if form.article else form.bare
        if form.article and not _DETERMINER.search(answer[: match.start()]):
            return form.text
        return form.bare

    return re.sub(rf"(\b(?:[Tt]he|[Aa]n?) )?(?<![A-Za-z]){token}(?![A-Za-z])", put, answer)
