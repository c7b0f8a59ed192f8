"""`pressgen glossary`, as a person uses it."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.translation.glossary import COLUMNS, load_glossary
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.archive.support import EVENT, release_text, write_event
from tests.translation.support import AT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

OLD = "ko,en,article,note\n서울시,Seoul,,수도\n"


@pytest.fixture
def glossary(workspace: Path) -> Path:
    file = workspace / "glossary.csv"
    file.write_text(OLD, encoding="utf-8")
    return file


def test_list(glossary: Path, pressgen: Program) -> None:
    pressgen(
        "glossary", "add", "하늘부", "Sky Ministry", "--article", "the", "--valid-to", "2024-1-1"
    )
    assert pressgen("glossary", "list").output == (
        "서울시  Seoul  (수도)\n하늘부  the Sky Ministry  (~2024-01-01)\n"
    )
    assert pressgen("glossary", "list", "SKY").output.startswith("하늘부")
    assert pressgen("glossary", "list", "없는 말").output == "없습니다.\n"


def test_add_to_what_is_there(glossary: Path, pressgen: Program) -> None:
    result = pressgen(
        "glossary", "add", "산업부", "Ministry of Trade, Industry", "--article", "the"
    )
    assert result.output == (
        "산업부  the Ministry of Trade, Industry\n1개를 더했습니다: glossary.csv\n"
    )
    assert glossary.read_bytes() == f'{OLD}산업부,"Ministry of Trade, Industry",the,\n'.encode()


def test_nothing_is_added_behind_a_quotation_mark_that_nobody_closed(
    glossary: Path, pressgen: Program
) -> None:
    broken = OLD + '부산시,"Busan,,\n대구시,Daegu,,\n'
    glossary.write_text(broken, encoding="utf-8")
    result = pressgen("glossary", "add", "산업부", "Ministry of Trade")
    assert result.exit_code == 1
    assert "glossary.csv:3: 큰따옴표가 맞지 않습니다." in result.output
    assert glossary.read_text("utf-8") == broken


def test_a_column_is_added_where_it_is_needed(glossary: Path, pressgen: Program) -> None:
    pressgen("glossary", "add", "문가람", "Moon Ga-ram", "--kind", "person", "--source", "명함")
    assert glossary.read_text("utf-8") == (
        "ko,en,article,note,kind,source\n서울시,Seoul,,수도,,\n문가람,Moon Ga-ram,,,person,명함\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949"])
def test_the_encoding_and_the_line_ends_stay(
    glossary: Path, pressgen: Program, encoding: str
) -> None:
    glossary.write_bytes(OLD.replace("\n", "\r\n").encode(encoding))
    pressgen("glossary", "add", "부산시", "Busan")
    expected = OLD.replace("\n", "\r\n") + "부산시,Busan,,\r\n"
    assert glossary.read_bytes() == expected.encode(encoding)


def test_letters_that_cp949_lacks_make_it_utf_8(glossary: Path, pressgen: Program) -> None:
    glossary.write_bytes(OLD.encode("cp949"))
    pressgen("glossary", "add", "카페", "Café")
    assert glossary.read_text("utf-8-sig").endswith("카페,Café,,\n")
    assert glossary.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_new_file_is_for_excel(workspace: Path, pressgen: Program) -> None:
    pressgen("glossary", "add", "서울시", "Seoul")
    raw = (workspace / "glossary.csv").read_bytes()
    assert raw == f"\ufeff{','.join(COLUMNS)}\r\n서울시,Seoul,,,,,,\r\n".encode()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("서울시", "SEOUL"), 1, "glossary.csv: ko: ‘서울시’가 다른 영문으로 이미 있습니다: Seoul"),
        (("서울시", "Seoul", "--article", "the"), 1, "‘서울시’가"),
        (("서울시", "Seoul"), 0, "이미 있습니다."),
        (("서울시", ""), 2, "EN"),
        (("부산시", "Busan", "--kind", "city"), 2, "--kind"),
        (("부산시", "Busan", "--kind", "plac"), 2, "‘place’입니까"),
        (("부산시", "Busan", "--article", "a"), 2, "the를 적거나"),
        (("부산시", "Busan", "--valid-from", "어제"), 2, "날짜가 아닙니다"),
        (("부산시", "B", "--valid-from", "2024-01-02", "--valid-to", "2024-01-01"), 2, "앞섭니다"),
    ],
)
def test_what_cannot_be_added(
    glossary: Path, pressgen: Program, arguments: tuple[str, ...], status: int, words: str
) -> None:
    result = pressgen("glossary", "add", *arguments)
    assert (result.exit_code, glossary.read_text("utf-8")) == (status, OLD)
    assert words in result.output


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
WORD = st.one_of(CELL, CELL.map("=".__add__), CELL.map("'-".__add__)).filter(bool)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(english=WORD, note=WORD)
def test_whatever_is_added_comes_back_and_is_no_formula(
    workspace: Path, pressgen: Program, english: str, note: str
) -> None:
    file = workspace / "glossary.csv"
    file.unlink(missing_ok=True)
    result = pressgen("glossary", "add", "--note", note, "--", "서울시", english)
    assert result.exit_code == 0
    [term] = load_glossary(file).terms
    assert term.english == unicodedata.normalize("NFC", english)
    assert term.note == unicodedata.normalize("NFC", note)
    cells = file.read_text("utf-8-sig").splitlines()[-1].replace('"', "").split(",")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in (cells[1], cells[-1]))


def test_import(glossary: Path, workspace: Path, pressgen: Program) -> None:
    other = workspace / "other.csv"
    other.write_text("en,ko\nSeoul,서울시\nBusan,부산시\nBusan,부산시\n", encoding="utf-8")
    result = pressgen("glossary", "import", other)
    assert result.output == "부산시  Busan\n1개를 더했습니다: glossary.csv\n"
    other.write_text("en,ko\nDaegu,대구시\nSEOUL,서울시\n", encoding="utf-8")
    result = pressgen("glossary", "import", other)
    assert result.exit_code == 1
    assert "other.csv:3: ko: ‘서울시’가" in result.output
    assert [term.korean for term in load_glossary(glossary).terms] == ["서울시", "부산시"]


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ("서울시,S,,2024-01-01\n서울시,T,2024-01-01,\n", 3, "이미 있습니다"),
        ("서울시,S,,\n서울시,T,2024-01-01,\n", 3, "이미 있습니다"),
        ("서울시,S,2024-02-30,\n", 2, "valid_from"),
        ("서울시,S,2024-02-02,2024-02-01\n", 2, "valid_to"),
    ],
)
def test_days_that_are_wrong(
    glossary: Path, pressgen: Program, rows: str, line: int, words: str
) -> None:
    glossary.write_text(f"ko,en,valid_from,valid_to\n{rows}", encoding="utf-8")
    result = pressgen("glossary", "list")
    assert result.exit_code == 1
    assert f"glossary.csv:{line}: " in result.output
    assert words in result.output


def test_a_name_holds_on_its_days(glossary: Path) -> None:
    glossary.write_text(
        "ko,en,valid_from,valid_to\n하늘부,Old,,2024-12-31\n하늘부,New,2025. 1. 1.,\n",
        encoding="utf-8",
    )
    terms = load_glossary(glossary)
    days = (date(2024, 12, 31), date(2025, 1, 1))
    assert [terms.on(day)["하늘부"].english for day in days] == ["Old", "New"]


def test_a_release_has_the_name_of_its_day(
    glossary: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(
        workspace,
        EVENT.replace(
            "host: {ko: 해양관광부, en: 'Ministry of Sea, Islands and Tourism', article: the}",
            "host: 해양관광부",
        ),
    )
    glossary.write_text(
        "ko,en,valid_from,valid_to\n해양관광부,Sea Ministry,,2026-11-01\n"
        "해양관광부,Island Ministry,2026-11-02,\n",
        encoding="utf-8",
    )
    pressgen("build", "--offline")
    assert "Island Ministry" in release_text(workspace)


def test_a_title_in_the_glossary_is_no_term_of_free_text(
    glossary: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT.replace("추위도", "본부이장이라며 추위도"))
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "{}"\nmsgstr "It did."\n'
    sentence = "본부이장이라며 추위도 아랑곳하지 않았다."
    (workspace / "translations/en.po").write_text(po.format(sentence), encoding="utf-8")
    glossary.write_text("ko,en,kind\n본부이장,Head,term\n", encoding="utf-8")
    assert "‘본부이장’" in pressgen("check").output
    glossary.write_text("ko,en,kind\n본부이장,Head,title\n", encoding="utf-8")
    assert "‘본부이장’" not in pressgen("check").output


def remember(workspace: Path, *entries: Remembered) -> None:
    SqliteMemory(workspace / ".pressgen" / "memory.sqlite").remember(entries, AT)


def second(workspace: Path, **changes: str) -> None:
    text = EVENT
    for old, new in changes.items():
        text = text.replace(old, new)
    write_event(workspace, text, "second.yaml")


def test_an_archive_without_contradictions(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    second(workspace)
    result = pressgen("glossary", "check")
    assert (result.exit_code, result.output) == (0, "어긋나는 것이 없습니다.\n")


def test_one_name_in_two_spellings(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("한보라", "{ko: 한보라, en: Han Bora}"))
    second(workspace, 한보라="{ko: 한보라, en: Hahn Bo-ra}")
    result = pressgen("glossary", "check")
    assert result.exit_code == 3
    assert (
        "확인 [spelling-differs] ‘한보라’의 영문이 여럿입니다: ‘Han Bora’(events/event.yaml:7), ‘Hahn Bo-ra’(events/second.yaml:7)"
        in result.output
    )


def test_two_people_of_one_name(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("한보라", "{ko: 한보라, en: Han Bora}"))
    second(workspace, 한보라="{ko: 한보라, en: Hahn Bo-ra}")
    assert "--dismiss name-differs" in pressgen("glossary", "check").output
    dismissed = pressgen("check", "events", "--dismiss", "name-differs", "--reason", "동명이인")
    assert "동명이인" in dismissed.output
    result = pressgen("glossary", "check")
    assert (result.exit_code, result.output) == (0, "어긋나는 것이 없습니다.\n")
    write_event(workspace, EVENT.replace("한보라", "{ko: 한보라, en: Han Boura}"), "third.yaml")
    assert "‘Han Boura’" in pressgen("glossary", "check").output


def test_what_one_event_gives_and_another_leaves_to_the_rest(
    workspace: Path, pressgen: Program
) -> None:
    old = "host: {ko: 해양관광부, en: 'Ministry of Sea, Islands and Tourism', article: the}"
    write_event(
        workspace,
        EVENT.replace(old, "region: {ko: 솔섬, en: Pine Island}").replace("region: 마포\n", ""),
    )
    write_event(workspace, EVENT.replace("region: 마포", "region: 솔섬"), "b.yaml")
    output = pressgen("glossary", "check").output
    assert "‘Pine Island’(events/event.yaml:" in output
    assert "‘Solseom’(events/b.yaml:" in output


def test_a_ministry_that_was_renamed_is_no_contradiction(
    workspace: Path, pressgen: Program
) -> None:
    old = "host: {ko: 해양관광부, en: 'Ministry of Sea, Islands and Tourism', article: the}"
    for year in ("2022", "2026"):
        text = EVENT.replace(old, "host: 행정안전부").replace("2026", year)
        write_event(workspace, text, f"{year}.yaml")
    assert pressgen("glossary", "check").exit_code == 0


def test_blanks_in_a_name_are_no_other_name(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("한보라", "{ko: 남궁민, en: Namkoong Min}"))
    second(workspace, 한보라="{ko: 남궁 민, en: Namgung Min}")
    assert "[spelling-differs]" in pressgen("glossary", "check").output


def test_a_short_name_is_another_body_in_another_event(workspace: Path, pressgen: Program) -> None:
    for english, name in (("Foundation", "a.yaml"), ("Agency", "b.yaml")):
        short = f"article: the, short: {{ko: 공사, en: {english}}}}}"
        write_event(workspace, EVENT.replace("article: the}", short, 1), name)
    assert pressgen("glossary", "check").exit_code == 0


def test_a_term_that_was_translated_two_ways(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    remember(
        workspace,
        Remembered("섬 관광 우수상", "Isle Tourism Prize", "google"),
        Remembered("섬 관광 우수상을 받았다.", "It won a prize.", "", reviewed=True),
        Remembered("섬 관광 우수상을 또 받았다.", "It won a prize again.", "google"),
    )
    result = pressgen("glossary", "check")
    assert result.exit_code == 3
    assert (
        "‘Island Tourism Award’(events/event.yaml:9), ‘Isle Tourism Prize’(번역 기억)"
        in result.output
    )
    assert result.output.count("[term-differs]") == 2
    assert "섬 관광 우수상을 받았다." in result.output


def test_the_glossary_against_an_event(glossary: Path, workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    glossary.write_text("ko,en\n섬 관광 우수상,Isle Award\n", encoding="utf-8")
    result = pressgen("glossary", "check")
    assert result.exit_code == 3
    assert "[glossary-differs] ‘섬 관광 우수상’의 영문이 events/event.yaml:9에서는" in result.output
    glossary.write_text("ko,en,valid_to\n섬 관광 우수상,Isle Award,2020-01-01\n", encoding="utf-8")
    assert pressgen("glossary", "check").exit_code == 0


def test_the_glossary_against_the_memory(
    glossary: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    glossary.write_text("ko,en\n섬 관광 우수상,Island Tourism Award\n", encoding="utf-8")
    remember(workspace, Remembered("섬 관광 우수상", "Isle Prize", "google"))
    assert pressgen("glossary", "check").exit_code == 0
    remember(workspace, Remembered("섬 관광 우수상", "Isle Prize", "", reviewed=True))
    assert "[glossary-differs]" in pressgen("glossary", "check").output


def test_an_official_name_is_only_a_note(
    glossary: Path, workspace: Path, pressgen: Program
) -> None:
    glossary.write_text(
        "ko,en,valid_from\n환경부,Environment Ministry,2022-01-01\n", encoding="utf-8"
    )
    result = pressgen("glossary", "check")
    assert result.exit_code == 0
    assert "알림 [official-differs] ‘환경부’의 영문이 glossary.csv에서는" in result.output


def test_an_event_that_is_wrong_is_told_too(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("award:", "awards:"))
    result = pressgen("glossary", "check")
    assert result.exit_code == 1
    assert "events/event.yaml:9" in result.output
