"""Latin letters for Korean sounds: 로마자 표기법 제2장."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .hangul import decompose
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
_HANGUL_RUN: Final = "[가-힣]+"
# Signs of Korean typesetting and their nearest relatives in ASCII.
_ASCII: Final = str.maketrans({
    **_JAMO,
    "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "ㆍ": "-", "・": "-", "–": "-", "—": "-",
    "―": "-", "…": "...", "《": "<", "》": ">", "〈": "<", "〉": ">", "「": "'", "」": "'",
    "『": '"', "』": '"', "【": "[", "】": "]", "〔": "[", "〕": "]", "～": "~", "∼": "~", "〜": "~",
})  # fmt: skip


def romanize_word(text: str) -> str:
    """Return `text` with each run of Hangul in it romanized as it is pronounced."""
    plain = unicodedata.normalize("NFKC", text.translate(_ASCII)).translate(_ASCII)
    return re.compile(_HANGUL_RUN).sub(lambda run: transcribe(pronounce(run.group())), plain)


def transcribe(sounds: str) -> str:
    """Return the letters of syllables that are spelt as they sound; ㄹㄹ is ll (제2장 제2항 붙임 2)."""
    letters, previous = [], ""
    for syllable in sounds:
        initial, vowel, final = decompose(syllable)
        onset = "l" if initial == "ㄹ" and previous == "ㄹ" else _INITIALS[initial]
        letters.append(onset + _VOWELS[vowel] + _FINALS[final])
        previous = final
    return "".join(letters)


def transcribe_syllable(syllable: str) -> str:
    """Return the letters of one syllable by itself, without any sound change to a neighbour."""
    return transcribe(pronounce(syllable))


def capitalized(letters: str) -> str:
    """Return `letters` with a capital first, the others as they are."""
    return letters[:1].upper() + letters[1:]
