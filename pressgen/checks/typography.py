"""Quotation marks, middle dots and double spaces: reported, never changed.

After 한글 맞춤법 부록 ‘문장 부호’: “ ” for what is said, ‘ ’ for what stands inside it or is thought or
stressed, and ·, the middle dot (U+00B7).
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from pressgen.checks.finding import Finding, Severity
from pressgen.datafile import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pressgen.release import Release
    from pressgen.story import Paragraph

# A bullet is a middle dot only between two words: 시설•자료.
_MIDDLE_DOTS = re.compile("[·ㆍ・‧∙⋅･ᆞ•](?:(?<!•)|(?<=\\S•)(?=\\S))")
_QUOTES = re.compile("[“”‘’\"']")
# Text without faults, a sentence a line, as nearly all is: all that is quoted stands in “ and ”.
_IN_ORDER = re.compile("[^“”‘’\"']*(?:“[^“”‘’\"'\n]*”[^“”‘’\"']*)*")
_CURLY = re.compile("[“”‘’]")
_OPENER = {"”": "“", "’": "‘"}
# What looks like a quotation mark: It’s, students’ union, ’26년, 5'10", Rock ’n’ Roll.
_NO_QUOTES = re.compile(
    r"[’'](?:(?<=[A-Za-z].)(?=[A-Za-z])|(?<=s.)(?= [A-Za-z])|(?<![\w.?!].)(?=\d\d)"
    r"|(?<=\d.) ?\d+(?:\.\d+)?[”\"]|n[’'])"
)
_DOUBLED_QUOTES = ("““", "””", "‘‘", "’’")
_NESTED = re.compile("‘[^’“]*“[^’]*’")
_STRAIGHT = re.compile(r"[\"'](?<!\d.)")  # behind a figure it may be inches, feet or minutes
# Behind Hangul, since the columns of a file may be parted by blanks; what follows # is a remark.
_DOUBLE_SPACE = re.compile(r"[가-힣][.?!”’\"')]* {2,}(?=[^\s#])")
# What every file with one has, found before it is decoded: it is full of double spaces at the beginnings
# of lines, and some signs of Unicode that end a line are read as a blank.
_SPACES_BEHIND = re.compile(b"  (?<=[\x80-\xff.?!\"')]  )|\xc2\x85|\xe2\x80[\xa8\xa9]")
_ADVICE = "자료 파일에서 고치세요."


def check_typography(release: Release) -> list[Finding]:
    """What an editor would mark in the Korean text: doubled, unpaired, straight or wrongly nested
    quotation marks, middle dots of more than one kind, and double spaces."""
    text = "\n".join([segment.korean for segment in release.korean.segments])
    findings = [] if _IN_ORDER.fullmatch(text) else _faults_of(release.korean.paragraphs)
    dots = {*_MIDDLE_DOTS.findall(text)}
    if len(dots) > 1:
        message = f"가운뎃점이 여러 가지입니다({' '.join(sorted(dots))}). ·(U+00B7)만 쓰세요."
        findings.append(Finding("middle-dots", Severity.NOTE, message, _ADVICE))
    for line in double_spaces(release.event.file):
        message = "빈칸이 둘 이상 이어집니다. 보도자료에는 하나만 남습니다."
        findings.append(Finding("double-spaces", Severity.NOTE, message, _ADVICE, line=line))
    return findings


def _faults_of(paragraphs: Sequence[Paragraph]) -> list[Finding]:
    findings = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        runs_on = following is not None and following.korean.startswith("“")
        for segment in paragraph.segments:
            for code, severity, message in faults(segment.korean, runs_on=runs_on):
                findings.append(Finding(code, severity, message, _ADVICE, segment.korean))
    return findings


def double_spaces(file: Path) -> Iterator[int]:
    """The lines of an event file with two spaces in a row; read as facts they have one already."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - a path's own methods take twice as long
            if not _SPACES_BEHIND.search(opened.read()):
                return
    except OSError:  # which read_text tells
        pass
    for number, line in enumerate(read_text(file).split("\n"), start=1):
        text = re.split(r"(?:^|\s)#", line, maxsplit=1)[0]
        if _DOUBLE_SPACE.search(text):
            yield number


def faults(text: str, *, runs_on: bool = False) -> list[tuple[str, Severity, str]]:
    """The faults of one sentence: code, severity, message. `runs_on`: its paragraph's quotation goes
    on in the next, which opens with “ again."""
    if not _QUOTES.search(text):
        return []
    found = []
    bare = _NO_QUOTES.sub("", text)
    unpaired = _unpaired(bare)
    if runs_on and unpaired == ["“"]:
        unpaired = []
    if any(quotes in text for quotes in _DOUBLED_QUOTES):
        message = "따옴표가 겹칩니다. 서식이 따옴표를 붙이니 값에서는 빼세요."
        found.append(("doubled-quotes", Severity.WARN, message))
    elif {"“", "”"} & {*unpaired}:
        found.append(("unpaired-quotes", Severity.WARN, "큰따옴표(“ ”)의 짝이 맞지 않습니다."))
    elif unpaired:
        found.append(("unpaired-quotes", Severity.WARN, "작은따옴표(‘ ’)의 짝이 맞지 않습니다."))
    if _NESTED.search(bare):
        found.append(("nested-quotes", Severity.NOTE, "작은따옴표 안에 큰따옴표가 있습니다."))
    if _STRAIGHT.search(bare):
        message = "곧은 따옴표(\" ')가 있습니다. “ ”나 ‘ ’를 쓰세요."
        found.append(("straight-quotes", Severity.NOTE, message))
    return found


def _unpaired(text: str) -> list[str]:
    """The quotation marks that have no partner, or one on the wrong side."""
    unpaired: list[str] = []
    waiting: list[str] = []
    for match in _CURLY.finditer(text):
        mark, before = match.group(), text[match.start() - 1 : match.start()]
        opener = _OPENER.get(mark)
        if opener is None:
            waiting.append(mark)
        elif opener in waiting:
            while (last := waiting.pop()) != opener:
                unpaired.append(last)
        elif not before.isdigit():  # else feet, inches or minutes
            unpaired.append(mark)
    return unpaired + waiting
