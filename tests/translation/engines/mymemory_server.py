"""A stand-in for MyMemory, whose refusals come with status 200."""

from tests.translation.engines.loopback import (
    Fault,
    LoopbackServer,
    Reply,
    Request,
    json_reply,
    translated_texts,
)

TOO_LONG = "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"


class MyMemoryServer(LoopbackServer):
    """The server; `requests`: the texts it was sent, as they came.

    remembered: the source of a translation in its memory, None for the text itself, by a machine.
    is_finished: it says that the quota is used up, and nothing else does.
    """

    path = "/get"
    remembered: str | None = None
    is_finished = False

    @property
    def requests(self) -> list[str]:
        return [request.query.get("q", "") for request in self.received]

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        text = request.query["q"]
        if request.query["langpair"] != "ko-KR|en-US":
            return self._answer("PLEASE SELECT TWO DISTINCT LANGUAGES", text, "403")
        if len(text.encode()) > 500:
            return self._answer(TOO_LONG, text, "403")
        if fault is Fault.MISSING:
            return json_reply({"responseData": None, "responseStatus": 200})
        [english] = translated_texts([text], self.translate, fault)
        return self._answer(english, text, 200)

    def _answer(self, english: str, text: str, status: int | str) -> Reply:
        segment = self.remembered or text
        by = "MT!" if self.remembered is None else "MateCat"
        return json_reply(
            {
                "responseData": {"translatedText": english, "match": 0.85},
                "quotaFinished": self.is_finished,
                "responseDetails": "" if status == 200 else english,
                "responseStatus": status,
                "matches": [{"segment": segment, "translation": english, "created-by": by}],
            }
        )
