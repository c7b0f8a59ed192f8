"""`pressgen engines`, as a person types it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from pressgen.translation.engines import ENGINES
from tests.archive.support import write_event
from tests.translation.engines.chat_server import KEY, MODEL, ChatServer, Fault
from tests.translation.engines.tiny_model import make_package, require_offline

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No keys and no models of this machine's own."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for engine_id in ENGINES:
        monkeypatch.delenv(f"PRESSGEN_{engine_id.upper()}_KEY", raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def use_openai(workspace: Path, url: str) -> None:
    settings = f'[engines.openai]\nurl = "{url}"\nmodel = "{MODEL}"\n'
    (workspace / "pressgen.toml").write_text(settings, encoding="utf-8")


def test_every_engine_is_listed_with_what_is_missing(workspace: Path, pressgen: Program) -> None:
    result = pressgen("engines")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    for name in ENGINES.values():
        assert any(line.startswith(name.id) and name.korean in line for line in lines)
    assert "바깥(translate.google.com)" in result.output
    assert "  → pressgen.toml의 [engines.openai]에 url과 model을 적으세요." in result.output


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://localhost:11434", "이 컴퓨터(localhost)"),
        ("http://192.168.0.7:8000/v1", "내부망(192.168.0.7)"),
        ("https://api.example.com/v1", "바깥(api.example.com)"),
    ],
)
def test_where_texts_go_follows_from_the_address(
    workspace: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch, url: str, place: str
) -> None:
    monkeypatch.setenv("PRESSGEN_OPENAI_KEY", KEY)
    use_openai(workspace, url)
    output = pressgen("engines").output
    assert place in output
    assert KEY not in output


def test_the_list_as_json(workspace: Path, pressgen: Program) -> None:
    rows = {row["id"]: row for row in json.loads(pressgen("engines", "--json").output)}
    assert list(rows) == list(ENGINES)
    assert rows["google"]["public"] is True
    assert (rows["offline"]["goes_to"], rows["google"]["missing"]) == ("이 컴퓨터", "")


def test_a_line_is_translated_to_try_an_engine(workspace: Path, pressgen: Program) -> None:
    with ChatServer() as server:
        use_openai(workspace, server.url)
        good = pressgen("engines", "--test", "openai")
        assert (good.exit_code, good.output.count("초)")) == (0, 1)
        assert len(server.requests) == 1
        server.fault = Fault.PROSE
        bad = pressgen("engines", "--test", "openai")
        assert (bad.exit_code, "약속한 JSON" in bad.output) == (1, True)


def test_an_engine_that_is_not_ready_can_not_be_tried(workspace: Path, pressgen: Program) -> None:
    result = pressgen("engines", "--test", "openai")
    assert (result.exit_code, "url과 model을" in result.output) == (1, True)


def test_an_unknown_engine_is_wrong_usage(workspace: Path, pressgen: Program) -> None:
    result = pressgen("engines", "--test", "ofline")
    assert (result.exit_code, "‘offline’" in result.output) == (2, True)


def test_a_model_is_installed_and_translates(workspace: Path, pressgen: Program) -> None:
    require_offline()
    file = make_package(workspace / "translate-ko_en-1_1.argosmodel")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    wrong = pressgen("engines", "install", file, "--sha256", "0" * 64)
    assert (wrong.exit_code, "SHA-256이 다릅니다" in wrong.output) == (1, True)
    result = pressgen("engines", "install", file, "--sha256", digest.upper())
    assert result.exit_code == 0, result.output
    for words in (digest, "translate-ko_en-1_1", "1.1", "ko → en"):
        assert words in result.output
    tried = pressgen("engines", "--test", "offline")
    assert tried.exit_code == 0, tried.output
    assert pressgen("engines", "install", file).exit_code == 1


def test_no_archive_is_no_model(workspace: Path, pressgen: Program) -> None:
    file = workspace / "x.argosmodel"
    file.write_text("x", encoding="utf-8")
    result = pressgen("engines", "install", file)
    assert (result.exit_code, "깨졌거나" in result.output) == (1, True)
    assert pressgen("engines", "install", "none.zip").exit_code == 2


def test_a_build_without_the_key_says_so_in_one_line(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    result = pressgen("build", "--engine", "papago")
    assert result.exit_code == 1
    assert result.output.startswith("파파고: 키가 없습니다.")
