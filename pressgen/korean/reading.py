"""How what stands before a particle is read aloud, as far as a particle needs it: its last sound.

표준어 규정 and 한글 맞춤법 choose a particle by the sound before it, not by the letter: ISO 9001 is
구천일 and takes 을, 5G is 파이브지 and takes 를. Everything here answers with the Hangul reading of
the end of a text; what it ends in is then plain to see.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from . import hanja, latin, numerals
from .hangul import is_syllable
from .patterns import compiled

# Brackets explain the word they follow and are not read with it: 업무협약(MOU)을. 《》, 「」 and their
# like are title quotes and are read.
_BRACKETS: Final = {")": "(", "）": "（", "]": "[", "】": "【", "}": "{", "〕": "〔", "］": "［"}
_NO_BRACKETS: Final = str.maketrans(dict.fromkeys([*_BRACKETS, *_BRACKETS.values()]))
# No word with its brackets is longer than this.
WINDOW: Final = 600
_TAG: Final = r"<(?:/[A-Za-z][A-Za-z0-9]*|br|wbr)\s*/?>$"
_ENTITY: Final = r"&(?:[A-Za-z]+|#\d+);$"
_LINK_TARGET: Final = r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)$"
# A number with a weekday or, after a month, with a full stop behind it is a day: 5.3.(금)은, 5. 3.은.
_DAY: Final = (
    r"\d\.?\s?[(（][월화수목금토일](?:요일)?[)）]$"
    r"|(?<![\d.])(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])\.$"
)
_MONTH: Final = r"(?<![\d.])(?:19|20)\d{2}\.\s?(?:1[0-2]|0?[1-9])\.$"
# How a word ends is plain from what follows its last Hangul syllable, except that syllables may
# belong to a number: $3억, 100여 t, 수백 L. No abbreviation, number or date is longer than this.
_TAIL: Final = f"(?:[^가-힣]|[여수몇{''.join(sorted(numerals.MULTIPLIERS))}])*$"
_TAIL_LENGTH: Final = 60
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)}


class Reading(NamedTuple):
    """The end of a text as it is read aloud.

    `text` is Hangul, "" where there is nothing to read; `sure` is false where it was guessed from
    the letters of a word nobody has told us how to read, `word` is that word.
    """

    text: str
    sure: bool = True
    word: str = ""


NOTHING: Final = Reading("")


def read_end(text: str) -> Reading:
    """Return how the end of `text` (NFC) is read aloud.

    Brackets after a word, closing quotes and closing markup are skipped; text that is brackets
    only is read for what is in them.
    """
    end = text[-WINDOW:]
    if end[-1:].isalnum():
        core = end  # nothing to skip: nearly always
    else:
        core = _without_trailers(end) or _without_trailers(end.translate(_NO_BRACKETS))
    if not core:
        return NOTHING
    last = core[-1]
    if "가" <= last <= "힣" and last not in numerals.MULTIPLIERS:
        return _read_syllable(last)
    if end[-1] in ".)）" and (date := _read_date(end)):
        return _read_syllable(date)
    if "/" in core and (counter := numerals.read_rate(core)):
        return _read_syllable(counter)
    tail = compiled(_TAIL).search(core, max(0, len(core) - _TAIL_LENGTH))
    return _read_tail(tail.group()) if tail else NOTHING


@cache
def _read_syllable(syllable: str) -> Reading:
    return Reading(syllable)


def _read_date(end: str) -> str:
    """Return 일 or 월 where what stands behind a number makes a date of it, else ""."""
    if compiled(_DAY).search(end):
        return "일"
    return "월" if compiled(_MONTH).search(end) else ""


def _without_trailers(text: str) -> str:
    """Drop what is not read from the end: brackets, quotes, markup, full stops, white space."""
    end = len(text)
    while end:
        char = text[end - 1]
        start = None
        if char in _BRACKETS:
            start = _bracket_start(text, end)
        elif char == ">" and (tag := compiled(_TAG).search(text, 0, end)):
            start = tag.start()
        elif char == ";" and (entity := compiled(_ENTITY).search(text, 0, end)):
            start = entity.start()
        elif _is_read(text, end - 1):
            return text[:end]
        end = end - 1 if start is None else start
    return ""


def _bracket_start(text: str, end: int) -> int | None:
    """Return where the bracket that closes just before `end` opens; a link keeps its words."""
    closer = text[end - 1]
    opener = _BRACKETS[closer]
    if closer == ")" and "](" in text and (link := compiled(_LINK_TARGET).search(text, 0, end)):
        return link.start() + 1
    if closer == "]" and text[end : end + 1] == "(":
        return None
    start = text.rfind(opener, 0, end)
    if start >= 0 and text.find(closer, start, end - 1) < 0:
        return start  # no brackets within: nearly always
    depth = 0
    for position in range(end - 1, -1, -1):
        if text[position] == closer:
            depth += 1
        elif text[position] == opener:
            depth -= 1
            if depth == 0:
                return position
    return None


def _is_read(text: str, position: int) -> bool:
    char = text[position]
    if char.isalnum():
        return True
    if char.isascii():
        return char in "%$" or (char in "+#" and _is_after_letter(text, position))
    return unicodedata.category(char)[0] in "LN" or char in numerals.signs()


def _is_after_letter(text: str, position: int) -> bool:
    """C++, F# and ESG+ are read to the sign; a lone + or # is not."""
    before = text[:position].rstrip("+")[-1:]
    return before.isascii() and before.isalnum()


# Words differ more than their tails do: a newsroom's %, kg and MOU come again and again.
@lru_cache(maxsize=4096)
def _read_tail(tail: str) -> Reading:
    """Read text that ends in something that is read, and that is no Hangul syllable but 억 and co."""
    core = tail.translate(_FULL_WIDTH) if "！" <= tail[-1] <= "～" else tail
    char = core[-1]
    if money := numerals.read_money(core):
        return Reading(money)
    if is_syllable(char):
        return Reading(char)
    if char.isascii() and char.isdigit():
        return Reading(latin.known(latin.word_at_end(core)) or numerals.read_digits(core))
    if unit := numerals.read_unit(core):
        return Reading(unit)
    if char in "+#" or latin.is_latin(char):
        return _read_latin(core)
    if sign := numerals.signs().get(char) or numerals.signs().get(char.lower()):
        return Reading(sign)
    return _read_other(core)


def _read_latin(core: str) -> Reading:
    word = latin.word_at_end(core)
    if known := latin.known(word):
        return Reading(known)
    if unit := numerals.read_bare_unit(word):
        return Reading(unit)
    guess = latin.guess(word)
    return Reading(guess.text, guess.sure, "" if guess.sure else word)


def _read_other(core: str) -> Reading:
    """Hanja, numerals such as ①, and the letters of other scripts, which are guessed."""
    char = core[-1]
    if hanja.is_hanja(char) and (read := hanja.read_last(core)):
        return Reading(read)
    if read := numerals.read_numeral(char):
        return Reading(read)
    return Reading("은" if char in "んン" else "이", sure=False, word=char)
