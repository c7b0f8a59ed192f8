"""`pressgen memory`, as a person uses it."""

from __future__ import annotations

import unicodedata
from dataclasses import astuple, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.translation.exchange import FORMATS
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.archive.support import use_server, write_event
from tests.translation.engines.google_server import GoogleServer
from tests.translation.support import AT

if TYPE_CHECKING:
    from tests.conftest import Program

THANKS = Remembered("고맙다.", "Thank you.", "google", release="events/a.yaml")
GROWN = Remembered("{host}은(는) 컸다.", "{host} has grown.", "google", True, "", "김하늘")
DOOR = Remembered("문", "door", "papago")
ALL = [THANKS, GROWN, DOOR]


@pytest.fixture
def memory(workspace: Path) -> SqliteMemory:
    filled = SqliteMemory(workspace / ".pressgen" / "memory.sqlite")
    filled.remember(ALL, AT)
    return filled


def kept(workspace: Path) -> list[Remembered]:
    return SqliteMemory(workspace / ".pressgen" / "memory.sqlite").entries()


def test_stats(memory: SqliteMemory, pressgen: Program) -> None:
    assert pressgen("memory", "stats").output == (
        "모두 3개\n사람이 확인한 것 1개\n  김하늘  1개\n기계가 옮긴 것 2개\n  google  1개\n  papago  1개\n"
    )


def test_an_empty_memory_is_no_error_and_makes_no_file(workspace: Path, pressgen: Program) -> None:
    assert pressgen("memory", "stats").output.startswith("모두 0개\n")
    assert pressgen("memory", "search", "문").output == "없습니다.\n"
    assert not (workspace / ".pressgen").exists()


def test_a_build_says_which_release_an_entry_was_made_for(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    with GoogleServer() as server:
        use_server(workspace, server.url)
        pressgen("build")
    machine = [entry for entry in kept(workspace) if not entry.reviewed]
    assert machine
    assert {entry.release for entry in machine} == {"events/event.yaml"}


def test_search_finds_words_then_what_is_near(memory: SqliteMemory, pressgen: Program) -> None:
    assert pressgen("memory", "search", "고맙다.").output == (
        "고맙다.\n  Thank you.\n  기계 google, 2026-11-23, events/a.yaml\n"
    )
    assert "{host} has grown." in pressgen("memory", "search", "has", "GROWN").output
    near = pressgen("memory", "search", "고맙네.").output
    assert near.startswith("비슷한 것:\n75% 고맙다.\n")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_exported_can_be_imported_elsewhere(
    memory: SqliteMemory, workspace: Path, pressgen: Program, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"기억.{name}"
    assert pressgen("memory", "export", file).output == f"3개를 적었습니다: 기억.{name}\n"
    other = tmp_path / "other"
    other.mkdir()
    result = pressgen("memory", "import", file, "--workspace", other)
    assert result.output == "3개를 들였습니다. 이미 있거나 더 나은 것이 있는 것 0개.\n"
    assert [astuple(one) for one in kept(other)] == [astuple(one) for one in memory.entries()]
    again = pressgen("memory", "import", file, "--workspace", other)
    assert again.output.startswith("0개를 들였습니다.")


# What a pattern's English may not have is refused on the way in; that is tested below.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="{}"), min_size=1
).filter(str.strip)
KOREAN = TEXT.filter(str.isprintable)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.dictionaries(KOREAN, TEXT, max_size=3), reviewed=st.booleans())
def test_whatever_is_remembered_comes_through(
    pressgen: Program, name: str, texts: dict[str, str], *, reviewed: bool
) -> None:
    entries = [
        Remembered(unicodedata.normalize("NFC", ko), en, "google", reviewed)
        for ko, en in texts.items()
    ]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        SqliteMemory(Path(one) / ".pressgen" / "memory.sqlite").remember(entries, AT)
        file = Path(one) / f"memory.{name}"
        assert pressgen("memory", "export", file, "--workspace", one).exit_code == 0
        assert pressgen("memory", "import", file, "--workspace", other).exit_code == 0
        assert [astuple(entry) for entry in kept(Path(other))] == [
            astuple(entry) for entry in kept(Path(one))
        ]


def test_export_to_the_screen_and_of_what_people_reviewed(
    memory: SqliteMemory, pressgen: Program
) -> None:
    output = pressgen("memory", "export", "--format", "po", "--reviewed").output
    assert "{host} has grown." in output
    assert "Thank you." not in output
    assert pressgen("memory", "export").exit_code == 2
    assert pressgen("memory", "export", "memory.docx").exit_code == 2


def test_a_machine_from_elsewhere_never_overwrites_a_person(
    memory: SqliteMemory, workspace: Path, pressgen: Program
) -> None:
    later = replace(GROWN, english="{host} grew.", reviewed=False, approver="")
    other = SqliteMemory(workspace / "other" / ".pressgen" / "memory.sqlite")
    other.remember([later], AT + timedelta(days=1))
    pressgen("memory", "export", "other.csv", "--workspace", "other")
    result = pressgen("memory", "import", "other.csv")
    assert result.output == "0개를 들였습니다. 이미 있거나 더 나은 것이 있는 것 1개.\n"
    assert GROWN in kept(workspace)


def test_what_a_colleague_changed_in_the_file_is_taken(
    memory: SqliteMemory, workspace: Path, pressgen: Program
) -> None:
    pressgen("memory", "export", "memory.csv")
    file = workspace / "memory.csv"
    text = file.read_text("utf-8").replace("Thank you.,machine", "Many thanks.,reviewed")
    file.write_text(text, encoding="utf-8")
    assert pressgen("memory", "import", file).output.startswith("1개를 들였습니다.")
    assert replace(THANKS, english="Many thanks.", reviewed=True) in kept(workspace)


FOREIGN = {
    "po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "창"\nmsgstr "window"\n\n'
    '#, fuzzy\nmsgid "벽"\nmsgstr "wall"\n',
    "csv": "ko,en\n창, window\n벽,\n",
    "tmx": '<tmx><body><tu><tuv xml:lang="ko"><seg>창</seg></tuv><tuv xml:lang="en"><seg>window\n</seg>'
    '</tuv></tu><tu><tuv xml:lang="ko"><seg>벽</seg></tuv></tu></body></tmx>',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_whose_work_another_programs_file_is_the_user_says(
    workspace: Path, pressgen: Program, name: str
) -> None:
    file = workspace / f"other.{name}"
    file.write_text(FOREIGN[name], encoding="utf-8")
    result = pressgen("memory", "import", file)
    assert (result.exit_code, kept(workspace)) == (1, [])
    assert "--reviewed" in result.output
    result = pressgen("memory", "import", file, "--machine", "papago")
    assert "건너뜁니다" in result.output
    assert kept(workspace) == [Remembered("창", "window", "papago")]
    pressgen("memory", "import", file, "--reviewed", "--by", "김하늘")
    assert kept(workspace) == [Remembered("창", "window", "", True, "", "김하늘")]
    for wrong in (["--reviewed", "--machine", "x"], ["--by", "김하늘"], ["--machine", "a b"]):
        assert pressgen("memory", "import", file, *wrong).exit_code == 2


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{host}은(는) 컸다.,{guest} has grown.,machine,google", "{guest}"),
        ("{host}은(는) 컸다.,{host:the} has grown.,machine,google", "{host:the}"),
        ("창,window,machine,", "--machine"),
    ],
)
def test_nothing_is_taken_of_a_file_with_an_entry_that_cannot_be_used(
    workspace: Path, pressgen: Program, row: str, words: str
) -> None:
    file = workspace / "memory.csv"
    file.write_text(f"ko,en,state,engine\n문,door,machine,google\n{row}\n", encoding="utf-8")
    result = pressgen("memory", "import", file)
    assert (result.exit_code, kept(workspace)) == (1, [])
    assert "memory.csv:3: " in result.output
    assert words in result.output


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("organisation", " 혹시 ‘organization’입니까?"),
        ("head.nmae", " 혹시 ‘head.name’입니까?"),
        ("나라", ""),
        ("organization", None),
        ("organization.short", None),
        ("obtained.official", None),
        ("parties.organization.2", None),
    ],
)
def test_a_pattern_that_no_release_will_use_is_told(
    workspace: Path, pressgen: Program, name: str, hint: str | None
) -> None:
    file = workspace / "memory.csv"
    row = f"{{{name}}}은(는) 컸다.,{{{name}}} has grown.,machine,google"
    file.write_text(f"ko,en,state,engine\n{row}\n", encoding="utf-8")
    result = pressgen("memory", "import", file)
    assert (result.exit_code, len(kept(workspace))) == (0, 1)
    told = [line for line in result.output.splitlines() if "어느 종류에도 없어" in line]
    assert len(told) == (hint is not None)
    for line in told:
        assert line.startswith(f"memory.csv:2: ‘{{{name}}}’")
        assert line.endswith(f"쓰이지 않을 틀입니다.{hint}")


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (("고맙다.",), [GROWN, DOOR]),
        (("{host}은(는) 컸다.",), [THANKS, DOOR]),
        (("--engine", "google"), [GROWN, DOOR]),
        (("--before", "2026-11-24"), [GROWN]),
        (("--before", "2026-11-23"), [THANKS, GROWN, DOOR]),
        (("--engine", "papago", "--before", "2026-11-24"), [THANKS, GROWN]),
        (("문", "--engine", "google"), [GROWN]),
        (("없는 것",), [THANKS, GROWN, DOOR]),
    ],
)
def test_forget(
    memory: SqliteMemory,
    workspace: Path,
    pressgen: Program,
    arguments: tuple[str, ...],
    left: list[Remembered],
) -> None:
    result = pressgen("memory", "forget", *arguments)
    assert len(kept(workspace)) == 3  # nobody answered
    result = pressgen("memory", "forget", "--yes", *arguments)
    assert result.exit_code == 0
    assert {entry.korean for entry in kept(workspace)} == {entry.korean for entry in left}
    gone = [one for one in ALL if one not in left]
    assert all(one.korean in result.output for one in gone)
    assert (f"{len(gone)}개를 지웠습니다." if gone else "그런 것이 없습니다.") in result.output


def test_forget_wants_to_know_what(memory: SqliteMemory, pressgen: Program) -> None:
    assert pressgen("memory", "forget", "--yes").exit_code == 2
    assert pressgen("memory", "forget", "--before", "어제").exit_code == 2
