"""What the stand-ins for translation services have in common: sockets of this machine, faults, a record.

    with GoogleServer(translate={"이사장": "Chairman"}.__getitem__) as server:
        ...  # point [engines.google] url, or EngineSettings.url, at server.url
        # (and set no_proxy to 127.0.0.1: the engine heeds the proxies of the environment)

`translate` is applied to each text, or line of one, by itself. To see it fail:

    GoogleServer(fault=Fault.ERROR_500, times=1)   # the first request fails, all others are fine
    DeepLServer(fault=Fault.TOO_MANY, after=2)     # two are fine, then it fails for good
"""

import json
import re
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

_HANGUL = re.compile(r"[가-힣]+")
_NUMBERED = re.compile(r"(\d+\. )?(.*)")


class Fault(Enum):
    """What goes wrong. The comment says what arrives; where it says none, nothing does."""

    # statuses, with an error in the service's own words
    TOO_MANY = auto()  # 429, with Retry-After
    FORBIDDEN = auto()  # 403
    QUOTA = auto()  # 456
    BAD_REQUEST = auto()  # 400
    ERROR_500 = auto()  # 500
    UNAVAILABLE = auto()  # 503
    NOT_FOUND = auto()  # 404
    REDIRECT_ELSEWHERE = auto()  # 302 to another port; see `elsewhere`
    REDIRECT_HOME = auto()  # 302 to this server, which then answers well
    REDIRECT_LOOP = auto()  # 302 to the same address, again and again
    # the connection
    HANG = auto()
    DRIP_HEADERS = auto()  # a byte now and then, for ever
    DRIP_BODY = auto()  # the same, after the headers
    CUT_CONNECTION = auto()  # half the body, and the connection is closed
    HUGE = auto()  # 2 MB of white space after the translation
    # the page, always with status 200
    NOT_JSON = auto()  # a page of HTML where JSON is spoken
    STRANGE_JSON = auto()  # JSON of another kind
    CUT_PAGE = auto()  # the HTML ends in the middle of the translation
    NO_RESULT = auto()  # a page without the translation
    ERROR_PAGE = auto()  # Google's error page, without the div
    STRANGE_PAGE = auto()  # the div stands in a comment
    CAPTCHA_PAGE = auto()  # the page that asks for a proof of being human
    # the translation, in a well-formed page
    ERROR_TEXT = auto()  # Google's error page as if it were the translation
    QUOTA_TEXT = auto()  # MyMemory's warning as if it were the translation
    ECHO = auto()  # the Korean
    EMPTY = auto()
    SWAPPED = auto()  # the first two lines change places, with their numbers
    MISSING = auto()  # without the last text
    MERGED = auto()  # the first two lines on one


ERROR_TEXT = (
    "Error 500 (Server Error)!!1500.That’s an error.There was an error. "
    "Please try again later.That’s all we know."
)
QUOTA_TEXT = (
    "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN  10 HOURS "
    "24 MINUTES 13 SECONDS VISIT HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP TO TRANSLATE MORE"
)
_STATUSES = {
    Fault.TOO_MANY: 429,
    Fault.FORBIDDEN: 403,
    Fault.QUOTA: 456,
    Fault.BAD_REQUEST: 400,
    Fault.ERROR_500: 500,
    Fault.UNAVAILABLE: 503,
    Fault.NOT_FOUND: 404,
}
_TARGETS: dict[Fault, Callable[["LoopbackServer", str], str]] = {
    Fault.REDIRECT_ELSEWHERE: lambda server, _path: server.elsewhere_url,
    Fault.REDIRECT_HOME: lambda _server, path: f"{path}{'&' if '?' in path else '?'}redirected=1",
    Fault.REDIRECT_LOOP: lambda _server, path: path,
}


def gibberish(korean: str) -> str:
    """Return "English" for tests: each run of Hangul as a made-up word, everything else kept.

    The same Korean always gives the same word, other Korean (nearly always) another one.
    """

    def word(match: re.Match[str]) -> str:
        number = crc32(match[0].encode())
        letters = "".join(chr(ord("a") + (number >> 4 * i) % 16) for i in range(6))
        return letters * -(-len(match[0]) // 3)

    return _HANGUL.sub(word, korean)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came; `headers` by their names in small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return _flat(urlsplit(self.target).query)

    @property
    def form(self) -> dict[str, str]:
        return _flat(self.body.decode())

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers; `cut`: only half of it, and the connection is closed."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False


def json_reply(content: object, status: int = 200) -> Reply:
    return Reply(json.dumps(content, ensure_ascii=False), status)


class LoopbackServer:
    """The server, listening on 127.0.0.1 while its `with` block runs; for use in threads at will.

    A kind of server says how it answers (`reply`), how it puts an error (`error`), and which requests
    are for translations (`asks`): only those can go wrong.

    url: where it is, as `[engines.…] url` takes it.
    received: the requests for translations, those that failed included.
    connections: how many connections were opened to it.
    elsewhere: how often a redirect to another server was followed.
    most_at_once: how many requests were at work at the same time.
    fault, times, after: what goes wrong, from the `after`-th request on (counted from 0), and for
    how many of them (default: all). May be changed while it runs.
    delay: seconds that each answer takes.
    """

    path = ""

    def __init__(
        self,
        translate: Callable[[str], str] = gibberish,
        *,
        fault: Fault | None = None,
        times: int = sys.maxsize,
        after: int = 0,
        delay: float = 0.0,
    ) -> None:
        self.translate = translate
        self.fault = fault
        self.times = times
        self.after = after
        self.delay = delay
        self.received: list[Request] = []
        self.connections = 0
        self.elsewhere = 0
        self.most_at_once = 0
        self._at_once = 0
        self._lock = Lock()
        self._closing = Event()
        self._servers = [_Server(self, _Handler), _Server(self, _Elsewhere)]
        self._threads = [
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
            for server in self._servers
        ]
        urls = [f"http://127.0.0.1:{server.server_port}{self.path}" for server in self._servers]
        self.url: str = urls[0]
        self.elsewhere_url: str = urls[1]

    def reply(self, request: Request, fault: Fault | None) -> Reply:
        """Answer a request, with a fault that is the protocol's own or none."""
        raise NotImplementedError

    def error(self, status: int) -> Reply:
        """Put an error in the service's words."""
        return Reply(f"<html>Error {status}</html>", status)

    def asks(self, _request: Request) -> bool:
        return True

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._closing.set()
        for server, thread in zip(self._servers, self._threads, strict=True):
            server.shutdown()
            thread.join()
            server.end_connections()
            server.server_close()

    def noted(self, request: Request) -> Fault | None:
        """Note a request for a translation, and return what goes wrong with it."""
        with self._lock:
            number = len(self.received)
            self.received.append(request)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            return self.fault if self.after <= number < self.after + self.times else None

    def done(self) -> None:
        with self._lock:
            self._at_once -= 1

    def pause(self, seconds: float | None = None) -> None:
        """Wait so long, or for ever; BrokenPipeError when the server closes."""
        if self._closing.wait(seconds):
            raise BrokenPipeError


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close waits for them
    block_on_close = True

    def __init__(self, owner: LoopbackServer, handler: type[BaseHTTPRequestHandler]) -> None:
        self.owner = owner
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        self.owner.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        """Wake the threads that wait on a connection which its client keeps open."""
        for request in list(self._open):
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print only what is not a client that hung up."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        owner = self.server.owner
        length = int(self.headers.get("Content-Length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self.rfile.read(length))
        if not owner.asks(request) or "redirected" in request.query:
            self._send(owner.reply(request, None))
            return
        fault = owner.noted(request)
        try:
            owner.pause(owner.delay)
            self._answer(request, fault)
        finally:
            owner.done()

    def do_POST(self) -> None:
        self.do_GET()

    def _answer(self, request: Request, fault: Fault | None) -> None:
        owner = self.server.owner
        match fault:
            case Fault.HANG:
                owner.pause()
            case Fault.DRIP_HEADERS:
                self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            case Fault.DRIP_BODY:
                self._drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            case Fault.CUT_CONNECTION:
                self._send(replace(owner.reply(request, None), cut=True))
            case Fault.HUGE:
                reply = owner.reply(request, None)
                self._send(replace(reply, body=reply.body + " " * 2_000_000))
            case Fault.NOT_JSON:
                self._send(Reply("<html><body>Welcome to this network</body></html>"))
            case Fault.STRANGE_JSON:
                self._send(json_reply({"hello": [None, 1]}))
            case _ if fault in _STATUSES:
                error = owner.error(_STATUSES[fault])
                wait = {"Retry-After": "1"} if fault is Fault.TOO_MANY else {}
                self._send(replace(error, headers=wait))
            case _ if fault in _TARGETS:
                self._send(Reply("", 302, {"Location": _TARGETS[fault](owner, self.path)}))
            case _:
                self._send(owner.reply(request, fault))

    def _send(self, reply: Reply) -> None:
        data = reply.body.encode()
        self.send_response(reply.status)
        self.send_header("Content-Length", str(len(data)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if reply.cut else data)
        self.close_connection = self.close_connection or reply.cut

    def _drip(self, start: bytes) -> None:
        self.wfile.write(start)
        while True:
            self.server.owner.pause(0.01)
            self.wfile.write(b"x")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Log nothing."""


class _Elsewhere(_Handler):
    """Another server, which nobody should follow a redirect to."""

    def do_GET(self) -> None:
        self.server.owner.elsewhere += 1
        self._send(Reply("stolen"))


def translated_texts(
    texts: list[str], translate: Callable[[str], str], fault: Fault | None
) -> list[str]:
    """Return the English of a list of texts, with a fault of its own."""
    fixed = {Fault.EMPTY: "", Fault.QUOTA_TEXT: QUOTA_TEXT, Fault.ERROR_TEXT: ERROR_TEXT}
    if fault is Fault.ECHO:
        return texts
    if fault in fixed:
        return [fixed[fault]] * len(texts)
    return [translate(text) for text in texts][: -1 if fault is Fault.MISSING else None]


def translated_lines(text: str, translate: Callable[[str], str], fault: Fault | None) -> str:
    """Return the English of a text, line by line; a number at a line's start ("3. ") stays in its place."""
    fixed = {Fault.ECHO: text, Fault.EMPTY: ""}
    fixed |= {Fault.QUOTA_TEXT: QUOTA_TEXT, Fault.ERROR_TEXT: ERROR_TEXT}
    if fault in fixed:
        return fixed[fault]
    lines = [_line(line, translate) for line in text.split("\n")]
    if fault is Fault.SWAPPED:
        lines[:2] = reversed(lines[:2])
    elif fault is Fault.MISSING:
        del lines[-1]
    elif fault is Fault.MERGED:
        lines[:2] = [" ".join(lines[:2])]
    return "\n".join(lines)


def _line(line: str, translate: Callable[[str], str]) -> str:
    found = _NUMBERED.fullmatch(line)
    assert found
    return (found[1] or "") + translate(found[2])
