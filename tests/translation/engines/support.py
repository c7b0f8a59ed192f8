"""What the tests of engines share: the engines with their servers, and asking one of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pressgen.translation.engines import Answer, Engine, EngineSettings, names, open_engine
from tests.translation.engines import deepl_server, microsoft_server, papago_server
from tests.translation.engines.deepl_server import DeepLServer
from tests.translation.engines.libretranslate_server import LibreTranslateServer
from tests.translation.engines.loopback import LoopbackServer, gibberish
from tests.translation.engines.microsoft_server import MicrosoftServer
from tests.translation.engines.mymemory_server import MyMemoryServer
from tests.translation.engines.papago_server import PapagoServer

TEXTS = ["이사장", "울산시는 협약을 맺었다고 밝혔다.", "1. 목적: 3개 기관 협력", "MOU"]
SENTENCE = "울산시는 협약을 맺었다고 밝혔다."


@dataclass(frozen=True)
class Kind:
    """An engine, its server, its key, and how many of TEXTS go in one request."""

    id: str
    server: Callable[..., LoopbackServer]
    key: str | None
    together: int = 4


DEEPL = Kind("deepl", DeepLServer, deepl_server.KEY)
PAPAGO = Kind("papago", PapagoServer, f"{papago_server.ID}:{papago_server.SECRET}")
MICROSOFT = Kind("microsoft", MicrosoftServer, f"{microsoft_server.KEY}:{microsoft_server.REGION}")
LIBRETRANSLATE = Kind("libretranslate", LibreTranslateServer, None)
MYMEMORY = Kind("mymemory", MyMemoryServer, None, together=1)


@contextmanager
def engine_at(kind: Kind, url: str, **options: Any) -> Iterator[Engine]:
    usual: dict[str, Any] = {"timeout": 5.0, "pause": 0.001, "deadline": 20.0, "at_once": 1}
    engine = open_engine(kind.id, EngineSettings(url=url, key=kind.key, **(usual | options)))
    try:
        yield engine
    finally:
        engine.close()


def ask(
    kind: Kind, server: LoopbackServer, texts: Sequence[str] = TEXTS, **options: Any
) -> list[Answer]:
    with engine_at(kind, server.url, **options) as engine:
        return list(engine.translate(texts))


def said(kind: Kind, texts: Sequence[str]) -> list[Answer]:
    return [Answer(gibberish(text), engine=kind.id) for text in texts]


def one_reason(kind: Kind, answers: Sequence[Answer]) -> str:
    """The reason of all the answers, none of which is a translation."""
    [reason] = {answer.reason for answer in answers}
    assert reason.startswith(f"{names(kind.id).korean}: ")
    assert len(reason.splitlines()) == 1
    return reason
