"""Every number of the Korean against the English: lost, added, changed, of another size or unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressgen.checks.finding import Finding, Severity
from pressgen.checks.quantities.english import read_english
from pressgen.checks.quantities.korean import read_korean
from pressgen.checks.quantities.lost_numbers import units_alone
from pressgen.checks.quantities.matching import agree, match
from pressgen.checks.quantities.quantity import Kind, Quantity
from pressgen.korean import resolve_particles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.checks.quantities.matching import Matching

_CORRECT: Final = "영문의 수를 한국어와 맞추세요."
_LOOK: Final = "뜻이 같은지 보고, 다르면 영문을 고치세요."
_MAX_ZEROS: Final = 12
_AGE: Final = r"\d\s?[세살]|\(\d\d\)"
_MISREAD: Final = {"본": r"\W(?:books?|copies)\b"}
"""Counters that a machine takes for another word: 봄꽃 1,200본 are plants, and were printed as books."""


class _Pair:
    """A sentence with its translation, for the findings about them."""

    def __init__(self, korean: str, english: str) -> None:
        self.korean = korean
        self.english = english

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        advice: str,
        one: Quantity | None = None,
        other: Quantity | None = None,
    ) -> Finding:
        """A finding on the two quantities: {one} and {other} in the message are what is written."""
        written = {
            "one": self.korean[slice(*one.span)] if one else "",
            "other": self.english[slice(*other.span)] if other else "",
        }
        return Finding(
            code,
            severity,
            resolve_particles(message.format(**written)),
            advice,
            self.korean,
            self.english,
            korean_span=one.span if one else None,
            english_span=other.span if other else None,
        )


def check_numbers(korean: str, english: str) -> list[Finding]:
    """What the numbers of the two texts do not share, in the order of how sure it is."""
    told = read_english(english)
    said = read_korean(korean)
    alone = [*units_alone(english, told)]
    if agree(said, told) and not alone and not any(map(korean.count, _MISREAD)):  # nearly always
        return []
    found = match(korean, english, said, told)
    pair = _Pair(korean, english)
    findings = [*_misread(pair, found)] if found.is_complete else _differences(pair, found)
    for start, end in alone:
        lost = Quantity(Kind.NUMBER, Decimal(0), (start, end))
        message = "영문의 ‘{other}’에 수가 없습니다."
        findings.append(pair.finding("unit-alone", Severity.WARN, message, _CORRECT, other=lost))
    return findings


def _differences(pair: _Pair, found: Matching) -> list[Finding]:
    findings = [
        *_of_another_size(pair, found),
        *_changed(pair, found),
        *(_unit(pair, one, other) for one, other in found.differing),
        *_misread(pair, found),
    ]
    for one, other in found.otherwise:
        message = "‘{one}’을(를) 영문에서는 ‘{other}’(으)로 달리 적었습니다."
        findings.append(pair.finding("number-reworded", Severity.NOTE, message, _LOOK, one, other))
    findings += [_missing(pair, one) for one in found.missing if not one.soft]
    findings += [_added(pair, other) for other in found.added if not other.soft]
    return findings


def _missing(pair: _Pair, one: Quantity) -> Finding:
    severity = Severity.NOTE if one.kind is Kind.WEEKDAY else Severity.WARN
    message = "‘{one}’에 맞는 수가 영문에 없습니다."
    return pair.finding("number-missing", severity, message, _CORRECT, one)


def _added(pair: _Pair, other: Quantity) -> Finding:
    by_the_way = other.kind is Kind.WEEKDAY or _is_age(other, pair.korean, pair.english)
    severity = Severity.NOTE if by_the_way else Severity.WARN
    message = "영문의 ‘{other}’에 맞는 수가 한국어에 없습니다."
    return pair.finding("number-added", severity, message, _CORRECT, other=other)


def _is_age(one: Quantity, korean: str, english: str) -> bool:
    """An age that only the English tells: Ram Raja Prasad Singh, 73, or a 26-year-old nurse."""
    if re.search(_AGE, korean):
        return False
    if one.unit == "year":
        return english.startswith("-old", one.span[1])
    around = english[max(0, one.span[0] - 3) : one.span[1] + 1]
    return re.fullmatch(r"[a-z],\s\d\d,", around) is not None


def _of_another_size(pair: _Pair, found: Matching) -> Iterator[Finding]:
    """90억 as "90 billion": the same figures, and so many zeros too many or too few."""
    sized: list[tuple[Quantity, Quantity]] = []
    found.pair(sized, lambda one, other: _zeros(one, other) != 0)
    for one, other in sized:
        zeros = _zeros(one, other)
        times = f"{10 ** abs(zeros):,}배 {'큽니다' if zeros > 0 else '작습니다'}"
        message = f"‘{{one}}’이(가) 영문에서는 ‘{{other}}’입니다. {times}."
        yield pair.finding("number-scale", Severity.BLOCK, message, _CORRECT, one, other)


def _zeros(one: Quantity, other: Quantity) -> int:
    """How many zeros the English has more than the Korean, 0 where that is not all the difference."""
    if not _comparable(one, other) or not one.value or not other.value:
        return 0
    zeros = other.value.adjusted() - one.value.adjusted()
    same = one.value.scaleb(zeros) == other.value
    return zeros if same and abs(zeros) <= _MAX_ZEROS else 0


def _changed(pair: _Pair, found: Matching) -> Iterator[Finding]:
    """Two numbers without a partner that count the same sort of thing."""
    changed: list[tuple[Quantity, Quantity]] = []
    found.pair(changed, _same_sort)
    for one, other in changed:
        message = "‘{one}’이(가) 영문에서는 ‘{other}’입니다."
        yield pair.finding("number-differs", Severity.BLOCK, message, _CORRECT, one, other)


def _same_sort(one: Quantity, other: Quantity) -> bool:
    if one.soft and other.soft and one.kind is not Kind.VAGUE:
        return False
    alike = one.kind is other.kind or {one.kind, other.kind} == {Kind.DAY, Kind.ORDINAL}
    return alike and one.unit == other.unit


def _comparable(one: Quantity, other: Quantity) -> bool:
    """A month is not a smaller year, a weekday no number; but the 3rd is a day."""
    if {one.kind, other.kind} == {Kind.DAY, Kind.ORDINAL}:
        return True
    calendar = {Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.TIME, Kind.VAGUE}
    return one.kind is other.kind or not calendar & {one.kind, other.kind}


def _unit(pair: _Pair, one: Quantity, other: Quantity) -> Finding:
    kinds = {one.kind, other.kind}
    if kinds == {Kind.MONEY}:
        code, severity, what = "currency-differs", Severity.BLOCK, "통화가 다릅니다"
    elif Kind.PERCENT in kinds:
        code, severity, what = "percent-differs", Severity.WARN, "한쪽만 퍼센트입니다"
    elif Kind.MONEY in kinds:
        code, severity, what = "currency-differs", Severity.WARN, "한쪽만 금액입니다"
    else:
        code, severity, what = "unit-differs", Severity.WARN, "단위가 다릅니다"
    message = f"{what}: ‘{{one}}’, 영문에서는 ‘{{other}}’."
    return pair.finding(code, severity, message, "영문의 단위를 한국어와 맞추세요.", one, other)


def _misread(pair: _Pair, found: Matching) -> Iterator[Finding]:
    for one, other in found.matched:
        wrong = _MISREAD.get(pair.korean[one.span[1] : one.span[1] + 1])
        if wrong and re.compile(wrong).match(pair.english, other.span[1]):
            message = "‘{one}’ 뒤의 세는 말을 영문이 다른 낱말로 옮겼습니다."
            yield pair.finding("unit-differs", Severity.WARN, message, _LOOK, one, other)
