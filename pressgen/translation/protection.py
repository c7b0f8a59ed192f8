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

from pressgen.fact_types import FactType
from pressgen.facts import Fact
from pressgen.korean import romanize, split_name
from pressgen.translation.form import Form
from pressgen.translation.forms import titled_names
from pressgen.translation.offices import offices_in
from pressgen.translation.patterns import alone, came_through, freed, put_in, with_slots
from pressgen.translation.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from pressgen.facts import Value
    from pressgen.translation.forms import Forms
    from pressgen.translation.word_list import WordList

_PROTECTED = frozenset((FactType.TERM, FactType.ORGANIZATION, FactType.PLACE, FactType.PERSON))
# What may follow a term in running text: the endings that go with names, then particles, or 이다 in its
# forms. 도의 and the like are left out on purpose: 경기도의 is not 경기.
_CASE = (
    "에게서|에게로|에게|에서부터|에서|에까지|에|께서|께|한테서|한테|으로서|로서|으로써|로써|으로부터|로부터|으로|로|"
    "까지|부터|마다|처럼|보다|만큼|대로|뿐|조차|마저|밖에|과|와|이나|나|이랑|랑|하고"
)
_COPULA = (
    "이다|이며|이고|이자|이면|이지만|이므로|이기도|이었다|이었던|이었고|이었으며|였다|였던|였고|였으며|입니다|인|임|"
    "이란|란|이라는|라는|이라고|라고|이라며|라며|이라면|라면|이라서|라서|이야말로|야말로"
)
_PARTICLES = f"(?:들|측|씨|님)?(?:(?:{_CASE})?(?:만(?:이|을)?)?(?:은|는|도|의|이라도|라도)?|이|가|을|를|및|등|{_COPULA})"
_WORD_START = re.compile("(?<![가-힣A-Za-z0-9])")
_WORD_END = re.compile(f"(?={_PARTICLES}(?![가-힣A-Za-z0-9]))")
EDGE = "\ufdd0"
"""Put where a token begins or ends, in text that has none of it."""
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a release. `required` is what a translation of it has to contain.

    `is_built_in`: it comes from pressgen's own lists, and people may have good reasons to say it otherwise.
    """

    korean: str
    form: Form
    required: str
    is_built_in: bool = False


class Terms:
    """The terms that count in one release's free text: its facts, the glossary's, and public offices.

    A title counts beside its person only, whose surname will do (권 군수): 시장 by itself is a market
    as often as a mayor.
    """

    def __init__(
        self, values: Sequence[Value], forms: Forms, glossary: WordList, *, on: date
    ) -> None:
        """`on`: the release day, by whose official names a public body is called."""
        self._forms = forms
        self._glossary = glossary
        self._on = on
        titled = [pair for value in values if value for pair in titled_names(value)]
        self._titles = {title.korean for title, _ in titled}
        self._facts: dict[str, Fact] = {}
        for fact in _protected_facts(forms.facts):
            self._facts.setdefault(fact.korean, fact)
        self._titled = {
            both: (title, person)
            for title, person in titled
            for both in (f"{person.korean} {title.korean}", f"{title.korean} {person.korean}")
        }
        self._by_surname = _by_surname(titled)

    def whole(self, text: str) -> Form | None:
        """The English of a text that is nothing but a term."""
        term = self._term(text)
        return term.form if term else None

    def facts_in(self, text: str) -> list[Fact]:
        """The facts without English that stand in the text: an engine would have to give it first."""
        return self._lacking(self._known_in(text), text)

    def found_in(self, text: str) -> list[tuple[int, int, Term]]:
        """The terms with English that stand in the text, the longest at each place: start, end, term."""
        return self._found(self._known_in(text), text)

    def required_in(self, text: str) -> list[str] | None:
        """What a translation of the text has to contain; None while a term in it has no English."""
        known = self._known_in(text)
        if self._lacking(known, text):
            return None
        return [term.required for _, _, term in self._found(known, text)]

    def _known_in(self, text: str) -> list[str]:
        """The terms in the text, be it inside words; a title and its person only with English."""
        known = [korean for korean in self._facts if korean in text]
        known += [one for one in self._glossary.standing_in(text) if self._fact(one)]
        known += [both for both in self._titled if both in text and self._term(both)]
        known += [both for both in self._by_surname if both in text and self._term(both)]
        return known

    def _lacking(self, known: Sequence[str], text: str) -> list[Fact]:
        standing = dict.fromkeys([text[start:end] for start, end in find_words(known, text)])
        facts = [fact for korean in standing if (fact := self._fact(korean))]
        return [fact for fact in facts if self._forms.find(fact) is None]

    def _found(self, known: Sequence[str], text: str) -> list[tuple[int, int, Term]]:
        offices = offices_in(text, self._on)
        found = [
            (start, end, self._term(text[start:end]) or _office(text[start:end], offices))
            for start, end in find_words([*known, *offices], text)
        ]
        return [(start, end, term) for start, end, term in found if term]

    def _fact(self, korean: str) -> Fact | None:
        """The fact that stands for a term: the event's own, or one for a word of the glossary."""
        if own := self._facts.get(korean):
            return own
        if korean not in self._glossary or korean in TITLES or korean in self._titles:
            return None
        return Fact("", FactType.TERM, korean)

    def _term(self, korean: str) -> Term | None:
        if fact := self._fact(korean):
            form = self._forms.find(fact)
            return Term(korean, form, form.bare) if form else None
        pair = self._titled.get(korean) or self._by_surname.get(korean)
        if pair is None:
            return None
        called, name = (self._forms.find(fact) for fact in pair)
        if called is None or name is None:
            return None
        who = name.bare
        if korean in self._by_surname:
            surname = surname_in(name.bare, pair[1].korean)
            if surname is None:
                return None
            who = surname
        form = Form(f"{called.bare} {who}", name.origin, engine=called.engine or name.engine)
        return Term(korean, form, who)


def _office(korean: str, offices: Mapping[str, Form]) -> Term | None:
    form = offices.get(korean)
    return Term(korean, form, form.bare, is_built_in=True) if form else None


def _by_surname(titled: Iterable[tuple[Fact, Fact]]) -> dict[str, tuple[Fact, Fact]]:
    """Titles behind a surname (권 군수), where only one person in the release bears both."""
    bearers: dict[str, dict[str, tuple[Fact, Fact]]] = {}
    for title, person in titled:
        surname, given = split_name(person.korean)
        if given:
            by_name = bearers.setdefault(f"{surname} {title.korean}", {})
            by_name[person.korean] = (title, person)
    return {
        both: pair
        for both, people in bearers.items()
        if len(people) == 1
        for pair in people.values()
    }


def surname_in(english: str, korean: str) -> str | None:
    """The surname in a person's English name: its first word, or its last where people put it there.

    None where that can't be told.
    """
    words = english.split()
    usual = romanize(korean, "person").split()[0].casefold()
    for word in (words[0], words[-1]):
        if word.casefold() == usual:
            return word
    if len(words) != 2:
        return None
    return words[1] if "-" in words[0] else words[0]


def _protected_facts(facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        is_short = fact.name.endswith(".short")
        if fact.type in _PROTECTED and not (is_short and fact.english is None):
            yield fact


def find_words(words: Collection[str], text: str) -> list[tuple[int, int]]:
    """Where one of the words stands in the text, whatever particle follows, the longest at each place."""
    if not words:
        return []
    standing: list[tuple[int, int]] = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if _WORD_START.match(text, start) and _WORD_END.match(text, end):
                standing.append((start, end))
            start = text.find(word, start + 1)
    found: list[tuple[int, int]] = []
    for start, end in sorted(standing, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def stands_in(english: str, text: str) -> bool:
    """Whether a term's English stands in the text, where a word begins; capitals and curls don't count."""
    term, straight = english.translate(_STRAIGHT), text.translate(_STRAIGHT)
    if not (term.isascii() and straight.isascii()):
        return bool(re.search(rf"(?<!\w){re.escape(term)}", straight, re.IGNORECASE))
    # Nearly always; a regular expression of every term would have to be compiled.
    term, straight = term.lower(), straight.lower()
    start = straight.find(term)
    while start > 0 and (straight[start - 1].isalnum() or straight[start - 1] == "_"):
        start = straight.find(term, start + 1)
    return start >= 0


def fresh_tokens(text: str) -> Iterator[str]:
    """Tokens of Latin capitals that the text does not contain: QXA, QXB, …"""
    for length in count(1):
        for letters in product(ascii_uppercase, repeat=length):
            token = "QX" + "".join(letters)
            if token not in text:
                yield token


def parted(text: str) -> str:
    """The text without its EDGEs, a blank at those that part a token from letters or figures."""
    return re.sub(f"(?<=[A-Za-z0-9_]){EDGE}+(?=[A-Za-z0-9_])", " ", text).replace(EDGE, "")


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
        answer = freed(answer, self.terms)
        if not came_through(answer, self.terms, self.text):
            return None
        slots = {token: token for token in self.terms}
        return put_in(
            with_slots(answer, slots), {token: term.form for token, term in self.terms.items()}
        )


def set_in(text: str, values: Mapping[str, str]) -> str:
    """The text with each token's value in its place."""
    return re.sub("|".join(map(alone, values)), lambda match: values[match[0]], text)


def taken_out(answer: str, values: Mapping[str, str]) -> str:
    """The answer with each value's token in its place, the longest value where several would fit."""
    tokens = {value: token for token, value in values.items()}
    choice = "|".join(map(re.escape, sorted(tokens, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{choice})(?!\w)", lambda match: tokens[match[0]], answer)


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
