"""Revised Romanization of Korean: 국어의 로마자 표기법 (문화체육관광부 고시 제2014-42호)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from . import hanja
from .hangul import nfc
from .names import romanize_name
from .places import romanize_place
from .transcription import is_plain, plain, romanize_word

if TYPE_CHECKING:
    from collections.abc import Callable

RomanizationKind = Literal["word", "place", "person"]

_ROMANIZED_AS: Final[dict[RomanizationKind, Callable[[str], str]]] = {
    "word": romanize_word,
    "place": romanize_place,
    "person": romanize_name,
}


def romanize(text: str, kind: RomanizationKind = "word") -> str:
    """Return Korean `text` in Latin letters.

    "word" gives the sound of each word in small letters; "place" capitals and the hyphens of
    administrative units (Jungnang-gu); "person" a name as the press writes it (Lee Dong-yeol).
    Latin letters and digits stay, hanja are read; what is neither ASCII nor Korean stays too.
    """
    return _romanize(text, kind)


# An archive names the same people and places again and again.
@lru_cache(maxsize=32768)
def _romanize(text: str, kind: RomanizationKind) -> str:
    if not is_plain(text):
        read = hanja.read_name if kind == "person" else hanja.read_all
        text = plain(read(nfc(text)))
    # A stray accent that stood behind Hangul stands behind a Latin letter now.
    return nfc(_ROMANIZED_AS[kind](text))
