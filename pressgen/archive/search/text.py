"""Text as search sees it: folded, and parted into runs. search.js does the same, letter for letter."""

from __future__ import annotations

import re
import unicodedata

_SYLLABIC = (
    "\u1100-\u11ff\u3131-\u318c\u318e\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # kana
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # hanja
)
"""What is written without a space where a word ends: found inside words too."""

SYLLABLES = re.compile(f"[{_SYLLABIC}]+")
"""A run of syllables."""

WORD = re.compile(f"[^\\W_{_SYLLABIC}]+")
"""A run of other letters and digits."""

_RUN = re.compile(f"{SYLLABLES.pattern}|{WORD.pattern}")

WORD_START = f"(?<![^\\W_{_SYLLABIC}])"
"""Nothing of a word stands before; ESG in 친환경ESG begins one."""

_UNUSUAL = re.compile("[^\n -~\uac00-\ud7a3]")
"""What may have an accent or be a capital in a way of its own; all else only becomes small."""

_ACCENTS = re.compile("[\u0300-\u036f]")


class _Folding(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", chr(code)))
        # Upper, then lower: so ß meets ss and a final sigma the other one, as casefold() would have
        # it; but that JavaScript does not know.
        folded = unicodedata.normalize("NFC", bare).upper().lower()
        self[code] = folded
        return folded


_FOLDING = _Folding({ord("ㆍ"): "·"})  # a letter by Unicode; in a release it is a middle dot


def fold(text: str) -> str:
    """The text in NFC, without accents and capitals."""
    usual = _UNUSUAL.sub(lambda one: _FOLDING[ord(one[0])], unicodedata.normalize("NFC", text))
    return usual.lower()


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one in `text` (NFC) it is from."""
    pieces = [_FOLDING[ord(char)] for char in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places


def is_syllabic(run: str) -> bool:
    """Whether a run is one of syllables."""
    return SYLLABLES.match(run) is not None


def runs(folded: str) -> list[str]:
    """The runs of a folded text, in order."""
    return _RUN.findall(folded)
