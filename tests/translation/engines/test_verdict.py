import pytest

from pressgen.translation.engines.verdict import blocked, error_code, judge

ERROR = "Error 500 (Server Error)!!1500.That’s an error.There was an error."
SENTENCE = "울산시는 지난 1일 시청 대회의실에서 업무협약을 체결했다고 밝혔다."


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("이사장", "Chairman"),
        ("산자부", "Ministry of Trade, Industry and Energy"),
        ("MOU", "MOU"),
        ("2022", "2022"),
        ("…", "…"),
        ("3명", "3"),
        ("법", "law"),
        (SENTENCE, "Ulsan City said it signed an agreement at City Hall on the 1st."),
        ("공단(이사장 김수한)", "The Corporation (Chairman 김수한)"),
        ("‘Error 500 (Server Error)!!1’ 화면", "The ‘Error 500 (Server Error)!!1’ screen"),
        ("<html> 태그 교육", "Training on the <html> tag"),
        ("자동입력 방지(CAPTCHA) 도입", "Introduction of CAPTCHA"),
        ("하하하하 웃었다", "Ha ha ha ha, he laughed"),
        ("아주 아주 아주 아주 크다", "It is very, very, very, very big"),
        ("문의 010-1010-1010-1010-1010", "Contact 010-1010-1010-1010-1010"),
        ("점수는 0 0 0 0 0이다", "The score is 0 0 0 0 0"),
        ("네 곳 모두 50%, 50%, 50%, 50%였다", "50 percent, 50 percent, 50 percent, 50 percent"),
        ("정말 정말 정말 좋다", "Really, really, really good"),
        ("QXA, QXA, QXA, QXA", "QXA, QXA, QXA, QXA"),
        ("두 언어를 고르세요", "Please select two distinct languages"),
        ("‘MYMEMORY WARNING’ 오류를 고쳤다", "The ‘MYMEMORY WARNING’ error is fixed"),
    ],
)
def test_a_translation_passes(source: str, english: str) -> None:
    assert judge(source, english) is None


@pytest.mark.parametrize(
    ("source", "english", "word"),
    [
        (SENTENCE, "", "빈 답"),
        (SENTENCE, " \n", "빈 답"),
        (SENTENCE, "...", "빈 답"),
        (SENTENCE, SENTENCE, "번역되지 않은"),
        ("이사장", "이사장", "번역되지 않은"),
        ("MOU 체결", "MOU 체결", "번역되지 않은"),
        (SENTENCE, "Ulsan는 지난 1일 시청에서 agreement를 체결했다.", "거의 그대로"),
        (SENTENCE, ERROR, "Error 500"),
        ("이사장", ERROR, "Error 500"),
        (SENTENCE, "<!DOCTYPE html><html><p>Sorry</p></html>", "웹페이지"),
        (SENTENCE, "detected unusual traffic from your computer network.", "차단"),
        (SENTENCE, "One line\nand another", "여러 줄"),
        (SENTENCE, "One line\u2028and another", "여러 줄"),
        (SENTENCE, "A sent\ufffdnce", "깨져"),
        (SENTENCE, "A sent\udcc3nce of some length", "깨져"),
        (SENTENCE, "A sent\x00nce of some length", "깨져"),
        (SENTENCE, "A sent\ufdd0nce of some length", "깨져"),
        (SENTENCE, "the the " * 100, "너무 긴"),
        ("법", "law " * 30, "너무 긴"),
        (SENTENCE, "Ulsan", "너무 짧은"),
        (SENTENCE, "Ulsan City said the the The the agreement was signed", "되풀이"),
        (SENTENCE, "At City Hall, at City Hall, at City Hall, at City Hall", "되풀이"),
        (SENTENCE, "Ulsan " + "and signed it " * 4 + "on the 1st.", "되풀이"),
        (SENTENCE, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS", "한도"),
        (SENTENCE, "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", "오류"),
        (SENTENCE, "INVALID LANGUAGE PAIR SPECIFIED. EXAMPLE: LANGPAIR=EN|IT", "오류"),
        (SENTENCE, "PLEASE SELECT TWO DISTINCT LANGUAGES", "오류"),
        (SENTENCE, "'KO-KO' IS AN INVALID SOURCE LANGUAGE . EXAMPLE: LANGPAIR=EN|IT", "오류"),
        ("시장 1000000명", "mayor mayor mayor mayor of 1000000", "되풀이"),
    ],
)
def test_what_is_no_translation_has_a_reason(source: str, english: str, word: str) -> None:
    reason = judge(source, english)
    assert reason is not None
    assert word in reason
    assert len(reason.splitlines()) == 1


def test_an_error_page_is_known_by_its_code() -> None:
    assert error_code(f"<html>{ERROR}</html>") == "Error 500"
    assert error_code("The 500 errors (of mine)!!1") is None


def test_a_page_that_wants_a_human_is_known() -> None:
    assert blocked("To continue, solve the above CAPTCHA.")
    assert not blocked("An ordinary page")
