"""The proof sheet: what a person signs has every fact and every sentence, and nothing runs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import bs4
import pytest

from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.archive.support import EVENT, write_event
from tests.translation.support import AT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program


def sheet(workspace: Path, name: str = "event.html") -> bs4.BeautifulSoup:
    text = (workspace / ".pressgen/proof" / name).read_text("utf-8")
    return bs4.BeautifulSoup(text, "html.parser")


def rows(page: bs4.BeautifulSoup, table: int) -> dict[str, tuple[str, str]]:
    """The Korean of a table with its English and its origin."""
    found = {}
    for row in page.find_all("table")[table].tbody.find_all("tr"):  # type: ignore[union-attr]
        _, korean, english, origin, box = (cell.get_text() for cell in row.find_all("td"))
        assert box == "☐"
        found[korean] = (english, origin)
    return found


def test_every_fact_and_every_sentence_is_on_it(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember(
        [Remembered("앞으로도 잘하겠다", "We will do well", "google")], AT
    )
    result = pressgen("check", "--proof")
    assert result.exit_code == 3
    assert result.output.endswith("교정지: .pressgen/proof/event.html\n")
    page = sheet(workspace)
    assert page.find("html", lang="ko")
    facts, sentences = rows(page, 0), rows(page, 1)
    assert facts["부안섬관광공사"] == ("the Buan Island Tourism Corporation", "자료 파일")
    assert facts["사장"] == ("President", "딸린 목록")
    assert facts["한보라"] == ("Han Bo-ra", "로마자 표기")
    assert facts["지난달 30일 (2026-10-30)"] == ("Oct. 30", "계산")
    assert facts["문가람"] == ("Moon Ga-ram", "로마자 표기")
    english, origin = sentences["한보라 사장은 “앞으로도 잘하겠다”고 전했다."]
    assert ("We will do well" in english, origin) == (True, "기계 번역(구글번역)")
    english, origin = sentences["추위도 아랑곳하지 않았다."]
    assert english.startswith("[번역 대기]수정 [pending]")
    assert origin == "영문 없음"
    assert "서명" in page.get_text()
    machine = page.find_all(lang="en-x-mtfrom-ko")
    assert [tag.get_text() for tag in machine] == ["President Han Bo-ra said, “We will do well.”"]


@pytest.mark.parametrize(
    ("caption", "english"),
    [
        ("{ko: 섬의 아침, en: Morning}", ("Morning", "자료 파일")),
        ("섬의 아침", ("", "영문에 나오지 않음")),
    ],
)
def test_a_caption_is_on_it(
    workspace: Path, pressgen: Program, caption: str, english: tuple[str, str]
) -> None:
    write_event(workspace, f"{EVENT}photo: {{caption: {caption}}}\n")
    pressgen("check", "--proof")
    assert rows(sheet(workspace), 1)["섬의 아침"] == english


def test_what_is_no_fact_is_not_among_the_facts(workspace: Path, pressgen: Program) -> None:
    contact = "contacts: {department: 홍보팀, phone: 02-123-4567}\n"
    photo = "photo: {caption: 섬, credit: 부안섬관광공사, file: a.jpg}\n"
    write_event(workspace, f"{EVENT}embargo: 2026-11-02 09:00\nslug: event\n{photo}{contact}")
    pressgen("check", "--proof")
    facts = rows(sheet(workspace), 0)
    assert not {"a.jpg", "event", "2026-11-02 09:00"} & facts.keys()
    assert not [korean for korean in facts if "2026-11-02" in korean]
    assert "02-123-4567" in facts
    assert "배포일 2026-11-02" in sheet(workspace).get_text()


def test_a_finding_about_no_sentence_is_on_it(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT + "photo: {caption: 사진, file: none.jpg}\n")
    pressgen("check", "--proof")
    assert "[photo-missing]" in sheet(workspace).get_text().partition("그 밖에 볼 것")[2]


def test_what_an_event_says_is_text(workspace: Path, pressgen: Program) -> None:
    hostile = "</td><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %}"
    text = EVENT.replace("앞으로도 잘하겠다", f"'{hostile}'")
    text = text.replace("섬 관광 우수상", f'"{hostile}"').replace(
        "Island Tourism Award", "<b>x</b>"
    )
    write_event(workspace, text)
    pressgen("check", "--proof")
    page = sheet(workspace)
    assert not page.find_all(["script", "img", "b", "link", "iframe"])
    assert hostile in rows(page, 0)
    assert rows(page, 0)[hostile][0] == "<b>x</b>"


def test_it_loads_nothing_from_elsewhere(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    pressgen("check", "--proof")
    text = (workspace / ".pressgen/proof/event.html").read_text("utf-8")
    assert "default-src 'none'" in text
    assert not any(word in text for word in ("http://", "https://", "url(", "@import", "src="))
    assert "@page { size: A4" in text


def test_two_events_of_one_name_have_two_sheets(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT + "slug: same\n")
    write_event(workspace, EVENT.replace("2026-11-02", "2026-11-03") + "slug: same\n", "b.yaml")
    pressgen("check", "--proof")
    names = {path.name for path in (workspace / ".pressgen/proof").iterdir()}
    assert names == {"2026-11-02-same.html", "2026-11-03-same.html"}


@pytest.mark.parametrize("flag", ["--json", "--quiet"])
def test_other_output_stays_as_it_is(workspace: Path, pressgen: Program, flag: str) -> None:
    write_event(workspace)
    without = pressgen("check", flag).output
    assert pressgen("check", flag, "--proof").output.startswith(without.rstrip("\n"))
    assert (workspace / ".pressgen/proof/event.html").is_file()
