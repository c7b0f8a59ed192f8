"""`pressgen review`: what people approve is what goes out."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click.testing
import openpyxl
import polib
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pressgen.cli import main
from pressgen.review.sheet import Sent, load_format
from pressgen.review.units import Unit
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.archive.support import release_text, write_event
from tests.translation.support import AT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

EVENT = """\
kind: certification
slug: event
released: 2026-11-02
outlet: {name: {ko: 한강일보, en: Hangang Ilbo}, desk: {ko: 사회부, en: City Desk}}
region: 마포
reporter: 문가람
organization: {ko: 한빛원, en: Hanbit Institute, article: the}
head: {title: 원장, name: 한보라}
obtained: 2026-10-30
award: 열린상
reasons: 한빛원은 컸다. 고맙다.
quote: 앞으로도 잘하겠다
"""
MACHINE = {
    "열린상": "Opened Prize",
    "한빛원은 컸다.": "Hanbit Institute was big.",
    "고맙다.": "Thank you.",
    "앞으로도 잘하겠다": "We will do well",
}
GROWN = "The Hanbit Institute has grown."
QUOTE = "한보라 원장은 “앞으로도 잘하겠다”고 전했다."


@pytest.fixture
def event(workspace: Path) -> Path:
    """An event that a machine has translated."""
    entries = [Remembered(ko, en, "google") for ko, en in MACHINE.items()]
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember(entries, AT)
    return write_event(workspace, EVENT)


def entries(workspace: Path) -> dict[str, Remembered]:
    memory = SqliteMemory(workspace / ".pressgen/memory.sqlite").entries()
    return {one.korean: one for one in memory}


def built(workspace: Path, pressgen: Program) -> dict[str, Any]:
    """The release's front matter, and its English by the Korean."""
    pressgen("build", "--offline")
    front = release_text(workspace, suffix="md").split("---\n")[1]
    data = json.loads(release_text(workspace, suffix="json"))
    pairs = {
        korean: english
        for ko, en in zip(data["korean"], data["english"], strict=True)
        for korean, english in zip(ko["segments"], en["segments"], strict=True)
    }
    return {"front": yaml.safe_load(front), "english": pairs}


def edit_po(file: Path, english: dict[str, str]) -> None:
    catalog = polib.pofile(str(file))
    for entry in catalog:
        entry.msgstr = english.get(entry.msgid, entry.msgstr)
    catalog.save()


def edit_xlsx(file: Path, english: dict[str, str]) -> None:
    book = openpyxl.load_workbook(file)
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[2].value = english.get(str(row[1].value), row[2].value)
    book.save(file)


EDIT = {"po": edit_po, "xlsx": edit_xlsx}


@pytest.mark.parametrize("name", EDIT)
def test_what_came_back_is_reviewed_and_vouched_for(
    event: Path, workspace: Path, pressgen: Program, name: str
) -> None:
    before = built(workspace, pressgen)
    assert before["front"]["translation"]["engines"] == ["google"]
    assert "구글번역" in release_text(workspace)
    file = workspace / f"확인.{name}"
    result = pressgen("review", event, "--export", file)
    assert result.output == f"6개를 적었습니다. 그 가운데 확인할 것 6개: 확인.{name}\n"
    EDIT[name](file, {"한빛원은 컸다.": GROWN})
    result = pressgen("review", event, "--import", file, "--by", "김하늘")
    assert result.exit_code == 0
    assert result.output == (
        "한빛원은 컸다.\n"
        "  - Hanbit Institute was big.\n"
        f"  + {GROWN}\n"
        "6개를 확인된 것으로 들였습니다. 그 가운데 고친 것 1개.\n"
        "pressgen build로 다시 만드세요.\n"
    )
    after = built(workspace, pressgen)
    assert after["front"]["translation"] == {
        "state": "complete",
        "origin": ["reviewed", "catalog"],
        "engines": [],
    }
    assert after["english"]["한빛원은 컸다."]["en"] == GROWN
    assert {one["origin"] for one in after["english"].values()} <= {"reviewed", "catalog"}
    assert "구글번역" not in release_text(workspace)
    html = release_text(workspace, suffix="html")
    assert "en-x-mtfrom-ko" not in html
    remembered = entries(workspace)["한빛원은 컸다."]
    assert (remembered.reviewed, remembered.approver) == (True, "김하늘")
    assert (remembered.engine, remembered.release) == ("", "events/event.yaml")
    assert entries(workspace)["고맙다."].engine == "google"
    assert pressgen("check", event).exit_code == 0
    again = pressgen("review", event, "--export", file)
    assert again.exit_code == 2
    assert "이미 있습니다" in again.output  # what a reviewer typed there is not lost
    file.unlink()
    assert "확인할 것 0개" in pressgen("review", event, "--export", file).output


def test_po_tells_what_a_reviewer_should_know(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    near = Remembered("한빛원은 컸다!", "Hanbit grew!", "", reviewed=True)
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember([near], AT)
    pressgen("review", event, "--export", "a.po")
    catalog = {entry.msgid: entry for entry in polib.pofile("a.po")}
    grown = catalog["한빛원은 컸다."]
    assert grown.comment.split("\n")[:2] == ["본문 1, 기계 번역(구글번역)", "origin: google"]
    assert "비슷한 것 87%: 한빛원은 컸다! → Hanbit grew!" in grown.comment
    assert "확인 [term-machine] ‘열린상’의 영문" in catalog["열린상"].comment
    assert grown.occurrences == [("events/event.yaml", "")]
    assert next(iter(catalog)) == "열린상"


def test_what_is_left_empty_or_fuzzy_stays_open(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("review", event, "--export", "a.po")
    catalog = polib.pofile("a.po")
    for entry in catalog:
        if entry.msgid == "고맙다.":
            entry.flags.append("fuzzy")
        elif entry.msgid != "한빛원은 컸다.":
            entry.msgstr = ""
    catalog.save()
    assert "1개를 확인된 것으로" in pressgen("review", event, "--import", "a.po").output
    assert [one.korean for one in entries(workspace).values() if one.reviewed] == ["한빛원은 컸다."]


@pytest.mark.parametrize("name", EDIT)
def test_a_source_that_changed_is_refused(
    event: Path, workspace: Path, pressgen: Program, name: str
) -> None:
    pressgen("review", event, "--export", f"a.{name}")
    write_event(workspace, EVENT.replace("고맙다.", "매우 고맙다."))
    before = entries(workspace)
    result = pressgen("review", event, "--import", f"a.{name}")
    assert result.exit_code == 1
    assert "바뀌었습니다: ‘고맙다.’ → ‘매우 고맙다.’" in result.output
    assert "아무것도 들이지 않았습니다" in result.output
    assert entries(workspace) == before
    result = pressgen("review", event, "--import", f"a.{name}", "--skip-changed")
    assert result.exit_code == 0
    assert f"건너뜀  a.{name}:" in result.output
    assert "‘고맙다.’ → ‘매우 고맙다.’" in result.output
    assert "오류" not in result.output
    assert "파일에 없어 열려 있는 것 1개." in result.output
    assert entries(workspace)["한빛원은 컸다."].reviewed
    assert not entries(workspace)["고맙다."].reviewed


def test_korean_that_somebody_altered_in_the_file_is_refused(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("review", event, "--export", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[1].value == "고맙다.":
            row[1].value = "고맙지 않다."
    book.save("a.xlsx")
    result = pressgen("review", event, "--import", "a.xlsx")
    assert result.exit_code == 1
    assert "a.xlsx:" in result.output
    assert "‘고맙다.’를 그대로 두세요" in result.output


def test_a_row_that_stands_twice_is_refused(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("review", event, "--export", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    sheet = book.worksheets[0]
    sheet.append([cell.value for cell in sheet[2]])
    book.save("a.xlsx")
    result = pressgen("review", event, "--import", "a.xlsx")
    assert result.exit_code == 1
    assert "a.xlsx:8: 두 번 나옵니다" in result.output


def test_a_sentence_in_small_letters_begins_with_a_capital(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    result = walk(event, "a", "e", "hanbit Institute has grown.", "q")
    assert "앞섭니다" not in result.output
    english = built(workspace, pressgen)["english"]["한빛원은 컸다."]
    assert (english["en"], english["origin"]) == ("Hanbit Institute has grown.", "reviewed")


def test_the_digest_is_of_the_release_that_it_was_made_from(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("review", event, "--export", "a.po")
    other = EVENT.replace("slug: event", "slug: other").replace("한빛원은 컸다. 고맙다.", "반갑다.")
    result = pressgen("review", write_event(workspace, other, "b.yaml"), "--import", "a.po")
    assert result.exit_code == 1
    assert "‘한빛원은 컸다.’ → ‘반갑다.’" in result.output
    assert "‘고맙다.’ (이제 없는 문장)" in result.output


def test_english_that_stands_in_the_event_is_corrected_there(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(
        workspace,
        EVENT.replace(
            "reasons: 한빛원은 컸다. 고맙다.", "reasons: {ko: 고맙다., en: Thanks a lot.}"
        ),
    )
    pressgen("review", event, "--export", "a.po")
    assert pressgen("review", event, "--import", "a.po").exit_code == 0
    edit_po(workspace / "a.po", {"고맙다.": "Thanks."})
    result = pressgen("review", event, "--import", "a.po")
    assert result.exit_code == 1
    assert "자료 파일" in result.output


def test_a_template_sentence_becomes_a_pattern_for_every_release(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    lead = "한빛원(원장 한보라)은 지난달 30일 ‘열린상’을 획득했다고 밝혔다."
    said = "The Hanbit Institute (Director Han Bo-ra) announced it won the ‘Open Award’ on Oct. 30."
    pressgen("review", event, "--export", "a.po")
    edit_po(workspace / "a.po", {"열린상": "Open Award", lead: said})
    output = pressgen("review", event, "--import", "a.po").output
    assert output.startswith(
        "다른 보도자료에도 쓸 틀: {organization}({head.title} {head.name})은(는) {obtained} ‘{award}’을(를) 획득했다고 밝혔다.\n"
        "  {organization} ({head.title} {head.name}) announced it won the ‘{award}’ on {obtained}.\n"
    )
    assert built(workspace, pressgen)["english"][lead] == {
        "ko": lead,
        "en": said,
        "origin": "reviewed",
        "engines": [],
        "pattern": "{organization}({head.title} {head.name})은(는) {obtained} ‘{award}’을(를) 획득했다고 밝혔다.",
    }
    write_event(workspace, EVENT.replace("한보라", "남궁솔"))
    [changed] = [
        one["en"] for ko, one in built(workspace, pressgen)["english"].items() if "남궁솔)" in ko
    ]
    assert changed == said.replace("Han Bo-ra", "Namgung Sol")


def test_what_people_wrote_and_nobody_changed_is_left_as_it_is(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    lead = "한빛원(원장 한보라)은 지난달 30일 ‘열린상’을 획득했다고 밝혔다."
    (workspace / "translations/en.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{lead}"\nmsgstr "The Hanbit Institute (Director Han Bo-ra) won Opened Prize on Oct. 30."\n',
        encoding="utf-8",
    )
    pressgen("review", event, "--export", "a.po")
    pressgen("review", event, "--import", "a.po")
    assert not [one for one in entries(workspace) if "{obtained}" in one or one == lead]
    assert built(workspace, pressgen)["english"][lead]["origin"] == "catalog"


def test_a_finding_that_stays_is_told_how_to_dismiss(event: Path, workspace: Path) -> None:
    result = walk(event, "a", "e", "It has grown.", "q")
    assert "pressgen check --dismiss" in result.output


def test_a_sentence_that_goes_with_a_corrected_name(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("review", event, "--export", "a.po")
    edit_po(workspace / "a.po", {"열린상": "Open Award"})
    result = pressgen("review", event, "--import", "a.po")
    assert "고친 것 1개" in result.output
    english = built(workspace, pressgen)["english"]
    assert english["한빛원, ‘열린상’ 획득"]["en"] == "Hanbit Institute earns ‘Open Award’"
    assert pressgen("check", event).exit_code == 0


def test_what_the_glossary_settles_is_told(event: Path, workspace: Path, pressgen: Program) -> None:
    pressgen("review", event, "--export", "a.po")
    (workspace / "glossary.csv").write_text(
        "ko,en\n고맙다.,Thanks from the house.\n", encoding="utf-8"
    )
    edit_po(workspace / "a.po", {"고맙다.": "Many thanks."})
    result = pressgen("review", event, "--import", "a.po")
    assert "앞섭니다(용어집, 자료 파일): ‘고맙다.’" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--export", "a.docx"), ".po나 .xlsx"),
        (("--import", "none.po"), "none.po"),
        (("--import", "events/event.yaml"), ".po나 .xlsx"),
        (("--import", "events/event.yaml", "--export", "a.po"), "하나만"),
    ],
)
def test_wrong_usage(
    event: Path, pressgen: Program, arguments: tuple[str, ...], words: str
) -> None:
    result = pressgen("review", event, *arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_a_file_for_others_of_what_is_not_out_yet(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT + "confidential: true\n")
    output = pressgen("review", event, "--export", "a.po").output
    assert "아직 나갈 수 없는 자료입니다" in output


def workbook(*rows: list[object]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


HEADER: list[object] = ["자리", "한국어", "영문", "열쇠(그대로 두세요)"]


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (workbook(["a", "b"]), "a.xlsx:1: 첫 줄에 ‘한국어’ 열이"),
        (workbook(HEADER, ["", "가", "=1+1", "x y"]), "a.xlsx:2: C2 칸이 수식"),
        (workbook(), "a.xlsx:1: "),
    ],
)
def test_a_workbook_that_is_wrong(
    event: Path, pressgen: Program, book: openpyxl.Workbook, words: str
) -> None:
    book.save("a.xlsx")
    result = pressgen("review", event, "--import", "a.xlsx")
    assert result.exit_code == 1
    assert words in result.output


def test_what_is_no_workbook_at_all(event: Path, workspace: Path, pressgen: Program) -> None:
    (workspace / "a.xlsx").write_bytes(b"PK nothing")
    result = pressgen("review", event, "--import", "a.xlsx")
    assert result.exit_code == 1
    assert "엑셀 파일로 읽을 수 없습니다" in result.output


def test_without_openpyxl_it_says_what_to_install(event: Path, workspace: Path) -> None:
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from pressgen.cli import main\n"
        "main(['review', 'events/event.yaml', '--export', 'a.xlsx'])"
    )
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8"
    )
    assert result.returncode == 1
    assert "pip install openpyxl" in result.stderr
    assert len(result.stderr.splitlines()) == 1


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1).filter(str.strip)
SIGNS = TEXT.map("=".__add__) | TEXT.map("@+-".__add__) | TEXT.map("#N/A".__add__)


@pytest.mark.parametrize("name", EDIT)
@given(texts=st.dictionaries(TEXT | SIGNS, TEXT | SIGNS, max_size=4))
def test_what_goes_out_comes_back(
    name: str, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    units = [
        Unit(f"body-{n}", "본문", ko, en, "", "", ()) for n, (ko, en) in enumerate(texts.items())
    ]
    file = tmp_path_factory.mktemp("review") / f"a.{name}"
    file.write_bytes(load_format(name).write([Sent(unit, []) for unit in units], "events/a.yaml"))
    rows = load_format(name).read(file)
    assert [(row.id, row.digest, row.korean, row.english) for row in rows] == [
        (unit.id, unit.digest, unit.korean, unit.english) for unit in units
    ]


def walk(event: Path, *lines: str) -> click.testing.Result:
    runner = click.testing.CliRunner(catch_exceptions=False)
    text = "".join(f"{line}\n" for line in lines)
    return runner.invoke(main, ["review", str(event), "--by", "김하늘"], input=text)


def test_a_walk_through_what_is_open(event: Path, workspace: Path, pressgen: Program) -> None:
    result = walk(event, "e", "Open Award", "x", "e", "", "e", GROWN, "a", "s")
    assert result.exit_code == 0
    assert "(1/6) 이름 1\n  열린상\n  Opened Prize\n  기계 번역(구글번역)\n" in result.output
    assert "확인 [term-machine]" in result.output
    assert result.output.endswith(
        "3개를 확인했습니다. 남은 것 1개.\npressgen build로 다시 만드세요.\n"
    )
    reviewed = {one.korean: one.english for one in entries(workspace).values() if one.reviewed}
    assert reviewed == {"열린상": "Open Award", "한빛원은 컸다.": GROWN, "고맙다.": "Thank you."}
    assert "(1/1)" in walk(event, "a").output
    assert walk(event).output == "\n0개를 확인했습니다. 남은 것 0개.\n"
    assert built(workspace, pressgen)["front"]["translation"]["engines"] == []


@pytest.mark.parametrize("last", [["q"], []], ids=["quit", "no more input"])
def test_what_was_approved_is_kept_when_somebody_stops(
    event: Path, workspace: Path, last: list[str]
) -> None:
    result = walk(event, "a", *last)
    assert result.exit_code == 0
    assert "1개를 확인했습니다." in result.output
    assert [one.korean for one in entries(workspace).values() if one.reviewed] == ["열린상"]


def test_what_has_no_english_cannot_be_right(workspace: Path) -> None:
    event = write_event(workspace, EVENT)
    result = walk(event, "a", "e", "Open Award", "q")
    assert "영문이 없습니다. e로 적거나" in result.output
    assert entries(workspace)["열린상"].english == "Open Award"


def test_what_no_text_may_have_is_not_taken(event: Path, workspace: Path) -> None:
    result = walk(event, "e", "Open\x07 Award", "q")
    assert "U+0007" in result.output
    assert not entries(workspace)["열린상"].reviewed


def test_a_wrong_number_in_what_came_back_is_told(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT.replace("한빛원은 컸다.", "한빛원은 예산 90억 원을 들였다."))
    pressgen("review", event, "--export", "a.po")
    edit_po(
        workspace / "a.po",
        {"한빛원은 예산 90억 원을 들였다.": "The Hanbit Institute spent 90 billion won."},
    )
    result = pressgen("review", event, "--import", "a.po")
    assert result.exit_code == 3
    assert "[number-scale] ‘90억 원’이 영문에서는 ‘90 billion won’입니다. 10배 큽니다." in (
        result.output
    )
    assert "확인된 것으로 들였습니다" in result.output


def test_a_wrong_number_that_somebody_types_is_told_at_once(workspace: Path) -> None:
    event = write_event(
        workspace, EVENT.replace("한빛원은 컸다.", "한빛원은 예산 90억 원을 들였다.")
    )
    result = walk(event, *"ssse", "The Hanbit Institute spent 90 billion won.", "q")
    assert "[number-scale] ‘90억 원’이 영문에서는 ‘90 billion won’입니다." in result.output


@pytest.mark.parametrize("more", [(), ("--skip-changed",)])
def test_the_file_of_another_event_is_told_in_one_line(
    event: Path, workspace: Path, pressgen: Program, more: tuple[str, ...]
) -> None:
    pressgen("review", event, "--export", "a.po")
    other = EVENT.replace("한빛원", "한결원").replace("고맙다.", "").replace("앞으로도", "늘")
    other = other.replace("slug: event", "slug: other")
    result = pressgen("review", write_event(workspace, other, "b.yaml"), "--import", "a.po", *more)
    assert result.exit_code == 1
    [line] = result.output.splitlines()
    assert "a.po: 이 자료의 문장이 하나도 없습니다." in line
    assert not [one for one in entries(workspace).values() if one.reviewed]
