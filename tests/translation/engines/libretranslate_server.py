"""A stand-in for a LibreTranslate server."""

from html import unescape

from tests.translation.engines.html_texts import translated_html
from tests.translation.engines.loopback import (
    Fault,
    LoopbackServer,
    Reply,
    Request,
    json_reply,
    translated_texts,
)


class LibreTranslateServer(LoopbackServer):
    """The server; `requests`: the lists of texts, as they came.

    key: what it asks for, None for nothing. is_old: its answers have entities. knows_korean: it has
    the model.
    """

    key: str | None = None
    is_old = False
    knows_korean = True

    @property
    def requests(self) -> list[list[str]]:
        return [request.json["q"] for request in self.received]

    def asks(self, request: Request) -> bool:
        return request.path == "/translate"

    def error(self, status: int) -> Reply:
        return json_reply({"error": "Slowdown: 20 per 1 minute"}, status)

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        if request.path == "/languages":
            known = ["en", "es", "ko"] if self.knows_korean else ["en", "es"]
            return json_reply([{"code": code, "name": code, "targets": known} for code in known])
        asked = request.json
        if asked.get("api_key") != self.key:
            return json_reply({"error": "Please contact the server operator"}, 400)
        if not self.knows_korean or (asked["source"], asked["target"]) != ("ko", "en"):
            return json_reply({"error": "ko is not supported"}, 400)
        assert asked["format"] == "html"
        return json_reply({"translatedText": translated_texts(asked["q"], self._translated, fault)})

    def _translated(self, html: str) -> str:
        english = translated_html(html, self.translate)
        return english if self.is_old else unescape(english)
