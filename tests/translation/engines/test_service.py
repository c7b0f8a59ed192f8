"""What all engines have in common, tried with Google's protocol over a socket."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pressgen.translation.engines import EngineSettings, open_engine
from pressgen.translation.engines.sent import SentLog
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import gibberish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.translation.engines import Answer, Engine

LONG = ["가나다라마바 " * 250 + str(number) for number in range(6)]
"""Texts of which each fills a request."""


def settings(server: GoogleServer, **options: float) -> EngineSettings:
    quick = {"timeout": 0.3, "retries": 0, "pause": 0.01, **options}
    return EngineSettings(url=server.url, **quick)  # type: ignore[arg-type]


def google(server: GoogleServer, **options: float) -> Engine:
    return open_engine("google", settings(server, **options))


def texts(answers: Sequence[Answer]) -> list[str | None]:
    return [answer.text for answer in answers]


def test_answers_keep_their_order_whichever_comes_first() -> None:
    with GoogleServer() as server:

        def unequal(line: str) -> str:
            server.pause(0.05 if line.endswith("0") else 0)
            return gibberish(line)

        server.translate = unequal
        engine = google(server, at_once=3)
        assert texts(list(engine.translate(LONG))) == [gibberish(text.strip()) for text in LONG]


def test_what_is_sent_is_recorded_without_its_text(tmp_path: Path) -> None:
    log = tmp_path / ".pressgen" / "sent.log"
    with GoogleServer() as server:
        options = settings(server)
        sent = SentLog(log, ZoneInfo("Asia/Seoul"))
        engine = open_engine("google", EngineSettings(url=options.url, sent=sent))
        list(engine.translate(["비밀 이사장", "시장"]))
    (line,) = log.read_text(encoding="utf-8").splitlines()
    when, engine_id, host, number, characters, digests = line.split("\t")
    assert when.endswith("+09:00")
    assert (engine_id, host, number, characters) == ("google", "127.0.0.1", "2", "8")
    assert len(digests.split()) == 2
    assert "비밀" not in line
