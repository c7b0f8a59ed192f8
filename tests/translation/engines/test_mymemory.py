"""What only MyMemory has: refusals with status 200, and translations of something else."""

import pytest

from pressgen.translation.engines import EngineSettings
from pressgen.translation.engines.mymemory import MyMemoryService
from tests.translation.engines.loopback import Fault
from tests.translation.engines.mymemory_server import MyMemoryServer
from tests.translation.engines.support import (
    MYMEMORY,
    SENTENCE,
    Kind,
    ask,
    engine_at,
    one_reason,
    said,
)


def test_it_is_asked_over_https() -> None:
    service = MyMemoryService(EngineSettings())
    assert service._url.startswith("https://api.mymemory.translated.net/")


def test_its_key_is_an_address_to_write_to() -> None:
    named = Kind("mymemory", MyMemoryServer, "desk@example.kr")
    with MyMemoryServer() as server:
        assert ask(named, server, [SENTENCE]) == said(named, [SENTENCE])
        assert server.received[0].query["de"] == "desk@example.kr"
    with MyMemoryServer() as server:
        ask(MYMEMORY, server, [SENTENCE])
        assert "de" not in server.received[0].query


def test_a_quota_that_is_used_up_ends_it() -> None:
    with (
        MyMemoryServer(fault=Fault.QUOTA_TEXT) as server,
        engine_at(MYMEMORY, server.url) as engine,
    ):
        assert "번역량" in one_reason(MYMEMORY, list(engine.translate(["이사장", "시장"])))
        assert len(server.received) == 1


def test_a_quota_that_only_a_field_tells_of_ends_it_too() -> None:
    with MyMemoryServer() as server:
        server.is_finished = True
        assert "번역량" in one_reason(MYMEMORY, ask(MYMEMORY, server, ["이사장", "시장"]))
        assert len(server.received) == 1


def test_the_translation_of_a_sentence_that_is_only_like_it_is_none() -> None:
    with MyMemoryServer() as server:
        server.remembered = "울산시는 협약을 맺지 않았다고 밝혔다."
        assert "비슷한 다른 문장" in one_reason(MYMEMORY, ask(MYMEMORY, server, [SENTENCE]))
        server.remembered = SENTENCE
        assert ask(MYMEMORY, server, [SENTENCE]) == said(MYMEMORY, [SENTENCE])


def test_an_answer_with_entities_is_text() -> None:
    with MyMemoryServer(lambda _text: "It&#39;s &quot;R&amp;D&quot;") as server:
        [answer] = ask(MYMEMORY, server, ["연구개발이다"])
        assert answer.text == 'It\'s "R&D"'


@pytest.mark.parametrize(
    ("english", "is_over"),
    [
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", False),
        ("INVALID LANGUAGE PAIR SPECIFIED. EXAMPLE: LANGPAIR=EN|IT", True),
    ],
)
def test_a_warning_says_whether_the_next_text_would_meet_it_too(
    english: str, is_over: bool
) -> None:
    with MyMemoryServer(lambda _text: english) as server:
        assert "오류 안내" in one_reason(MYMEMORY, ask(MYMEMORY, server, ["이사장", "시장"]))
        assert len(server.received) == (1 if is_over else 2)
