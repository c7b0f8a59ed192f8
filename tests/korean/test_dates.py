from __future__ import annotations

from datetime import date

import pytest

from pressgen.korean import news_day, official_day

from .tables import read_cases


@pytest.mark.parametrize(("day", "released", "expected"), read_cases("day_cases.tsv"))
def test_the_news_calls_a_day_by_its_distance(day: str, released: str, expected: str) -> None:
    assert news_day(date.fromisoformat(day), date.fromisoformat(released)) == expected


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
