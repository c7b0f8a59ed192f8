from __future__ import annotations

import unicodedata
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
        # 한글 맞춤법 제44항 and the commentary on it, which writes one number in three ways.
        ("십이억 삼천사백오십육만 칠천팔백구십팔", "1234567898"),
        ("12억 3456만 7898", "1234567898"),
        (
            "칠경 삼천이백사십삼조 칠천팔백육십칠억 팔천구백이십칠만 육천삼백오십사",
            "73243786789276354",
        ),
        ("7경 3243조 7867억 8927만 6354", "73243786789276354"),
        ("7경 3천2백4십3조 7천8백6십7억 8천9백2십7만 6천3백5십4", "73243786789276354"),
        ("삼십일만오천육백칠십팔", "315678"),
        ("일백칠십육만오천", "1765000"),
        # The same commentary counts on with 경 and 해.
        ("12경3000조", "123000000000000000"),
        ("1해", "100000000000000000000"),
        ("1해2000경", "120000000000000000000"),
        ("12해 3", "1200000000000000000003"),
        # Usage of the press: words and figures mixed, and commas inside a section.
        ("1만2천", "12000"),
        ("1만 2천 5백", "12500"),
        ("3천만", "30000000"),
        ("2천5백", "2500"),
        ("2천 5백", "2500"),
        ("3천500만", "35000000"),
        ("1천200억", "120000000000"),
        ("1백20만", "1200000"),
        ("6백50", "650"),
        ("5천 만", "50000000"),
        ("1만2345.6", "12345.6"),
        ("1만0.5", "10000.5"),
        ("1억 2,345만 6,789", "123456789"),
        ("1,234만", "12340000"),
        ("15,000억", "1500000000000"),
        ("12345만", "123450000"),
        ("12345만6789", "123456789"),
        ("2000만3", "20000003"),
        ("1억1", "100000001"),
        ("3억 5천", "300005000"),
        ("1.5만", "15000"),
        ("3.2조", "3200000000000"),
        ("1.25억", "125000000"),
        ("2.5천", "2500"),
        ("3.5천만", "35000000"),
        ("0.5조", "500000000000"),
        ("1,000.5", "1000.5"),
        ("2.50", "2.5"),
        ("007", "7"),
        ("0만", "0"),
        ("-1만2000", "-12000"),
        ("-0", "0"),
        # Numerals in words: 표준국어대사전 has 만, 억, 조 and 경 as numerals of their own.
        ("이천이십육", "2026"),
        ("삼십오만", "350000"),
        ("이만 삼천", "23000"),
        ("만 이천", "12000"),
        ("만 2000", "12000"),
        ("5백만", "5000000"),
        ("백만", "1000000"),
        ("천만", "10000000"),
        ("일만", "10000"),
        ("억", "100000000"),
        ("십", "10"),
        # Full width, as keyboards for East Asian text have it, a space that does not break, NFD.
        ("１２，３４５", "12345"),
        ("３．５", "3.5"),
        ("－３", "-3"),
        ("＋１만２０００", "12000"),
        ("1만\u00a02000", "12000"),
        (unicodedata.normalize("NFD", "삼십오만"), "350000"),
    ],
)
def test_a_number_is_read(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    ["", " ", "만원", "1만원", "3명", "1,2", "1,0000", "1..5", "만억", "1억2조", "십백", "1 2", "--1",
     "수십만", "1만2만", "구간", "정", "자", "abc", "1e5", "NaN", "½", "😀", "1만-2",
     # A smaller unit has no room for so much: 1만20000 is no 3만.
     "1만20000", "1만12345", "1억12345만", "1만 2만", "1만2억", "3천5000", "3십20", "2천15백", "20백",
     "15천", "천천", "백천", "만만",
     # A unit without its amount, where it is not the whole beginning; 해 alone is the sun or a year.
     "3조억", "조억", "1억만", "1억 만", "해", "해2",
     # A fraction before something smaller.
     "1.5만2000", "1.5만 2000", "1.5억3000만", "1.5천2백", "1.5만천", "1만.5", "1.2.3",
     # Commas elsewhere than before three digits, signs and spaces where none belong.
     "12,34", "12,34만", "1,2345", "1234,567", "0,123", ",123", "1,", "1.", "1만,2000", "12 345",
     "1만  2000", "1만\n2000", "12 만 3", "- 3", "+-3", "-", "3-", "1만2000 3", "1_000",
     # Words, counters, ranges and numerals of another kind.
     "10명", "50%", "3~4", "1/2", "약 3천", "3천여", "열", "일이삼", "이공이육", "三千", "1万", "5²", "①",
     "Ⅳ", "٣", "nan", "inf", "Infinity", "0x10"],
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
        (Decimal("-0.00"), "0", "0", "0"),
        (Decimal("-0.5"), "-0.5", "-0.5", "-0.5"),
        (Decimal("1E-7"), "0.0000001", "0.0000001", "0.0000001"),
        (Decimal("100.00"), "100", "100", "100"),
        (20000003, "2000만3", "2000만 3", "20,000,003"),
        (100010000, "1억1만", "1억 1만", "100,010,000"),
        # 한글 맞춤법 제44항 and the commentary on it: 경 and 해 are units too.
        (
            73243786789276354,
            "7경3243조7867억8927만6354",
            "7경 3243조 7867억 8927만 6354",
            "73,243,786,789,276,354",
        ),
        (12 * 10**19, "1해2000경", "1해 2000경", "120,000,000,000,000,000,000"),
        (10**20 + 1, "1해1", "1해 1", "100,000,000,000,000,000,001"),
        (10**24, *["1,000,000,000,000,000,000,000,000"] * 3),
    ],
)
def test_a_number_is_written(value: Decimal | int, press: str, spaced: str, digits: str) -> None:
    assert [format_number(value, style) for style in STYLES] == [press, spaced, digits]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_what_cannot_be_written_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="no number that can be written"):
        format_number(value)


@given(
    st.integers(-(10**30), 10**30)
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(STYLES),
)
def test_what_is_written_is_read_back(value: Decimal | int, style: NumberStyle) -> None:
    assert parse_number(format_number(value, style)) == value


PIECES = st.sampled_from([*"영일구십백천만억조경해0195.,+-− ", "10", "1,000", "０", "명"])


@given(st.text() | st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_a_number_or_none(text: str) -> None:
    try:
        value = parse_number(text)
    except ValueError:
        return
    assert parse_number(format_number(value)) == value
