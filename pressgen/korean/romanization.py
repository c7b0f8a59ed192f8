"""Revised Romanization of Korean: 국어의 로마자 표기법 (문화체육관광부 고시 제2014-42호)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from . import hanja
from .hangul import nfc
from .names import romanize_name
from .places import romanize_place
from .transcription import romanize_word

RomanizationKind = Literal["word", "place", "person"]


def romanize(text: str, kind: RomanizationKind = "word") -> str:
    """Return Korean `text` in Latin letters.

    "word" gives the sound of each word in small letters; "place" capitals and the hyphens of
    administrative units (Jungnang-gu); "person" a name as the press writes it (Lee Dong-yeol).
    Latin letters and digits stay, hanja are read; what is neither ASCII nor Korean stays too.
    """
    return _romanize(text, kind)


# An archive names the same people and places again and again.
@lru_cache(maxsize=8192)
def _romanize(text: str, kind: RomanizationKind) -> str:
    composed = nfc(text)
    if kind == "person":
        return romanize_name(hanja.read_name(composed))
    if kind == "place":
        return romanize_place(hanja.read_all(composed))
    return romanize_word(hanja.read_all(composed))
