"""Latin letters for Korean sounds: 로마자 표기법 제2장."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .hangul import INITIALS, VOWELS, decompose
from .pronunciation import pronounce

# 제2장 제2항 and 제1항, in the order of Unicode's jamo.
_INITIALS: Final = dict(
    zip(INITIALS, "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" "), strict=True)
)
_VOWELS: Final = dict(
    zip(
        VOWELS,
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
        strict=True,
    )
)
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
_HANGUL_RUN: Final = re.compile("[가-힣]+")
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
    return _HANGUL_RUN.sub(lambda run: transcribe(pronounce(run.group())), plain)


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
