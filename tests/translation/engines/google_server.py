"""A stand-in for Google Translate, on a socket of this machine, for tests over the real wire.

    with GoogleServer(translate={"이사장": "Chairman"}.__getitem__) as server:
        ...  # point [engines.google] url, or EngineSettings.url, at server.url
        # (and set no_proxy to 127.0.0.1: the engine heeds the proxies of the environment)
    assert server.requests == ["이사장"]

It speaks the page that deep-translator reads: the text in the query's `q`, the English in
`<div class="result-container">`. `translate` is applied to each line by itself; a number at a
line's start ("3. ") stays in its place, as with Google. To see it fail:

    GoogleServer(fault=Fault.ERROR_500, times=1)   # the first request fails, all others are fine
    GoogleServer(fault=Fault.TOO_MANY, after=2)    # two are fine, then it fails for good
"""

import re
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

_HANGUL = re.compile(r"[가-힣]+")
_NUMBERED = re.compile(r"(\d+\. )?(.*)")
_ERROR = (
    "Error 500 (Server Error)!!1500.That’s an error.There was an error. "
    "Please try again later.That’s all we know."
)
_CAPTCHA = "Our systems have detected unusual traffic from your computer network."


class Fault(Enum):
    """What goes wrong. The comment says what arrives; where it says none, nothing does."""

    # statuses
    TOO_MANY = auto()  # 429
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
    HUGE = auto()  # 2 MB after the translation
    # the page, always with status 200
    CUT_PAGE = auto()  # the HTML ends in the middle of the translation
    NO_RESULT = auto()  # a page without the div
    ERROR_PAGE = auto()  # Google's error page, without the div
    STRANGE_PAGE = auto()  # the div stands in a comment
    CAPTCHA_PAGE = auto()  # the page that asks for a proof of being human
    # the translation, in a well-formed page
    ERROR_TEXT = auto()  # Google's error page as if it were the translation
    ECHO = auto()  # the Korean
    EMPTY = auto()
    SWAPPED = auto()  # the first two lines change places, with their numbers
    MISSING = auto()  # without the last line
    MERGED = auto()  # the first two lines on one


def gibberish(korean: str) -> str:
    """Return "English" for tests: each run of Hangul as a made-up word, everything else kept.

    The same Korean always gives the same word, other Korean (nearly always) another one.
    """

    def word(match: re.Match[str]) -> str:
        number = crc32(match[0].encode())
        letters = "".join(chr(ord("a") + (number >> 4 * i) % 16) for i in range(6))
        return letters * -(-len(match[0]) // 3)

    return _HANGUL.sub(word, korean)


class GoogleServer:
    """The server, listening on 127.0.0.1 while its `with` block runs; for use in threads at will.

    url: where it is, as `[engines.google] url` takes it.
    requests: the texts it was sent, as they came, those of failing requests included.
    connections: how many connections were opened to it.
    elsewhere: how often a redirect to another server was followed.
    fault, times, after: what goes wrong, from the `after`-th request on (counted from 0), and for
    how many of them (default: all). May be changed while it runs.
    """

    def __init__(
        self,
        translate: Callable[[str], str] = gibberish,
        *,
        fault: Fault | None = None,
        times: int = sys.maxsize,
        after: int = 0,
    ) -> None:
        self.translate = translate
        self.fault = fault
        self.times = times
        self.after = after
        self.requests: list[str] = []
        self.connections = 0
        self.elsewhere = 0
        self._lock = Lock()
        self._closing = Event()
        self._servers = [_Server(self, _Handler), _Server(self, _Elsewhere)]
        self._threads = [
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
            for server in self._servers
        ]
        self.url, self.elsewhere_url = (
            f"http://127.0.0.1:{server.server_port}/m" for server in self._servers
        )

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

    def received(self, text: str) -> Fault | None:
        """Note a request, and return what goes wrong with it."""
        with self._lock:
            number = len(self.requests)
            self.requests.append(text)
            return self.fault if self.after <= number < self.after + self.times else None

    def pause(self, seconds: float | None = None) -> None:
        """Wait so long, or for ever; BrokenPipeError when the server closes."""
        if self._closing.wait(seconds):
            raise BrokenPipeError


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close waits for them
    block_on_close = True

    def __init__(self, owner: GoogleServer, handler: type[BaseHTTPRequestHandler]) -> None:
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
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        text = query.get("q", [""])[0]
        owner = self.server.owner
        if "redirected" in query:
            self._send(_page(_translated(text, owner.translate, None)))
            return
        fault = owner.received(text)
        if (query.get("sl"), query.get("tl")) != (["ko"], ["en"]):
            self._send("Korean to English only", 400)
        elif not self._fails_outright(fault):
            page = _page(_translated(text, owner.translate, fault))
            self._send(page + " " * 2_000_000 if fault is Fault.HUGE else page)

    def _fails_outright(self, fault: Fault | None) -> bool:
        owner = self.server.owner
        match fault:
            case Fault.REDIRECT_ELSEWHERE:
                self._send("", 302, location=owner.elsewhere_url)
            case Fault.REDIRECT_HOME:
                self._send("", 302, location=f"{self.path}&redirected=1")
            case Fault.REDIRECT_LOOP:
                self._send("", 302, location=self.path)
            case Fault.HANG:
                owner.pause()
            case Fault.DRIP_HEADERS:
                self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            case Fault.DRIP_BODY:
                self._drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            case Fault.CUT_CONNECTION:
                self._send(_page("half"), cut=True)
            case _ if fault in _PAGES:
                self._send(*_PAGES[fault])
            case _:
                return False
        return True

    def _send(self, body: str, status: int = 200, *, location: str = "", cut: bool = False) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection = self.close_connection or cut

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
        self._send(_page("stolen"))


def _translated(text: str, translate: Callable[[str], str], fault: Fault | None) -> str:
    if fault in (Fault.ECHO, Fault.EMPTY):
        return text if fault is Fault.ECHO else ""
    if fault is Fault.ERROR_TEXT:
        return _ERROR
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


def _page(english: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Google Translate</title>'
        '</head><body><div class="root-container"><div class="header">Google Translate</div>'
        f'<div class="result-container">{escape(english)}</div>'
        '<div class="links-container"><a href="#">About</a></div></div></body></html>'
    )


_PAGES = {
    Fault.TOO_MANY: ("<html>Too Many Requests</html>", 429),
    Fault.ERROR_500: (f"<html>{_ERROR}</html>", 500),
    Fault.UNAVAILABLE: ("<html>Service Unavailable</html>", 503),
    Fault.NOT_FOUND: ("<html>Not Found</html>", 404),
    Fault.CUT_PAGE: (_page("A sentence that ends in the").partition("ends in")[0], 200),
    Fault.NO_RESULT: ("<html><body>Hello</body></html>", 200),
    Fault.ERROR_PAGE: (f"<html><title>Error 500 (Server Error)!!1</title>{_ERROR}</html>", 200),
    Fault.STRANGE_PAGE: (f"<html><!--{_page('hidden')}--></html>", 200),
    Fault.CAPTCHA_PAGE: (f"<html><body>{_CAPTCHA}</body></html>", 200),
}
