"""A stand-in for Papago Text Translation on Naver Cloud."""

from tests.translation.engines.loopback import (
    Fault,
    LoopbackServer,
    Reply,
    Request,
    json_reply,
    translated_lines,
)

ID, SECRET = "client-id-7", "client-secret-7"


class PapagoServer(LoopbackServer):
    """The server; `requests`: the texts it was sent, as they came."""

    path = "/nmt/v1/translation"

    @property
    def requests(self) -> list[str]:
        return [request.form.get("text", "") for request in self.received]

    def error(self, status: int) -> Reply:
        return json_reply({"error": {"errorCode": "400", "message": "Quota Exceeded"}}, status)

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        form, headers = request.form, request.headers
        keys = headers.get("x-ncp-apigw-api-key-id"), headers.get("x-ncp-apigw-api-key")
        if keys != (ID, SECRET):
            return self.error(401)
        if (form.get("source"), form.get("target")) != ("ko", "en"):
            return json_reply({"errorCode": "N2MT05", "errorMessage": "unsupported"}, 400)
        if not 0 < len(form["text"]) <= 5_000:
            return json_reply({"errorCode": "N2MT08", "errorMessage": "text too long"}, 413)
        english = translated_lines(form["text"], self.translate, fault)
        result = {"srcLangType": "ko", "tarLangType": "en", "translatedText": english}
        return json_reply({"message": {"result": {**result, "engineType": "PRETRANS"}}})
