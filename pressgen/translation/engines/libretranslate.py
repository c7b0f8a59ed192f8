"""A LibreTranslate server, by its HTTP interface: one's own, so that the text stays in the house.

The texts go as HTML, in which it leaves `translate="no"` alone. It answers with entities resolved, so
that what comes back is no longer HTML; an older server leaves them.
https://docs.libretranslate.com
"""

from collections.abc import Sequence

from pressgen.translation.engines import (
    ENGINES,
    Engine,
    EngineName,
    EngineSettings,
    NotReadyError,
)
from pressgen.translation.engines.house import host_of
from pressgen.translation.engines.limits import Limits
from pressgen.translation.engines.line import Line, LineError
from pressgen.translation.engines.markup import HTML, has_entities, unescaped
from pressgen.translation.engines.service import ServiceEngine

# Its operator sets the limits, by default none. It translates the texts of a request one after the
# other, on a processor often at a second each, and the answer has to be there in time.
_LIMITS = Limits(8, 2_000, lambda text: len(HTML.write(text)))
_REFUSED = "요청을 거절했습니다(400). 키가 필요한 서버인지 확인하세요"
_NO_KOREAN = "이 서버에는 한국어를 영어로 옮기는 모델이 없습니다(ko → en)"


class LibreTranslateService:
    """A LibreTranslate server, Korean to English."""

    name: EngineName = ENGINES["libretranslate"]
    at_once = 2

    def __init__(self, settings: EngineSettings) -> None:
        self._url = (settings.url or "").rstrip("/")
        self.host = host_of(self._url)
        self._key = {"api_key": settings.key} if settings.key else {}
        self._line = Line(settings)

    def refusal(self, text: str) -> str | None:
        return _LIMITS.refusal(text)

    def fits(self, batch: Sequence[str]) -> bool:
        return _LIMITS.fits(batch)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        texts = [HTML.write(text) for text in batch]
        query = {"q": texts, "source": "ko", "target": "en", "format": "html", **self._key}
        try:
            answer = self._line.post(f"{self._url}/translate", json=query).json()
        except LineError as error:
            if error.status == 400:
                self._check_refusal()
            raise
        match answer:
            case {"translatedText": [*translations]} if all(
                isinstance(english, str) for english in translations
            ):
                # zip would hide a wrong count, which the driver is to see.
                return [
                    _plain(english, batch[place] if place < len(batch) else "")
                    for place, english in enumerate(translations)
                ]
        raise LineError("번역문이 없는 답이 돌아왔습니다", over=False)

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()

    def _check_refusal(self) -> None:
        """Raise LineError with what the server refuses every text for, if it is that.

        It says 400 to a language that it lacks and to a missing key, as to any mistake in a request.
        """
        languages = self._line.get(f"{self._url}/languages", {}).json()
        try:
            knows_korean = any(one["code"] == "ko" and "en" in one["targets"] for one in languages)
        except (TypeError, KeyError):
            return  # an answer that says nothing about it
        if not knows_korean:
            raise LineError(_NO_KOREAN, over=True)
        if not self._key:
            raise LineError(_REFUSED, over=False)


def _plain(english: str, source: str) -> str:
    """Return an answer as plain text; what the source has of entities is the source's own."""
    answer = HTML.untagged(english)
    return answer if has_entities(source) else unescaped(answer)


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    if not settings.url:
        message = '서버의 주소가 없습니다. pressgen.toml의 [engines.libretranslate] 아래에 url = "http://localhost:5000"처럼 적으세요'
        raise NotReadyError(message)
    return ServiceEngine(lambda: LibreTranslateService(settings), settings)
