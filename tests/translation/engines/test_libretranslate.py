"""What only LibreTranslate has: a server of one's own, with or without a key, and with its models."""

import pytest

from pressgen.translation.engines import EngineSettings, NotReadyError, open_engine
from tests.translation.engines.libretranslate_server import LibreTranslateServer
from tests.translation.engines.loopback import Fault
from tests.translation.engines.support import LIBRETRANSLATE, TEXTS, Kind, ask, one_reason, said

KEYED = Kind("libretranslate", LibreTranslateServer, "libre-secret")


def test_names_are_in_tags() -> None:
    with LibreTranslateServer() as server:
        ask(LIBRETRANSLATE, server, ["QXA는 R&D를"])
        assert server.requests == [['<span translate="no">QXA</span>는 R&amp;D를']]


@pytest.mark.parametrize("is_old", [True, False])
def test_what_an_old_server_leaves_escaped_is_text_too(is_old: bool) -> None:
    texts = ["연구개발(R&D) 예산은 <5", "QXA는 Q&notes를 받았다"]
    with LibreTranslateServer() as server:
        server.is_old = is_old
        assert ask(LIBRETRANSLATE, server, texts) == said(LIBRETRANSLATE, texts)


def test_a_text_that_speaks_of_entities_keeps_them() -> None:
    texts = ["부등호는 &lt;로 적는다"]
    with LibreTranslateServer() as server:
        assert ask(LIBRETRANSLATE, server, texts) == said(LIBRETRANSLATE, texts)


def test_a_server_that_wants_a_key_gets_it() -> None:
    with LibreTranslateServer() as server:
        server.key = KEYED.key
        assert ask(KEYED, server) == said(KEYED, TEXTS)
        assert "키가 필요한" in one_reason(LIBRETRANSLATE, ask(LIBRETRANSLATE, server))


def test_a_server_without_korean_says_so_once() -> None:
    with LibreTranslateServer() as server:
        server.knows_korean = False
        texts = [*TEXTS, *(f"{number}번째 문장" for number in range(20))]
        assert "ko → en" in one_reason(LIBRETRANSLATE, ask(LIBRETRANSLATE, server, texts))
        assert len(server.received) == 1


def test_a_refusal_by_a_server_that_has_korean_is_the_texts_own() -> None:
    with LibreTranslateServer(fault=Fault.BAD_REQUEST) as server:
        assert "400" in one_reason(LIBRETRANSLATE, ask(LIBRETRANSLATE, server))


@pytest.mark.parametrize(
    ("url", "leaves"),
    [
        ("http://localhost:5000", False),
        ("http://10.0.0.7:5000/", False),
        ("http://translate.internal", False),
        ("https://libretranslate.com", True),
    ],
)
def test_the_address_says_whether_the_text_leaves_the_house(url: str, leaves: bool) -> None:
    engine = open_engine("libretranslate", EngineSettings(url=url))
    assert engine.leaves_house is leaves
    engine.close()


def test_without_an_address_it_says_where_to_put_it() -> None:
    with pytest.raises(NotReadyError, match=r"\[engines.libretranslate\]"):
        open_engine("libretranslate", EngineSettings())
