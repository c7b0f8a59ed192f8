"""What the memory keeps, whoever writes to it at the same time."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.translation.memory import Memory, Remembered
from pressgen.translation.people import People
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.translation.support import AT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
MACHINE = Remembered("문", "door", "google")
LATER = Remembered("문", "gate", "google")
PERSON = Remembered("문", "Door", "", reviewed=True)
ANOTHER = Remembered("문", "Gate", "", reviewed=True)


def found(memory: Memory, korean: str = "문") -> Remembered | None:
    return memory.find(korean, reviewed=True) or memory.find(korean, reviewed=False)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ([MACHINE], MACHINE),
        ([MACHINE, LATER], LATER),
        ([MACHINE, PERSON], PERSON),
        ([PERSON, MACHINE], PERSON),
        ([PERSON, ANOTHER], ANOTHER),
        ([PERSON, ANOTHER, MACHINE, LATER], ANOTHER),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_machine_never_overwrites_a_person(
    tmp_path: Path, written: list[Remembered], kept: Remembered, at_once: bool
) -> None:
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    for entries in [written] if at_once else [[entry] for entry in written]:
        memory.remember(entries, AT)
    assert found(memory) == kept
    assert found(SqliteMemory(tmp_path / "memory.sqlite")) == kept


def test_reading_creates_nothing(tmp_path: Path) -> None:
    memory = SqliteMemory(tmp_path / ".pressgen" / "memory.sqlite")
    assert found(memory) is None
    memory.remember([], AT)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_all_there_is(tmp_path: Path) -> None:
    """No -wal and -shm beside it, which a network drive would not share."""
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    memory.remember([MACHINE], AT)
    with closing(sqlite3.connect(memory.file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        memory.remember([LATER], AT)
        assert [path.name for path in tmp_path.iterdir()] == ["memory.sqlite"]


@given(entries=st.dictionaries(TEXT, TEXT, max_size=5))
def test_whatever_text_is_kept(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, str]
) -> None:
    file = tmp_path_factory.mktemp("memory") / "memory.sqlite"
    written = [Remembered(ko, en, "google") for ko, en in entries.items()]
    SqliteMemory(file).remember(written, AT)
    again = SqliteMemory(file)
    assert [again.find(one.korean, reviewed=False) for one in written] == written


def write_many(file: Path, writer: int) -> None:
    memory = SqliteMemory(file)
    for number in range(15):
        memory.remember([Remembered(f"{writer}.{number}", "en", "google"), MACHINE], AT)


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / ".pressgen" / "memory.sqlite"
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_many, args=(file, writer)) for writer in range(3)]
    for process in writers:
        process.start()
    for process in writers:
        process.join()
    assert [process.exitcode for process in writers] == [0, 0, 0]
    memory = SqliteMemory(file)
    names = [f"{writer}.{number}" for writer in range(3) for number in range(15)]
    assert [name for name in names if memory.find(name, reviewed=False) is None] == []


def test_what_another_build_wrote_is_seen_after_the_next_write(tmp_path: Path) -> None:
    ours, theirs = (
        SqliteMemory(tmp_path / "memory.sqlite"),
        SqliteMemory(tmp_path / "memory.sqlite"),
    )
    assert found(ours) is None
    theirs.remember([PERSON], AT)
    ours.remember([MACHINE], AT)
    assert found(ours) == PERSON


EARLIER = AT - timedelta(days=1)
BY_KIM = replace(PERSON, engine="google", release="events/a.yaml", approver="김하늘")


@pytest.mark.parametrize(
    ("there", "given", "stored"),
    [
        (None, replace(MACHINE, written=EARLIER), True),
        (MACHINE, replace(LATER, written=EARLIER), False),
        (MACHINE, replace(LATER, written=AT), True),
        (MACHINE, replace(MACHINE, written=AT), False),
        (MACHINE, replace(LATER, written=AT + timedelta(seconds=1)), True),
        (MACHINE, LATER, True),
        (MACHINE, replace(PERSON, written=EARLIER), True),
        (PERSON, LATER, False),
        (PERSON, replace(ANOTHER, written=EARLIER), False),
        (PERSON, ANOTHER, True),
    ],
)
def test_what_comes_from_elsewhere_has_to_be_better(
    tmp_path: Path, there: Remembered | None, given: Remembered, *, stored: bool
) -> None:
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    memory.remember([there] if there else [], AT)
    assert memory.merge([given]) == ([given] if stored else [])
    assert found(memory) == (given if stored else there)
    assert memory.merge(memory.entries()) == []


def test_of_two_that_come_the_better_is_kept(tmp_path: Path) -> None:
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    memory.merge([replace(PERSON, written=EARLIER), replace(MACHINE, written=AT)])
    assert found(memory) == PERSON


def test_an_entry_knows_who_when_and_for_what(tmp_path: Path) -> None:
    SqliteMemory(tmp_path / "memory.sqlite").remember([BY_KIM], AT)
    [entry] = SqliteMemory(tmp_path / "memory.sqlite").entries()
    assert (entry, entry.written) == (BY_KIM, AT)


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    memory.remember([MACHINE, Remembered("창", "window", "google")], AT)
    memory.forget(["문", "없는 것"])
    assert [entry.korean for entry in memory.entries()] == ["창"]


OLD = {
    1: """
CREATE TABLE memory (language TEXT NOT NULL, korean TEXT NOT NULL, translation TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('machine', 'reviewed')), engine TEXT NOT NULL,
    written TEXT NOT NULL, PRIMARY KEY (language, korean)) WITHOUT ROWID;
INSERT INTO memory VALUES ('en', '문', 'door', 'machine', 'google', '2026-11-23T09:00:00+09:00');
INSERT INTO memory VALUES ('en', '창', 'Window', 'reviewed', '', '2026-11-22T23:00:00.123456+00:00');
PRAGMA user_version = 1;
"""
}
OLD[2] = f"""{OLD[1]}
CREATE TABLE people (korean TEXT PRIMARY KEY, english TEXT NOT NULL, event TEXT NOT NULL)
    WITHOUT ROWID;
INSERT INTO people VALUES ('정나래', 'Chung Nah-rae', 'events/a.yaml');
PRAGMA user_version = 2;
"""


@pytest.mark.parametrize("version", OLD)
def test_a_database_of_an_earlier_version_keeps_what_it_has(tmp_path: Path, version: int) -> None:
    file = tmp_path / "memory.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OLD[version])
    memory = SqliteMemory(file)
    window = Remembered("창", "Window", "", reviewed=True)
    assert memory.entries() == [MACHINE, window]
    assert [entry.written for entry in memory.entries()] == [AT, AT - timedelta(hours=1)]
    memory.remember([BY_KIM], AT)
    assert SqliteMemory(file).entries() == [BY_KIM, window]
    spelling = People(file).find("정나래")
    assert (spelling.english if spelling else "") == ("Chung Nah-rae" if version == 2 else "")


def bring_up(file: Path) -> None:
    assert SqliteMemory(file).entries()


def test_two_that_bring_a_database_up_at_once(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OLD[2])
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=bring_up, args=(file,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 2")


def cut(file: Path) -> None:
    SqliteMemory(file).remember([Remembered(str(n), "x" * 500, "") for n in range(100)], AT)
    file.write_bytes(file.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.write_bytes(b"no database at all" * 100), "옮겨 두면"),
        (cut, "옮겨 두면"),
        (without_table, "memory"),
        (newer, "더 새로운 pressgen"),
    ],
    ids=["not a database", "cut off", "without its table", "of a later version"],
)
@pytest.mark.parametrize(
    "use", [found, lambda memory: memory.remember([MACHINE], AT)], ids=["read", "write"]
)
def test_a_file_that_is_no_memory(
    tmp_path: Path, spoil: Callable[[Path], object], words: str, use: Callable[[Memory], object]
) -> None:
    file = tmp_path / "memory.sqlite"
    spoil(file)
    memory = SqliteMemory(file)
    with pytest.raises(PressgenError) as error:
        use(memory)
    [problem] = error.value.problems
    assert problem.file == file
    assert words in problem.text


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / ".pressgen").touch()
    with pytest.raises(PressgenError, match="memory"):
        SqliteMemory(tmp_path / ".pressgen" / "memory.sqlite").remember([MACHINE], AT)


def test_a_large_memory_answers_as_a_small_one(tmp_path: Path) -> None:
    """Few texts are looked up by themselves, more than that in what is then read whole."""
    memory = SqliteMemory(tmp_path / "memory.sqlite")
    many = [Remembered(f"글 {n}", "x" * 1000, "google", n % 2 == 0) for n in range(5000)]
    memory.remember(many, AT)
    assert found(memory) is None
    assert found(memory, "글 0") == many[0]
    SqliteMemory(memory.file).remember([PERSON], AT)  # nobody waits for who reads
    memory.remember([MACHINE], AT)
    assert found(memory) == PERSON
    assert memory.find("문", reviewed=False) is None
    assert [found(memory, one.korean) for one in many] == many
    memory.forget(["문"])
    assert found(memory) is None
    memory.file.unlink()
