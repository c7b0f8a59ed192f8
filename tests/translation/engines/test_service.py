"""What all engines have in common, tried with Google's protocol over a socket."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from pressgen.translation.engines import EngineSettings, open_engine
from pressgen.translation.engines.sent import SentLog
from tests.translation.engines.google_server import Fault, GoogleServer, gibberish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.translation.engines import Answer, Engine

LONG = ["가나다라마바 " * 250 + str(number) for number in range(6)]
"""Texts of which each fills a request."""


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def settings(server: GoogleServer, **options: float) -> EngineSettings:
    quick = {"timeout": 0.3, "retries": 0, "pause": 0.01, **options}
    return EngineSettings(url=server.url, **quick)  # type: ignore[arg-type]


def google(server: GoogleServer, **options: float) -> Engine:
    return open_engine("google", settings(server, **options))


def texts(answers: Sequence[Answer]) -> list[str | None]:
    return [answer.text for answer in answers]


def test_a_text_that_stands_twice_is_sent_once() -> None:
    with GoogleServer() as server:
        answers = list(google(server).translate(["이사장", "시장", " 이사장 "]))
        assert texts(answers) == [gibberish("이사장"), gibberish("시장"), gibberish("이사장")]
        assert server.requests == ["1. 이사장\n2. 시장"]


def test_several_requests_are_on_their_way_at_once() -> None:
    with GoogleServer() as server:
        met = 0

        def slow(line: str) -> str:
            nonlocal met
            ends = monotonic() + 5
            while len(server.requests) < 3 and monotonic() < ends:
                server.pause(0.005)
            met = len(server.requests)
            return gibberish(line)

        server.translate = slow
        engine = google(server, at_once=3, timeout=10)
        assert texts(list(engine.translate(LONG[:3]))) == [
            gibberish(text.strip()) for text in LONG[:3]
        ]
        assert met == 3  # none was answered before all three had come
        engine.close()


def test_answers_keep_their_order_whichever_comes_first() -> None:
    with GoogleServer() as server:

        def unequal(line: str) -> str:
            server.pause(0.05 if line.endswith("0") else 0)
            return gibberish(line)

        server.translate = unequal
        engine = google(server, at_once=3)
        assert texts(list(engine.translate(LONG))) == [gibberish(text.strip()) for text in LONG]


def test_who_refused_is_left_alone_and_asked_again_later() -> None:
    with GoogleServer(fault=Fault.TOO_MANY, times=1) as server:
        engine = google(server, rest=0.2)
        first = list(engine.translate(LONG[:3]))
        assert texts(first) == [None] * 3
        assert len(server.requests) == 1
        server.pause(0.25)
        assert texts(list(engine.translate(["이사장"]))) == [gibberish("이사장")]


def test_a_reader_who_stops_reading_ends_what_is_on_its_way() -> None:
    with GoogleServer() as server:

        def only_the_first(line: str) -> str:
            if not line.endswith("0"):
                server.pause()
            return gibberish(line)

        server.translate = only_the_first
        engine = google(server, at_once=3, timeout=30)
        answers = engine.translate(LONG)
        next(answers)
        started = monotonic()
        answers.close()  # type: ignore[attr-defined]
        assert monotonic() - started < 10
        engine.close()


def test_nothing_is_sent_once_the_build_has_no_more_time() -> None:
    with GoogleServer() as server:
        engine = google(server, ends=monotonic() - 1)
        (answer,) = engine.translate(["이사장"])
        assert "시간이 다 되었습니다" in answer.reason
        assert server.requests == []


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
