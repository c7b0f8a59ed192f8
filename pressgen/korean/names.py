"""Personal names as the English-language press writes them: Lee Dong-yeol.

로마자 표기법 제3장 제4항: surname first, sound changes between the syllables of a given name are not
written; 제7항 leaves a surname the spelling it has been using.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from .hangul import is_hangul, nfc
from .tables import read_table
from .transcription import capitalized, romanize_word, transcribe_syllable


@dataclass(frozen=True, slots=True)
class SurnameSpelling:
    """How a surname is spelt, with the share of passports in percent where a source has it."""

    spelling: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname and its spellings, the one that pressgen uses first."""

    korean: str
    spellings: tuple[SurnameSpelling, ...]
    prevails: bool


@dataclass(frozen=True, slots=True)
class AmbiguousSplit:
    """A name that has two surnames in it: 황보라 is Hwang Bo-ra or Hwangbo Ra."""

    name: str
    chosen: tuple[str, str]
    other: tuple[str, str]


@dataclass(frozen=True, slots=True)
class NoPrevailingSpelling:
    """A surname that its bearers spell in several ways, so that the person must be asked."""

    name: str
    chosen: str
    spellings: tuple[SurnameSpelling, ...]


@dataclass(frozen=True, slots=True)
class UnknownSurname:
    """A name whose first syllable is no surname that pressgen knows, or that is no Korean name."""

    name: str


NameDoubt = AmbiguousSplit | NoPrevailingSpelling | UnknownSurname


@cache
def _surnames() -> dict[str, Surname]:
    surnames = (_surname(*row) for row in read_table("surnames"))
    return {surname.korean: surname for surname in surnames}


def _surname(korean: str, standing: str, _source: str, *spellings: str) -> Surname:
    """Read a row: "prevails" or "divided", and spellings such as `Jung 46.13`."""
    parts = (spelling.split() for spelling in spellings)
    return Surname(
        korean,
        tuple(SurnameSpelling(p[0], float(p[1]) if len(p) > 1 else None) for p in parts),
        standing == "prevails",
    )


def split_name(name: str) -> tuple[str, str]:
    """Return surname and given name; a space in `name` decides, else the surnames known do.

    The given name is "" where there is only a surname.
    """
    return _split(nfc(name).strip())[0]


def _split(name: str) -> tuple[tuple[str, str], tuple[str, str] | None]:
    """Return the split chosen and the other that is possible."""
    if " " in name:
        surname, _, given = name.partition(" ")
        return (surname, given.strip()), None
    known = _surnames()
    single, double = (name[:1], name[1:]), (name[:2], name[2:])
    if double[0] not in known or len(name) > 4:
        return single, None
    if not double[1]:
        return (double, single) if single[0] in known else (double, None)
    if len(name) == 4 or single[0] not in known:
        return double, None
    return (single, double) if double[0] in _MOSTLY_SINGLE else (double, single)


# 황 and 서 are large families, 황보 and 서문 small ones; 남궁 and 제갈 are larger than 남 or 제 with
# a name in 궁 or 갈 would be.
_MOSTLY_SINGLE: Final = frozenset(("황보", "서문", "사공", "동방", "강전", "소봉", "장곡", "어금"))


def romanize_name(name: str) -> str:
    """Return a person's name in Latin letters; words that are no Korean name just as words."""
    composed = nfc(name).strip()
    surname, given = split_name(composed)
    if not is_hangul(surname) or (given and not is_hangul(given)) or _is_foreign(surname, given):
        return " ".join(capitalized(romanize_word(word)) for word in composed.split())
    known = _surnames().get(surname)
    spelt = known.spellings[0].spelling if known else capitalized(romanize_word(surname))
    syllables = "-".join(transcribe_syllable(char) for char in given)
    return f"{spelt} {capitalized(syllables)}".strip()


def _is_foreign(surname: str, given: str) -> bool:
    return surname not in _surnames() and (len(surname) > 1 or len(given) > 3)


def name_doubts(name: str) -> list[NameDoubt]:
    """Return what a person must look at before the romanized `name` goes out."""
    composed = nfc(name).strip()
    (surname, given), other = _split(composed)
    known = _surnames().get(surname)
    if known is None or not is_hangul(composed.replace(" ", "")):
        return [UnknownSurname(composed)]
    doubts: list[NameDoubt] = []
    if other is not None:
        doubts.append(AmbiguousSplit(composed, (surname, given), other))
    if not known.prevails:
        spelling = known.spellings[0].spelling
        doubts.append(NoPrevailingSpelling(composed, spelling, known.spellings))
    return doubts
