from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pressgen.datafile import read_mapping
from pressgen.errors import PressgenError
from pressgen.event import load_event
from pressgen.kinds import find_kinds, load_kind
from pressgen.scaffold import event_file, make_workspace
from pressgen.workspace import open_workspace, shipped_templates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

FOLDERS = [shipped_templates()]


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_the_new_event_file_is_a_valid_event(name: str, tmp_path: Path) -> None:
    kind = load_kind(name, FOLDERS)
    file = tmp_path / "새 사건.yaml"
    file.write_text(event_file(kind), encoding="utf-8")
    zone = open_workspace(tmp_path).zone
    event, example = (load_event(one, FOLDERS, zone) for one in (file, kind.example))
    assert {key: event.values[key] for key in example.values if key != "slug"} == {
        key: value for key, value in example.values.items() if key != "slug"
    }
    assert event.slug == "새-사건"


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_every_field_is_there_under_a_korean_comment(name: str) -> None:
    kind = load_kind(name, FOLDERS)
    lines = event_file(kind).split("\n")
    for field in kind.fields:
        names = "|".join(filter(None, (field.name, field.alias)))
        (place,) = [i for i, line in enumerate(lines) if re.match(rf"(# )?({names}):", line)]
        above = "\n".join(lines[place - 2 : place])
        assert f"# {field.korean_label}" in above
        assert ("(필수)" in above) == field.required
        assert all(inner.korean_label in above for inner in field.fields)
    comments = [line for line in lines if line.startswith("# ") and not line.endswith(":")]
    assert all(re.search("[가-힣]", comment) for comment in comments)


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_each_optional_field_can_be_filled_in_place(name: str, tmp_path: Path) -> None:
    text = event_file(load_kind(name, FOLDERS))
    file = tmp_path / "a.yaml"
    filled = re.sub(r"^# (slug|headline|embargo):$", r"\1: 2026-11-24", text, flags=re.MULTILINE)
    file.write_text(filled, encoding="utf-8")
    event = load_event(file, FOLDERS, open_workspace(tmp_path).zone)
    assert event.slug == "2026-11-24"
    assert event.embargo is not None


def test_an_example_with_a_field_that_its_kind_lacks_says_so(workspace: Path) -> None:
    folder = workspace / "templates" / "kinds" / "opening"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(
        "label: {ko: 개관, en: Opening}\nabout: {ko: 연다., en: It opens.}\n"
        'fields:\n  place: {type: place, help: "두\\n줄", label: {ko: 곳, en: Place}}\n',
        encoding="utf-8",
    )
    kind = load_kind("opening", open_workspace(workspace).template_folders)
    with pytest.raises(PressgenError, match="파일을 읽을 수 없습니다"):
        event_file(kind)
    kind.example.write_text("kind: opening\nplce: 서울\n", encoding="utf-8")
    with pytest.raises(PressgenError, match="혹시 ‘place’입니까"):
        event_file(kind)
    kind.example.write_text("'kind': opening\n'place' : 서울 # 곳\n", encoding="utf-8")
    file = workspace / "a.yaml"
    file.write_text(event_file(kind), encoding="utf-8")
    assert [entry.key for entry in read_mapping(file).entries] == ["kind", "place"]
    assert "# 곳: 두 줄" in file.read_text(encoding="utf-8")


def test_a_workspace_is_made_once_and_kept(tmp_path: Path, pressgen: Program) -> None:
    folder = tmp_path / "보도 자료"
    made = {path.relative_to(folder).as_posix() for path in make_workspace(folder)}
    assert made == {"pressgen.toml", "glossary.csv", "events", "templates", "translations"}
    (folder / "pressgen.toml").write_text('layout = "내 것"\n', encoding="utf-8")
    (folder / "events").rmdir()
    assert [path.name for path in make_workspace(folder)] == ["events"]
    assert open_workspace(folder).settings.layout == "내 것"
    assert "이미 모두 있습니다" in pressgen("init", folder).output
