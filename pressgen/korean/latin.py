"""How Latin letters, abbreviations and words are read in Korean."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from .tables import read_table

# The names of the letters: 표준국어대사전, except R, whose everyday 알 the press follows (VR을).
LETTERS: Final = {
    "A": "에이", "B": "비", "C": "시", "D": "디", "E": "이", "F": "에프", "G": "지", "H": "에이치",
    "I": "아이", "J": "제이", "K": "케이", "L": "엘", "M": "엠", "N": "엔", "O": "오", "P": "피",
    "Q": "큐", "R": "알", "S": "에스", "T": "티", "U": "유", "V": "브이", "W": "더블유",
    "X": "엑스", "Y": "와이", "Z": "제트",
}  # fmt: skip

_CHUNK: Final = r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.&+'’\-#!/]*$"
_SEPARATOR: Final = r"[.&+\-/'’]+"
_LAST_PART: Final = r"[A-Za-zÀ-ɏ]+$"
_CAMEL: Final = r"[A-ZÀ-Þ]?[a-zß-ɏ]+$|[A-ZÀ-Þ]+$"


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
    return unicodedata.name(char, "").find("LATIN") >= 0


def word_at_end(text: str) -> str:
    """Return the chunk of letters, digits and signs at the end of `text`: R&D, K-pop, TV+."""
    match = re.compile(_CHUNK).search(unicodedata.normalize("NFKC", text[-60:]))
    return match.group() if match else ""


def known(text: str) -> str:
    """Return the reading of the word at the end of `text`, or of its last part, if it is listed."""
    word = word_at_end(text).casefold()
    while word:
        if reading := _words().get(word):
            return reading
        match = re.compile(_SEPARATOR).search(word)
        word = word[match.end() :] if match else ""
    return ""


def guess(word: str) -> Guess:
    """Return the best guess at how `word` ends when it is read."""
    if word.endswith("+"):
        return Guess("플러스", sure=True)
    if word.endswith("#"):
        return Guess("샵", sure=True)
    match = re.compile(_LAST_PART).search(word)
    last = match.group() if match else word[-1:]
    camel = re.compile(_CAMEL).search(last)
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
    decomposed = unicodedata.normalize("NFD", part)
    return "".join(char for char in decomposed if char.isascii() and char.isalpha()) or "E"


def _is_spelt(part: str) -> bool:
    """Capitals are spelt, unless they are long and can be spoken; so is what has no vowel."""
    if len(part) == 1:
        return True
    if not any(char in "aeiouyAEIOUY" for char in part):
        return True
    return part.isupper() and len(part) <= 4 and not re.search(r"[AEIOU][^AEIOU][AEIOU]", part)


# How English words end when Korean writes them (외래어 표기법 제3장 제1절), most telling ending
# first. The Hangul stands for the ending's last sound only.
_ENDINGS: Final = tuple(
    (pattern + "$", sound)
    for pattern, sound in (
        (r"(?:ue|ee|ie|oe|ye)", "이"),
        (r"gue", "그"),
        (r"que", "크"),
        (r"(?:le|ll|l|lle)", "을"),
        (r"[^aeiou]{0,2}(?:[aiou]|ea)(?:me|mm?e?)", "음"),
        (r"(?:m|me|mb|mn|mme)", "음"),
        (r"(?:ng|ngue)", "응"),
        (r"(?:n|ne|nn|nne|gn)", "은"),
        (r"(?:[^aeiou]|^)[aeiou](?:p|pp)", "읍"),
        (r"(?:oo|ea)k|(?:[^aeiou]|^)[aeiou](?:ck|k|c)", "윽"),
        (r"[aeiou][aeiou]?ic|(?:[^aeiou])ic", "윽"),
        (r"(?:[^aeiouy]|qu|^)[aeiou]tt?", "읏"),
    )
)


def _english_end(word: str) -> str:
    for pattern, sound in _ENDINGS:
        if re.search(pattern, word):
            return sound
    return "으"
