"""A stand-in for DeepL's interface, version 2: texts as XML, glossaries."""

import json
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from tests.translation.engines.loopback import (
    Fault,
    LoopbackServer,
    Reply,
    Request,
    json_reply,
    translated_texts,
)

KEY = "5a1e2f33-secret:fx"


class DeepLServer(LoopbackServer):
    """The server; `requests`: the lists of texts, as they came, `glossaries`: those made, in order.

    refuses_glossaries: a status with which every request for them is answered; None answers well.
    """

    refuses_glossaries: int | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.glossaries: list[dict[str, str]] = []

    @property
    def requests(self) -> list[list[str]]:
        return [request.json["text"] for request in self.received]

    def asks(self, request: Request) -> bool:
        return request.path == "/v2/translate"

    def error(self, status: int) -> Reply:
        return json_reply({"message": "Something is wrong"}, status)

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        if request.headers.get("authorization") != f"DeepL-Auth-Key {KEY}":
            return self.error(403)
        if len(request.body) > 128 * 1024 and self.asks(request):
            return self.error(413)
        match request.method, request.path:
            case "GET", "/v2/glossaries" if self.refuses_glossaries is None:
                return json_reply({"glossaries": [_told(*pair) for pair in self._numbered()]})
            case "POST", "/v2/glossaries" if self.refuses_glossaries is None:
                self.glossaries.append(request.json)
                return json_reply(_told(*self._numbered()[-1]), 201)
            case _, "/v2/glossaries":
                return self.error(self.refuses_glossaries or 405)
            case "POST", "/v2/translate":
                return self._translated(request, fault)
        return self.error(404)

    def _translated(self, request: Request, fault: Fault | None) -> Reply:
        asked = request.json
        texts = asked["text"]
        languages = asked["source_lang"], asked["target_lang"], asked["tag_handling"]
        if languages != ("KO", "EN-US", "xml") or not 1 <= len(texts) <= 50:
            return self.error(400)
        known = [None, *(f"id-{number}" for number, _ in self._numbered())]
        if asked.get("glossary_id") not in known:
            return self.error(404)
        try:
            roots = [ElementTree.fromstring(f"<r>{text}</r>") for text in texts]
        except ElementTree.ParseError:
            return json_reply({"message": "Tag handling parsing failed"}, 400)
        english = translated_texts(
            [self._inner(root, asked["ignore_tags"], fault) for root in roots],
            lambda text: text,
            fault if fault is not Fault.ECHO else None,
        )
        told: dict[str, object] = {"detected_source_language": "KO"}
        if asked.get("show_billed_characters"):
            told["billed_characters"] = 7
        return json_reply({"translations": [told | {"text": text} for text in english]})

    def _inner(self, element: ElementTree.Element, ignored: list[str], fault: Fault | None) -> str:
        def english(text: str | None) -> str:
            return escape((text if fault is Fault.ECHO else self.translate(text or "")) or "")

        result = english(element.text)
        for child in element:
            inner = escape(child.text or "") if child.tag in ignored else english(child.text)
            result += f"<{child.tag}>{inner}</{child.tag}>{english(child.tail)}"
        return result

    def _numbered(self) -> list[tuple[int, dict[str, str]]]:
        return list(enumerate(self.glossaries, 1))


def _told(number: int, glossary: dict[str, str]) -> dict[str, object]:
    return {
        "glossary_id": f"id-{number}",
        "name": glossary["name"],
        "ready": True,
        "source_lang": glossary["source_lang"].lower(),
        "target_lang": glossary["target_lang"].lower(),
        "creation_time": "2026-11-24T09:00:00.000000Z",
        "entry_count": len(json.dumps(glossary["entries"]).split("\\n")),
    }
