"""One person has one spelling in a whole archive: the first that an event gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pressgen.translation.people import People, Spelling
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from tests.conftest import Program

NOBODY = "정나래"
GIVEN = "{ko: 정나래, en: Chung Nah-rae}"
OTHER = "{ko: 정나래, en: Jung Na-rae}"


def write(workspace: Path, name: str, head: str, day: int = 2) -> Path:
    """An event of that day in November whose head is spelt like that."""
    text = EVENT.replace("name: 한보라", f"name: {head}")
    text = text.replace("released: 2026-11-02", f"released: 2026-11-{day:02}")
    return write_event(workspace, text, f"{name}.yaml")


def english(workspace: Path, name: str) -> str:
    (file,) = workspace.glob(f"releases/*/*/*-{name}/release.txt")
    return file.read_text("utf-8").rpartition("Reporter")[2]


def test_a_spelling_holds_for_every_event(workspace: Path, pressgen: Program) -> None:
    write(workspace, "a", NOBODY)
    write(workspace, "b", GIVEN)
    pressgen("build", "--offline")
    assert "Chung Nah-rae" in english(workspace, "a")
    assert "Chung Nah-rae" in english(workspace, "b")


def test_it_is_remembered_when_another_event_is_built(workspace: Path, pressgen: Program) -> None:
    pressgen("build", "--offline", write(workspace, "a", GIVEN))
    later = write(workspace, "b", NOBODY)
    assert "name-remembered" in pressgen("check", later).output
    pressgen("build", "--offline", later)
    assert "Chung Nah-rae" in english(workspace, "b")


def test_a_check_remembers_nothing(workspace: Path, pressgen: Program) -> None:
    file = write(workspace, "a", GIVEN)
    assert "name-differs" not in pressgen("check", file).output
    file.unlink()
    pressgen("build", "--offline", write(workspace, "b", NOBODY))
    assert "Jung Na-rae" in english(workspace, "b")


def test_two_spellings_are_told_with_the_event_that_came_first(
    workspace: Path, pressgen: Program
) -> None:
    write(workspace, "a", OTHER, day=3)
    write(workspace, "z", GIVEN, day=2)
    result = pressgen("build", "--offline")
    told = "‘정나래’의 영문이 여기서는 ‘Jung Na-rae’, events/z.yaml에서는 ‘Chung Nah-rae’입니다."
    assert result.exit_code == 3
    assert told in result.output
    assert result.output.count("name-differs") == 1
    assert "Jung Na-rae" in english(workspace, "a")  # what an event says of itself is not changed


def test_a_spelling_that_was_corrected_takes_its_own_place(
    workspace: Path, pressgen: Program
) -> None:
    write(workspace, "b", NOBODY)
    write(workspace, "a", GIVEN)
    pressgen("build", "--offline")
    write(workspace, "a", OTHER)
    result = pressgen("build", "--offline")
    assert "name-differs" not in result.output
    assert "Jung Na-rae" in english(workspace, "b")


def test_the_glossary_comes_before_what_is_remembered(workspace: Path, pressgen: Program) -> None:
    (workspace / "glossary.csv").write_text("ko,en\n정나래,Jeong Nah Rae\n", encoding="utf-8")
    write(workspace, "a", GIVEN)
    write(workspace, "b", NOBODY)
    result = pressgen("build", "--offline")
    assert "glossary.csv에서는 ‘Jeong Nah Rae’입니다" in result.output
    assert "Jeong Nah Rae" in english(workspace, "b")


def test_what_a_person_wrote_in_a_catalog_is_no_guess(workspace: Path, pressgen: Program) -> None:
    text = 'msgid "정나래"\nmsgstr "Joung Na Rae"\n'
    (workspace / "translations/names.po").write_text(text, encoding="utf-8")
    write(workspace, "a", NOBODY)
    assert "name-spelling" not in pressgen("build", "--offline").output
    assert "Joung Na Rae" in english(workspace, "a")


def test_a_name_with_a_space_is_the_same_name(tmp_path: Path) -> None:
    people = People(tmp_path / "memory.sqlite")
    people.learn(["a"], [Spelling("남궁 민", "Namkoong Min", "a")])
    assert people.find("남궁민") == Spelling("남궁 민", "Namkoong Min", "a")


SPELLINGS = st.builds(
    Spelling, st.sampled_from(["가나", "다라"]), st.sampled_from("XYZ"), st.sampled_from("abc")
)


@given(st.lists(st.lists(SPELLINGS), min_size=1))
def test_what_is_saved_is_what_is_known(builds: list[list[Spelling]]) -> None:
    """Whatever the builds give, one that starts anew knows the same as one that never ended."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "memory.sqlite"
        lasting = People(file)
        for spellings in builds:
            lasting.learn({one.event for one in spellings}, spellings)
            lasting.save()
            anew = People(file)
            for korean in ("가나", "다라"):
                assert lasting.find(korean) == anew.find(korean)
