"""Google Translate, through deep-translator's GoogleTranslator.

GoogleTranslator reads Google's page for phones; the line under it, and the judgement of what comes
back, are pressgen's.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Any
from urllib.parse import quote_plus

import deep_translator.google
import requests

from pressgen.translation.engines import ENGINES, Answer, EngineName, EngineSettings, numbered
from pressgen.translation.engines.line import Line, LineError, Page
from pressgen.translation.engines.verdict import blocked, error_code, judge, no_answer

_URL = "https://translate.google.com/m"
_URL_BYTES = 14_000  # Google answers a longer address with an error
_PARAMETERS = len("?tl=en&sl=ko&q=")
_RESULT = re.compile(r"<div\b[^>]*\bclass=[\"']?(?:result-container|t0)\b[^>]*>", re.IGNORECASE)
_RESULT_END = re.compile(r"</div\s*>", re.IGNORECASE)

Get = Callable[[str, Mapping[str, str]], Page]


class _Requests:
    """Stands where deep_translator.google has the name `requests`, to give it a line of ours.

    GoogleTranslator calls `requests.get` itself, without a timeout and on a connection of its own,
    and has no argument for either. Here its call goes to the `get` of the engine that is at work in
    this context (a thread is a context too); anybody else's call, as ever, goes to requests.
    """

    def __init__(self) -> None:
        self.at_work: ContextVar[Get | None] = ContextVar("pressgen_google_get", default=None)

    def get(self, url: str, params: Any = None, **options: Any) -> Any:
        ours = self.at_work.get()
        return ours(url, params) if ours else requests.get(url, params, **options)  # noqa: S113

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)


_requests = _Requests()
deep_translator.google.requests = _requests


class GoogleEngine:
    """Google Translate, Korean to English. For one thread at a time.

    After a 429, or a failure that the next request would meet as well (no connection, no answer in
    time), it sends nothing more: every further text is answered with that reason.
    """

    name: EngineName = ENGINES["google"]

    def __init__(self, settings: EngineSettings) -> None:
        self._url = settings.url or _URL
        self._room = _URL_BYTES - len(quote_plus(self._url)) - _PARAMETERS
        self._line = Line(settings)
        self._over: str | None = None

    def translate(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer for each text, in order; see `Engine.translate`."""
        for batch in numbered.pack(texts, self._room):
            yield from self._answers(batch)

    def close(self) -> None:
        self._line.close()

    def _answers(self, batch: list[str]) -> Iterator[Answer]:
        try:
            translations = self._translations(batch)
        except LineError as error:
            if error.over:
                self._over = error.reason
            yield from [self._failed(error.reason)] * len(batch)
        except numbered.ScrambledError as error:
            yield from [self._failed(str(error))] * len(batch)
        else:
            for source, english in zip(batch, translations, strict=True):
                reason = judge(source, english)
                yield self._failed(reason) if reason else Answer(english)

    def _translations(self, batch: list[str]) -> list[str]:
        if self._over:
            raise LineError(self._over, over=True)
        reason = numbered.refusal(batch[0], self._room)  # a text refused is a batch of its own
        if reason:
            raise LineError(reason, over=False)
        text = numbered.write(batch)
        reply = self._ask(text)
        reason = no_answer(text, reply)
        if reason:
            raise LineError(reason, over=False)
        return numbered.read(reply, len(batch))

    def _ask(self, text: str) -> str:
        translator = deep_translator.google.GoogleTranslator(source="ko", target="en")
        token = _requests.at_work.set(self._page)
        try:
            reply = translator.translate(text)
        except LineError:
            raise
        except Exception as error:
            # Its exceptions, and those of the parser under it on a strange page, have no base of
            # their own; and they quote the text, so they end here.
            name = type(error).__name__
        else:
            # Google sprinkles zero-width spaces. None is its word for punctuation that came back.
            return (reply or "").replace("\u200b", "").strip()
        finally:
            _requests.at_work.reset(token)
        raise LineError(f"답을 읽지 못했습니다({name})", over=False)

    def _page(self, _url: str, params: Mapping[str, str]) -> Page:
        """Return the page for deep-translator to read, if there is a whole translation in it."""
        page = self._line.get(self._url, params)
        result = _RESULT.search(page.text)
        if not result:
            raise _no_result(page.text)
        if not _RESULT_END.search(page.text, result.end()):
            raise LineError("번역문이 중간에 끊겼습니다", over=False)
        return page

    def _failed(self, reason: str) -> Answer:
        return Answer(None, f"{self.name.korean}: {reason}")


def _no_result(page: str) -> LineError:
    if blocked(page):
        return LineError("자동 요청으로 보고 차단했습니다. 잠시 뒤에 다시 하세요", over=True)
    if code := error_code(page):
        return LineError(f"번역 대신 오류 페이지가 돌아왔습니다({code})", over=False)
    return LineError("번역문이 없는 페이지가 돌아왔습니다", over=False)


def open_engine(settings: EngineSettings) -> GoogleEngine:
    """Return the engine; it makes no connection before the first text."""
    return GoogleEngine(settings)
