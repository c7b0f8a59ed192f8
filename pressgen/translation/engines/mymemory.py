"""MyMemory, through deep-translator's MyMemoryTranslator, over HTTPS.

deep-translator itself goes over plain HTTP, and takes anything for a translation: a warning, which
MyMemory sends with status 200, as well as the translation of some other sentence that is like the one
asked for, which MyMemory, being a memory, prefers to a machine's. Here neither passes.
https://mymemory.translated.net/doc/spec.php
"""

from collections.abc import Mapping, Sequence

import deep_translator.mymemory

from pressgen.translation.engines import ENGINES, Engine, EngineName, EngineSettings
from pressgen.translation.engines.house import host_of
from pressgen.translation.engines.limits import Limits
from pressgen.translation.engines.line import Line, LineError, Page
from pressgen.translation.engines.markup import has_entities, unescaped
from pressgen.translation.engines.numbered import fold
from pressgen.translation.engines.service import ServiceEngine
from pressgen.translation.engines.stand_in import StandIn
from pressgen.translation.engines.verdict import warning

_URL = "https://api.mymemory.translated.net/get"
_LIMITS = Limits(1, 499, lambda text: len(text.encode()))  # it takes 500; deep-translator fewer

_requests = StandIn(deep_translator.mymemory)


class MyMemoryService:
    """MyMemory, Korean to English. Its key is an e-mail address, with which it translates more a day."""

    name: EngineName = ENGINES["mymemory"]
    at_once = 1

    def __init__(self, settings: EngineSettings) -> None:
        self._url = settings.url or _URL
        self.host = host_of(self._url)
        self._email = settings.key
        self._line = Line(settings)

    def refusal(self, text: str) -> str | None:
        return _LIMITS.refusal(text)

    def fits(self, batch: Sequence[str]) -> bool:
        return _LIMITS.fits(batch)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of one text; see `Service.request`."""
        [text] = batch
        translator = deep_translator.mymemory.MyMemoryTranslator(
            source="ko-KR", target="en-US", email=self._email
        )
        english = _requests.translated(translator.translate, text, self._page)
        return [english if has_entities(text) else unescaped(english)]

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()

    def _page(self, _url: str, params: Mapping[str, str]) -> Page:
        """Return the page for deep-translator to read, if there is a translation of the text in it."""
        page = self._line.get(self._url, params)
        match page.json():
            case {"responseData": {"translatedText": str(english)}} as answer if english:
                _check_warning(answer, english)
                _check_source(answer, english, params["q"])
                return page
        raise LineError("번역문이 없는 답이 돌아왔습니다", over=False)


def _check_warning(answer: Mapping[str, object], english: str) -> None:
    """Raise LineError for a refusal that came with status 200."""
    status = str(answer.get("responseStatus", "200"))
    if answer.get("quotaFinished") is True or "FREE TRANSLATIONS" in english:
        raise LineError("오늘 쓸 수 있는 번역량을 다 썼습니다", over=True)
    if warning(english):
        raise LineError("번역 대신 오류 안내가 돌아왔습니다", over="QUERY" not in english)
    if status != "200":
        raise LineError(f"요청을 거절했습니다({status})", over=status in ("401", "429"))


def _check_source(answer: Mapping[str, object], english: str, text: str) -> None:
    """Raise LineError where the translation is remembered for another text; a machine's has this one."""
    matches = answer.get("matches")
    sources = [
        fold(unescaped(str(match.get("segment"))))
        for match in (matches if isinstance(matches, list) else [])
        if isinstance(match, dict) and match.get("translation") == english
    ]
    if sources and fold(unescaped(text)) not in sources:
        raise LineError("비슷한 다른 문장의 번역이 돌아왔습니다", over=False)


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    return ServiceEngine(lambda: MyMemoryService(settings), settings)
