"""Standard pronunciation as romanization needs it: 표준 발음법, with tensing left out.

로마자 표기법 제3장 제1항 takes over assimilation, added ㄴ and ㄹ, palatalization and aspiration;
it leaves out tensing (붙임), and ㄱ, ㄷ, ㅂ before ㅎ stay apart in nouns (제4호 다만). Articles
below are those of 표준 발음법.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from .hangul import compose, decompose
from .tables import read_table

# 제9항 to 제11항: the seven sounds a syllable can end in.
_FINAL_SOUND: Final = {
    final: sound
    for sound, finals in (
        ("ㄱ", "ㄱㄲㅋㄳㄺ"),
        ("ㄴ", "ㄴㄵㄶ"),
        ("ㄷ", "ㄷㅅㅆㅈㅊㅌㅎ"),
        ("ㄹ", "ㄹㄼㄽㄾㅀ"),
        ("ㅁ", "ㅁㄻ"),
        ("ㅂ", "ㅂㅍㄿㅄ"),
        ("ㅇ", "ㅇ"),
    )
    for final in finals
}
# 제14항: what of a double final stays, and what moves to the vowel behind it.
_SPLIT: Final = {
    "ㄳ": ("ㄱ", "ㅅ"),
    "ㄵ": ("ㄴ", "ㅈ"),
    "ㄺ": ("ㄹ", "ㄱ"),
    "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"),
    "ㄾ": ("ㄹ", "ㅌ"),
    "ㄿ": ("ㄹ", "ㅍ"),
    "ㅄ": ("ㅂ", "ㅅ"),
}
_WITHOUT_H: Final = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_ASPIRATE: Final = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL: Final = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
# What nouns with ㄺ begin with (닭, 흙, 칡, 삵, 기슭); in verbs ㄺ before ㄱ is ㄹ (제11항 다만).
_NOUNS_IN_RIEUL_GIYEOK: Final = frozenset("닭흙칡삵슭")
# 잡혀, 닫히다, 맞힌: the passive and causative 히 makes verbs; so does 하다 (급하다), which behind ㅅ
# and its like is no noun in any of its forms (따뜻한).
_VERBAL: Final = r"[히혀혔힌힐힙]|하[다고지게며면여였니네]"
_HADA: Final = frozenset("하한할함했해")
# 제20항 다만: 량, 력, 론 and 료 added to a word in ㄴ are words enough to begin with ㄴ (생산량).
_ADDED: Final = {"량": "냥", "력": "녁", "론": "논", "료": "뇨"}


@dataclass(slots=True)
class _Sound:
    initial: str
    vowel: str
    final: str


@cache
def _respellings() -> tuple[dict[str, str], int]:
    """Return the words that have a pronunciation of their own, and the longest one's length."""
    pairs = {row[0]: row[1] for row in read_table("pronunciations")}
    return pairs, max(map(len, pairs))


def pronounce(word: str) -> str:
    """Return `word`, complete Hangul syllables only, as it is pronounced but for tensing."""
    spelling = _respell(word)
    sounds = [_Sound(*decompose(char)) for char in spelling]
    for index, (left, right) in enumerate(pairwise(sounds)):
        _meet(left, right, spelling[index : index + 3])
    for sound in sounds:
        if sound.initial in "ㅈㅉㅊ" and sound.vowel == "ㅕ":
            sound.vowel = "ㅓ"  # 제5항 다만 1
    if sounds:
        sounds[-1].final = _FINAL_SOUND.get(sounds[-1].final, "")
    return "".join(compose(sound.initial, sound.vowel, sound.final) for sound in sounds)


def _respell(word: str) -> str:
    """Respell what no sound rule can know: 학여울 as 학녀울, 생산량 as 생산냥."""
    respellings, longest = _respellings()
    result, position = "", 0
    while position < len(word):
        for length in range(longest, 1, -1):
            piece = word[position : position + length]
            if piece in respellings:
                result += respellings[piece]
                break
        else:
            piece = word[position]
            added = position > 1 and piece in _ADDED and decompose(result[-1])[2] == "ㄴ"
            result += _ADDED[piece] if added else piece
        position += len(piece)
    return result


def _meet(left: _Sound, right: _Sound, spelling: str) -> None:
    """Change two syllables as they meet; `spelling` is theirs, with the syllable after them."""
    if right.initial == "ㅇ":
        _link(left, right)
    elif left.final in _WITHOUT_H:
        _weaken_h(left, right)
    elif right.initial == "ㅎ":
        if _is_verbal(left.final, spelling[1:]):
            _merge_h(left, right)
    elif left.final == "ㄺ" and right.initial == "ㄱ":
        left.final = "ㄱ" if spelling[0] in _NOUNS_IN_RIEUL_GIYEOK else "ㄹ"
    elif spelling[0] == "밟":
        left.final = "ㅂ"  # 제10항 다만
    left.final = _FINAL_SOUND.get(left.final, "")
    _assimilate(left, right)


def _is_verbal(final: str, ending: str) -> bool:
    return bool(re.compile(_VERBAL).match(ending)) or (
        final in {"ㅅ", "ㅆ", "ㅈ", "ㅌ"} and ending[0] in _HADA
    )


def _link(left: _Sound, right: _Sound) -> None:
    """Move a final to the vowel behind it (제13항, 제14항); ㅎ is lost there (제12항 4)."""
    final = _WITHOUT_H.get(left.final, left.final)
    if final in {"", "ㅇ"}:
        left.final = final
        return
    left.final, moved = _SPLIT.get(final, ("", final))
    if moved in "ㄷㅌ" and right.vowel in {"ㅣ", "ㅕ"}:
        moved = "ㅈ" if moved == "ㄷ" else "ㅊ"  # 제17항
    right.initial = moved


def _weaken_h(left: _Sound, right: _Sound) -> None:
    """Resolve ㅎ, ㄶ and ㅀ before a consonant (제12항 1 to 3)."""
    if right.initial in _ASPIRATE:
        right.initial = _ASPIRATE[right.initial]
    elif left.final == "ㅎ" and right.initial in {"ㄴ", "ㅁ"}:
        left.final = "ㄷ"
        return
    left.final = _WITHOUT_H[left.final]


def _merge_h(left: _Sound, right: _Sound) -> None:
    """Make one aspirate of a final and ㅎ (제12항 1 붙임 1), 치 of ㄷ and 히 (제17항 붙임)."""
    kept, last = _SPLIT.get(left.final, ("", left.final))
    if last != "ㅈ":
        last = _FINAL_SOUND.get(last, "")
    if last not in _ASPIRATE:
        return
    left.final, right.initial = kept, _ASPIRATE[last]
    if last == "ㄷ" and right.vowel in {"ㅣ", "ㅕ"}:
        right.initial = "ㅊ"


def _assimilate(left: _Sound, right: _Sound) -> None:
    """제18항 to 제20항: nasals before nasals, ㄹ with ㄴ, and ㄹ as ㄴ behind other finals."""
    if right.initial == "ㄹ" and left.final not in {"", "ㄴ", "ㄹ"}:
        right.initial = "ㄴ"
    if right.initial in {"ㄴ", "ㅁ"}:
        left.final = _NASAL.get(left.final, left.final)
    if (left.final, right.initial) in {("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")}:
        left.final = right.initial = "ㄹ"
