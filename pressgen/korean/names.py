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


# What stands behind a name with a space and is no part of it; 군, 양 and 시인 may be given names.
_TITLES: Final = frozenset((
    "씨", "님", "선생", "선생님", "여사", "교수", "박사", "교사", "강사", "총장", "학장", "교장",
    "대통령", "총리", "부총리", "장관", "차관", "청장", "의원", "의장", "시장", "부시장",
    "도지사", "지사", "구청장", "부구청장", "군수", "동장", "위원장", "위원", "회장", "부회장",
    "이사장", "사장", "대표", "원장", "부원장", "관장", "단장", "소장", "실장", "국장", "과장",
    "팀장", "본부장", "센터장", "감독", "작가", "화가", "배우", "가수", "선수", "기자", "변호사",
    "목사", "스님",
))  # fmt: skip


def _without_title(name: str) -> tuple[str, str]:
    """Return the composed `name` and the title behind it, "" where it has none."""
    composed = nfc(name).strip()
    person, _, title = composed.rpartition(" ")
    return (person.strip(), title) if person and title in _TITLES else (composed, "")


def split_name(name: str) -> tuple[str, str]:
    """Return surname and given name; a space in `name` decides, else the surnames known do.

    The given name is "" where there is only a surname; a title behind the name is left out.
    """
    return _split(_without_title(name)[0])[0]


def _split(name: str) -> tuple[tuple[str, str], tuple[str, str] | None]:
    """Return the split chosen and the other that is possible."""
    if " " in name:
        surname, *given = name.split()
        # 김 민 수, as a sign or a badge may have it, is 김 민수.
        is_spaced = all(len(syllable) == 1 for syllable in given)
        return (surname, ("" if is_spaced else " ").join(given)), None
    known = _surnames()
    single, double = (name[:1], name[1:]), (name[:2], name[2:])
    if double[0] not in known or len(name) > 4:
        return single, None
    if len(name) == 1:
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
    person, title = _without_title(name)
    return f"{_romanize_person(person)} {capitalized(romanize_word(title))}".strip()


def _romanize_person(name: str) -> str:
    surname, given = _split(name)[0]
    known = _surnames().get(surname)
    if not _is_korean(name, surname, given):
        return " ".join(capitalized(romanize_word(word)) for word in name.split())
    spelt = known.spellings[0].spelling if known else capitalized(romanize_word(surname))
    syllables = "-".join(transcribe_syllable(char) for char in given)
    return f"{spelt} {capitalized(syllables)}".strip()


def _is_korean(name: str, surname: str, given: str) -> bool:
    """Tell whether this is a Korean name: 뷁하나 may be one, 톰 크루즈 and 도널드 트럼프 are none."""
    if not is_hangul(surname + given):
        return False
    return surname in _surnames() or (" " not in name and len(surname) == 1 and len(given) < 4)


def name_doubts(name: str) -> list[NameDoubt]:
    """Return what a person must look at before the romanized `name` goes out."""
    person = _without_title(name)[0]
    (surname, given), other = _split(person)
    known = _surnames().get(surname)
    if known is None or not is_hangul(surname + given):
        return [UnknownSurname(person)]
    doubts: list[NameDoubt] = []
    if other is not None:
        doubts.append(AmbiguousSplit(person, (surname, given), other))
    if not known.prevails:
        spelling = known.spellings[0].spelling
        doubts.append(NoPrevailingSpelling(person, spelling, known.spellings))
    return doubts
