"""The commands, as a person types them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

from pressgen import cli
from pressgen.archive.site.release_nav import set_links
from pressgen.cli import COMMANDS
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from tests.conftest import Program


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_an_example(pressgen: Program, command: str, flag: str) -> None:
    result = pressgen(command, flag)
    assert result.exit_code == 0
    assert f"pressgen {command}" in result.output.partition("옵션:")[2]


def test_the_list_of_commands(pressgen: Program) -> None:
    output = pressgen("-h").output
    assert all(f"  {name} " in output for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build", "--nonsense"),
        ("build", "none.yaml"),
        ("build", "--engine", "goggle"),
        ("build", "--outlet", "none"),
        ("build", "--at", "yesterday"),
        ("build", "--workspace", "none"),
        ("new", "certificate"),
        ("new",),
        ("new", "certification", "events/new.json"),
        ("schema", "none"),
        ("catalog", "none"),
        ("show",),
        ("show", "none.yaml"),
        ("show", "events/event.yaml", "--format", "docx"),
        ("check", "events/event.yaml", "--reason", "본인에게 물음"),
        ("check", "events/event.yaml", "--undismiss", "pending", "--reason", "본인에게 물음"),
        ("check", "events/event.yaml", "--by", "김하늘"),
        ("check", "events/event.yaml", "--about", "김하늘"),
        ("check", "--pairs", "events/event.yaml", "--reason", "본인에게 물음"),
        ("review", "events/event.yaml", "--skip-changed"),
        ("review", "events/event.yaml", "--export", "a.po", "--by", "김하늘"),
        ("engines", "--test", "google", "--json"),
        ("engines", "--json", "install", "events/event.yaml"),
    ],
)
def test_wrong_usage_ends_with_2(
    workspace: Path, pressgen: Program, arguments: tuple[str, ...]
) -> None:
    write_event(workspace)
    result = pressgen(*arguments)
    assert result.exit_code == 2
    assert "사용법:" in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nonsense",), "오류: 그런 명령이 없습니다: nonsense. 쓸 수 있는 것: init, kinds,"),
        (("bild",), "오류: 그런 명령이 없습니다: bild. 혹시 ‘build’입니까?"),
        (("build", "--nonsense"), "오류: 그런 옵션이 없습니다: --nonsense."),
        (
            ("build", "--enigne", "x"),
            "오류: 그런 옵션이 없습니다: --enigne. 혹시 '--engine'입니까?",
        ),
        (("build", "none.yaml"), "오류: '[EVENT]...': 없는 파일이나 폴더입니다: none.yaml"),
        (("build", "--at"), "오류: --at 뒤에 값을 적으세요."),
        (("build", "--workspace", "event.yaml"), "폴더가 아니라 파일입니다: event.yaml"),
        (("build", "--quiet=no"), "오류: --quiet 뒤에는 값을 적지 않습니다."),
        (("new",), "오류: 빠진 것이 있습니다: 'KIND'."),
        (("new", "certification", "a.yaml", "b.yaml"), "오류: 쓰이지 않는 것이 있습니다: b.yaml"),
        (
            ("show", "event.yaml", "--format", "docx"),
            "‘docx’ 대신 'md', 'txt', 'html' 가운데 하나를",
        ),
        (("show", "events"), "파일이 아니라 폴더입니다: events"),
    ],
)
def test_wrong_usage_is_told_in_korean(
    workspace: Path, pressgen: Program, arguments: tuple[str, ...], told: str
) -> None:
    (workspace / "event.yaml").touch()
    output = pressgen(*arguments).output
    assert told in output
    assert not {"Usage", "Error", "Try"} & set(re.findall(r"\w+", output))


@pytest.mark.parametrize("arguments", [(), ("-h",), ("build", "-h")])
def test_help_is_in_korean(pressgen: Program, arguments: tuple[str, ...]) -> None:
    output = pressgen(*arguments).output
    assert output.startswith("사용법: ")
    assert "이 도움말을 보여 줍니다." in output
    assert "\n옵션:\n" in output
    assert not {"Usage", "Options", "Commands", "Show"} & set(re.findall(r"\w+", output))


def test_the_words_of_the_command_line_are_compiled() -> None:
    file = Path(cli.__file__).parent / "locale/ko/LC_MESSAGES/pressgen.po"
    assert file.with_suffix(".mo").read_bytes() == polib.pofile(str(file)).to_binary()


def test_a_misspelt_kind_or_engine_names_the_right_one(workspace: Path, pressgen: Program) -> None:
    assert "‘certification’" in pressgen("new", "certificate").output
    write_event(workspace)
    assert "‘google’" in pressgen("build", "--engine", "goggle").output


def test_kinds_are_named_in_both_languages(pressgen: Program) -> None:
    output = pressgen("kinds").output
    for words in (
        "certification",
        "인증 획득",
        "Certification",
        "agreement",
        "업무협약",
        "Agreement",
    ):
        assert words in output


def test_init_makes_a_workspace_once(tmp_path: Path, pressgen: Program) -> None:
    folder = tmp_path / "보도자료"
    assert pressgen("init", folder).exit_code == 0
    made = {path.name for path in folder.iterdir()}
    assert made == {"pressgen.toml", "events", "templates", "translations", "glossary.csv"}
    (folder / "glossary.csv").write_text("ko,en\n가,A\n", encoding="utf-8")
    assert pressgen("init", folder).exit_code == 0
    assert (folder / "glossary.csv").read_text("utf-8") == "ko,en\n가,A\n"


def test_the_settings_of_a_new_workspace_work_with_every_line_switched_on(
    tmp_path: Path, pressgen: Program
) -> None:
    pressgen("init", tmp_path)
    file = tmp_path / "pressgen.toml"
    lines = file.read_text("utf-8").splitlines()
    switched_on = [
        line[1:] if line.startswith("#") and line[1:2] != " " else line for line in lines
    ]
    file.write_text("\n".join(switched_on), encoding="utf-8")
    event = "\n".join(
        line for line in EVENT.splitlines() if not line.startswith(("outlet", "region", "reporter"))
    )
    write_event(tmp_path, event)
    result = pressgen("build", "--workspace", tmp_path, "--offline")
    assert result.exit_code == 3, result.output
    text = (tmp_path / "releases/2026/11/02-event/release.txt").read_text("utf-8")
    assert "(하늘=하늘신문 경기동부)김하늘 기자=" in text


def test_new_refuses_to_overwrite(workspace: Path, pressgen: Program) -> None:
    file = write_event(workspace)
    result = pressgen("new", "certification", file)
    assert result.exit_code == 2
    assert file.read_text("utf-8") == EVENT


def test_the_workspace_is_found_from_a_folder_below(
    workspace: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_event(workspace)
    monkeypatch.chdir(workspace / "events")
    assert pressgen("build", "--offline").exit_code == 3
    assert (workspace / "releases/2026/11/02-event/release.md").is_file()


def test_an_empty_workspace_is_told(workspace: Path, pressgen: Program) -> None:
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "pressgen new" in result.output


def test_check_writes_nothing_and_tells_what_to_look_at(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    result = pressgen("check")
    assert result.exit_code == 3
    assert "[pending]" in result.output
    assert sorted(path.name for path in workspace.iterdir()) == [
        "events",
        "pressgen.toml",
        "translations",
    ]


@pytest.mark.parametrize("more", [(), ("--at", "2100-01-01")], ids=["now", "looking ahead"])
def test_what_is_held_back_is_not_said_to_be_translated_by_a_build(
    workspace: Path, pressgen: Program, more: tuple[str, ...]
) -> None:
    write_event(workspace, EVENT + "embargo: 2099-12-31 09:00\n")
    output = pressgen("check", *more).output
    assert "엠바고(2099-12-31 09:00) 전이라서" in output
    assert "--allow-public을 붙이세요" in output
    assert "번역은 pressgen build가 합니다" not in output
    assert "pressgen build로 번역" not in output


def test_check_as_json(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    write_event(workspace, EVENT.replace("award:", "awards:"), name="bad.yaml")
    result = pressgen("check", "--json")
    assert result.exit_code == 1
    data = json.loads(result.output)
    assert [one["file"] for one in data["events"]] == ["events/event.yaml"]
    codes = {finding["code"] for finding in data["events"][0]["findings"]}
    assert codes == {"pending"}
    misspelt = [one for one in data["problems"] if one["field"] == "awards"]
    assert misspelt == [
        {
            "file": "events/bad.yaml",
            "line": 9,
            "field": "awards",
            "label": "",
            "message": "모르는 필드입니다. 혹시 ‘award’입니까?",
        }
    ]


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
def test_show_prints_what_a_build_writes(workspace: Path, pressgen: Program, suffix: str) -> None:
    write_event(workspace)
    pressgen("build", "--offline", "--at", "2026-11-20")
    shown = subprocess.run(
        [sys.executable, "-m", "pressgen", "show", "events/event.yaml", "--format", suffix],
        check=True,
        capture_output=True,
        env={"PYTHONIOENCODING": "cp949"},
    )
    written = (workspace / f"releases/2026/11/02-event/release.{suffix}").read_text("utf-8")
    written = set_links(written, "")  # the links to other releases are the archive's
    assert (
        shown.stdout.decode().replace(
            "아직 번역하지 않았습니다. 번역은 pressgen build가 합니다.", ""
        )
        == written
    )


def test_show_sets_markdown_for_the_terminal(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    output = pressgen("show", "events/event.yaml").output
    assert "부안섬관광공사, ‘섬 관광 우수상’ 획득" in output
    assert "\n- Reporter Moon Ga-ram" in output
    assert "\\" not in output
    assert "---" not in output


def test_quiet_says_only_what_a_person_must_look_at(workspace: Path, pressgen: Program) -> None:
    pressgen("new", "agreement")
    assert pressgen("build", "--offline", "--quiet").output == ""
    write_event(workspace)
    assert "[pending]" in pressgen("build", "--offline", "--quiet").output


def test_output_goes_where_it_is_told(workspace: Path, pressgen: Program, tmp_path: Path) -> None:
    write_event(workspace)
    pressgen("build", "--offline", "--output", tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere/2026/11/02-event/release.txt").is_file()
    assert not (workspace / "releases").exists()


@pytest.mark.parametrize("command", ["--version", "kinds"])
def test_a_quick_command_loads_nothing_heavy(command: str) -> None:
    code = f"""
import sys
from pressgen.cli import main
main([{command!r}], standalone_mode=False)
heavy = "deep_translator", "markdown", "requests", "bs4", "jinja2", "rich", "nh3", "sqlite3", "rapidfuzz", "openpyxl"
print("LOADED", *[name for name in heavy if name in sys.modules])
"""
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert result.stdout.splitlines()[-1] == "LOADED"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("romanize", "집현전"), "jiphyeonjeon"),
        (("romanize", "--place", "중랑구"), "Jungnang-gu"),
        (("romanize", "--person", "이동열"), "Lee Dong-yeol"),
        (("particles", "업무협약(MOU)을(를) 맺었다."), "업무협약(MOU)을 맺었다."),
    ],
)
def test_korean_from_the_command_line(
    pressgen: Program, arguments: tuple[str, ...], expected: str
) -> None:
    result = pressgen(*arguments)
    assert (result.exit_code, result.output) == (0, f"{expected}\n")
