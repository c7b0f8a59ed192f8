"""Engines in order, as pressgen.toml has them: what one refuses goes to the next."""

import logging
from pathlib import Path

import pytest

from pressgen.errors import PressgenError
from pressgen.translation.engines.keys import key_variable
from pressgen.translators import open_translators
from pressgen.workspace import Workspace, open_workspace
from tests.translation.engines import deepl_server
from tests.translation.engines.deepl_server import DeepLServer
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import Fault, LoopbackServer, gibberish

TEXTS = ["이사장", "시장", "MOU"]


def opened(folder: Path, **servers: LoopbackServer) -> Workspace:
    tables = "".join(f'[engines.{name}]\nurl = "{one.url}"\n' for name, one in servers.items())
    (folder / "pressgen.toml").write_text(tables, encoding="utf-8")
    return open_workspace(folder)


def test_what_google_refuses_goes_to_deepl(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv(key_variable("deepl"), deepl_server.KEY)
    with GoogleServer(fault=Fault.TOO_MANY) as google, DeepLServer() as deepl:
        place = opened(workspace, google=google, deepl=deepl)
        translators = open_translators(place, ["google", "deepl"], {})
        for _ in range(2):  # the second time, Google is not asked at all
            answers = list(translators.everyone.translate(TEXTS))
            assert [answer.text for answer in answers] == [gibberish(text) for text in TEXTS]
            assert {answer.engine for answer in answers} == {"deepl"}
        translators.close()
        assert (len(google.requests), len(deepl.requests)) == (1, 2)
    assert caplog.records == []
    log = (workspace / ".pressgen" / "sent.log").read_text("utf-8")
    assert [line.split("\t")[1] for line in log.splitlines()] == ["google", "deepl", "deepl"]
    assert deepl_server.KEY not in log


def test_where_all_refuse_all_reasons_are_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(key_variable("deepl"), deepl_server.KEY)
    with GoogleServer(fault=Fault.TOO_MANY) as google, DeepLServer(fault=Fault.QUOTA) as deepl:
        place = opened(workspace, google=google, deepl=deepl)
        translators = open_translators(place, ["google", "deepl"], {})
        [answer] = translators.everyone.translate(["이사장"])
        translators.close()
    assert "429" in answer.reason
    assert "456" in answer.reason


@pytest.mark.parametrize("engine_id", ["deepl", "papago", "microsoft"])
def test_a_missing_key_says_where_to_put_it(
    engine_id: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(workspace))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(workspace))
    monkeypatch.setenv("APPDATA", str(workspace))
    monkeypatch.delenv(key_variable(engine_id), raising=False)
    with pytest.raises(PressgenError, match=f"PRESSGEN_{engine_id.upper()}_KEY") as error:
        open_translators(open_workspace(workspace), [engine_id], {})
    assert "keys.toml" in str(error.value)
