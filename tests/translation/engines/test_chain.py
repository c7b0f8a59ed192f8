"""Engines in order, as pressgen.toml has them: what one could not translate goes to the next."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from pressgen.errors import PressgenError
from pressgen.translation.engines.keys import key_variable
from pressgen.translators import translators_of
from pressgen.workspace import open_workspace
from tests.archive.support import EVENT, FOLDER, write_event
from tests.translation.engines import deepl_server
from tests.translation.engines.deepl_server import DeepLServer
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import Fault, LoopbackServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(key_variable("deepl"), deepl_server.KEY)


def in_order(folder: Path, **servers: LoopbackServer) -> None:
    """Has the workspace ask these engines in this order, and gives it an event."""
    order = f"engine = {json.dumps([*servers])}\n"
    tables = (f'[engines.{name}]\nurl = "{one.url}"\n' for name, one in servers.items())
    (folder / "pressgen.toml").write_text(order + "".join(tables), encoding="utf-8")
    write_event(folder)


def reasons(folder: Path) -> list[str]:
    data = json.loads((folder / FOLDER / "release.json").read_text("utf-8"))
    segments = [one for paragraph in data["english"] for one in paragraph["segments"]]
    return [one["reason"] for one in segments if "reason" in one]


def test_what_google_refuses_goes_to_deepl(
    workspace: Path, pressgen: Program, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with GoogleServer(fault=Fault.TOO_MANY) as google, DeepLServer() as deepl:
        in_order(workspace, google=google, deepl=deepl)
        pressgen("build")
        write_event(workspace, EVENT.replace("추위도", "더위도"))
        pressgen("build")
        assert len(google.requests) == 2  # once a build: then it rests
        assert len(deepl.requests) == 2
    assert reasons(workspace) == []
    assert [one for one in caplog.records if one.name != "filelock"] == []
    text = (workspace / FOLDER / "release.txt").read_text("utf-8")
    assert "DeepL이 번역한" in text
    log = (workspace / ".pressgen" / "sent.log").read_text("utf-8")
    assert [line.split("\t")[1] for line in log.splitlines()] == ["google", "deepl"] * 2
    assert deepl_server.KEY not in log


def test_where_all_refuse_all_reasons_are_told(workspace: Path, pressgen: Program) -> None:
    with GoogleServer(fault=Fault.TOO_MANY) as google, DeepLServer(fault=Fault.QUOTA) as deepl:
        in_order(workspace, google=google, deepl=deepl)
        assert pressgen("build").exit_code == 3
    told = reasons(workspace)
    assert told
    assert all("429" in reason and "456" in reason for reason in told)


@pytest.mark.parametrize("engine_id", ["deepl", "papago", "microsoft"])
def test_a_missing_key_says_where_to_put_it(
    engine_id: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(workspace))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(workspace))
    monkeypatch.setenv("APPDATA", str(workspace))
    monkeypatch.delenv(key_variable(engine_id), raising=False)
    with pytest.raises(PressgenError, match=f"PRESSGEN_{engine_id.upper()}_KEY") as error:
        _ = translators_of(open_workspace(workspace), [engine_id], {}).engines
    assert "keys.toml" in str(error.value)


def test_a_build_that_has_nothing_to_ask_needs_no_key(
    workspace: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(workspace))
    monkeypatch.delenv(key_variable("deepl"))
    lines = [
        line for line in EVENT.splitlines() if not line.startswith(("reasons", "  부안", "quote"))
    ]
    write_event(workspace, "\n".join(lines) + "\nquote: {ko: 잘하겠다, en: We will do well}\n")
    result = pressgen("build", "--engine", "deepl")
    assert result.exit_code == 0, result.output
