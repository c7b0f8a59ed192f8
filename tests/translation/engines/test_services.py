"""What holds for every engine but Google's (which has its own file), each against its own protocol."""

import logging
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.engines.loopback import Fault, Request
from tests.translation.engines.support import (
    DEEPL,
    LIBRETRANSLATE,
    MICROSOFT,
    MYMEMORY,
    PAPAGO,
    SENTENCE,
    TEXTS,
    Kind,
    ask,
    engine_at,
    one_reason,
    said,
)

IMPATIENT = 0.2  # seconds; only where a server hangs, so that a busy machine fails no other test
KINDS = [DEEPL, PAPAGO, MICROSOFT, LIBRETRANSLATE, MYMEMORY]
BATCHING = [DEEPL, PAPAGO, MICROSOFT, LIBRETRANSLATE]
TAGGING = [DEEPL, MICROSOFT, LIBRETRANSLATE]


def each(kinds: Sequence[Kind]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.id)


@each(KINDS)
def test_texts_come_back_in_english(kind: Kind) -> None:
    with kind.server() as server:
        assert ask(kind, server) == said(kind, TEXTS)
        assert len(server.received) == len(TEXTS) // kind.together
        assert server.connections == 1


@each(KINDS)
def test_a_text_that_stands_twice_is_sent_once(kind: Kind) -> None:
    with kind.server() as server:
        assert ask(kind, server, [SENTENCE, f" {SENTENCE}\n"]) == said(kind, [SENTENCE] * 2)
        assert len(server.received) == 1


@each(KINDS)
def test_no_text_is_no_request(kind: Kind) -> None:
    with kind.server() as server:
        assert ask(kind, server, []) == []
        assert server.connections == 0


@each(KINDS)
@pytest.mark.parametrize(
    "text",
    [
        "연구개발(R&D) 예산은 5 < 6, 7 > 3이다",
        "<b>굵은</b> 글씨와 <x>표</x> & “인용”, '작은' \"큰\"",
        "AT&T와 Q&notes, 그리고 &Co",
        "QXA는 QXB의 <QXA>와 QXA에게서 QXAs를 받았다",
    ],
)
def test_markup_and_tokens_come_through(kind: Kind, text: str) -> None:
    with kind.server() as server:
        assert ask(kind, server, [text, SENTENCE]) == said(kind, [text, SENTENCE])


@each(TAGGING)
def test_tokens_are_out_of_the_engines_reach(kind: Kind) -> None:
    """An engine that would write every capital small leaves those in tags alone."""
    with kind.server(str.lower) as server:
        [answer] = ask(kind, server, ["QXA gave QXB to QXAB, and Qx to 'QX' and QXA."])
        assert answer.text == "QXA gave QXB to QXAB, and qx to 'qx' and QXA."


@each(KINDS)
def test_what_cannot_be_sent_is_answered_in_its_place(kind: Kind) -> None:
    with kind.server() as server:
        answers = ask(kind, server, ["이사장", "가" * 100_000, " ", "\ud83d", "시장"])
        assert [bool(answer.text) for answer in answers] == [True, False, False, False, True]
        assert len(server.received) == 2


@each(KINDS)
@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.UNAVAILABLE, Fault.HANG])
def test_what_passes_is_tried_again(kind: Kind, fault: Fault) -> None:
    with kind.server(fault=fault, times=2) as server:
        timeout = IMPATIENT if fault is Fault.HANG else 5.0
        assert ask(kind, server, [SENTENCE], timeout=timeout) == said(kind, [SENTENCE])
        assert len(server.received) == 3


@each(KINDS)
def test_a_connection_cut_in_the_middle_is_tried_again(kind: Kind) -> None:
    with kind.server(fault=Fault.CUT_CONNECTION, times=1) as server:
        assert ask(kind, server, [SENTENCE]) == said(kind, [SENTENCE])


@each(KINDS)
@pytest.mark.parametrize(
    ("fault", "tries", "word"),
    [
        (Fault.TOO_MANY, 1, "429"),
        (Fault.FORBIDDEN, 1, "403"),
        (Fault.QUOTA, 1, "456"),
        (Fault.NOT_FOUND, 1, "404"),
        (Fault.UNAVAILABLE, 3, "503"),
        (Fault.HUGE, 1, "너무 큰"),
        (Fault.CUT_CONNECTION, 3, "끊"),
        (Fault.HANG, 3, "제때"),
    ],
)
def test_what_the_next_request_would_meet_too_lets_it_rest(
    kind: Kind, fault: Fault, tries: int, word: str
) -> None:
    timeout = IMPATIENT if fault is Fault.HANG else 5.0
    with kind.server(fault=fault) as server, engine_at(kind, server.url, timeout=timeout) as engine:
        assert word in one_reason(kind, list(engine.translate(["이사장", "시장"])))
        server.fault = None  # for the engine it is over all the same
        assert word in one_reason(kind, list(engine.translate(TEXTS)))
        assert len(server.received) == tries


@each([DEEPL, MYMEMORY])
def test_it_rests_as_long_as_it_is_told_to(kind: Kind) -> None:
    with (
        kind.server(fault=Fault.TOO_MANY, times=1) as server,
        engine_at(kind, server.url, rest=0.0) as engine,
    ):
        assert "429" in one_reason(kind, list(engine.translate([SENTENCE])))
        assert "429" in one_reason(kind, list(engine.translate([SENTENCE])))
        time.sleep(1.05)  # what Retry-After says
        assert list(engine.translate([SENTENCE])) == said(kind, [SENTENCE])
        assert len(server.received) == 2


@each(BATCHING)
def test_a_redirect_is_not_followed(kind: Kind) -> None:
    with kind.server(fault=Fault.REDIRECT_ELSEWHERE) as server:
        assert "302" in one_reason(kind, ask(kind, server))
        assert server.elsewhere == 0


@each(KINDS)
@pytest.mark.parametrize("fault", [Fault.DRIP_HEADERS, Fault.DRIP_BODY])
def test_a_server_that_drips_is_cut_off(kind: Kind, fault: Fault) -> None:
    with kind.server(fault=fault) as server:
        assert "제한 시간(0.3초)" in one_reason(kind, ask(kind, server, deadline=0.3))


@each(KINDS)
@pytest.mark.parametrize(
    ("fault", "tries", "word"),
    [
        (Fault.BAD_REQUEST, 1, "400"),
        (Fault.ERROR_500, 3, "500"),
        (Fault.NOT_JSON, 1, "JSON"),
        (Fault.STRANGE_JSON, 1, ""),
        (Fault.EMPTY, 1, "빈 답"),
        (Fault.ECHO, 1, "번역되지 않은"),
        (Fault.MISSING, 1, ""),
    ],
)
def test_what_it_may_owe_to_its_texts_fails_one_request(
    kind: Kind, fault: Fault, tries: int, word: str
) -> None:
    texts = ["이사장은 협약을 맺었다.", "시장은 협약을 맺었다."][: kind.together]
    with (
        kind.server(fault=fault, times=tries) as server,
        engine_at(kind, server.url) as engine,
    ):
        if (kind.id, fault) == ("mymemory", Fault.EMPTY):
            word = "번역문이 없는"
        assert word in one_reason(kind, list(engine.translate(texts)))
        assert len(server.received) == tries
        assert list(engine.translate([SENTENCE])) == said(kind, [SENTENCE])


@each(BATCHING)
def test_a_wrong_count_fails_the_whole_request(kind: Kind) -> None:
    with kind.server(fault=Fault.MISSING) as server:
        assert "3" in one_reason(kind, ask(kind, server))


@each(KINDS)
def test_a_warning_in_place_of_a_translation_is_none(kind: Kind) -> None:
    with kind.server(fault=Fault.QUOTA_TEXT) as server:
        reason = one_reason(kind, ask(kind, server, [SENTENCE]))
        assert "한도" in reason or "번역량" in reason


@each(KINDS)
def test_words_in_a_loop_are_no_translation(kind: Kind) -> None:
    with kind.server(lambda _text: "the city of the city of the city of the city of") as server:
        assert "되풀이" in one_reason(kind, ask(kind, server, [SENTENCE]))


@each(KINDS)
def test_requests_are_under_way_at_once(kind: Kind) -> None:
    texts = [f"{number}번째 문장입니다. " * 8 for number in range(400)]
    texts = [text.strip() for text in (texts[:12] if kind.together == 1 else texts)]
    with kind.server(delay=0.05) as server:
        assert ask(kind, server, texts, at_once=3) == said(kind, texts)
        assert server.most_at_once == 3


@each(KINDS)
def test_a_reader_that_stops_does_not_wait_for_what_is_under_way(kind: Kind) -> None:
    texts = [f"{number}번째 문장입니다. " * 8 for number in range(400)]
    with kind.server() as server, engine_at(kind, server.url, at_once=2) as engine:
        answers = engine.translate(texts)
        next(answers)
        server.fault = Fault.HANG
        time.sleep(0.05)  # so that requests hang, and one may be about to
        began = time.monotonic()
        answers.close()  # type: ignore[attr-defined]
        assert time.monotonic() - began < 2


@each(KINDS)
def test_a_build_that_has_no_time_left_sends_nothing(kind: Kind) -> None:
    with kind.server() as server:
        assert "시간이 다" in one_reason(kind, ask(kind, server, ends=time.monotonic()))
        assert server.received == []


@each(KINDS)
def test_neither_texts_nor_addresses_nor_keys_are_logged_or_printed(
    kind: Kind, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    for fault in [None, Fault.ERROR_500, Fault.FORBIDDEN, Fault.CUT_CONNECTION, Fault.NOT_JSON]:
        with kind.server(fault=fault) as server:
            ask(kind, server, glossary={"시청": "City Hall"})
    assert caplog.records == []
    assert "".join(capfd.readouterr()) == ""


@each([kind for kind in KINDS if kind.key])
def test_a_wrong_key_is_told_without_it(kind: Kind) -> None:
    wrong = Kind(kind.id, kind.server, "wrong-key:wrong-secret")
    with kind.server() as server:
        reason = one_reason(kind, ask(wrong, server))
        assert "키" in reason
        assert "wrong" not in reason


@each([kind for kind in KINDS if kind.key])
def test_a_key_that_fits_in_no_header_is_not_told_either(kind: Kind) -> None:
    for key in ["한글:열쇠", "two\nlines:two\nlines"]:
        wrong = Kind(kind.id, kind.server, key)
        with kind.server() as server:
            reason = one_reason(kind, ask(wrong, server))
            assert not {"한글", "열쇠", "lines"} & set(reason.split())
            assert server.received == []


@each(KINDS)
@settings(max_examples=20)
@given(
    texts=st.lists(
        st.one_of(
            st.text("가나 &<>QXA1.", min_size=1, max_size=3_000), st.text(min_size=1, max_size=30)
        ),
        max_size=120,
    )
)
def test_every_request_is_within_the_limits(kind: Kind, texts: list[str]) -> None:
    count, size = _MOST[kind.id]
    with kind.server() as server:
        ask(kind, server, texts)
        for request in server.received:
            sent, taken = _measured(kind, request)
            assert sent <= count
            assert taken <= size


# What the services say of themselves: texts in a request, and bytes or characters of them.
_MOST = {
    "deepl": (50, 128 * 1024),
    "papago": (40, 5_000),
    "microsoft": (1_000, 50_000),
    "libretranslate": (8, 2_000),
    "mymemory": (1, 500),
}


def _measured(kind: Kind, request: Request) -> tuple[int, int]:
    match kind.id:
        case "deepl":
            return len(request.json["text"]), len(request.body)
        case "papago":
            return len(request.form["text"].split("\n")), len(request.form["text"])
        case "microsoft":
            return len(request.json), sum(len(text["text"]) for text in request.json)
        case "libretranslate":
            return len(request.json["q"]), sum(map(len, request.json["q"]))
    return 1, len(request.query["q"].encode())
