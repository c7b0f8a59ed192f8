"""A stand-in for Microsoft Translator, version 3.0."""

from tests.translation.engines.html_texts import translated_html
from tests.translation.engines.loopback import (
    Fault,
    LoopbackServer,
    Reply,
    Request,
    json_reply,
    translated_texts,
)

KEY, REGION = "microsoft-secret", "koreacentral"


class MicrosoftServer(LoopbackServer):
    """The server; `requests`: the lists of texts, as they came. `is_global`: its keys have no region."""

    path = "/translate"
    is_global = False

    @property
    def requests(self) -> list[list[str]]:
        return [[text["text"] for text in request.json] for request in self.received]

    def error(self, status: int) -> Reply:
        return json_reply({"error": {"code": status * 1000, "message": "Wrong"}}, status)

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        headers, query = request.headers, request.query
        region = headers.get("ocp-apim-subscription-region")
        if (headers.get("ocp-apim-subscription-key"), region) != (
            KEY,
            None if self.is_global else REGION,
        ):
            return self.error(401)
        if query != {"api-version": "3.0", "from": "ko", "to": "en", "textType": "html"}:
            return self.error(400)
        texts = [text["text"] for text in request.json]
        if not 1 <= len(texts) <= 1_000 or sum(map(len, texts)) > 50_000:
            return self.error(400)
        english = translated_texts(texts, lambda text: translated_html(text, self.translate), fault)
        return json_reply([{"translations": [{"text": text, "to": "en"}]} for text in english])
