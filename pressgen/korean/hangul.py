"""Hangul syllables taken apart and put together (Unicode, chapter 3.12: conjoining jamo)."""

from __future__ import annotations

import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
# The first "final" is none at all, written as a space so that an index is a code point's remainder.
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

FIRST, LAST = ord("가"), ord("힣")


def nfc(text: str) -> str:
    """Return `text` in Unicode's composed form; file names from macOS come decomposed."""
    return unicodedata.normalize("NFC", text)


def is_syllable(char: str) -> bool:
    """Tell whether `char` is one complete Hangul syllable, 가 to 힣."""
    return len(char) == 1 and FIRST <= ord(char) <= LAST


def is_hangul(text: str) -> bool:
    """Tell whether `text` is made of complete Hangul syllables only, and not empty."""
    return bool(text) and all(FIRST <= ord(char) <= LAST for char in text)


def final_of(syllable: str) -> str:
    """Return the final consonant of a complete syllable as a jamo, "" where it has none."""
    return FINALS[(ord(syllable) - FIRST) % 28].strip()


def final_index(syllable: str) -> int:
    """Return where in `FINALS` the final consonant of a complete syllable stands, 0 for none."""
    return (ord(syllable) - FIRST) % 28


def decompose(syllable: str) -> tuple[str, str, str]:
    """Return initial, vowel and final ("" for none) of a complete syllable."""
    index = ord(syllable) - FIRST
    return INITIALS[index // 588], VOWELS[index // 28 % 21], FINALS[index % 28].strip()


def compose(initial: str, vowel: str, final: str = "") -> str:
    """Return the syllable of these jamo; the opposite of `decompose`."""
    index = INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final or " ")
    return chr(FIRST + index)
