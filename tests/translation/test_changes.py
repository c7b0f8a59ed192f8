"""A build is told what changed in the translations' database since it last looked, and nothing else."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressgen.translation.changes import NONE, changes_since
from pressgen.translation.memory import Remembered
from pressgen.translation.people import People, Spelling
from pressgen.translation.sqlite_memory import SqliteMemory
from pressgen.translation.uses import Uses, changed

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def entry(korean: str, english: str, *, reviewed: bool = False) -> Remembered:
    return Remembered(korean, english, "" if reviewed else "google", reviewed)


def test_what_was_added_changed_or_forgotten_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    memory = SqliteMemory(file)
    assert changes_since(file, "memory", NONE).korean == frozenset()
    memory.remember([entry("가", "A"), entry("나", "B")], NOW)
    first = changes_since(file, "memory", NONE)
    assert first.korean == frozenset({"가", "나"})
    assert changes_since(file, "memory", first.stamp).korean == frozenset()
    memory.remember([entry("가", "A"), entry("나", "C")], NOW)
    second = changes_since(file, "memory", first.stamp)
    assert second.korean == frozenset({"나"})
    memory.remember([entry("가", "A", reviewed=True)], NOW)
    memory.forget(["나", "없는 것"])
    assert changes_since(file, "memory", second.stamp).korean == frozenset({"가", "나"})
    assert changes_since(file, "people", first.stamp).korean == frozenset()


def test_a_person_who_is_spelt_otherwise_is_told(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    people = People(file)
    people.learn(["a"], [Spelling("한 보라", "Han Bo-ra", "a")])
    people.save()
    first = changes_since(file, "people", NONE)
    assert first.korean == frozenset({"한보라"})
    people = People(file)
    people.learn(["a"], [Spelling("한보라", "Han Bo-ra", "a")])
    people.save()
    assert changes_since(file, "people", first.stamp).korean == frozenset()


def test_of_another_database_anything_may_have_changed(tmp_path: Path) -> None:
    file, other = tmp_path / "memory.sqlite", tmp_path / "other.sqlite"
    SqliteMemory(file).remember([entry("가", "A")], NOW)
    SqliteMemory(other).remember([entry("나", "B")], NOW)
    stamp = changes_since(file, "memory", NONE).stamp
    shutil.copy(other, file)
    assert changes_since(file, "memory", stamp).korean is None
    file.unlink()
    assert changes_since(file, "memory", stamp).korean is None


def test_a_release_is_concerned_where_an_answer_is_another_one() -> None:
    uses = Uses({"문장.", "{a}이(가) 왔다."}, {"한보라": "Han Bo-ra", "오나래": None}).packed()
    assert changed(["문장."]).concerns(uses)
    assert changed(["다른 문장.", "{a}이(가) 왔다."]).concerns(uses)
    assert not changed(["다른 문장."]).concerns(uses)
    assert not changed([], [("한보라", "Han Bo-ra"), ("김가람", "Kim Ga-ram")]).concerns(uses)
    assert changed([], [("한보라", "Han Bola")]).concerns(uses)
    assert changed([], [("한보라", None)]).concerns(uses)
    assert not changed([], [("오나래", None)]).concerns(uses)
    assert changed([], [("오나래", "Oh Na-rae")]).concerns(uses)
    assert not changed(["한보라", "오나래"]).concerns(uses)
