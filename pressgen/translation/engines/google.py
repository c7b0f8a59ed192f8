"""Google Translate, through deep-translator's GoogleTranslator.

GoogleTranslator reads Google's page for phones; the line under it, and the judgement of what comes
back, are pressgen's.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

import deep_translator.google

from pressgen.translation.engines import ENGINES, Engine, EngineName, EngineSettings, numbered
from pressgen.translation.engines.house import host_of
from pressgen.translation.engines.line import Line, LineError, Page
from pressgen.translation.engines.service import ServiceEngine
from pressgen.translation.engines.stand_in import StandIn
from pressgen.translation.engines.verdict import blocked, error_code, no_answer

_URL = "https://translate.google.com/m"
_URL_BYTES = 14_000  # Google answers a longer address with an error
_PARAMETERS = len("?tl=en&sl=ko&q=")
_RESULT = re.compile(r"<div\b[^>]*\bclass=[\"']?(?:result-container|t0)\b[^>]*>", re.IGNORECASE)
_RESULT_END = re.compile(r"</div\s*>", re.IGNORECASE)

_requests = StandIn(deep_translator.google)


class GoogleService:
    """Google Translate, Korean to English."""

    name: EngineName = ENGINES["google"]
    at_once = 1  # more, and it takes the sender for a robot

    def __init__(self, settings: EngineSettings) -> None:
        self._url = settings.url or _URL
        self.host = host_of(self._url)
        self._room = _URL_BYTES - len(quote_plus(self._url)) - _PARAMETERS
        self._line = Line(settings)

    def refusal(self, text: str) -> str | None:
        return numbered.refusal(text, self._room)

    def fits(self, batch: Sequence[str]) -> bool:
        return numbered.fits(batch, self._room)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        text = numbered.write(batch)
        reply = self._ask(text)
        if reason := no_answer(text, reply):
            raise LineError(reason, over=False)
        return numbered.read(reply, len(batch))

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()

    def _ask(self, text: str) -> str:
        translator = deep_translator.google.GoogleTranslator(source="ko", target="en")
        return _requests.translated(translator.translate, text, self._page)

    def _page(self, _url: str, params: Mapping[str, str]) -> Page:
        """Return the page for deep-translator to read, if there is a whole translation in it."""
        page = self._line.get(self._url, params)
        result = _RESULT.search(page.text)
        if not result:
            raise _no_result(page.text)
        if not _RESULT_END.search(page.text, result.end()):
            raise LineError("번역문이 중간에 끊겼습니다", over=False)
        return page


def _no_result(page: str) -> LineError:
    if blocked(page):
        return LineError("자동 요청으로 보고 차단했습니다. 잠시 뒤에 다시 하세요", over=True)
    if code := error_code(page):
        return LineError(f"번역 대신 오류 페이지가 돌아왔습니다({code})", over=False)
    return LineError("번역문이 없는 페이지가 돌아왔습니다", over=False)


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    return ServiceEngine(lambda: GoogleService(settings), settings)
