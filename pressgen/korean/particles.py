"""Particles that fit what stands before them: 은(는), 이(가), 을(를), 과(와), (으)로 and the rest.

The forms and where they stand: 한글 맞춤법 and 표준국어대사전 (은, 이, 을, 과, 으로, 이란, 이라고 …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from .hangul import nfc
from .quotation import CLOSING_QUOTES, particle_after_quotation
from .reading import WINDOW, Reading, read_end


@dataclass(frozen=True, slots=True)
class Pair:
    """Two forms of one particle: after a consonant, and after a vowel."""

    closed: str
    open: str

    def after(self, reading: Reading) -> str:
        """Return the form for this reading; ㄹ takes 로 like a vowel does."""
        final = reading.final
        if final == "ㄹ" and self.closed.startswith("으"):
            return self.open
        return self.closed if final or not reading.text else self.open


_PLAIN: Final = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("아", "야"),
    ("으로", "로"),
)
# The copula and the particles made from it drop their 이 behind a vowel.
_WITH_I: Final = (
    "이라면", "이라며", "이라는", "이라고", "이라도", "이라서", "이라", "이란", "이랑", "이나",
    "이며", "이면", "이므로", "이든지", "이든", "이다", "이고", "이자", "이지만", "이니", "이여",
    "이야말로", "이야", "이거나",
)  # fmt: skip
_OTHERS: Final = (
    ("이었다", "였다"), ("이었으며", "였으며"), ("이었던", "였던"), ("이었고", "였고"),
    ("이에요", "예요"), ("이어서", "여서"), ("이어야", "여야"),
)  # fmt: skip
# These quote: behind a quotation mark they follow from how the quotation ends.
_QUOTING: Final = {"이라고": "고", "이라며": "며"}


@cache
def _spellings() -> dict[str, Pair]:
    """Return every spelling of a pair in running text."""
    spellings = {}
    pairs = [Pair(*forms) for forms in (*_PLAIN, *_OTHERS)]
    pairs += [Pair(form, form[1:]) for form in _WITH_I]
    for pair in pairs:
        spellings[f"{pair.closed}({pair.open})"] = pair
        spellings[f"{pair.open}({pair.closed})"] = pair
        if pair.closed.endswith(pair.open):
            spellings[f"({pair.closed[0]}){pair.open}"] = pair
            spellings[f"{pair.closed[0]}({pair.open})"] = pair
        elif len(pair.closed) == 1:
            spellings[f"({pair.closed}){pair.open}"] = pair
            spellings[f"({pair.open}){pair.closed}"] = pair
    # (가)이 and 이(가) would be fine, but (가) and (야) head the items of a list.
    for spelling in ("(가)이", "(야)아", "(아)야"):
        del spellings[spelling]
    return spellings


@cache
def _pairs() -> dict[str, Pair]:
    """Return every spelling that `with_particle` takes: those of running text, and with a slash."""
    pairs = dict(_spellings())
    for pair in _spellings().values():
        pairs[f"{pair.closed}/{pair.open}"] = pair
        pairs[f"{pair.open}/{pair.closed}"] = pair
        if short := _QUOTING.get(pair.closed):
            pairs[f"{pair.closed}/{pair.open}/{short}"] = pair
    return pairs


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_spellings(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def with_particle(word: str, pair: str, *, reading: str | None = None) -> str:
    """Return `word` with the form of `pair` that fits how it is read.

    `pair` is spelt 은(는), 는(은), (은)는 or 은/는, (으)로 or 으로(로); `reading` is how the word is
    read where its letters don't say. Raises ValueError for a pair that is none.
    """
    return _with_particle(word, pair, reading)


# An archive names the same bodies and people again and again.
@lru_cache(maxsize=8192)
def _with_particle(word: str, pair: str, reading: str | None) -> str:
    forms = _pairs().get(nfc(pair))
    if forms is None:
        raise ValueError(
            f"{pair!r} is no pair of particles (은(는), 이(가), (으)로 and the like are)"
        )
    composed = nfc(word)
    return composed + _choose(forms, composed, None if reading is None else nfc(reading))


def resolve_particles(text: str, *, before: str = "") -> str:
    """Return `text` with every pair in it replaced by the form that fits.

    `before` is what stands before `text`, as it is read aloud; it is not returned. 사과/와인 is no
    pair: in running text only the spellings with brackets are.
    """
    composed, lead = nfc(text), nfc(before)
    # What a form leaves may make another pair with what follows it: 을(를)(를).
    while (resolved := _resolve_once(composed, lead)) != composed:
        composed = resolved
    return resolved


def _resolve_once(text: str, lead: str) -> str:
    def form(match: re.Match[str]) -> str:
        return _choose(_spellings()[match.group()], _context(match, lead), None)

    return _pattern().sub(form, text)


def _context(pair: re.Match[str], lead: str) -> str:
    """Return what stands before a pair, as much of it as a reading needs."""
    start = pair.start()
    context = pair.string[max(0, start - WINDOW) : start]
    return lead[-WINDOW:] + context if start < WINDOW else context


def _choose(pair: Pair, word: str, reading: str | None) -> str:
    short = _QUOTING.get(pair.closed)
    if short and (quoted := _quoted_end(word)) is not None:
        form = particle_after_quotation(quoted if reading is None else reading)
        if form is not None:
            return short if form == "고" else pair.open
    return pair.after(read_end(word if reading is None else reading))


def _quoted_end(word: str) -> str | None:
    """Return what stands before the closing quotation mark, None where the word ends otherwise."""
    bare = word.rstrip("*_~` ")
    if not bare or bare[-1] not in CLOSING_QUOTES:
        return None
    return bare.rstrip(CLOSING_QUOTES + "*_~` ")


@dataclass(frozen=True, slots=True)
class ReadingDoubt:
    """A word whose reading was guessed: `reading` in the event would settle it."""

    word: str
    guess: str


def reading_doubt(word: str) -> ReadingDoubt | None:
    """Return the doubt about how the end of `word` is read, None where there is none."""
    end = read_end(nfc(word))
    return None if end.sure else ReadingDoubt(end.word, end.text)


def doubted_readings(text: str, *, before: str = "") -> list[ReadingDoubt]:
    """Return the doubts about what stands before each pair in `text`; `before` as for
    `resolve_particles`."""
    lead = nfc(before)
    doubts = (reading_doubt(_context(pair, lead)) for pair in _pattern().finditer(nfc(text)))
    return [doubt for doubt in doubts if doubt is not None]
