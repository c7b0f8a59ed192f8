import itertools
import re
import unicodedata
from datetime import date, timedelta

import pytest

from pressgen.translation.official_names import (
    OfficialName,
    find_official,
    official_names,
    the_one_held,
    title_of,
)

NAMES = official_names()
TODAY = date(2026, 11, 23)
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


@pytest.mark.parametrize(
    ("korean", "on", "english"),
    [
        # The reorganization of October 2025 and January 2026.
        ("산업통상자원부", "2022-12-05", "Ministry of Trade, Industry and Energy"),
        ("산업통상자원부", "2025-09-30", "Ministry of Trade, Industry and Energy"),
        ("산업통상자원부", "2025-10-01", None),
        ("산업통상부", "2025-09-30", None),
        ("산업통상부", "2025-10-01", "Ministry of Trade, Industry and Resources"),
        ("환경부", "2022-12-05", "Ministry of Environment"),
        ("기후에너지환경부", "2026-11-23", "Ministry of Climate, Energy and Environment"),
        ("여성가족부", "2022-12-05", "Ministry of Gender Equality and Family"),
        ("성평등가족부", "2026-11-23", "Ministry of Gender Equality and Family"),
        ("통계청", "2022-12-05", "Statistics Korea"),
        ("국가데이터처", "2026-11-23", "Ministry of Data and Statistics"),
        ("특허청", "2022-12-05", "Korean Intellectual Property Office"),
        ("지식재산처", "2026-11-23", "Ministry of Intellectual Property"),
        ("방송통신위원회", "2022-12-05", "Korea Communications Commission"),
        ("방송미디어통신위원회", "2026-11-23", "Korea Media and Communications Commission"),
        ("기획재정부", "2018-07-31", "Ministry of Strategy and Finance"),
        ("기획재정부", "2018-08-01", "Ministry of Economy and Finance"),
        ("기획재정부", "2026-01-01", "Ministry of Economy and Finance"),
        ("기획재정부", "2026-01-02", None),
        ("기획예산처", "2026-01-01", None),
        ("기획예산처", "2026-01-02", "Ministry of Planning and Budget"),
        ("재정경제부", "2007-05-01", "Ministry of Finance and Economy"),
        # The ministry opened under its old English name; until when is not established.
        ("재정경제부", "2026-01-02", None),
        ("재정경제부", "2026-11-23", "Ministry of Finance and Economy"),
        # Earlier reorganizations: one Korean name, two English ones.
        ("행정안전부", "2010-03-01", "Ministry of Public Administration and Security"),
        ("행정안전부", "2015-03-01", None),
        ("행정안전부", "2022-12-05", "Ministry of the Interior and Safety"),
        ("국가보훈처", "2022-12-05", "Ministry of Patriots and Veterans Affairs"),
        ("국가보훈부", "2022-12-05", None),
        ("문화재청", "2024-05-16", "Cultural Heritage Administration"),
        ("국가유산청", "2024-05-17", "Korea Heritage Service"),
        ("해양경찰청", "2015-06-01", None),
        ("해양경찰청", "2017-07-26", "Korea Coast Guard"),
        ("대검찰청", "2026-10-01", "Supreme Prosecutors' Office"),
        ("대검찰청", "2026-10-02", None),
        # Places.
        ("중랑구", "2022-12-05", "Jungnang-gu"),
        ("철원군", "2022-12-05", "Cheorwon-gun"),
        ("수원시 장안구", "2022-12-05", "Jangan-gu, Suwon-si"),
        ("강원도", "2023-06-10", "Gangwon-do"),
        ("강원특별자치도", "2023-06-11", "Gangwon State"),
        ("전북특별자치도", "2024-01-17", None),
        ("전북특별자치도", "2024-01-18", "Jeonbuk State"),
        ("전라남도", "2026-06-30", "Jeollanam-do"),
        ("전라남도", "2026-07-01", None),
        ("전남광주통합특별시", "2026-07-01", "Jeonnam-Gwangju"),
        ("제물포구", "2026-06-30", None),
        ("제물포구", "2026-07-01", "Jemulpo-gu"),
        ("서해구", "2026-11-23", "Seohae-gu"),
        ("인천광역시 서구", "2026-06-30", "Seo-gu, Incheon"),
        ("인천광역시 서구", "2026-07-01", None),
        ("서울특별시 중구", "2026-11-23", "Jung-gu, Seoul"),
        ("중구", "2026-11-23", None),
        ("서울 중구", "2026-11-23", "Jung-gu, Seoul"),
        ("서울시 중구", "2026-11-23", "Jung-gu, Seoul"),
        ("인천 서구", "2022-12-05", "Seo-gu, Incheon"),
        ("인천 서구", "2026-11-23", None),
        ("경남 고성군", "2022-12-05", "Goseong-gun, Gyeongsangnam-do"),
        ("강원 고성군", "2023-06-10", "Goseong-gun, Gangwon-do"),
        ("강원 고성군", "2023-06-11", "Goseong-gun, Gangwon State"),
        ("서울 고성군", "2022-12-05", None),
        ("서울", "2022-12-05", None),
        ("강서구", "2026-11-23", None),
        ("고성군", "2026-11-23", None),
        ("광주시", "2022-12-05", None),
        ("국민건강보험공단", "2012-12-31", "National Health Insurance Corporation"),
        ("국민건강보험공단", "2013-01-01", "National Health Insurance Service"),
        # The presidency moved out of Cheong Wa Dae and back.
        ("청와대", "2022-05-09", "Cheong Wa Dae"),
        ("대통령실", "2022-05-09", None),
        ("대통령실", "2022-05-10", "Office of the President"),
        ("청와대", "2022-12-05", None),
        ("대통령실", "2025-12-28", "Office of the President"),
        ("대통령실", "2025-12-29", None),
        ("청와대", "2025-12-29", "Cheong Wa Dae"),
        ("중대범죄수사청", "2026-10-01", None),
        ("중대범죄수사청", "2026-10-02", "Serious Crimes Investigation Agency"),
        # The press has several names for it and an official one was not found.
        ("공소청", "2026-11-23", None),
        ("대법원", "2018-03-02", "Supreme Court"),
        ("헌법재판소", "2018-03-02", "Constitutional Court of Korea"),
        ("중앙선거관리위원회", "2018-03-02", "National Election Commission"),
        ("국가교육위원회", "2022-07-20", None),
        ("국가교육위원회", "2022-12-05", "National Education Commission"),
        ("국가안보실", "2018-03-02", "Office of National Security"),
        # Districts within a city come and go as well.
        ("부천시 원미구", "2023-12-31", None),
        ("부천시 원미구", "2024-01-01", "Wonmi-gu, Bucheon-si"),
        ("화성시 동탄구", "2026-01-31", None),
        ("화성시 동탄구", "2026-02-01", "Dongtan-gu, Hwaseong-si"),
        ("계룡시", "2003-09-18", None),
        ("계룡시", "2003-09-19", "Gyeryong-si"),
        ("부산광역시", "2000-07-06", None),  # Pusan until then
        ("부산광역시", "2000-07-07", "Busan"),
        ("서울시", "2018-03-02", "Seoul"),
        # Corporations that were renamed.
        ("한국철도시설공단", "2018-03-02", "Korea Rail Network Authority"),
        ("국가철도공단", "2020-09-09", None),
        ("국가철도공단", "2020-09-10", "Korea National Railway"),
        ("한국감정원", "2020-12-09", "Korea Appraisal Board"),
        ("한국부동산원", "2020-12-10", "Korea Real Estate Board"),
        ("한국토지주택공사", "2009-09-30", None),
        ("한국토지주택공사", "2018-03-02", "Korea Land and Housing Corporation"),
        ("코레일", "2018-03-02", "KORAIL"),
        ("국민연금공단", "2022-12-05", "National Pension Service"),
        ("한국관광공사", "2018-03-02", "Korea Tourism Organization"),
        ("대한무역투자진흥공사", "2018-03-02", "Korea Trade-Investment Promotion Agency"),
        ("한국국제협력단", "2018-03-02", "Korea International Cooperation Agency"),
        ("서울교통공사", "2017-05-30", None),
        ("서울교통공사", "2018-03-02", "Seoul Metro"),
        ("한국산업안전보건공단", "2018-03-02", "Korea Occupational Safety and Health Agency"),
        ("통계청", "2009-12-31", None),  # National Statistical Office before
        ("없는위원회", "2026-11-23", None),
        ("", "2026-11-23", None),
    ],
)
def test_a_release_gets_the_name_of_its_day(korean: str, on: str, english: str | None) -> None:
    found = find_official(korean, date.fromisoformat(on))
    assert (found.english if found else None) == english


@pytest.mark.parametrize("written", ["법제처", unicodedata.normalize("NFD", "법제처"), " 법제처 "])
def test_a_name_is_found_however_it_is_encoded(written: str) -> None:
    found = find_official(written, TODAY)
    assert found is not None
    assert (found.article, found.english) == ("the", "Ministry of Government Legislation")


def test_two_that_differ_are_not_guessed() -> None:
    seoul = OfficialName("중구", "Jung-gu, Seoul", "", "district", "-", None, None)
    busan = OfficialName("중구", "Jung-gu, Busan", "", "district", "-", None, date(2020, 1, 1))
    assert the_one_held([seoul, busan], date(2020, 1, 1)) is None
    assert the_one_held([seoul, busan], date(2020, 1, 2)) == seoul
    assert the_one_held([seoul, seoul], TODAY) == seoul
    assert the_one_held([], TODAY) is None


def test_seoul_has_its_districts() -> None:
    names = [
        "종로구",
        "용산구",
        "성동구",
        "광진구",
        "동대문구",
        "중랑구",
        "성북구",
        "강북구",
        "도봉구",
        "노원구",
        "은평구",
        "서대문구",
        "마포구",
        "양천구",
        "구로구",
        "금천구",
        "영등포구",
        "동작구",
        "관악구",
        "서초구",
        "강남구",
        "송파구",
        "강동구",
    ]
    found = [find_official(name, TODAY) for name in names]
    found += [find_official(f"서울특별시 {name}", TODAY) for name in ("중구", "강서구")]
    assert len({name.english for name in found if name}) == 25


def test_there_were_17_provinces_and_are_16() -> None:
    def provinces(on: date) -> set[str]:
        short = {f"{city}시" for city in ("서울", "부산", "대구", "인천", "대전", "울산", "세종")}
        return {n.korean for n in NAMES if n.kind == "province" and n.held(on)} - short

    assert len(provinces(date(2022, 12, 5))) == 17
    assert len(provinces(TODAY)) == 16


@pytest.mark.parametrize("name", NAMES, ids=lambda name: f"{name.korean}-{name.valid_from}")
def test_a_row_is_sound(name: OfficialName) -> None:
    assert name.source
    assert name.korean
    assert name.english
    assert not HANGUL.search(name.english)
    assert name.english.isascii()
    assert name.article in ("", "the")
    assert not name.english.startswith(("the ", "The "))
    assert name.kind in ("ministry", "agency", "province", "district", "institution")
    for text in (name.korean, name.english, name.source):
        assert text == " ".join(unicodedata.normalize("NFC", text).split())
    if name.valid_from and name.valid_to:
        assert name.valid_from <= name.valid_to
    if name.kind == "district":
        assert re.match(r"[A-Z][a-z]+-(si|gun|gu)\b", name.english)
        assert name.english.partition(",")[0].rpartition("-")[2] == {
            "시": "si",
            "군": "gun",
            "구": "gu",
        }.get(name.korean[-1])


def test_the_rows_of_one_name_do_not_overlap() -> None:
    for one, other in itertools.combinations(NAMES, 2):
        if one.korean == other.korean:
            first, second = sorted((one, other), key=lambda name: name.valid_from or date.min)
            assert first.valid_to
            assert second.valid_from
            assert first.valid_to < second.valid_from


def test_every_place_has_its_first_day() -> None:
    assert not [n.korean for n in NAMES if n.kind in ("province", "district") and not n.valid_from]


def test_no_day_is_lost_where_one_name_follows_another() -> None:
    pairs = [
        ("산업통상자원부", "산업통상부"),
        ("환경부", "기후에너지환경부"),
        ("통계청", "국가데이터처"),
        ("강원도", "강원특별자치도"),
        ("광주광역시", "전남광주통합특별시"),
        ("국가보훈처", "국가보훈부"),
        ("한국철도시설공단", "국가철도공단"),
        ("한국감정원", "한국부동산원"),
    ]
    for before, after in pairs:
        last = next(name.valid_to for name in NAMES if name.korean == before)
        first = next(name.valid_from for name in NAMES if name.korean == after)
        assert last
        assert last + timedelta(days=1) == first


@pytest.mark.parametrize(
    ("title", "organization", "english"),
    [
        ("청장", "질병관리청", "Commissioner"),
        ("청장", "경찰청", "Commissioner General"),
        ("청장", "조달청", "Administrator"),
        ("청장", "산림청", None),
        ("청장", "강남구청", None),
        ("구청장", "중랑구", "Mayor"),
        ("구청장", "서울특별시 중구청", "Mayor"),
        ("구청장", "서울시 강남구", "Mayor"),
        ("구청장", "수원시 장안구", None),
        ("군수", "철원군", "Head"),
        ("이사장", "국민건강보험공단", "President"),
        ("이사장", "서울문화재단", "Chair"),
        ("이사장", "한국무역협회", None),
        ("원장", "서울대학교병원", "Director"),
        ("원장", "국립국어원", None),
        ("원장", "국가정보원", "Director"),
        ("원장", "금융감독원", "Governor"),
        ("원장", "감사원", "Chairperson"),
        ("원장", "한국개발연구원", "President"),
        ("원장", "국립재난안전연구원", None),
        ("부군수", "철원군", "Deputy Head"),
        ("소장", "헌법재판소", "President"),
        ("소장", "중랑구보건소", None),
        ("총장", "대검찰청", "Prosecutor General"),
        ("총장", "공소청", "Prosecutor General"),
        ("총장", "서울대학교", None),
        ("총재", "한국은행", "Governor"),
        ("의장", "국회", "Speaker"),
        ("의장", "서울특별시의회", None),
        ("부의장", "국회", "Vice Speaker"),
        ("의원", "국회", "Representative"),
        ("의원", "중랑구의회", "Council Member"),
        ("회장", "한국물리학회", "President"),
        ("회장", "대한체육회", None),
        ("대표", "주식회사 한빛", "CEO"),
        ("대표", "㈜한빛", "CEO"),
        ("대표", "한빛(주)", "CEO"),
        ("대표", "한빛모임", None),
        ("감독", "한빛축구단", "Head Coach"),
        ("감독", "한빛필름", "Director"),
        ("감독", "한빛", None),
        ("처장", "법제처", "Minister"),
        ("차장", "법제처", "Vice Minister"),
        ("처장", "고위공직자범죄수사처", None),
        ("차장", "국세청", "Vice Commissioner"),
        ("차장", "조달청", "Vice Administrator"),
        ("차장", "경찰청", None),
        ("실장", "법무부", "Deputy Minister"),
        ("실장", "서울시", None),
        ("과장", "법무부", "Director"),
        ("과장", "강남구", "Director"),
        ("과장", "강남구청", "Director"),
        ("과장", "주식회사 한빛", None),
        ("위원", "공정거래위원회", "Commissioner"),
        ("위원", "한빛위원회", None),
        ("장관", "법무부", None),
    ],
)
def test_a_title_goes_with_what_it_is_of(
    title: str, organization: str, english: str | None
) -> None:
    assert title_of(title, organization) == english
