"""The English as text, beside its Korean: Hangul left in it, marks without a partner, words that stand
twice, a length that no translation has."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING, Final

from pressgen.checks.finding import Finding, Severity
from pressgen.checks.quantities.scanning import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_HANGUL: Final = re.compile(r"[가-힣ㄱ-ㆎ](?:[가-힣ㄱ-ㆎ ]*[가-힣ㄱ-ㆎ])?")
# Some words may stand twice, that that and had had among them; so may names (Walla Walla).
_DOUBLED: Final = re.compile(
    r"\b(?!(?:that|had|very|so|much|many|far|long|more|no|ha|bye|really|again|yo|can|blah)\b)([a-z]+)\s+\1\b"
)
_BRACKETS: Final = {"(": ")", "[": "]"}
_QUOTES: Final = '“”"'
_MARKS: Final = re.compile('[][()“”"]')
_SHORTEST, _LONGEST = 0.8, 5.1
"""English characters for each Korean one, which 98 in 100 professional pairs keep to; the median is 2.0."""
_CUT: Final = 0.6
"""What is shorter than this has lost a part of the sentence."""
_LONG_ENOUGH: Final = 15
"""Below so many Korean characters the ratio says nothing: 위도 is Wido Island."""
_KOREAN_END: Final = re.compile(r"[.?!](?<=[가-힣].)[”’\"')]*(?=\s+\S|\s*$)")
_ENGLISH_END: Final = re.compile(r"[.?!](?<=[\w%].)[”’\"')]*(?=\s+[^a-z\s]|\s*$)")
_FEWER: Final = 1.2
"""Fewer sentences are nothing (translators join them), unless the English is also this short."""


def check_wording(korean: str, english: str) -> list[Finding]:
    """What the English text itself shows."""
    findings = [] if english.isascii() else [*_hangul(korean, english)]
    if _MARKS.search(english):
        findings += [*_brackets(korean, english), *_quotes(korean, english)]
    words = words_in(english)  # a fifth of what it takes to look for them in pairs
    if any(map(eq, words, words[1:])):
        findings += _doubled(korean, english)
    if len(korean) >= _LONG_ENOUGH and not _FEWER <= len(english) / len(korean) <= _LONGEST:
        findings += _length(korean, english)
    return findings


def _hangul(korean: str, english: str) -> Iterator[Finding]:
    if match := _HANGUL.search(english):
        yield Finding(
            "hangul-left",
            Severity.BLOCK,
            "영문에 한글이 남아 있습니다.",
            "영문을 고쳐 translations/의 PO 파일에 적으세요.",
            korean,
            english,
            english_span=match.span(),
        )


def _brackets(korean: str, english: str) -> Iterator[Finding]:
    for opening, closing in _BRACKETS.items():
        if english.count(opening) != english.count(closing):
            at = max(english.rfind(opening), english.rfind(closing))
            yield Finding(
                "unpaired-brackets",
                Severity.WARN,
                f"영문에서 괄호 {opening} {closing}의 짝이 맞지 않습니다.",
                "빠진 쪽을 넣거나 남는 쪽을 지우세요.",
                korean,
                english,
                english_span=(at, at + 1),
            )


def _quotes(korean: str, english: str) -> Iterator[Finding]:
    """Double quotes that open without closing or the other way round, where the Korean's are in pairs.

    A note, as a quotation may go on in the next sentence; single quotes look like apostrophes.
    """
    if not _in_pairs(english) and _in_pairs(korean):
        at = max(english.rfind(mark) for mark in _QUOTES)
        yield Finding(
            "english-quotes",
            Severity.NOTE,
            "영문에서 큰따옴표의 짝이 맞지 않습니다.",
            "인용이 다음 문장으로 이어지는 것이 아니면 빠진 쪽을 넣으세요.",
            korean,
            english,
            english_span=(at, at + 1),
        )


def _in_pairs(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _doubled(korean: str, english: str) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(english):
        yield Finding(
            "doubled-word",
            Severity.WARN,
            f"같은 낱말이 겹칩니다: {match.group()}",
            "하나를 지우세요.",
            korean,
            english,
            english_span=match.span(),
        )


def _length(korean: str, english: str) -> Iterator[Finding]:
    """A part that vanished, or one that the Korean does not have."""
    ratio = len(english) / len(korean)
    sentences = [len(_KOREAN_END.findall(korean)), len(_ENGLISH_END.findall(english))]
    if ratio < _FEWER and 1 < sentences[0] > sentences[1]:
        severity, message = (
            Severity.WARN,
            "한국어는 {}문장인데 영문은 {}문장입니다.".format(*sentences),
        )
    elif ratio < _CUT:
        severity, message = Severity.WARN, "영문이 한국어에 견주어 너무 짧습니다."
    elif ratio < _SHORTEST:
        severity, message = Severity.NOTE, "영문이 한국어에 견주어 짧습니다."
    elif ratio > _LONGEST:
        severity, message = Severity.NOTE, "영문이 한국어에 견주어 깁니다."
    else:
        return
    advice = "빠지거나 더해진 말이 없는지 보세요."
    yield Finding("length", severity, message, advice, korean, english)
