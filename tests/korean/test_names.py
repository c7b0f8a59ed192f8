from __future__ import annotations

import pytest

from pressgen.korean import (
    AmbiguousSplit,
    NoPrevailingSpelling,
    UnknownSurname,
    name_doubts,
    romanize,
    split_name,
)

from .tables import read_cases


@pytest.mark.parametrize(("name", "surname", "given", "latin"), read_cases("name_cases.tsv"))
def test_a_name_is_split_and_romanized(name: str, surname: str, given: str, latin: str) -> None:
    assert split_name(name) == (surname, given)
    assert romanize(name, "person") == latin


@pytest.mark.parametrize(
    ("name", "chosen", "other"),
    [
        ("황보라", ("황", "보라"), ("황보", "라")),
        ("선우진", ("선우", "진"), ("선", "우진")),
        ("남궁민", ("남궁", "민"), ("남", "궁민")),
        ("서문탁", ("서", "문탁"), ("서문", "탁")),
        ("사공일", ("사", "공일"), ("사공", "일")),
    ],
)
def test_a_name_that_splits_two_ways_is_doubted(
    name: str, chosen: tuple[str, str], other: tuple[str, str]
) -> None:
    assert AmbiguousSplit(name, chosen, other) in name_doubts(name)


@pytest.mark.parametrize(
    "name", ["김", "황보 라", "황 보라", "황보혜정", "남궁민수", "독고탁", "김민수"]
)
def test_a_name_that_splits_one_way_is_not(name: str) -> None:
    assert not [doubt for doubt in name_doubts(name) if isinstance(doubt, AmbiguousSplit)]


@pytest.mark.parametrize("surname", "정노유류전윤조임")
def test_a_surname_without_a_prevailing_spelling_is_doubted(surname: str) -> None:
    (doubt,) = name_doubts(f"{surname}하나")
    assert isinstance(doubt, NoPrevailingSpelling)
    assert doubt.chosen == doubt.spellings[0].spelling
    assert len(doubt.spellings) > 1


@pytest.mark.parametrize("surname", "김이박최강장한오서신권황안송홍문양손배남심하곽차우민진지")
def test_a_surname_with_one_is_not(surname: str) -> None:
    assert name_doubts(f"{surname}하나") == []


def test_the_share_of_a_spelling_is_told_where_a_source_has_it() -> None:
    (doubt,) = name_doubts("정하나")
    assert isinstance(doubt, NoPrevailingSpelling)
    shares = [(spelling.spelling, spelling.share) for spelling in doubt.spellings]
    assert shares == [("Jung", 46.13), ("Jeong", 42.48), ("Chung", 7.13)]


def test_a_title_is_no_part_of_a_name() -> None:
    assert split_name("이동열 교수") == ("이", "동열")
    assert name_doubts("이동열 교수") == []


@pytest.mark.parametrize("name", ["뷁하나", "John Smith", "도널드 트럼프", "", "田中"])
def test_what_is_no_korean_name_is_doubted(name: str) -> None:
    assert any(isinstance(doubt, UnknownSurname) for doubt in name_doubts(name))


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("John Smith", "John Smith"),
        ("도널드 트럼프", "Doneoldeu Teureompeu"),
        ("톰 크루즈", "Tom Keurujeu"),
        ("김철수 교수", "Kim Cheol-su Gyosu"),
        ("남궁 민 씨", "Namgung Min Ssi"),
        ("교수", "Gyo Su"),
        ("김 민 수", "Kim Min-su"),
        ("", ""),
        ("김", "Kim"),
        ("남궁", "Namgung"),
        ("金九", "Kim Gu"),
        ("李舜臣", "Lee Sun-sin"),
    ],
)
def test_what_is_not_quite_a_name_is_romanized_as_far_as_it_goes(name: str, latin: str) -> None:
    assert romanize(name, "person") == latin
