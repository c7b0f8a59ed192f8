"""Facts whose forms in both languages are computed: days, counts, amounts of money."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pressgen import english, korean
from pressgen.currencies import CURRENCIES
from pressgen.fact_types import FactType
from pressgen.facts import Fact

if TYPE_CHECKING:
    from datetime import date, time

    from pressgen.kinds import Unit

MAX_LENGTH = 40
"""What has more characters is not a number of things, nor a day."""


def day_fact(name: str, text: str, released: date | None, *, line: int = 0) -> Fact:
    """A day, with its time if the text has one, told from the day of the release.

    As `name.announced` it is 11월 23일(월) and as `name.official` 2026. 11. 23.(월).
    Raises ValueError, with what is wrong, where the text is no day.
    """
    day, at = read_moment(text)
    told_from = released or day
    value = day.isoformat() + (f"T{at:%H:%M}" if at else "")
    announced = english.announced_day(day, told_from, at)
    styles = {
        "announced": korean.announced_day(day, told_from, at),
        "official": korean.official_day(day, at),
    }
    return Fact(
        name=name,
        type=FactType.DAY,
        korean=korean.news_day(day, told_from, at),
        english=english.news_day(day, told_from, at),
        value=value,
        line=line,
        styles={
            style: Fact(f"{name}.{style}", FactType.DAY, written, announced, value=value)
            for style, written in styles.items()
        },
    )


def read_moment(text: str) -> tuple[date, time | None]:
    """The day that a value names, with its time. Raises ValueError, with what would be right."""
    shown = _shown(text)
    try:
        return korean.parse_moment(text)
    except korean.WrongWeekdayError as error:
        message = f"‘{shown}’: 그날은 {error.right}요일입니다. 날짜나 요일을 고치세요."
        raise ValueError(message) from None
    except korean.NoTimeError:
        message = f"‘{shown}’의 시각을 알 수 없습니다. 2026-11-23 15:30처럼 적으세요."
        raise ValueError(message) from None
    except korean.NoDayError:
        message = f"‘{shown}’은(는) 날짜가 아닙니다. 2026-11-23처럼 적으세요."
        raise ValueError(message) from None


def count_fact(name: str, text: str, unit: Unit, *, line: int = 0) -> Fact:
    """A number of things, with their noun in both languages: 1만2000명 / 12,000 people.

    Raises ValueError, with what is wrong, where the text is no number.
    """
    number = _number(text.removesuffix(unit.korean), text)
    noun = unit.one if number == Decimal(1) else unit.other
    return Fact(
        name=name,
        type=FactType.COUNT,
        korean=_with_unit(number, unit.korean),
        english=f"{english.number(number)} {noun}",
        value=_bare(number),
        line=line,
    )


def amount_fact(name: str, text: str, *, line: int = 0) -> Fact:
    """An amount of money: 1억9200만 원 / 192 million won. A number alone is in won.

    Raises ValueError, with what is wrong, where the text is no amount in a currency that is known.
    """
    bare = text.strip()
    currency = next((one for one in CURRENCIES if bare.endswith(one.korean)), CURRENCIES[0])
    number = _number(bare.removesuffix(currency.korean), text, "1억9200만 원이나 300만 달러")
    return Fact(
        name=name,
        type=FactType.AMOUNT,
        korean=_with_unit(number, currency.korean),
        english=english.money(number, currency),
        value=f"{_bare(number)} {currency.code}",
        line=line,
    )


def _with_unit(number: Decimal, unit: str) -> str:
    """A unit joins figures (3000원, 한글 맞춤법 제43항) and parts from 만 and its like (3만 원)."""
    written = korean.format_number(number)
    return f"{written}{unit}" if written[-1].isdigit() else f"{written} {unit}"


def _bare(number: Decimal) -> str:
    return korean.format_number(number, "digits").replace(",", "")


def _number(text: str, whole: str, example: str = "30이나 1만2000") -> Decimal:
    try:
        if len(text) > MAX_LENGTH:
            raise ValueError
        return korean.parse_number(text.strip())
    except ValueError:
        message = f"‘{_shown(whole)}’은(는) 수가 아닙니다. {example}처럼 적으세요."
        raise ValueError(message) from None


def _shown(text: str) -> str:
    return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}…"
