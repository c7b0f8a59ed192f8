"""What the memory keeps, whoever writes to it at the same time."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.translation.memory import Memory, Remembered
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
    memory = Memory(tmp_path / "memory.sqlite")
    for entries in [written] if at_once else [[entry] for entry in written]:
        memory.remember(entries, AT)
    assert found(memory) == kept
    assert found(Memory(tmp_path / "memory.sqlite")) == kept


def test_reading_creates_nothing(tmp_path: Path) -> None:
    memory = Memory(tmp_path / ".pressgen" / "memory.sqlite")
    assert found(memory) is None
    memory.remember([], AT)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_all_there_is(tmp_path: Path) -> None:
    """No -wal and -shm beside it, which a network drive would not share."""
    memory = Memory(tmp_path / "memory.sqlite")
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
    Memory(file).remember(written, AT)
    again = Memory(file)
    assert [again.find(one.korean, reviewed=False) for one in written] == written


def write_many(file: Path, writer: int) -> None:
    memory = Memory(file)
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
    memory = Memory(file)
    names = [f"{writer}.{number}" for writer in range(3) for number in range(15)]
    assert [name for name in names if memory.find(name, reviewed=False) is None] == []


def test_what_another_build_wrote_is_seen_after_the_next_write(tmp_path: Path) -> None:
    ours, theirs = Memory(tmp_path / "memory.sqlite"), Memory(tmp_path / "memory.sqlite")
    assert found(ours) is None
    theirs.remember([PERSON], AT)
    ours.remember([MACHINE], AT)
    assert found(ours) == PERSON


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 2")


def cut(file: Path) -> None:
    Memory(file).remember([Remembered(str(n), "x" * 500, "") for n in range(100)], AT)
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
    memory = Memory(file)
    with pytest.raises(PressgenError) as error:
        use(memory)
    [problem] = error.value.problems
    assert problem.file == file
    assert words in problem.text


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / ".pressgen").touch()
    with pytest.raises(PressgenError, match="memory"):
        Memory(tmp_path / ".pressgen" / "memory.sqlite").remember([MACHINE], AT)
