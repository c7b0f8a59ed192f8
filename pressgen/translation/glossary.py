"""The workspace's glossary.csv: names and terms with the English that the house has settled on."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.tables import Row, check_header, check_width, read_rows
from pressgen.translation.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.facts import Article

COLUMNS = ("ko", "en", "article", "kind", "source", "valid_from", "valid_to", "note")
_MOST_HELD = 8
"""Periods that are kept at once; events come in the order of their files, which is that of their days."""
KINDS = ("person", "organization", "place", "title", "term")
"""What a term can be said to be."""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One row: a Korean term, its bare English, and whether running text puts "the" before it.

    It holds for releases from the first to the last of its days, each without limit where None.
    `source` and `note` are the house's own; `line` is that of the file.
    """

    korean: str
    english: str
    article: Article = ""
    kind: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = field(default="", compare=False)
    note: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def held(self, on: date) -> bool:
        began = self.valid_from is None or self.valid_from <= on
        return began and (self.valid_to is None or on <= self.valid_to)

    def contradicts(self, other: GlossaryTerm) -> bool:
        """Whether the two say different things of one term on the same day."""
        if self.korean != other.korean or (self.english, self.article) == (
            other.english,
            other.article,
        ):
            return False
        first = max(self.valid_from or date.min, other.valid_from or date.min)
        return first <= min(self.valid_to or date.max, other.valid_to or date.max)


class HeldTerms(dict[str, GlossaryTerm]):
    """What a glossary holds for a release of one day, by the Korean (NFC)."""

    @cached_property
    def words(self) -> WordList:
        """Those that count wherever they stand; a title counts beside its person only."""
        return WordList(korean for korean, term in self.items() if term.kind != "title")


@dataclass(frozen=True)
class Glossary:
    """The rows of a glossary, in their order."""

    terms: tuple[GlossaryTerm, ...] = ()
    _held: dict[int, HeldTerms] = field(default_factory=dict, init=False, compare=False, repr=False)

    def on(self, day: date) -> HeldTerms:
        """What holds for a release of that day: the same object between two days on which a term
        begins or ends, so that releases share what is made of it."""
        period = bisect_right(self._changes, day)
        if period not in self._held:
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            held = HeldTerms()
            for term in self.terms:
                if term.held(day):
                    held.setdefault(term.korean, term)
            self._held[period] = held
        return self._held[period]

    @cached_property
    def _changes(self) -> list[date]:
        """The days from which something else holds than the day before."""
        begin = {term.valid_from for term in self.terms if term.valid_from}
        last = {term.valid_to for term in self.terms if term.valid_to}
        return sorted(begin | {day + timedelta(1) for day in last if day < date.max})


def load_glossary(file: Path) -> Glossary:
    """The glossary in that file; empty where there is none.

    Raises PressgenError, with the line, for a row that can't be used.
    """
    if not file.is_file():
        return Glossary()
    rows = [Row(row.line, [_tidy(cell) for cell in row.cells]) for row in read_rows(file)]
    if not any(cell for row in rows for cell in row.cells):
        return Glossary()
    header = header_of(rows[0].cells)
    check_header(header, COLUMNS, file)
    return Glossary(tuple(_terms(header, rows[1:], file)))


def header_of(cells: Iterable[str]) -> list[str]:
    """The names of the columns, as people write them in a first line."""
    return [_tidy(cell).lower() for cell in cells]


def clash(term: GlossaryTerm, others: Iterable[GlossaryTerm]) -> str | None:
    """What to say of a term that one of the others contradicts."""
    other = next((one for one in others if one.contradicts(term)), None)
    return f"‘{term.korean}’이(가) 다른 영문으로 이미 있습니다: {other.english}" if other else None


def _tidy(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(cell.split()))


def _terms(header: list[str], rows: Iterable[Row], file: Path) -> list[GlossaryTerm]:
    terms: list[GlossaryTerm] = []
    by_korean: dict[str, list[GlossaryTerm]] = {}
    for row in rows:
        check_width(row, header, file)
        if not any(row.cells):
            continue
        try:
            term = make_term(dict(zip(header, row.cells, strict=False)), row.line)
        except WrongTermError as error:
            raise PressgenError(Problem(str(error), file, row.line, error.column)) from None
        same = by_korean.setdefault(term.korean, [])
        if message := clash(term, same):
            raise PressgenError(Problem(message, file, row.line, "ko"))
        same.append(term)
        terms.append(term)
    return terms


class WrongTermError(Exception):
    """What is wrong with a term, and in which column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def make_term(cells: dict[str, str], line: int = 0) -> GlossaryTerm:
    """The term that these cells, by the names of their columns, make.

    Raises WrongTermError where a cell is not right.
    """
    korean, english = cells.get("ko", ""), cells.get("en", "")
    if not korean or not english:
        message = "한국어(ko)와 영문(en)이 모두 있어야 합니다."
        raise WrongTermError("en" if korean else "ko", message)
    article = cells.get("article", "")
    if article not in ("", "the"):
        raise WrongTermError("article", f"‘{article}’ 대신 the를 적거나 비우세요.")
    kind = cells.get("kind", "").lower()
    if kind and kind not in KINDS:
        message = f"‘{kind}’은(는) 낱말의 종류가 아닙니다. {did_you_mean(kind, KINDS)}"
        raise WrongTermError("kind", message)
    first, last = _day(cells, "valid_from"), _day(cells, "valid_to")
    if first and last and first > last:
        raise WrongTermError("valid_to", "끝나는 날이 시작하는 날보다 앞섭니다.")
    return GlossaryTerm(
        korean,
        english,
        "the" if article else "",
        kind,
        first,
        last,
        cells.get("source", ""),
        cells.get("note", ""),
        line,
    )


def _day(cells: dict[str, str], column: str) -> date | None:
    from pressgen.computed_facts import read_moment

    text = cells.get(column, "")
    if not text:
        return None
    try:
        return read_moment(text)[0]
    except ValueError as error:
        raise WrongTermError(column, str(error)) from None
