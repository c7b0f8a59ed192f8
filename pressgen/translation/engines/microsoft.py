"""Microsoft Translator (Azure AI Translator, version 3.0), by its HTTP interface.

Not through deep-translator: its MicrosoftTranslator knows Korean, but fetches the list of languages
each time it is made, sends one text a request, and both without a timeout; the interface takes a
thousand texts, and tags for what must stay.
https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/translate
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
from pressgen.translation.engines.keys import missing_key
from pressgen.translation.engines.limits import Limits
from pressgen.translation.engines.line import Line, LineError
from pressgen.translation.engines.markup import HTML
from pressgen.translation.engines.service import ServiceEngine

_URL = "https://api.cognitive.microsofttranslator.com/translate"
_QUERY = "?api-version=3.0&from=ko&to=en&textType=html"
# It takes 1,000 texts of 50,000 characters together, tags and all. Smaller requests spread what is
# asked over the hour, as its quota wants it, and lose less when one fails.
_LIMITS = Limits(100, 10_000, lambda text: len(HTML.write(text)))


class MicrosoftService:
    """Microsoft Translator, Korean to English."""

    name: EngineName = ENGINES["microsoft"]
    at_once = 2

    def __init__(self, settings: EngineSettings) -> None:
        url = settings.url or _URL
        self.host = host_of(url)
        self._url = url + _QUERY
        key, _, region = (settings.key or "").partition(":")
        self._headers = {"Ocp-Apim-Subscription-Key": key}
        if region:
            self._headers["Ocp-Apim-Subscription-Region"] = region
        self._line = Line(settings)

    def refusal(self, text: str) -> str | None:
        return _LIMITS.refusal(text)

    def fits(self, batch: Sequence[str]) -> bool:
        return _LIMITS.fits(batch)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        texts = [{"text": HTML.write(text)} for text in batch]
        answers = self._line.post(self._url, headers=self._headers, json=texts).json()
        if not isinstance(answers, list):
            raise LineError("번역문이 없는 답이 돌아왔습니다", over=False)
        return [HTML.read(_english(answer)) for answer in answers]

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()


def _english(answer: object) -> str:
    match answer:
        case {"translations": [{"text": str(english)}]}:
            return english
    raise LineError("번역문이 없는 답이 돌아왔습니다", over=False)


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    if not settings.key:
        raise NotReadyError(missing_key("microsoft", "키:지역"))
    return ServiceEngine(lambda: MicrosoftService(settings), settings)
