from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.korean import (
    NoDayError,
    WrongWeekdayError,
    announced_day,
    clock_time,
    news_day,
    official_day,
    parse_day,
    parse_moment,
)

from .tables import read_cases

RELEASED = date(2026, 11, 23)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(("day", "released", "expected"), read_cases("day_cases.tsv"))
def test_the_news_calls_a_day_by_its_distance(day: str, released: str, expected: str) -> None:
    assert news_day(date.fromisoformat(day), date.fromisoformat(released)) == expected


@pytest.mark.parametrize(("day", "released", "text"), read_cases("day_cases.tsv"))
def test_what_the_news_calls_a_day_is_that_day(day: str, released: str, text: str) -> None:
    assert parse_day(text, date.fromisoformat(released)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-04", "2026. 3. 4.(수)"),
        ("2022-12-05", "2022. 12. 5.(월)"),
        ("2024-02-29", "2024. 2. 29.(목)"),
        ("2025-01-01", "2025. 1. 1.(수)"),
        ("2026-11-23", "2026. 11. 23.(월)"),
        ("2023-10-09", "2023. 10. 9.(월)"),
        ("2020-05-05", "2020. 5. 5.(화)"),
        ("2021-08-15", "2021. 8. 15.(일)"),
        ("2019-03-01", "2019. 3. 1.(금)"),
        ("2018-06-30", "2018. 6. 30.(토)"),
        ("0999-01-01", "999. 1. 1.(화)"),
        ("9999-12-31", "9999. 12. 31.(금)"),
    ],
)
def test_an_office_writes_a_day_with_full_stops(day: str, expected: str) -> None:
    assert official_day(date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("at", "news", "official"),
    [
        ("00:00", "0시", "00:00"),
        ("00:05", "0시 5분", "00:05"),
        ("01:00", "오전 1시", "01:00"),
        ("08:10", "오전 8시 10분", "08:10"),
        ("09:00", "오전 9시", "09:00"),
        ("11:59", "오전 11시 59분", "11:59"),
        ("12:00", "낮 12시", "12:00"),
        ("12:30", "낮 12시 30분", "12:30"),
        ("13:00", "오후 1시", "13:00"),
        ("15:30", "오후 3시 30분", "15:30"),
        ("23:59", "오후 11시 59분", "23:59"),
    ],
)
def test_a_time_of_day(at: str, news: str, official: str) -> None:
    assert clock_time(time.fromisoformat(at)) == news
    with_time = official_day(date(2026, 3, 4), time.fromisoformat(at))
    assert with_time == f"2026. 3. 4.(수) {official}"


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("2026-11-23", "15:30", "11월 23일(월) 오후 3시 30분"),
        ("2026-12-31", None, "12월 31일(목)"),
        ("2027-01-03", "10:00", "2027년 1월 3일(일) 오전 10시"),
        ("2025-12-30", None, "2025년 12월 30일(화)"),
    ],
)
def test_an_announcement_gives_the_weekday(day: str, at: str | None, expected: str) -> None:
    clock = time.fromisoformat(at) if at else None
    assert announced_day(date.fromisoformat(day), RELEASED, clock) == expected


def test_the_news_gives_the_time_behind_the_day() -> None:
    assert news_day(date(2026, 11, 25), RELEASED, time(15, 30)) == "오는 25일 오후 3시 30분"


@pytest.mark.parametrize(("text", "expected"), read_cases("moment_cases.tsv"))
def test_a_day_is_read_as_people_write_it(text: str, expected: str) -> None:
    day, at = parse_moment(text, RELEASED)
    assert day.isoformat() + (f"T{at:%H:%M}" if at else "") == expected


@pytest.mark.parametrize(
    "text",
    ["", "아무 날", "2026-02-29", "2026-13-01", "26. 11. 23.", "11월 31일", "0일", "32일", "2월 30일",
     "2026년 11월", "오는 0일", "지난해", "11월 23일 3시", "11월 23일 25시", "11월 23일 밤 12시",
     "11월 23일 오후 3시 70분", "2026-11-23 24:00", "2026-11-23 15:30 KST", "다음 달 32일",
     "오는 13월 1일", "2026-11-23 2026-11-24"],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NoDayError):
        parse_moment(text, RELEASED)


@pytest.mark.parametrize("text", ["3일", "11월 23일", "지난 1일", "다음 달 3일", "내년 1월 3일"])
def test_a_day_told_from_another_needs_that_other(text: str) -> None:
    with pytest.raises(NoDayError):
        parse_day(text)


def test_a_day_alone_has_no_time() -> None:
    with pytest.raises(NoDayError):
        parse_day("2026-11-23 15:30")


@pytest.mark.parametrize(
    ("text", "right"),
    [("2026. 11. 23.(화)", "월"), ("11월 25일(목) 오후 3시", "수"), ("지난해 12월 30일(수)", "화")],
)
def test_a_wrong_weekday_is_told_with_the_right_one(text: str, right: str) -> None:
    with pytest.raises(WrongWeekdayError) as error:
        parse_moment(text, RELEASED)
    assert error.value.right == right


@given(
    st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)), st.none() | MINUTES
)
def test_what_was_written_is_read_back(day: date, released: date, at: time | None) -> None:
    for written in (news_day(day, released, at), announced_day(day, released, at)):
        assert parse_moment(written, released) == (day, at)
    assert parse_moment(official_day(day, at)) == (day, at)


@given(
    st.text()
    | st.from_regex(r"(지난|오는)? ?\d{0,4}[년월일. ]*\d{0,3}[월일.]? ?\d{0,3}시?", fullmatch=True)
)
def test_no_text_is_read_as_a_day_and_crashes(text: str) -> None:
    try:
        day, _ = parse_moment(text, RELEASED)
    except (NoDayError, WrongWeekdayError):
        return
    assert isinstance(day, date)
