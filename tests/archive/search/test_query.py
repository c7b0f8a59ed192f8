"""What a query finds, and what is marked."""

from __future__ import annotations

import unicodedata

import pytest

from pressgen.archive.search.query import Query, read_query
from pressgen.archive.search.text import fold


@pytest.mark.parametrize(
    ("words", "text", "is_found"),
    [
        ("재단", "한빛문화재단은 지난 2일", True),
        ("재단", "한빛문화재단이", True),
        ("재단", "한빛문화재단을", True),
        ("재단", "한빛문화재단에서는", True),
        ("재단", "한빛문화재단(이사장 한보람)과", True),
        ("재단", "재 단", False),
        ("재단", "재·단", False),
        ("문화재", "한빛문화재단은", True),
        ("화재", "한빛문화재단은", True),
        ("문화재", "문화의 화재", False),
        ("위도", "위도를 잇는 배", True),
        ("위도", "추위도 아랑곳하지 않았다", True),
        ("위도에서", "위도에", False),
        ("섬", "부안섬관광공사", True),
        ("섬", "서해 관광", False),
        ("한빛 인증", "인증을 받은 한빛재단", True),
        ("한빛 인증", "한빛재단", False),
        ("하ㄴ", "한빛", False),
        ("문화·체육", "문화ㆍ체육", True),
        ("found", "Hanbit Foundation", True),
        ("FOUNDATION", "Hanbit foundation", True),
        ("undation", "Hanbit Foundation", False),
        ("esg", "친환경ESG경영", True),
        ("ESG경영", "ESG 경영", True),
        ("cafe", "Café", True),
        ("Café", "cafe", True),
        ("strasse", "Straße", True),
        ("ΟΔΟΣ", "οδος", True),
        ("ΟΔΟΣΑ", "οδοσα", True),
        ("people's", "People’s choice", True),
        ("1,200", "1,200권", True),
        ("200", "1,200권", True),
        ("00", "1,200권", False),
        ("靑", "靑春", True),
    ],
)
def test_what_is_found(words: str, text: str, *, is_found: bool) -> None:
    for form in ("NFC", "NFD"):
        query = read_query(unicodedata.normalize(form, words))
        for other in ("NFC", "NFD"):
            assert query.is_in(fold(unicodedata.normalize(other, text))) is is_found


@pytest.mark.parametrize("words", ["", " ", "?!", "🎉", "·ㆍ", "</>"])
def test_nothing_is_asked_without_a_letter(words: str) -> None:
    assert read_query(words) == Query(())


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("재단", "한빛문화재단은 재단이다", "한빛문화[재단]은 [재단]이다"),
        ("문화 화재", "문화재단", "[문화재]단"),
        ("strasse cafe", "Straße, Café!", "[Straße], [Café]!"),
        ("한글", unicodedata.normalize("NFD", "한글날"), "[한글]날"),
        ("s", "Straße", "[S]traße"),
        ("없음", "한빛", "한빛"),
        ("한", "", ""),
    ],
)
def test_what_is_marked(words: str, text: str, marked: str) -> None:
    parts = read_query(words).parts(text)
    assert "".join(f"[{part}]" if is_found else part for part, is_found in parts) == marked
