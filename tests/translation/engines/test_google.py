"""The engine against a server of this machine, over a real socket."""

import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread

import deep_translator
import pytest
import requests

from pressgen.translation.engines import (
    ENGINES,
    Answer,
    Engine,
    EngineSettings,
    NotReadyError,
    open_engine,
)
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import Fault, gibberish

IMPATIENT = 0.2  # seconds; only where a server hangs, so that a busy machine fails no other test
TEXTS = ["이사장", "울산시는 협약을 맺었다고 밝혔다.", "1. 목적: 3개 기관 협력", "MOU"]


@contextmanager
def engine_at(url: str, *, timeout: float = 5.0, deadline: float = 20.0) -> Iterator[Engine]:
    settings = EngineSettings(url=url, timeout=timeout, retries=2, pause=0.001, deadline=deadline)
    engine = open_engine("google", settings)
    try:
        yield engine
    finally:
        engine.close()


def ask(server: GoogleServer, texts: Sequence[str] = TEXTS, **options: float) -> list[Answer]:
    with engine_at(server.url, **options) as engine:
        return list(engine.translate(texts))


def said(english: str) -> Answer:
    return Answer(english, engine="google")


def one_reason(answers: Sequence[Answer]) -> str:
    """The reason of all the answers, none of which is a translation."""
    [reason] = {answer.reason for answer in answers}
    assert reason.startswith("구글번역: ")
    assert len(reason.splitlines()) == 1
    return reason


def long_texts(requests: int) -> list[str]:
    """Texts of which each fills a request."""
    return ["가나다라마바 " * 250 + str(number) for number in range(requests)]


def test_all_texts_go_in_one_request() -> None:
    with GoogleServer() as server:
        answers = ask(server)
        assert answers == [said(gibberish(text)) for text in TEXTS]
        assert server.requests == [
            "1. 이사장\n2. 울산시는 협약을 맺었다고 밝혔다.\n3. 1. 목적: 3개 기관 협력\n4. MOU"
        ]


def test_a_text_alone_goes_as_it_is() -> None:
    with GoogleServer({"이사장": "Chairman"}.__getitem__) as server:
        assert ask(server, [" 이사장\n"]) == [said("Chairman")]
        assert server.requests == ["이사장"]


def test_no_text_is_no_request() -> None:
    with GoogleServer() as server:
        assert ask(server, []) == []
        assert server.connections == 0


def test_many_requests_share_a_connection() -> None:
    with GoogleServer() as server:
        texts = long_texts(5)
        assert ask(server, texts) == [said(gibberish(text.strip())) for text in texts]
        assert len(server.requests) == 5
        assert server.connections == 1


def test_answers_come_as_the_requests_do() -> None:
    with GoogleServer() as server, engine_at(server.url) as engine:
        answers = engine.translate(long_texts(3))
        assert server.requests == []
        next(answers)
        assert len(server.requests) == 1


def test_markup_and_entities_arrive_as_text() -> None:
    english = """"R&D" <b>isn't</b> &amp; won’t"""
    with GoogleServer(lambda _line: english) as server:
        assert ask(server, ["연구개발은 아니다", "둘"]) == [said(english)] * 2


def test_zero_width_spaces_are_dropped() -> None:
    with GoogleServer(lambda _line: "\u200bChair\u200bman") as server:
        assert ask(server, ["이사장"]) == [said("Chairman")]


def test_texts_that_cannot_be_sent_are_answered_in_their_place() -> None:
    with GoogleServer() as server:
        answers = ask(server, ["이사장", "가" * 2_000, " ", "\ud83d", "시장"])
        assert [bool(answer.text) for answer in answers] == [True, False, False, False, True]
        assert server.requests == ["이사장", "시장"]


def test_punctuation_that_comes_back_is_no_answer() -> None:
    with GoogleServer() as server:  # deep-translator answers None
        assert "빈 답" in one_reason(ask(server, ["…"]))


@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.UNAVAILABLE, Fault.HANG])
def test_what_passes_is_tried_again(fault: Fault) -> None:
    with GoogleServer(fault=fault, times=2) as server:
        assert ask(server, timeout=IMPATIENT if fault is Fault.HANG else 5.0) == [
            said(gibberish(text)) for text in TEXTS
        ]
        assert len(server.requests) == 3


def test_a_connection_cut_in_the_middle_is_tried_again() -> None:
    with GoogleServer(fault=Fault.CUT_CONNECTION, times=1) as server:
        assert ask(server) == [said(gibberish(text)) for text in TEXTS]


@pytest.mark.parametrize(
    ("fault", "tries", "word"),
    [
        (Fault.TOO_MANY, 1, "429"),
        (Fault.UNAVAILABLE, 3, "503"),
        (Fault.NOT_FOUND, 1, "404"),
        (Fault.REDIRECT_ELSEWHERE, 1, "302"),
        (Fault.HANG, 3, "제때"),
        (Fault.CUT_CONNECTION, 3, "끊겼"),
        (Fault.HUGE, 1, "너무 큰"),
        (Fault.CAPTCHA_PAGE, 1, "차단"),
    ],
)
def test_what_the_next_request_would_meet_too_ends_it(fault: Fault, tries: int, word: str) -> None:
    texts = long_texts(3)
    timeout = IMPATIENT if fault is Fault.HANG else 5.0
    with (
        GoogleServer(fault=fault, after=1) as server,
        engine_at(server.url, timeout=timeout) as engine,
    ):
        first, *rest = engine.translate(texts)
        assert first.text
        assert len(rest) == 2
        assert word in one_reason(rest)
        server.fault = None  # for the engine it is over all the same
        assert word in one_reason(list(engine.translate(TEXTS)))
        assert len(server.requests) == 1 + tries
        assert server.elsewhere == 0


@pytest.mark.parametrize(
    ("fault", "tries", "word"),
    [
        (Fault.ERROR_500, 3, "500"),
        (Fault.CUT_PAGE, 1, "중간에 끊겼"),
        (Fault.NO_RESULT, 1, "번역문이 없는"),
        (Fault.ERROR_PAGE, 1, "Error 500"),
        (Fault.STRANGE_PAGE, 1, "읽지 못했"),
        (Fault.SWAPPED, 1, "제자리"),
        (Fault.MISSING, 1, "4줄을 보냈는데 3줄"),
        (Fault.MERGED, 1, "4줄을 보냈는데 3줄"),
        (Fault.EMPTY, 1, "빈 답"),
        (Fault.ERROR_TEXT, 1, "Error 500"),
    ],
)
def test_what_one_request_may_owe_to_its_texts_fails_it_whole(
    fault: Fault, tries: int, word: str
) -> None:
    with GoogleServer(fault=fault, times=tries) as server, engine_at(server.url) as engine:
        answers = list(engine.translate([*TEXTS, *long_texts(1)]))
        assert word in one_reason(answers[:4])
        assert answers[4].text
        assert len(server.requests) == tries + 1


@pytest.mark.parametrize(
    ("fault", "word"),
    [(Fault.ERROR_TEXT, "Error 500"), (Fault.EMPTY, "빈 답"), (Fault.ECHO, "번역되지 않은")],
)
def test_a_single_text_is_judged(fault: Fault, word: str) -> None:
    with GoogleServer(fault=fault) as server:
        assert word in one_reason(ask(server, ["울산시는 협약을 맺었다고 밝혔다."]))
        assert len(server.requests) == 1


def test_an_echo_fails_only_what_is_korean() -> None:
    with GoogleServer(fault=Fault.ECHO) as server:
        *korean, latin = ask(server)
        assert "번역되지 않은" in one_reason(korean)
        assert latin == said("MOU")


def test_a_single_text_that_comes_back_broken_in_two_is_refused() -> None:
    with GoogleServer(lambda _line: "One\ntwo") as server:
        assert "여러 줄" in one_reason(ask(server, ["한 문장"]))


@pytest.mark.parametrize("fault", [Fault.DRIP_HEADERS, Fault.DRIP_BODY])
def test_a_server_that_drips_is_cut_off(fault: Fault) -> None:
    with GoogleServer(fault=fault) as server:
        assert "제한 시간(0.3초)" in one_reason(ask(server, long_texts(3), deadline=0.3))
        assert len(server.requests) <= 1


def test_the_deadline_counts_the_retries() -> None:
    with GoogleServer(fault=Fault.HANG) as server:
        answers = ask(server, timeout=IMPATIENT, deadline=0.3)
        assert "제한 시간(0.3초)" in one_reason(answers)
        assert len(server.requests) <= 2


def test_a_redirect_within_the_host_is_followed() -> None:
    with GoogleServer(fault=Fault.REDIRECT_HOME) as server:
        assert ask(server) == [said(gibberish(text)) for text in TEXTS]


def test_a_redirect_in_circles_is_left() -> None:
    with GoogleServer(fault=Fault.REDIRECT_LOOP) as server:
        assert "TooManyRedirects" in one_reason(ask(server))


def test_a_server_without_tls_is_not_spoken_to_without_it() -> None:
    with GoogleServer() as server, engine_at(server.url.replace("http:", "https:")) as engine:
        assert "TLS" in one_reason(list(engine.translate(TEXTS)))
        assert server.requests == []


def test_no_connection_ends_it() -> None:
    with GoogleServer() as server:
        url = server.url
    with engine_at(url) as engine:  # nobody listens there any more
        answers = list(engine.translate(long_texts(200)))
    assert len(answers) == 200
    assert "인터넷 연결" in one_reason(answers)


@pytest.mark.parametrize("url", ["translate.google.com", "ftp://127.0.0.1/", "http://", "http://["])
def test_an_address_that_is_none_is_a_reason(url: str) -> None:
    with engine_at(url) as engine:
        assert "url" in one_reason(list(engine.translate(TEXTS)))


def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "")
    with GoogleServer() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        with engine_at("http://translate.invalid/m") as engine:
            assert [answer.text for answer in engine.translate(["이사장"])] == [gibberish("이사장")]


def test_neither_texts_nor_addresses_are_logged_or_printed(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    for fault in [None, Fault.ERROR_500, Fault.CUT_CONNECTION, Fault.REDIRECT_HOME, Fault.HANG]:
        with GoogleServer(fault=fault) as server:
            ask(server, timeout=IMPATIENT)
    assert caplog.records == []
    assert "".join(capfd.readouterr()) == ""


def test_others_may_use_deep_translator_meanwhile() -> None:
    """Another thread's GoogleTranslator goes its own way, not through the engine's line."""
    found: list[str] = []

    def other() -> None:
        translator = deep_translator.GoogleTranslator(source="ko", target="en")
        translator._base_url = theirs.url
        found.append(translator.translate("이사장"))

    def within(line: str) -> str:
        thread = Thread(target=other)  # while the engine waits for its answer
        thread.start()
        thread.join()
        return gibberish(line)

    with GoogleServer(lambda _line: "Chairman") as theirs, GoogleServer(within) as ours:
        assert ask(ours, ["시장"]) == [said(gibberish("시장"))]
        assert found == ["Chairman"]
        assert deep_translator.google.requests.Session is requests.Session
        assert (theirs.requests, ours.requests) == (["이사장"], ["시장"])


def test_an_unknown_engine_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="google"):
        open_engine("goggle", EngineSettings())


@pytest.mark.parametrize("engine_id", ENGINES)
def test_the_table_names_engines_as_they_name_themselves(engine_id: str) -> None:
    with suppress(NotReadyError):  # it needs a model
        engine = open_engine(engine_id, EngineSettings(url="http://127.0.0.1:9", key="id:secret"))
        engine.close()
        assert engine.name == ENGINES[engine_id]
        assert engine.name.id == engine_id


def test_the_table_costs_no_import() -> None:
    code = "import sys, pressgen.translation.engines; print('requests' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(("text", "reason"), [(None, ""), ("", ""), ("text", "reason")])
def test_an_answer_is_a_text_or_a_reason(text: str | None, reason: str) -> None:
    with pytest.raises(ValueError, match="either"):
        Answer(text, reason)
