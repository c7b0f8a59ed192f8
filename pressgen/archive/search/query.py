"""What a query finds, said plainly: the index answers the same, only quicker.

A query is parted into terms as text is into runs. A term of syllables is found wherever it stands, so
재단 is found in 한빛문화재단은; any other where a word begins with it. A release is found where all terms
are, in whichever of its texts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.archive.search.text import WORD_START, fold, fold_with_places, is_syllabic, runs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pressgen.archive.published import Name, Published


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that was found. `in_headline`: all that was asked for is in its headlines."""

    place: str
    released: date
    headline: Name
    in_headline: bool

    @property
    def rank(self) -> tuple[bool, date, str]:
        """The greatest comes first: found in the headline, then the newest."""
        return self.in_headline, self.released, self.place


@dataclass(frozen=True)
class Query:
    """The terms that a person asked for, folded, each once."""

    terms: tuple[str, ...]

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [
            re.compile(("" if is_syllabic(term) else WORD_START) + re.escape(term))
            for term in self.terms
        ]

    def is_in(self, folded: str) -> bool:
        """Whether every term is found in a folded text."""
        return all(pattern.search(folded) for pattern in self._patterns)

    def parts(self, text: str) -> list[tuple[str, bool]]:
        """The text (in NFC) in parts, and whether each is a part that was asked for."""
        text = unicodedata.normalize("NFC", text)
        folded, places = fold_with_places(text)
        found = [False] * len(text)
        for pattern in self._patterns:
            for match in pattern.finditer(folded):
                for place in places[match.start() : match.end()]:
                    found[place] = True
        parts: list[tuple[str, bool]] = []
        for char, is_found in zip(text, found, strict=True):
            if parts and parts[-1][1] == is_found:
                parts[-1] = (parts[-1][0] + char, is_found)
            else:
                parts.append((char, is_found))
        return parts


def read_query(words: str) -> Query:
    """The query that somebody typed; it has no terms where there is neither letter nor digit in it."""
    return Query(tuple(dict.fromkeys(runs(fold(words)))))


def headlines(release: Published) -> list[str]:
    """The headline in both languages."""
    return _both([release.headline])


def other_texts(release: Published) -> list[str]:
    """Whatever else of a release is searched."""
    names = (release.subheadline, *release.organizations, release.reporter, release.outlet)
    return _both([*release.paragraphs, *(name for name in names if name is not None)])


def scan(releases: Iterable[Published], query: Query) -> list[Hit]:
    """The releases that the query finds, by reading all of them; the best first."""
    hits = []
    for release in releases:
        headline = fold("\n".join(headlines(release)))
        if query.is_in(headline + fold("\n" + "\n".join(other_texts(release)))):
            is_there = query.is_in(headline)
            hits.append(Hit(release.place, release.released, release.headline, is_there))
    return sorted(hits, key=lambda hit: hit.rank, reverse=True)


def _both(names: Iterable[Name]) -> list[str]:
    return [text for name in names for text in (name.korean, name.english) if text]
