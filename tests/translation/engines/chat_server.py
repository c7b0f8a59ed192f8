"""A stand-in for a language model behind /v1/chat/completions, on a socket of this machine.

    with ChatServer() as server:
        ...  # EngineSettings(url=server.url, model=MODEL)
    assert server.texts == [["이사장", "시장"]]  # those of each request

It is as strict as the real ones about what it is asked, and answers with `translate` of each text.
`fault`, `times`: what goes wrong, and for how many of the first requests (default: all).
"""

from __future__ import annotations

import json
import sys
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Self

from tests.translation.engines.loopback import gibberish

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

MODEL = "tiny:1b"
KEY = "sk-secret"


class Fault(Enum):
    """What goes wrong."""

    # statuses
    UNAUTHORIZED = auto()  # 401
    TOO_MANY = auto()  # 429, with Retry-After: 120
    ERROR = auto()  # 500
    REDIRECT = auto()  # 307 to this server, which would answer well
    ALWAYS_BAD = auto()  # 400
    # the connection
    HANG = auto()
    CUT_CONNECTION = auto()
    # the reply
    NO_FORMAT = auto()  # 400 for a request with response_format, fine without it
    NO_JSON = auto()  # a web page, with status 200
    ERROR_OBJECT = auto()  # {"error": …}, with status 200
    LENGTH = auto()  # finish_reason
    FILTERED = auto()
    STRANGE_END = auto()
    # what the model says
    NOTHING = auto()  # null, as beside a refusal
    EMPTY = auto()
    PROSE = auto()
    FENCED = auto()
    THOUGHT = auto()
    END_OF_THOUGHT = auto()  # the template opened it
    ENDLESS_THOUGHT = auto()
    BARE_LIST = auto()
    OBJECTS = auto()
    ONE_MORE = auto()
    ONE_LESS = auto()
    DEEP = auto()
    # the translations
    BLANK = auto()
    ECHO = auto()
    TOKENS_LOST = auto()
    HALF_A_PAIR = auto()
    MARKS = auto()


class ChatServer:
    """The server, listening on 127.0.0.1 while its `with` block runs.

    url: of the API. requests: the bodies that it was sent. key: the one that it asks for.
    """

    def __init__(
        self,
        translate: Callable[[str], str] = gibberish,
        *,
        fault: Fault | None = None,
        times: int = sys.maxsize,
        key: str | None = None,
    ) -> None:
        self.translate = translate
        self.fault = fault
        self.times = times
        self.key = key
        self.requests: list[dict[str, Any]] = []
        self.closing = Event()
        self._lock = Lock()
        self._server = _Server(self)
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def texts(self) -> list[list[str]]:
        """The texts of each request."""
        return [texts_of(body) for body in self.requests]

    def received(self, body: dict[str, Any]) -> Fault | None:
        """Note a request, and return what goes wrong with it."""
        with self._lock:
            self.requests.append(body)
            return self.fault if len(self.requests) <= self.times else None


def texts_of(body: dict[str, Any]) -> list[str]:
    texts: list[str] = json.loads(body["messages"][1]["content"])["texts"]
    return texts


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, owner: ChatServer) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print only what is not a client that hung up."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        owner = self.server.owner
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        fault = owner.received(body)
        if owner.key and self.headers["Authorization"] != f"Bearer {owner.key}":
            self._send(_error("Incorrect API key provided: sk-*****"), 401)
        elif self.path != "/v1/chat/completions":
            self._send(_error("Not Found"), 404)
        elif body["model"] != MODEL:
            self._send(_error(f"The model '{body['model']}' does not exist"), 404)
        elif [one["role"] for one in body["messages"]] != ["system", "user"]:
            self._send(_error("'messages' must be a system and a user message"), 400)
        elif (format_ := body.get("response_format")) not in (None, {"type": "json_object"}):
            self._send(_error("Invalid value for 'response_format'"), 400)
        elif format_ and "JSON" not in body["messages"][0]["content"]:
            self._send(_error("'messages' must contain the word 'json' in some form"), 400)
        else:
            self._answer(body, fault)

    def _answer(self, body: dict[str, Any], fault: Fault | None) -> None:
        if fault is Fault.HANG:
            self.server.owner.closing.wait()
        elif fault in _STATUSES:
            self._send(_error("no"), _STATUSES[fault])
        elif fault is Fault.NO_FORMAT and "response_format" in body:
            self._send(_error("'response_format' is not supported"), 400)
        elif fault is Fault.NO_JSON:
            self._send("<html>Bad gateway</html>")
        elif fault is Fault.ERROR_OBJECT:
            self._send(_error("model runner has unexpectedly stopped"))
        else:
            reply = _reply(_said(texts_of(body), self.server.owner.translate, fault), fault)
            self._send(reply, cut=fault is Fault.CUT_CONNECTION)

    def _send(self, body: str, status: int = 200, *, cut: bool = False) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if status == 429:
            self.send_header("Retry-After", "120")
        if status == 307:
            self.send_header("Location", self.path)
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection = self.close_connection or cut

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Log nothing."""


_STATUSES = {
    Fault.UNAUTHORIZED: 401,
    Fault.TOO_MANY: 429,
    Fault.ERROR: 500,
    Fault.REDIRECT: 307,
    Fault.ALWAYS_BAD: 400,
}
_ENDS = {Fault.LENGTH: "length", Fault.FILTERED: "content_filter", Fault.STRANGE_END: "a\nb 가"}
_AROUND = {
    Fault.PROSE: "Here is the translation:\n\n{}\n\nLet me know if you need more.",
    Fault.FENCED: "```json\n{}\n```",
    Fault.THOUGHT: "<think>\nOkay, the user wants [\n</think>\n\n{}",
    Fault.END_OF_THOUGHT: "Okay, the user wants\n</think>\n\n{}",
    Fault.ENDLESS_THOUGHT: "<think>\nOkay, the user wants {}",
    Fault.EMPTY: "",
    Fault.DEEP: "[" * 100_000,
}


def _error(message: str) -> str:
    return json.dumps({"error": {"message": message, "type": "invalid_request_error"}})


def _reply(content: str | None, fault: Fault | None) -> str:
    message = {"role": "assistant", "content": content}
    finish = _ENDS.get(fault, "stop") if fault else "stop"
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": MODEL,
            "choices": [choice],
            "usage": usage,
        }
    )


def _said(texts: list[str], translate: Callable[[str], str], fault: Fault | None) -> str | None:
    """What the model says to these texts."""
    if fault is Fault.NOTHING:
        return None
    answer = _answered([translate(text) for text in texts], texts, fault)
    whole = json.dumps(answer)
    if fault is Fault.LENGTH:
        return whole[: len(whole) // 2]
    return _AROUND[fault].format(whole) if fault in _AROUND else whole


def _answered(good: list[str], texts: list[str], fault: Fault | None) -> object:
    match fault:
        case Fault.BARE_LIST:
            return good
        case Fault.OBJECTS:
            return {"translations": [{"en": one} for one in good]}
        case Fault.ONE_MORE:
            good = [*good, "One more."]
        case Fault.ONE_LESS:
            good = good[:-1]
        case Fault.BLANK:
            good = [" "] * len(texts)
        case Fault.ECHO:
            good = texts
        case Fault.TOKENS_LOST:
            good = [one.replace("QXA", "Alpha") for one in good]
        case Fault.HALF_A_PAIR | Fault.MARKS:
            ending = "\ud83d" if fault is Fault.HALF_A_PAIR else "\ufdd0"
            good = [one + ending for one in good]
    return {"translations": good}
