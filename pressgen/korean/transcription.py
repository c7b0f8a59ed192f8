"""Latin letters for Korean sounds: 로마자 표기법 제2장."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from .hangul import FINALS, INITIALS, VOWELS
from .pronunciation import pronounce

# 제2장 제2항 and 제1항.
_INITIALS: Final = {
    "ㄱ": "g", "ㄲ": "kk", "ㄴ": "n", "ㄷ": "d", "ㄸ": "tt", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b",
    "ㅃ": "pp", "ㅅ": "s", "ㅆ": "ss", "ㅇ": "", "ㅈ": "j", "ㅉ": "jj", "ㅊ": "ch", "ㅋ": "k",
    "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}  # fmt: skip
_VOWELS: Final = {
    "ㅏ": "a", "ㅐ": "ae", "ㅑ": "ya", "ㅒ": "yae", "ㅓ": "eo", "ㅔ": "e", "ㅕ": "yeo", "ㅖ": "ye",
    "ㅗ": "o", "ㅘ": "wa", "ㅙ": "wae", "ㅚ": "oe", "ㅛ": "yo", "ㅜ": "u", "ㅝ": "wo", "ㅞ": "we",
    "ㅟ": "wi", "ㅠ": "yu", "ㅡ": "eu", "ㅢ": "ui", "ㅣ": "i",
}  # fmt: skip
_FINALS: Final = {
    "": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng",
}  # fmt: skip
# A lone jamo has no sound of its own; its letter stands for it.
_JAMO: Final = {
    **{jamo: letters or "ng" for jamo, letters in _INITIALS.items()},
    **_VOWELS,
    "ㄳ": "gs", "ㄵ": "nj", "ㄶ": "nh", "ㄺ": "lg", "ㄻ": "lm", "ㄼ": "lb", "ㄽ": "ls", "ㄾ": "lt",
    "ㄿ": "lp", "ㅀ": "lh", "ㅄ": "bs",
}  # fmt: skip
# An initial and a vowel; ㅕ is ㅓ behind ㅈ, ㅉ and ㅊ (표준 발음법 제5항 다만 1).
_SYLLABLES: Final = {
    initial + vowel: onset + ("eo" if vowel == "ㅕ" and initial in "ㅈㅉㅊ" else letters)
    for initial, onset in _INITIALS.items()
    for vowel, letters in _VOWELS.items()
}
# Jamo that make no syllable, and signs of Korean typesetting with their nearest relatives in ASCII.
_ASCII: Final = str.maketrans({
    **_JAMO,
    **{chr(0x1100 + index): _JAMO[jamo] for index, jamo in enumerate(INITIALS)},
    **{chr(0x1161 + index): _JAMO[jamo] for index, jamo in enumerate(VOWELS)},
    **{chr(0x11A8 + index): _JAMO[jamo] for index, jamo in enumerate(FINALS[1:])},
    "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "ㆍ": "-", "・": "-", "–": "-", "—": "-",
    "―": "-", "…": "...", "《": "<", "》": ">", "〈": "<", "〉": ">", "「": "'", "」": "'",
    "『": '"', "』": '"', "【": "[", "】": "]", "〔": "[", "〕": "]", "～": "~", "∼": "~", "〜": "~",
})  # fmt: skip


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"[가-힣\x00-\x7f]*")


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]+")


def is_plain(text: str) -> bool:
    """Tell whether `text` has nothing in it but Hangul and ASCII."""
    return _plain().fullmatch(text) is not None


def plain(text: str) -> str:
    """Return `text` with signs and lone jamo in ASCII, and with Hangul as it is."""
    return unicodedata.normalize("NFKC", text.translate(_ASCII)).translate(_ASCII)


def romanize_word(text: str) -> str:
    """Return a plain `text` with each run of Hangul in it romanized as it is pronounced."""
    return _hangul().sub(lambda run: transcribe(run.group()), text)


def transcribe(word: str) -> str:
    """Return the letters of complete Hangul syllables; ㄹㄹ is ll (제2장 제2항 붙임 2)."""
    letters = [
        _SYLLABLES[initial + vowel] + _FINALS[final] for initial, vowel, final in pronounce(word)
    ]
    return "".join(letters).replace("lr", "ll")


# A syllable by itself has no sound change to a neighbour, as in names (제3장 제4항).
transcribe_syllable = cache(transcribe)


def capitalized(letters: str) -> str:
    """Return `letters` with a capital first, the others as they are."""
    return letters[:1].upper() + letters[1:]
