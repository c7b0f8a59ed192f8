"""Standard pronunciation as romanization needs it: 표준 발음법, with tensing left out.

로마자 표기법 제3장 제1항 takes over assimilation, added ㄴ and ㄹ, palatalization and aspiration;
it leaves out tensing (붙임), and ㄱ, ㄷ, ㅂ before ㅎ stay apart in nouns (제4호 다만). Articles
below are those of 표준 발음법.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from .hangul import decompose, final_of
from .tables import read_table

# The initial, vowel and final of a syllable; the final is "" where there is none.
Sound = tuple[str, str, str]

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
_BY_WORD: Final = frozenset("ㄺㄼ")
# 잡혀, 닫히다, 맞힌: the passive and causative 히 makes verbs; so does 하다 (급하다), which behind ㅅ
# and its like is no noun in any of its forms (따뜻한).
_VERBAL: Final = frozenset("히혀혔힌힐힙했")
_VERBAL_BEHIND: Final = {
    "하": "다고지게며면여였니네는던겠려러세시십",
    "합": "니시",
    "해": "요서야라",
}
_NO_NOUN_IN_HA: Final = frozenset("ㅅㅆㅈㅌ")
_HADA: Final = frozenset("하한할함했해")
# 제20항 다만: 량, 력, 론 and 료 added to a word in ㄴ are words enough to begin with ㄴ (생산량);
# 제29항: 율 has ㄴ added there (백분율).
_ADDED: Final = {"량": "냥", "력": "녁", "론": "논", "료": "뇨", "율": "뉼"}

# There are only so many syllables, and every word is made of them.
_sound = cache(decompose)


@cache
def _respellings() -> dict[str, list[tuple[str, str]]]:
    """Return the words that have a pronunciation of their own by first syllable, long ones first."""
    words: dict[str, list[tuple[str, str]]] = {char: [] for char in _ADDED}
    for word, respelt in sorted(read_table("pronunciations"), key=lambda row: -len(row[0])):
        words.setdefault(word[0], []).append((word, respelt))
    return words


def pronounce(word: str) -> list[Sound]:
    """Return the sounds of `word`, complete Hangul syllables and at least one, but for tensing."""
    spelling = _respell(word)
    sounds = []
    initial, vowel, final = _sound(spelling[0])
    for position in range(1, len(spelling)):
        next_initial, next_vowel, next_final = _sound(spelling[position])
        if final:
            if final in _BY_WORD:
                final = _final_of_word(spelling[position - 1], final, next_initial)
            verbal = next_initial == "ㅎ" and _is_verbal(final, spelling[position:])
            final, next_initial = _meet(final, next_initial, next_vowel, verbal)
        sounds.append((initial, vowel, final))
        initial, vowel, final = next_initial, next_vowel, next_final
    sounds.append((initial, vowel, _FINAL_SOUND.get(final, "")))
    return sounds


def _respell(word: str) -> str:
    """Respell what no sound rule can know: 학여울 as 학녀울, 생산량 as 생산냥."""
    respellings = _respellings()
    if respellings.keys().isdisjoint(word):
        return word
    result, position = "", 0
    while position < len(word):
        char = word[position]
        for spelt, respelt in respellings.get(char, ()):
            if word.startswith(spelt, position):
                result += respelt
                position += len(spelt)
                break
        else:
            added = position > 1 and char in _ADDED and final_of(result[-1]) == "ㄴ"
            result += _ADDED[char] if added else char
            position += 1
    return result


def _final_of_word(syllable: str, final: str, next_initial: str) -> str:
    """Return ㄺ and ㄼ before a consonant as the word has them (제10항 다만, 제11항 다만)."""
    if syllable == "밟" and next_initial not in {"ㅇ", "ㅎ"}:
        return "ㅂ"
    if final == "ㄺ" and next_initial == "ㄱ":
        return "ㄱ" if syllable in _NOUNS_IN_RIEUL_GIYEOK else "ㄹ"
    return final


def _is_verbal(final: str, ending: str) -> bool:
    """Tell whether `ending`, which begins with ㅎ, makes a verb of the word it is added to."""
    if ending[0] in _VERBAL:
        return True
    if final in _NO_NOUN_IN_HA:
        return ending[0] in _HADA
    return len(ending) > 1 and ending[1] in _VERBAL_BEHIND.get(ending[0], "")


@cache
def _meet(final: str, initial: str, vowel: str, verbal: bool) -> tuple[str, str]:
    """Return a final and the initial behind it as they sound together; `vowel` is the next one."""
    if initial == "ㅇ":
        final, initial = _link(final, vowel)
    elif final in _WITHOUT_H:
        final, initial = _weaken_h(final, initial)
    elif initial == "ㅎ" and verbal:
        final, initial = _merge_h(final, vowel)
    return _assimilate(_FINAL_SOUND.get(final, ""), initial)


def _link(final: str, vowel: str) -> tuple[str, str]:
    """Move a final to the vowel behind it (제13항, 제14항); ㅎ is lost there (제12항 4)."""
    final = _WITHOUT_H.get(final, final)
    if final in {"", "ㅇ"}:
        return final, "ㅇ"
    kept, moved = _SPLIT.get(final, ("", final))
    if moved in {"ㄷ", "ㅌ"} and vowel in {"ㅣ", "ㅕ"}:
        moved = "ㅈ" if moved == "ㄷ" else "ㅊ"  # 제17항
    return kept, moved


def _weaken_h(final: str, initial: str) -> tuple[str, str]:
    """Resolve ㅎ, ㄶ and ㅀ before a consonant (제12항 1 to 3)."""
    if final == "ㅎ" and initial in {"ㄴ", "ㅁ"}:
        return "ㄷ", initial
    return _WITHOUT_H[final], _ASPIRATE.get(initial, initial)


def _merge_h(final: str, vowel: str) -> tuple[str, str]:
    """Make one aspirate of a final and ㅎ (제12항 1 붙임 1), 치 of ㄷ and 히 (제17항 붙임)."""
    kept, last = _SPLIT.get(final, ("", final))
    if last != "ㅈ":
        last = _FINAL_SOUND[last]
    if last not in _ASPIRATE:
        return final, "ㅎ"
    if last == "ㄷ" and vowel in {"ㅣ", "ㅕ"}:
        return kept, "ㅊ"
    return kept, _ASPIRATE[last]


def _assimilate(final: str, initial: str) -> tuple[str, str]:
    """제18항 to 제20항: nasals before nasals, ㄹ with ㄴ, and ㄹ as ㄴ behind other finals."""
    if initial == "ㄹ" and final not in {"", "ㄴ", "ㄹ"}:
        initial = "ㄴ"
    if initial in {"ㄴ", "ㅁ"}:
        final = _NASAL.get(final, final)
    if (final, initial) in {("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")}:
        final = initial = "ㄹ"
    return final, initial
