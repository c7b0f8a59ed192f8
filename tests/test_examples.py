"""The examples that stand built under releases/ are what their facts make today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressgen.kinds import find_kinds
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from tests.conftest import Program

PROJECT = Path(__file__).parent.parent
KINDS = find_kinds([shipped_templates()])


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_releases_holds_what_a_build_of_the_examples_writes(
    tmp_path: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    examples = [f"templates/kinds/{kind}/example.yaml" for kind in KINDS]
    result = pressgen("build", "--offline", "--output", tmp_path, *examples)
    assert result.exit_code == 0, result.output
    built = files_below(tmp_path)
    assert len([name for name in built if "/release." in name]) == 4 * len(KINDS)
    assert files_below(PROJECT / "releases") == built


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_event_file_builds_at_once(workspace: Path, pressgen: Program, kind: str) -> None:
    assert pressgen("new", kind).exit_code == 0
    assert (workspace / "events" / f"{kind}.yaml").is_file()
    assert pressgen("build", "--offline").exit_code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_catalog_of_a_shipped_kind_lacks_nothing(
    workspace: Path, pressgen: Program, kind: str
) -> None:
    result = pressgen("catalog", kind)
    assert result.exit_code == 0
    assert "빠진 문장이 없습니다." in result.output
    assert not list((workspace / "translations").iterdir())
