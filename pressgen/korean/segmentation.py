"""Where the sentences of Korean text end."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from .hangul import nfc
from .patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRED: Final = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "(": ")", "（": "）",
    "[": "]", "【": "】", "{": "}", "〔": "〕", "<": ">",
}  # fmt: skip
_OPENERS: Final = {closer: opener for opener, closer in _PAIRED.items()} | {'"': '"', "'": "'"}
_CLOSERS: Final = re.escape("".join(_OPENERS))
_TITLES: Final = "「『《〈<"
_MARKS: Final = r"[“”‘’「」『』《》〈〉<>()（）\[\]【】{}〔〕\"']"
_MARK: Final = _MARKS + r"|\n[^\S\n]*\n"

_EMOJI: Final = "\U0001f300-\U0001faff\ufe0f\u200d"
# Nouns before a full stop that stands for a middle dot: 미국.캐나다.일본, 수요.공급.
_NOUNS: Final = r"(?<!캐나다)(?<!바다)(?<!수요)(?<!필요)(?<!중요)(?<!주요)(?<!개요)"
# Behind a closing quotation mark these go on with the sentence, in spite of a space: what quotes,
# what is done with the words, and in English he said.
_GOES_ON: Final = (
    r"[^\S\n]+(?:(?:(?:이?라(?:고|는|며|면서|던)?|이?란|고|며|는|면서)(?:도|는)?"
    r"|하(?:고|는|며|면서|자|던)|(?:(?:말|답|대답|반문)?했|되?물었|외쳤|소리쳤|이었|였)(?:다|습니다)|이다|입니다"
    r"|등[은을이의에]?|[은을를의에와과]|으?로)(?![가-힣])|[a-z]+(?![A-Za-z]))"
)
# And these begin another one where the space behind the mark was forgotten: …했다.”또한
_BEGINS: Final = "그는|그러나|그리고|또한?|이어|이날|하지만|한편|아울러|특히"
# Full stops of double width have their space in them; behind others one may have been forgotten:
# 획득했다.또 밝혔다. Behind a bracket a sentence ends where the bracket belongs to its full stop.
_CUT: Final = (
    r"(?P<line>[\n\r\u2028\u2029])"
    rf"|(?P<end>(?<![.．?!。？！])[.．?!。？！]++[{_CLOSERS}]*+[{_EMOJI}]*+(?=\s|$))"
    rf"|(?P<wide>[。？！]++(?![{_CLOSERS}]))"
    rf"|(?P<glued>(?<=[가-힣][다요]){_NOUNS}(?:[.．](?![.．])|[?!]+)(?=[가-힣A-Z\d“‘\"'])"
    rf"|(?<=[가-힣][까죠])[?!]+(?=[가-힣])|(?<=[다요까죠])[.?!]+”(?=(?:{_BEGINS})[\s,]))"
    r"|(?P<aside>[)\]](?=[^\S\n]))"
)
# What every one of them begins with: quickly found, where the whole would be tried at each letter.
_STOP: Final = r"[\n\r\u2028\u2029.．?!。？！)\]]"
_CREDIT: Final = r"\S [(\[](?:사진|영상|그래픽|자료|출처)"

_LAST_WORD: Final = r"[^\s“”‘’\"'(（\[]+$"
_LONGEST_WORD: Final = 40
# A part of a date, behind a bullet, a tilde or a colon too: 일시:3. 4.~3. 6., but no time, 14:00.
_NUMBER: Final = r"(?:^|(?<=[~∼～△▲○●□■◇◆※])|(?<=\.[-–])|(?<=[^\d]:))\d[\d.．]*$"
_INITIALS: Final = r"(?:[A-Za-z]\.)*[A-Za-z]"
# What counts the items of a list or the parts of a text, where it stands first: 1-1. Ⅱ. Q1. 제1조.
_HEADING: Final = r"[가나다라마바사아자차카타파하ㄱ-ㅎ]|[Ⅰ-Ⅻⅰ-ⅻ]+|[IVX]+|[A-Z]?\d+(?:[-.]\d+)*|제\d+[편장절관조항호]"
_LETTERED_LIST: Final = r"가[.．]\s"
_ABBREVIATIONS: Final = (
    " dr mr mrs ms prof st mt ft jr sr inc ltd co corp bros vs etc cf ed al dept est gen gov hon "
    "rev sen univ approx ph.d "
)
# These are words too, and abbreviations only before a number: No. 1, Fig. 3, Oct. 29.
_BEFORE_NUMBERS: Final = (
    " no nos vol vols fig figs pp ch sec jan feb mar apr jun jul aug sep sept oct nov dec "
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
    pairs = _pairs(text)
    enclosed = _enclosed(pairs)
    spans, start = [], _first_ink(text, 0)
    for match in _cuts(text):
        last = match.end() - 1
        while enclosed and enclosed[-1][1] <= last:
            enclosed.pop()
        if last < start or (enclosed and enclosed[-1][0] <= last):
            continue
        if _is_end(text, match, start, pairs):
            spans.append((start, start + len(text[start : match.end()].rstrip())))
            start = _first_ink(text, match.end())
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _cuts(text: str) -> Iterator[re.Match[str]]:
    """Return each place where a sentence may end, one behind the other."""
    cut, position = compiled(_CUT), 0
    for stop in compiled(_STOP).finditer(text):
        if stop.start() >= position and (match := cut.match(text, stop.start())):
            yield match
            position = match.end()


def _first_ink(text: str, position: int) -> int:
    """Return where `text` goes on behind the white space at `position`."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _is_end(text: str, match: re.Match[str], start: int, pairs: dict[int, int]) -> bool:
    """Tell whether the sentence from `start` on ends with the mark that was found."""
    kind, last = match.lastgroup, match.end() - 1
    if kind == "aside":
        return last in pairs and _is_aside(text, last, start, pairs)
    if kind == "glued":
        return text[match.end()] not in "\"'" or match.end() in pairs.values()
    if kind != "end":
        return True
    if text[last] in _OPENERS:
        return _is_end_behind(text, match, start, pairs)
    return not _is_abbreviated(text, match, start)


def _is_end_behind(text: str, match: re.Match[str], start: int, pairs: dict[int, int]) -> bool:
    """Tell whether a sentence ends behind a full stop and a closing mark.

    Speech in “ ” ends one unless the words behind go on with it. Titles hold marks of their own,
    『왜?』 출간, and so do slogans, ‘가자, 안양으로!’ 행사, and remarks in a sentence, 천재(?) 소년.
    """
    closer = match.end() - 1
    opener = pairs.get(closer, start)
    mark = text[opener]
    if mark in _TITLES or compiled(_GOES_ON).match(text, match.end()):
        return False
    if opener <= start or mark in '“"' or _is_aside(text, closer, start, pairs):
        return True
    return mark in "‘'" and match.group()[0] in ".．。"


def _is_aside(text: str, closer: int, start: int, pairs: dict[int, int]) -> bool:
    """Tell whether a bracket is no part of the sentence that follows it on the same line.

    So it is behind a full stop without a space, 열렸다.(사진=중랑구), or 밝혔다.[1][2], and where it is
    a credit.
    """
    opener = pairs[closer]
    while opener - 1 in pairs and text[opener - 1] in ")]":
        opener = pairs[opener - 1]
    if text[opener - 2 : opener] in {"다.", "요."}:
        return True
    return opener == start > 1 and compiled(_CREDIT).match(text, opener - 2) is not None


def _is_abbreviated(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether these full stops end no sentence: No. 1, J. 롤링, 3. 4., 가. 항목, and 그는... 갔다.

    An ellipsis has three or six points; a fourth or a seventh is the full stop behind it (한글
    맞춤법 부록 ‘문장 부호’ 줄임표).
    """
    dots = match.group()
    if dots.strip(".．") or match.end() == len(text):
        return False
    if match.start() == start or len(dots) % 3 != 1:
        return True
    word = compiled(_LAST_WORD).search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    return word is not None and _is_abbreviation(text, word, start)


def _is_abbreviation(text: str, word: re.Match[str], start: int) -> bool:
    token = word.group()
    if compiled(_NUMBER).search(token) or compiled(_INITIALS).fullmatch(token):
        return True
    if f" {token.lower()} " in _ABBREVIATIONS:
        return True
    if f" {token.lower()} " in _BEFORE_NUMBERS:
        return compiled(r"[.．]\s+\d").match(text, word.end()) is not None
    if compiled(_HEADING).fullmatch(token) is None:
        return False
    return word.start() == start or bool(compiled(_LETTERED_LIST).match(text, start))


def _enclosed(pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Return what stands inside quotation marks or brackets, the outermost only, from the last on.

    A closing mark itself is outside, since it may be the end of a sentence.
    """
    outermost: list[tuple[int, int]] = []
    for closer, opener in reversed(pairs.items()):  # which close one behind the other
        if not outermost or closer < outermost[-1][0]:
            outermost.append((opener, closer))
    return outermost


def _pairs(text: str) -> dict[int, int]:
    """Return where the quotation marks and brackets close, each with where it opens.

    What does not close before the end of its paragraph encloses nothing.
    """
    pairs: dict[int, int] = {}
    open_marks: list[int] = []
    waiting: Counter[str] = Counter()
    for match in compiled(_MARK if "\n" in text else _MARKS).finditer(text):
        position, mark = match.start(), match.group()
        if mark.isspace():
            open_marks, waiting = [], Counter()
        elif waiting[opener := _opener_of(text, position)]:
            pairs[position] = _close(open_marks, waiting, opener, text)
        elif _may_open(text, position):
            open_marks.append(position)
            waiting[mark] += 1
    return pairs


def _close(open_marks: list[int], waiting: Counter[str], opener: str, text: str) -> int:
    """Drop the open marks down to the last `opener`, and return where that stands."""
    while True:
        start = open_marks.pop()
        waiting[text[start]] -= 1
        if text[start] == opener:
            return start


def _opener_of(text: str, position: int) -> str:
    """Return the mark that the one at `position` may close, "" where it closes none."""
    before, following = text[position - 1 : position], text[position + 1 : position + 2]
    if text[position] in "'’":
        if following.isascii() and following.isalpha() and before.isascii():
            return ""  # an apostrophe: McDonald’s
        if following.isdigit() and (before == "" or before.isspace() or before in _PAIRED):
            return ""  # the hundreds left out: ’26년
    return _OPENERS.get(text[position], "")


def _may_open(text: str, position: int) -> bool:
    """Tell whether a mark may open something, as a straight one does not in It's, 5'10" or a < b."""
    mark, following = text[position], text[position + 1 : position + 2]
    if mark not in "\"'<":
        return mark in _PAIRED
    if following == "" or following.isspace():
        return False
    before = text[position - 1 : position]
    return mark == "<" or not (before.isascii() and before.isalnum())
