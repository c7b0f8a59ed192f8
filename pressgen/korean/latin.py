"""How Latin letters, abbreviations and words are read in Korean."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from .patterns import compiled
from .tables import read_table

# The names of the letters: 표준국어대사전, except R, whose everyday 알 the press follows (VR을).
LETTERS: Final = {
    "A": "에이", "B": "비", "C": "시", "D": "디", "E": "이", "F": "에프", "G": "지", "H": "에이치",
    "I": "아이", "J": "제이", "K": "케이", "L": "엘", "M": "엠", "N": "엔", "O": "오", "P": "피",
    "Q": "큐", "R": "알", "S": "에스", "T": "티", "U": "유", "V": "브이", "W": "더블유",
    "X": "엑스", "Y": "와이", "Z": "제트",
}  # fmt: skip

_CHUNK: Final = r"(?:New )?[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.&+'’\-#!/]*$"
_SEPARATOR: Final = r"[ .&+\-/'’]+"
_LAST_PART: Final = r"[A-Za-zÀ-ɏ]+$"
_CAMEL: Final = r"[A-ZÀ-Þ]?[a-zß-ɏ]+$|[A-ZÀ-Þ]+$"
_SPOKEN: Final = r"[AEIOU][^AEIOU][AEIOU]|.[AEIOU](?:NG|CK|OK)$"
_VOWEL: Final = r"[aeiouyAEIOUY]"


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading's end, and whether it is certain: letters that are spelt are, words are not."""

    text: str
    sure: bool


@cache
def _words() -> dict[str, str]:
    return {word.casefold(): reading for word, reading in read_table("latin_words")}


def is_latin(char: str) -> bool:
    """Tell whether `char` is a Latin letter, with or without an accent or a full-width form."""
    return char.isalpha() if char.isascii() else "LATIN" in unicodedata.name(char, "")


def word_at_end(text: str) -> str:
    """Return the chunk of letters, digits and signs at the end of `text`: R&D, K-pop, New York."""
    match = compiled(_CHUNK).search(unicodedata.normalize("NFKC", text[-60:]))
    return match.group() if match else ""


def known(word: str) -> str:
    """Return the reading of `word` (of `word_at_end`), or of its last part, if it is listed."""
    part = word.casefold()
    while part:
        if reading := _words().get(part):
            return reading
        match = compiled(_SEPARATOR).search(part)
        part = part[match.end() :] if match else ""
    return ""


def guess(word: str) -> Guess:
    """Return the best guess at how `word` ends when it is read."""
    if word.endswith("+"):
        return Guess("플러스", sure=True)
    if word.endswith("#"):
        return Guess("샵", sure=True)
    letters = compiled(_LAST_PART).search(word)
    last = letters.group() if letters else word[-1:]
    camel = compiled(_CAMEL).search(last)
    part = camel.group() if camel else last
    if known_part := _words().get(part.casefold()):
        return Guess(known_part, sure=True)
    plain = _without_accents(part)
    if _is_spelt(plain):
        return Guess(LETTERS[plain[-1].upper()], sure=True)
    if plain != part and part[-1] not in plain:
        return Guess("에", sure=False)  # café, Pelé: an accented vowel is never mute
    return Guess(_english_end(plain.lower()), sure=False)


def _without_accents(part: str) -> str:
    if part.isascii() and part.isalpha():
        return part
    decomposed = unicodedata.normalize("NFD", part)
    return "".join(char for char in decomposed if char.isascii() and char.isalpha()) or "E"


def _is_spelt(part: str) -> bool:
    """Capitals are spelt, unless they are long and can be spoken; so is what has no vowel."""
    if len(part) == 1:
        return True
    if part.isupper() and len(part) <= 4:
        return not compiled(_SPOKEN).search(part)
    return not compiled(_VOWEL).search(part)


# How English words end when Korean writes them (외래어 표기법 제3장 제1절), most telling ending
# first. The Hangul stands for the ending's last sound only.
_ENDINGS: Final = tuple(
    (f"(?:{pattern})$", sound)
    for pattern, sound in (
        (r"ue|ee|ie|oe|ye", "이"),
        (r"le|ll|l|lle", "을"),
        (r"m|me|mb|mn|mme", "음"),
        (r"ng", "응"),
        (r"n|ne|nn|nne|gn", "은"),
        (r"(?:[^aeiou]|^)[aeiou](?:p|pp)", "읍"),
        (r"ook|(?:[^aeiou]|^)[aeiou](?:ck|k|c)|eic|oic", "윽"),
        (r"(?:[^aeiouy]|qu|^)[aeiou]tt?|out|cuit", "읏"),
    )
)


def _english_end(word: str) -> str:
    for pattern, sound in _ENDINGS:
        if compiled(pattern).search(word):
            return sound
    return "으"
