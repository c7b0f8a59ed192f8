"""Particles that fit what stands before them: 은(는), 이(가), 을(를), 과(와), (으)로 and the rest.

The forms and where they stand: 한글 맞춤법 and 표준국어대사전 (은, 이, 을, 과, 으로, 이란, 이라고 …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from .hangul import FINALS, FIRST, final_index, nfc
from .numerals import CURRENCY_SIGNS, MULTIPLIERS
from .patterns import compiled
from .quotation import CLOSING_QUOTES, particle_after_quotation
from .reading import WINDOW, read_end


class Pair(NamedTuple):
    """Two forms of one particle: after a consonant, and after a vowel."""

    closed: str
    open: str
    by_final: tuple[str, ...]
    """The form for every final consonant, in the order of `FINALS`."""
    short: str
    """What quotes behind a plain ending, 고 or 며, "" where the pair quotes nothing."""


def _pair(closed: str, open_: str) -> Pair:
    """Return the pair of these forms; ㄹ takes 로 like a vowel does."""
    like_vowel = " ㄹ" if closed.startswith("으") else " "
    by_final = tuple(open_ if final in like_vowel else closed for final in FINALS)
    return Pair(closed, open_, by_final, _QUOTING.get(closed, ""))


_PLAIN: Final = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("아", "야"),
    ("으로", "로"),
    ("으로서", "로서"),
    ("으로써", "로써"),
    ("으로부터", "로부터"),
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
# What is not read behind a quotation mark or before it: “하겠다(웃음)”고, **“하겠다”**(홍 시장)고.
_ASIDE: Final = r"(?:[\s*_~`]|</[A-Za-z][A-Za-z0-9]*>|\([^()]*\))+$"
_QUOTED_END: Final = 200  # with what is not read, no more of a quotation is looked at
_WIDE: Final = str.maketrans("()", "（）")


def _bracketed() -> dict[str, Pair]:
    """Return every spelling of a pair with brackets."""
    spellings = {}
    pairs = [_pair(*forms) for forms in (*_PLAIN, *_OTHERS)]
    pairs += [_pair(form, form[1:]) for form in _WITH_I]
    for pair in pairs:
        spellings[f"{pair.closed}({pair.open})"] = pair
        spellings[f"{pair.open}({pair.closed})"] = pair
        if pair.closed.endswith(pair.open):
            spellings[f"({pair.closed[0]}){pair.open}"] = pair
            spellings[f"{pair.closed[0]}({pair.open})"] = pair
        elif len(pair.closed) == 1:
            spellings[f"({pair.closed}){pair.open}"] = pair
            spellings[f"({pair.open}){pair.closed}"] = pair
    return spellings


@cache
def _spellings() -> dict[str, Pair]:
    """Return every spelling of a pair in running text, where (가) and (야) head a list."""
    narrow = {s: pair for s, pair in _bracketed().items() if s not in {"(가)이", "(야)아"}}
    return narrow | {spelling.translate(_WIDE): pair for spelling, pair in narrow.items()}


class _Pairs(dict[str, Pair]):
    """Every spelling that `with_particle` takes: those of running text, and with a slash."""

    def __missing__(self, spelling: str) -> Pair:
        if not self:
            self._fill()
        pair = self.get(nfc(spelling))
        if pair is None:
            raise ValueError(
                f"{spelling!r} is no pair of particles (은(는), 이(가), (으)로 and the like are)"
            )
        return pair

    def _fill(self) -> None:
        self.update(_bracketed() | _spellings())
        for pair in _spellings().values():
            self[f"{pair.closed}/{pair.open}"] = pair
            self[f"{pair.open}/{pair.closed}"] = pair
            if pair.short:
                self[f"{pair.closed}/{pair.open}/{pair.short}"] = pair


_PAIRS: Final = _Pairs()  # filled when it is first asked, so that importing costs nothing


@cache
def _pattern() -> re.Pattern[str]:
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(_spellings(), key=len, reverse=True):  # the longest that fits
        by_first.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    # Most letters begin none, which the look-ahead tells before any spelling is tried.
    choices = "|".join(f"{re.escape(one)}(?:{'|'.join(more)})" for one, more in by_first.items())
    return re.compile(f"(?=[{re.escape(''.join(by_first))}])(?:{choices})")


def with_particle(word: str, pair: str, *, reading: str | None = None) -> str:
    """Return `word` with the form of `pair` that fits how it is read.

    `pair` is spelt 은(는), 는(은), (은)는 or 은/는, (으)로 or 으로(로); `reading` is how the word is
    read where its letters don't say. Raises ValueError for a pair that is none.
    """
    forms = _PAIRS[pair]
    composed = normalize("NFC", word)
    last = composed[-1:]
    # Nearly every word is Hangul, and as it is written so it is read (but $3억 is 삼억 달러).
    if (
        "가" <= last <= "힣"
        and reading is None
        and (last not in MULTIPLIERS or CURRENCY_SIGNS.isdisjoint(composed))
    ):
        return composed + forms.by_final[(ord(last) - FIRST) % 28]
    return composed + _choose(forms, composed, None if reading is None else nfc(reading))


def resolve_particles(text: str, *, before: str = "") -> str:
    """Return `text` with every pair in it replaced by the form that fits.

    `before` is what stands before `text`, as it is read aloud; it is not returned. 사과/와인 is no
    pair: in running text only the spellings with brackets are.
    """
    composed = nfc(text)
    # What a form leaves may make another pair with what follows it: 을(를)(를).
    while "(" in composed or "（" in composed:  # as every pair in running text has it
        resolved = _resolve_once(composed, nfc(before))
        if resolved == composed:
            break
        composed = resolved
    return composed


def _resolve_once(text: str, lead: str) -> str:
    def form(match: re.Match[str]) -> str:
        context = _context(match, lead)
        if match.group() == "(아)야" and not context[-1:].isalnum():
            return match.group()  # (아) heads a list; it is 철수(아)야 where it touches a name
        return _choose(_spellings()[match.group()], context, None)

    return _pattern().sub(form, text)


def _context(pair: re.Match[str], lead: str) -> str:
    """Return what stands before a pair, as much of it as a reading needs."""
    start = pair.start()
    context = pair.string[max(0, start - WINDOW) : start]
    return lead[-WINDOW:] + context if start < WINDOW else context


# A word comes again and again, and with one particle after the other.
@lru_cache(maxsize=2048)
def _final_read(word: str) -> int:
    """Return which final consonant `word` is read with, any where there is nothing to read."""
    read = read_end(word).text
    return final_index(read[-1]) if read else 1


def _choose(pair: Pair, word: str, reading: str | None) -> str:
    if pair.short and (quoted := _quoted_end(word)) is not None:
        form = particle_after_quotation(quoted if reading is None else reading)
        if form is not None:
            return pair.short if form == "고" else pair.open
    return pair.by_final[_final_read(word if reading is None else reading)]


def _quoted_end(word: str) -> str | None:
    """Return what stands before the closing quotation mark, None where the word ends otherwise."""
    bare = _without_asides(word[-_QUOTED_END:])
    if not bare or bare[-1] not in CLOSING_QUOTES:
        return None
    while (inner := _without_asides(bare).rstrip(CLOSING_QUOTES)) != bare:
        bare = inner
    return bare


def _without_asides(text: str) -> str:
    bare = text.rstrip("*_~` \n")
    return compiled(_ASIDE).sub("", bare) if bare.endswith((")", ">")) else bare


@dataclass(frozen=True, slots=True)
class ReadingDoubt:
    """A word whose reading was guessed, and the particle that it got: `reading` in the event would
    settle it."""

    word: str
    particle: str


# Behind these a word is read as if they weren't there.
_UNREAD: Final = ".!?”’\"'"


def may_be_guessed(text: str, *, before: str = "") -> bool:
    """Whether `doubted_readings` may have any for `text`: it has none where Hangul stands before every
    pair, and what is no numeral. Of `before` only the end counts, its own pairs resolved or not."""
    return not all(
        "가" <= last <= "힣" and last not in MULTIPLIERS
        for last in (lead or before.rstrip(_UNREAD)[-1:] for lead in _before_pairs(text))
    )


def has_pairs(text: str) -> bool:
    """Whether `resolve_particles` has anything to resolve in `text`."""
    return bool(_before_pairs(text))


@lru_cache(maxsize=1024)  # a template's text comes again in every release
def _before_pairs(text: str) -> frozenset[str]:
    """The letters that pairs stand behind, "" for one at the beginning of the text."""
    composed = nfc(text)
    pairs = _pattern().finditer(composed)
    return frozenset(composed[: pair.start()].rstrip(_UNREAD)[-1:] for pair in pairs)


def doubted_readings(text: str, *, before: str = "") -> list[ReadingDoubt]:
    """Return the doubts about what stands before each pair in `text`; `before` as for
    `resolve_particles`."""
    doubts = []
    for pair in _pattern().finditer(nfc(text)):
        context = _context(pair, nfc(before))
        end = read_end(context)
        if not end.sure:
            form = _choose(_spellings()[pair.group()], context, None)
            doubts.append(ReadingDoubt(end.word, form))
    return doubts
