"""What only DeepL has: a glossary, a package, addresses for those who pay and those who don't."""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pressgen.translation.engines import EngineSettings, NotReadyError, open_engine
from pressgen.translation.engines.deepl import DeepLService, _Glossary
from pressgen.translation.engines.sent import SentLog
from tests.translation.engines.deepl_server import KEY, DeepLServer
from tests.translation.engines.loopback import Fault
from tests.translation.engines.support import DEEPL, SENTENCE, TEXTS, ask, one_reason, said

GLOSSARY = {"하늘시": "Haneul City", "별빛축제": "Starlight Festival"}


def test_names_are_in_tags_and_the_rest_is_escaped() -> None:
    with DeepLServer() as server:
        ask(DEEPL, server, ["QXA는 R&D를 <시작>했다"])
        assert server.requests == [["<x>QXA</x>는 R&amp;D를 &lt;시작&gt;했다"]]
        assert server.received[0].json["ignore_tags"] == ["x"]


def test_without_a_glossary_none_is_asked_for() -> None:
    with DeepLServer() as server:
        ask(DEEPL, server)
        assert server.glossaries == []
        assert "glossary_id" not in server.received[0].json


def test_the_glossary_stays_in_the_house_unless_the_settings_say_otherwise() -> None:
    with DeepLServer() as server:
        assert ask(DEEPL, server, glossary=GLOSSARY) == said(DEEPL, TEXTS)
        assert "glossary_id" not in server.received[0].json


def test_the_glossary_is_made_once_and_found_again() -> None:
    with DeepLServer(delay=0.05) as server:
        texts = [f"{number}번째 문장입니다." for number in range(200)]
        assert ask(
            DEEPL, server, texts, glossary=GLOSSARY, uploads_glossary=True, at_once=4
        ) == said(DEEPL, texts)
        assert ask(DEEPL, server, glossary=GLOSSARY, uploads_glossary=True) == said(DEEPL, TEXTS)
        [made] = server.glossaries
        assert (made["source_lang"], made["target_lang"]) == ("KO", "EN")
        assert made["entries"] == "별빛축제\tStarlight Festival\n하늘시\tHaneul City"
        assert {request.json["glossary_id"] for request in server.received} == {"id-1"}


def test_a_glossary_that_was_changed_is_another_one() -> None:
    with DeepLServer() as server:
        ask(DEEPL, server, glossary=GLOSSARY, uploads_glossary=True)
        ask(DEEPL, server, glossary=GLOSSARY | {"시청": "City Hall"}, uploads_glossary=True)
        assert [request.json["glossary_id"] for request in server.received] == ["id-1", "id-2"]


@pytest.mark.parametrize("status", [400, 403, 404, 456])
def test_an_account_that_has_no_glossaries_translates_without(status: int) -> None:
    with DeepLServer() as server:
        server.refuses_glossaries = status
        assert ask(DEEPL, server, glossary=GLOSSARY, uploads_glossary=True) == said(DEEPL, TEXTS)
        assert "glossary_id" not in server.received[0].json


def test_a_term_that_no_glossary_takes_is_no_reason_not_to_translate() -> None:
    with DeepLServer() as server:
        assert ask(
            DEEPL, server, glossary={"하늘\t시": "Sky\tCity"}, uploads_glossary=True
        ) == said(DEEPL, TEXTS)


def test_without_a_connection_the_glossary_is_no_second_wait() -> None:
    with DeepLServer() as server:
        pass
    assert "연결" in one_reason(
        DEEPL, ask(DEEPL, server, glossary=GLOSSARY, uploads_glossary=True, retries=0)
    )


def test_what_the_glossary_sends_is_noted_without_its_text(tmp_path: Path) -> None:
    log = tmp_path / "sent.log"
    with DeepLServer() as server:
        sent = SentLog(log, ZoneInfo("Asia/Seoul"))
        ask(DEEPL, server, [SENTENCE], glossary=GLOSSARY, uploads_glossary=True, sent=sent)
    texts, terms = log.read_text("utf-8").splitlines()
    assert texts.split("\t")[1:5] == ["deepl", "127.0.0.1", "1", str(len(SENTENCE))]
    assert terms.split("\t")[1:5] == ["deepl", "127.0.0.1", "2", "7"]
    assert "하늘시" not in terms


def test_a_redirect_takes_neither_the_key_nor_the_texts_along() -> None:
    with DeepLServer(fault=Fault.REDIRECT_LOOP) as server:
        assert "302" in one_reason(DEEPL, ask(DEEPL, server))
        assert len(server.received) == 1


@pytest.mark.parametrize(
    ("key", "host"), [(KEY, "api-free.deepl.com"), ("5a1e2f33-secret", "api.deepl.com")]
)
def test_the_key_says_where_its_owner_is_served(key: str, host: str) -> None:
    settings = EngineSettings(key=key)
    service = DeepLService(settings, _Glossary(settings))
    assert service.host == host
    service.close()


def test_an_address_may_have_a_path_and_a_slash() -> None:
    for url in ["https://proxy.example/deepl", "https://proxy.example/deepl/"]:
        settings = EngineSettings(url=url, key=KEY)
        service = DeepLService(settings, _Glossary(settings))
        assert service._translator.server_url == "https://proxy.example/deepl/"


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deepl", None)
    with pytest.raises(NotReadyError, match="pip install deepl"):
        open_engine("deepl", EngineSettings(key=KEY))
