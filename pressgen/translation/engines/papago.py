"""Papago Text Translation of Naver Cloud, by its HTTP interface.

The endpoint that deep-translator calls was closed in 2024. One text goes in a request, so a batch is
numbered lines, as with Google. https://api.ncloud-docs.com/docs/ai-naver-papagonmt
"""

from collections.abc import Sequence

from pressgen.translation.engines import (
    ENGINES,
    Engine,
    EngineName,
    EngineSettings,
    NotReadyError,
    numbered,
)
from pressgen.translation.engines.house import host_of
from pressgen.translation.engines.keys import missing_key
from pressgen.translation.engines.line import Line, LineError
from pressgen.translation.engines.service import ServiceEngine
from pressgen.translation.engines.verdict import no_answer

_URL = "https://papago.apigw.ntruss.com/nmt/v1/translation"
_BODY_BYTES = 10_000_000  # the gateway's; Papago's own limit is 5,000 characters, as numbered's
_KEY = "클라이언트 ID:클라이언트 시크릿"


class PapagoService:
    """Papago, Korean to English."""

    name: EngineName = ENGINES["papago"]
    at_once = 2

    def __init__(self, settings: EngineSettings) -> None:
        self._url = settings.url or _URL
        self.host = host_of(self._url)
        client, _, secret = (settings.key or "").partition(":")
        self._headers = {"X-NCP-APIGW-API-KEY-ID": client, "X-NCP-APIGW-API-KEY": secret}
        self._line = Line(settings)

    def refusal(self, text: str) -> str | None:
        return numbered.refusal(text, _BODY_BYTES)

    def fits(self, batch: Sequence[str]) -> bool:
        return numbered.fits(batch, _BODY_BYTES)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        text = numbered.write(batch)
        form = {"source": "ko", "target": "en", "text": text}
        match self._line.post(self._url, headers=self._headers, data=form).json():
            case {"message": {"result": {"translatedText": str(reply)}}}:
                reply = reply.strip()
            case _:
                raise LineError("번역문이 없는 답이 돌아왔습니다", over=False)
        if reason := no_answer(text, reply):
            raise LineError(reason, over=False)
        return numbered.read(reply, len(batch))

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    if not settings.key:
        raise NotReadyError(missing_key("papago", _KEY))
    client, _, secret = settings.key.partition(":")
    if not (client and secret):
        raise NotReadyError(f"키를 “{_KEY}” 꼴로 적으세요. 둘 다 네이버 클라우드 콘솔에 있습니다.")
    return ServiceEngine(lambda: PapagoService(settings), settings)
