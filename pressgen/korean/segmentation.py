"""Where the sentences of Korean text end."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import Final

from .hangul import nfc

_PAIRED: Final = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "(": ")", "（": "）",
    "[": "]", "【": "】", "{": "}", "〔": "〕",
}  # fmt: skip
_OPENERS: Final = {closer: opener for opener, closer in _PAIRED.items()} | {'"': '"', "'": "'"}
_CLOSERS: Final = "”’\"'」』》〉）)]】"
_MARK: Final = r"[“”‘’「」『』《》〈〉()（）\[\]【】{}〔〕\"']|\n[^\S\n]*\n"

_END: Final = rf"[.?!]+[{re.escape(_CLOSERS)}]*(?=\s|$)|[。？！]+[{re.escape(_CLOSERS)}]*"
# A space forgotten behind a full stop: 획득했다.또 밝혔다.
_GLUED_END: Final = r"(?<=[다요])[.?!]+(?=[가-힣“‘])"
_LINE_END: Final = r"\n"
# Behind a closing quotation mark these go on with the sentence, in spite of a space.
_GOES_ON: Final = r"[^\S\n]+(?:이?라(?:고|며|는|면서)|고|며|는|하고|면서)(?![가-힣])"

_LAST_WORD: Final = r"[^\s“”‘’\"'(（\[]+$"
_LONGEST_WORD: Final = 40
_NUMBER: Final = r"\d[\d.,]*"
_LIST_LETTERS: Final = "가나다라마바사아자차카타파하"
_ABBREVIATIONS: Final = (
    " no nos vol vols dr mr mrs ms prof st jr sr inc ltd co corp vs etc e.g i.e cf fig pp ed al "
    "dept est gen gov hon rev sen univ approx u.s u.k u.n a.m p.m ph.d "
)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, without the white space between them.

    A quotation with several sentences in it stays whole with the sentence that quotes it, as do
    brackets; a line is a sentence of its own where it is a headline or an item of a list.
    """
    composed = nfc(text)
    return [composed[start:end] for start, end in sentence_spans(composed)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of `text` starts and ends; U+FFFC counts as a letter."""
    enclosed = _enclosed(text)
    cuts = [match.end() for match in re.compile(_END).finditer(text) if not _is_no_end(text, match)]
    cuts += [match.end() for match in re.compile(_GLUED_END).finditer(text)]
    cuts += [match.end() for match in re.compile(_LINE_END).finditer(text)]
    spans, start = [], 0
    for cut in [*sorted(cut for cut in cuts if not enclosed[cut - 1]), len(text)]:
        piece = text[start:cut]
        if bare := piece.strip():
            left = start + piece.index(bare)
            spans.append((left, left + len(bare)))
        start = cut
    return spans


def _is_no_end(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[-1] in _CLOSERS and re.compile(_GOES_ON).match(text, match.end()):
        return True
    if mark[0] != "." or match.end() == len(text):
        return False
    if mark.startswith("..") or match.start() == 0:
        return True
    word = re.compile(_LAST_WORD).search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    return word is not None and _is_abbreviation(text, word)


def _is_abbreviation(text: str, word: re.Match[str]) -> bool:
    """Tell whether a full stop behind `word` ends no sentence: 3. 4., J. 롤링, No. 1, 가. 항목."""
    token = word.group()
    if f" {token.lower()} " in _ABBREVIATIONS or re.compile(_NUMBER).fullmatch(token):
        return True
    if len(token) == 1 and token in _LIST_LETTERS:
        before = text[max(0, word.start() - 10) : word.start()].rstrip(" \t")
        return before == "" or before[-1] == "\n"
    return len(token) == 1 and token.isascii() and token.isalpha()


def _enclosed(text: str) -> list[bool]:
    """Tell of each character whether it stands inside quotation marks or brackets that close.

    What does not close before the end of its paragraph encloses nothing; a closing mark itself is
    outside, since it may be the end of a sentence.
    """
    changes = [0] * (len(text) + 1)
    open_marks: list[int] = []
    waiting: Counter[str] = Counter()
    for match in re.compile(_MARK).finditer(text):
        position, mark = match.start(), match.group()
        if mark.isspace():
            open_marks, waiting = [], Counter()
        elif waiting[opener := _opener_of(text, position)]:
            start = _close(open_marks, waiting, opener, text)
            changes[start] += 1
            changes[position] -= 1
        elif mark in _PAIRED or _may_open(text, position):
            open_marks.append(position)
            waiting[mark] += 1
    return [depth > 0 for depth in accumulate(changes)]


def _close(open_marks: list[int], waiting: Counter[str], opener: str, text: str) -> int:
    """Drop the open marks down to the last `opener`, and return where that stands."""
    while True:
        start = open_marks.pop()
        waiting[text[start]] -= 1
        if text[start] == opener:
            return start


def _opener_of(text: str, position: int) -> str:
    """Return the mark that the one at `position` may close, "" where it closes none."""
    following = text[position + 1 : position + 2]
    if text[position] == "'" and following.isascii() and following.isalpha():
        return ""  # an apostrophe: McDonald's
    return _OPENERS.get(text[position], "")


def _may_open(text: str, position: int) -> bool:
    """Tell whether a straight quotation mark stands where one opens."""
    before = text[position - 1 : position] if position else ""
    return text[position] in "\"'" and (before == "" or before.isspace() or before in "([{“‘\"'")
