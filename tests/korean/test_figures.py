from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.korean import format_number, parse_number

if TYPE_CHECKING:
    from pressgen.korean.figures import NumberStyle

STYLES: tuple[NumberStyle, ...] = ("press", "spaced", "digits")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1만2000", "12000"),
        ("1만 2000", "12000"),
        ("1만 2,000", "12000"),
        ("12,000", "12000"),
        ("12000", "12000"),
        ("1억9200만", "192000000"),
        ("1억 9200만", "192000000"),
        ("3조 5천억", "3500000000000"),
        ("12조3천억", "12300000000000"),
        ("3천5백만", "35000000"),
        ("5천", "5000"),
        ("천", "1000"),
        ("만", "10000"),
        ("1.5억", "150000000"),
        ("3.5", "3.5"),
        ("-3.5", "-3.5"),
        ("−12", "-12"),
        ("+7", "7"),
        ("0", "0"),
        ("영", "0"),
        ("이천오백", "2500"),
        ("십이", "12"),
        ("삼십", "30"),
        ("백이십삼", "123"),
        ("육천오백만", "65000000"),
        ("5백", "500"),
        ("1천500", "1500"),
        ("1경", "10000000000000000"),
        ("７만", "70000"),
        ("  1만  ", "10000"),
    ],
)
def test_a_number_is_read(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    ["", " ", "만원", "1만원", "3명", "1,2", "1,0000", "1..5", "만억", "1억2조", "십백", "1 2", "--1",
     "수십만", "1만2만", "구간", "정", "자", "abc", "1e5", "NaN", "½", "😀", "1만-2"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "press", "spaced", "digits"),
    [
        (0, "0", "0", "0"),
        (2000, "2000", "2000", "2,000"),
        (9999, "9999", "9999", "9,999"),
        (10000, "1만", "1만", "10,000"),
        (12000, "1만2000", "1만 2000", "12,000"),
        (10001, "1만1", "1만 1", "10,001"),
        (192000000, "1억9200만", "1억 9200만", "192,000,000"),
        (3500000000000, "3조5000억", "3조 5000억", "3,500,000,000,000"),
        (1234567898, "12억3456만7898", "12억 3456만 7898", "1,234,567,898"),
        (-12000, "-1만2000", "-1만 2000", "-12,000"),
        (Decimal("3.5"), "3.5", "3.5", "3.5"),
        (Decimal("3.50"), "3.5", "3.5", "3.5"),
        (Decimal("12000.5"), "1만2000.5", "1만 2000.5", "12,000.5"),
        (Decimal("10000.5"), "1만0.5", "1만 0.5", "10,000.5"),
        (Decimal("1E+5"), "10만", "10만", "100,000"),
    ],
)
def test_a_number_is_written(value: Decimal | int, press: str, spaced: str, digits: str) -> None:
    assert [format_number(value, style) for style in STYLES] == [press, spaced, digits]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_what_cannot_be_written_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="no number that can be written"):
        format_number(value)


@given(
    st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(STYLES),
)
def test_what_is_written_is_read_back(value: Decimal | int, style: NumberStyle) -> None:
    assert parse_number(format_number(value, style)) == value
