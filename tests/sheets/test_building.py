"""A spreadsheet in the place of event files: what is built, told, kept and taken away."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.archive.support import EVENT, write_event
from tests.sheets.support import HEADER, row, write_csv, write_xlsx

if TYPE_CHECKING:
    from tests.conftest import Program


def built(pressgen: Program, *arguments: str) -> dict[str, str]:
    """What a build says that it built, and why."""
    result = pressgen("build", "--offline", "--json", *arguments)
    assert result.exit_code in (0, 3), result.output[-500:]
    data: dict[str, Any] = json.loads(result.output)
    return {one["event"]: " ".join(one["why"]) for one in data["releases"] if one["why"]}


def releases() -> set[str]:
    return {path.parent.name for path in Path("releases").rglob("release.json")}


SHEETS = {".csv": write_csv, ".xlsx": write_xlsx}


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest, workspace: Path) -> Path:
    """Two events in a sheet under events/."""
    return write(workspace / "events" / f"목록{request.param}", row("first"), row("second"))


def write(file: Path, *rows: list[Any]) -> Path:
    return SHEETS[file.suffix](file, [HEADER, *rows])  # type: ignore[operator, no-any-return]


def test_each_row_is_a_release_beside_those_of_event_files(sheet: Path, pressgen: Program) -> None:
    write_event(Path())
    assert built(pressgen).keys() == {
        "events/event.yaml",
        f"events/{sheet.name}#first",
        f"events/{sheet.name}#second",
    }
    assert releases() == {"02-event", "02-first", "02-second"}
    assert built(pressgen) == {}


def test_a_row_says_what_an_event_file_says(workspace: Path, pressgen: Program) -> None:
    write_csv(workspace / "list.csv", [HEADER, row("first")])
    (workspace / "first.yaml").write_text(
        "kind: certification\nslug: first\nreleased: 2026-11-02\nobtained: 2026-10-30\n"
        "organization: {ko: 부안섬관광공사, en: Buan Island Tourism Corporation}\n"
        "head: {title: 사장, name: 한보라}\naward: {ko: 섬 관광 우수상, en: Island Award}\n",
        encoding="utf-8",
    )
    pressgen("build", "--offline", "list.csv")
    pressgen("build", "--offline", "first.yaml", "--output", "other")
    for name in ("release.txt", "release.html", "release.json"):
        [one] = Path("releases/2026").rglob(name)
        [other] = Path("other/2026").rglob(name)
        assert (
            one.read_bytes().partition(b"release-nav")[0]
            == (other.read_bytes().partition(b"release-nav")[0])
        )


def test_what_a_sheet_is_saved_as_builds_nothing(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    os.utime(sheet, (1, 1))
    assert built(pressgen) == {}
    write(sheet, row("second"), [], row("first"))  # sorted otherwise, a row left free
    assert built(pressgen) == {}


def test_only_the_row_that_changed_is_built(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    write(sheet, row("new"), row("first"), row("second", "바다 관광상"))
    assert built(pressgen) == {
        f"events/{sheet.name}#new": "처음 보는 자료 파일입니다.",
        f"events/{sheet.name}#second": "자료 파일이 바뀌었습니다.",
    }


def test_a_column_more_or_elsewhere_builds_only_what_it_says_something_of(
    workspace: Path, pressgen: Program
) -> None:
    file = workspace / "events/list.csv"
    write_csv(file, [HEADER, row("first"), row("second")])
    built(pressgen)
    header = [*HEADER[::-1], "제목", "_비고"]
    write_csv(
        file,
        [header, [*row("first")[::-1], "", "초고"], [*row("second")[::-1], "섬이 상을 받았다", ""]],
    )
    assert built(pressgen).keys() == {"events/list.csv#second"}


def test_a_row_that_is_gone_takes_its_release_away(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    write(sheet, row("first"))
    assert "치움  releases/2026/11/02-second" in pressgen("build", "--offline").output
    assert releases() == {"02-first"}
    write(sheet)
    built(pressgen)
    assert releases() == set()


def test_a_sheet_that_is_gone_takes_its_releases_away(sheet: Path, pressgen: Program) -> None:
    write_event(Path())
    built(pressgen)
    sheet.unlink()
    built(pressgen)
    assert releases() == {"02-event"}


def test_a_sheet_that_was_renamed_takes_its_releases_along(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    sheet.rename(sheet.with_stem("이름"))
    assert len(built(pressgen)) == 2
    assert releases() == {"02-first", "02-second"}
    assert built(pressgen) == {}


@pytest.mark.parametrize("gone", ["events", ".pressgen/sheets"])
def test_where_a_whole_folder_is_missing_nothing_is_taken_away(
    gone: str, sheet: Path, pressgen: Program
) -> None:
    built(pressgen)
    shutil.rmtree(gone)
    file = Path("event.yaml")
    file.write_text(EVENT, encoding="utf-8")
    built(pressgen, "event.yaml")
    assert releases() == {"02-event", "02-first", "02-second"}


def test_a_sheet_named_once_keeps_its_releases_while_others_are_built(
    workspace: Path, pressgen: Program
) -> None:
    write_csv(workspace / "list.csv", [HEADER, row("first")])
    built(pressgen, "list.csv")
    shutil.rmtree(workspace / ".pressgen/sheets")
    write_csv(workspace / "events/list.csv", [HEADER, row("second")])
    assert built(pressgen).keys() == {"events/list.csv#second"}
    assert releases() == {"02-first", "02-second"}


def test_a_slug_in_other_capitals_is_the_same_row_renamed(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    write(sheet, row("First"), row("second"))
    assert built(pressgen).keys() == {f"events/{sheet.name}#First"}
    assert built(pressgen) == {}
    assert releases() == {"02-First", "02-second"}


def test_a_sheet_with_a_mistake_keeps_what_was_built_of_it(sheet: Path, pressgen: Program) -> None:
    built(pressgen)
    write(sheet, row("first"), row(""))  # which of the two this was, nobody knows
    for _ in range(2):  # told again, though the sheet is the same
        result = pressgen("build", "--offline")
        assert result.exit_code == 1
        assert f"오류  events/{sheet.name}:3: 주소 이름: " in result.output
        assert releases() == {"02-first", "02-second"}
    write_csv(sheet.with_suffix(".csv"), [["이름", "주소 이름"], ["a", "b"]])
    assert pressgen("build", "--offline").exit_code == 1
    assert releases() == {"02-first", "02-second"}


def test_one_bad_row_keeps_no_other_from_being_built(sheet: Path, pressgen: Program) -> None:
    write(sheet, row("first"), row("second", obtained="2026-10-32"), row("third"))
    result = pressgen("build", "--offline")
    place = f"오류  events/{sheet.name}:3: 획득일: ‘2026-10-32’은(는) 날짜가 아닙니다."
    assert place.replace("은(는)", "은") in result.output
    assert releases() == {"02-first", "02-third"}
    assert ".pressgen/sheets" not in result.output


def test_two_rows_for_one_place_are_told_by_their_names(sheet: Path, pressgen: Program) -> None:
    write_event(Path(), f"slug: first\n{EVENT}")
    result = pressgen("check")
    assert f"events/{sheet.name}:2: 주소 이름: events/event.yaml과 같은 폴더에" in result.output


def test_findings_are_told_with_the_row(workspace: Path, pressgen: Program) -> None:
    header = [*HEADER, "사진.설명", "사진.파일"]
    rows = [[*row(name), "사진", "없음.jpg"] for name in ("first", "second")]
    write_csv(workspace / "list.csv", [header, *rows])
    result = pressgen("check", "list.csv#second")
    assert result.output.startswith("list.csv#second\n  확인 [photo-missing] 3행. ")
    told = json.loads(pressgen("check", "list.csv", "--json").output)
    assert [one["file"] for one in told["events"]] == ["list.csv#first", "list.csv#second"]
    assert [one["findings"][0]["line"] for one in told["events"]] == [2, 3]
    pressgen("build", "--offline", "list.csv")
    write_csv(workspace / "list.csv", [header, *rows[::-1]])
    told = json.loads(pressgen("build", "--offline", "list.csv", "--json").output)
    lines = {one["event"]: one["findings"][0]["line"] for one in told["releases"]}
    assert lines == {"list.csv#first": 3, "list.csv#second": 2}


def test_photos_are_found_beside_the_sheet(workspace: Path, pressgen: Program) -> None:
    header = [*HEADER, "사진.설명", "사진.파일"]
    (workspace / "events/사진").mkdir()
    (workspace / "events/사진/섬.jpg").write_bytes(b"picture")
    rows = [[*row("first"), "섬", "사진/섬.jpg"], [*row("second"), "섬", "../../밖.jpg"]]
    write_csv(workspace / "events/list.csv", [header, *rows])
    result = pressgen("build", "--offline")
    assert "events/list.csv:3: 사진.파일: 작업 폴더 밖의 파일은" in result.output
    assert Path("releases/2026/11/02-first/photo-1.jpg").read_bytes() == b"picture"
    (workspace / "events/사진/섬.jpg").write_bytes(b"another")
    pressgen("build", "--offline")
    assert Path("releases/2026/11/02-first/photo-1.jpg").read_bytes() == b"another"


def test_a_sheet_outside_the_workspace_is_read_where_it_lies(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, pressgen: Program
) -> None:
    other = tmp_path_factory.mktemp("바깥 100%")
    (other / "섬.jpg").write_bytes(b"picture")
    header = [*HEADER, "사진.설명", "사진.파일"]
    file = write_csv(other / "list.csv", [header, [*row("first"), "섬", "섬.jpg"]])
    assert built(pressgen, str(file)) == {f"{file}#first": "처음 보는 자료 파일입니다."}
    assert Path("releases/2026/11/02-first/photo-1.jpg").is_file()
    assert built(pressgen, str(file)) == {}
    file.unlink()
    write_event(workspace)
    built(pressgen)
    assert releases() == {"02-event"}


def test_one_row_is_shown_and_reviewed_by_its_name(sheet: Path, pressgen: Program) -> None:
    one = f"{sheet}#second"
    assert "섬 관광 우수상" in pressgen("show", one, "--format", "txt").output
    assert pressgen("review", one, "--export", "a.xlsx").exit_code == 0
    many = pressgen("show", sheet)
    assert many.exit_code == 2
    assert f"events/{sheet.name}#first" in many.output
    unknown = pressgen("show", f"{sheet}#secnd")
    assert "혹시 ‘second’입니까?" in unknown.output
    write(sheet, row("only"))
    assert "섬 관광 우수상" in pressgen("show", sheet, "--format", "txt").output


def test_what_one_let_stand_stays_with_the_row(sheet: Path, pressgen: Program) -> None:
    header = [*HEADER, "사진.설명", "사진.파일"]
    rows = [[*row(name), "사진", "없음.jpg"] for name in ("first", "second")]
    SHEETS[sheet.suffix](sheet, [header, *rows])  # type: ignore[operator]
    dismiss = ("--dismiss", "photo-missing", "--reason", "나중에", "--by", "김하늘")
    pressgen("check", f"{sheet}#first", *dismiss)
    SHEETS[sheet.suffix](sheet, [header, *rows[::-1]])  # type: ignore[operator]
    assert "넘김: 나중에" in pressgen("check", f"{sheet}#first").output
    assert "넘김: 나중에" not in pressgen("check", f"{sheet}#second").output


def test_what_lies_beside_events_and_is_no_list_of_them_is_left_alone(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    for name in ("~$목록.xlsx", "_목록.xlsx", ".목록.csv"):
        (workspace / "events" / name).write_bytes(b"\0")
    write_csv(workspace / "events/붙임.csv", [["지역", "관람객"], ["마포", "12"]])
    assert built(pressgen).keys() == {"events/event.yaml"}
    result = pressgen("build", "--offline", "events/붙임.csv")
    assert result.exit_code == 1
    assert "events/붙임.csv:1: 첫 줄에 ‘종류’(kind) 열이 있어야 합니다." in result.output


def test_the_other_events_are_built_where_excel_cannot_be_read(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    (workspace / "events/목록.xlsx").write_bytes(b"nonsense")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "오류  events/목록.xlsx: 엑셀 파일로 읽을 수 없습니다" in result.output
    assert releases() == {"02-event"}


def test_the_glossary_is_held_against_rows_too(workspace: Path, pressgen: Program) -> None:
    write_csv(workspace / "events/list.csv", [HEADER, row("first")])
    (workspace / "glossary.csv").write_text("ko,en\n섬 관광 우수상,Prize\n", encoding="utf-8")
    assert "events/list.csv#first:2에서는 ‘Island Award’" in pressgen("glossary", "check").output


@pytest.mark.parametrize("suffix", SHEETS)
@pytest.mark.parametrize("kind", ["certification", "agreement"])
def test_a_new_sheet_builds_what_its_kinds_example_builds(
    kind: str, suffix: str, workspace: Path, pressgen: Program
) -> None:
    file = f"events/새 목록{suffix}"
    assert pressgen("new", kind, file).exit_code == 0
    assert pressgen("build", "--offline", "--quiet").exit_code == 0
    [release] = Path("releases").rglob("release.txt")
    examples = Path(__file__).parents[2] / "releases"
    assert any(release.read_bytes() == one.read_bytes() for one in examples.rglob("release.txt"))
    assert pressgen("new", kind, file).exit_code == 2


def test_each_worksheet_of_events_is_read_and_its_rows_are_told_apart(
    workspace: Path, pressgen: Program
) -> None:
    file = workspace / "events/목록.xlsx"
    write_xlsx(
        file,
        [HEADER, row("first")],
        [HEADER, row("second", obtained="2026-10-32")],
        [["메모"], ["사진 받을 것"]],
    )
    book = openpyxl.load_workbook(file)
    hidden = book.copy_worksheet(book.worksheets[0])
    hidden.sheet_state = "hidden"
    book.save(file)
    result = pressgen("build", "--offline")
    assert "events/목록.xlsx:2: [2월] 획득일: " in result.output
    assert releases() == {"02-first"}


def test_two_rows_of_one_name_leave_what_is_published_as_it_is(
    workspace: Path, pressgen: Program
) -> None:
    sheet = workspace / "events/list.csv"
    write_csv(sheet, [HEADER, row("first"), row("second")])
    assert pressgen("build", "--offline").exit_code == 0
    before = {path: path.read_bytes() for path in (workspace / "releases").rglob("release.*")}
    write_csv(sheet, [HEADER, row("second"), row("second")])
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "3: 주소 이름: 2행과 같습니다" in result.output
    assert "지운 행의 보도자료는 치우지 않습니다" in result.output
    assert {path: path.read_bytes() for path in before} == before
    write_csv(sheet, [HEADER, row("second")])
    assert "치움" in pressgen("build", "--offline").output
    assert len({path.parent for path in (workspace / "releases").rglob("release.json")}) == 1
