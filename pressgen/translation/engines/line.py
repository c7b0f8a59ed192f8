"""The line to an engine: one HTTP request that ends in time, whatever the other side does.

requests alone waits for ever on a server that drips bytes, reads a body of any size, and follows a
redirect to any host; and its exceptions and urllib3's log hold the URL, and so the text.
"""

import json
import logging
import random
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any
from urllib.parse import urljoin
from weakref import WeakSet

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from pressgen.translation.engines.base import EngineSettings
from pressgen.translation.engines.failure import LineError

__all__ = ["Line", "LineError", "Page"]

_TIMEOUT = 10.0  # seconds
_LARGEST = 1_000_000  # bytes of a page; Google's are below 100,000
_TOO_MANY = 429
_QUOTA = 456  # DeepL's
# What may be owed to the one text that was sent; any other refusal would meet the next text too.
_OWED_TO_THE_TEXT = {400, 413, 414, 500}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that came back whole, with the part of requests.Response that engines use."""

    status_code: int
    text: str
    retry_after: str = ""

    def json(self) -> Any:
        """What the page says in JSON. Raises LineError where it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            pass
        # Raised out here: the error above holds the page, and so perhaps the text.
        raise LineError("알아볼 수 없는 답이 돌아왔습니다(JSON이 아님)", over=False)

    def close(self) -> None:
        """Do nothing: the connection is back in its pool already."""


class Line:
    """A line to one engine, with its own connections, kept open. For one thread at a time."""

    def __init__(self, settings: EngineSettings) -> None:
        self._settings = settings
        self._is_cut = Event()
        self._timeout = settings.timeout or _TIMEOUT
        self._adapter = _Adapter()
        self._session = _Session()
        self._session.mount("http://", self._adapter)
        self._session.mount("https://", self._adapter)

    def get(self, url: str, params: Mapping[str, str]) -> Page:
        """Return the page at this address, which has a status of 2xx.

        Raises LineError for anything else.
        """
        return self._send("GET", url, {"params": params})

    def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        json: object = None,
        data: Mapping[str, str] | None = None,
    ) -> Page:
        """Return what comes back for this, sent as JSON or as a form, with a status of 2xx.

        A redirect is not followed. Raises LineError for anything else.
        """
        return self.request("POST", url, headers=headers, json=json, data=data)

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        json: object = None,
        data: Mapping[str, str] | None = None,
    ) -> Page:
        """Do as `post` does, by any method."""
        options = {"headers": headers, "json": json, "data": data, "allow_redirects": False}
        return self._send(method, url, options)

    def _send(self, method: str, url: str, options: Mapping[str, Any]) -> Page:
        ends = time.monotonic() + self._settings.deadline
        self._is_cut.clear()
        retry = 0
        while True:
            try:
                return self._try(method, url, options, ends)
            except LineError as error:
                # Jitter, so that two builds that failed together do not come back together.
                pause = self._settings.pause * 2**retry * random.uniform(0.5, 1.5)  # noqa: S311
                retry += 1
                in_time = time.monotonic() + pause < ends
                if not (error.passing and retry <= self._settings.retries and in_time):
                    raise
                if self._is_cut.wait(pause):
                    raise

    def cut(self) -> None:
        """End a request that another thread is waiting for; it is not tried again."""
        self._is_cut.set()
        self._adapter.cut()

    def close(self) -> None:
        self._session.close()

    def _try(self, method: str, url: str, options: Mapping[str, Any], ends: float) -> Page:
        left = ends - time.monotonic()
        failure: LineError | None = None
        try:
            with unlogged(), _after(left, self._adapter.cut):
                page = self._read(method, url, options, min(self._timeout, left))
        except (OSError, HTTPError, ValueError) as error:
            failure = _line_error(error)
        # The cut looks like the other side's: as a broken connection, or as the end of the page.
        if time.monotonic() >= ends:
            failure = LineError(
                f"제한 시간({self._settings.deadline:g}초) 안에 답이 오지 않았습니다", over=True
            )
        # Raised out here, so that no traceback shows the original with its URL, and so the text.
        if failure:
            raise failure
        _check_status(page)
        return page

    def _read(self, method: str, url: str, options: Mapping[str, Any], timeout: float) -> Page:
        body = bytearray()
        with self._session.request(
            method, url, timeout=timeout, stream=True, **options
        ) as response:
            for chunk in response.iter_content(16_384):
                body += chunk
                if len(body) > _LARGEST:
                    raise _TooLargeError
        text = body.decode("utf-8", errors="replace")
        return Page(response.status_code, text, response.headers.get("Retry-After", ""))


class _TooLargeError(OSError):
    """More bytes than any engine's page has."""


class _Session(requests.Session):
    """A session that follows redirects within one host only: the text goes nowhere else."""

    max_redirects = 5

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        target = super().get_redirect_target(resp)
        # What may not take along a password may not take along an announcement either.
        if target is None:
            return None
        elsewhere = self.should_strip_auth(  # type: ignore[no-untyped-call]
            resp.url, urljoin(resp.url, target)
        )
        return None if elsewhere else target


class _Adapter(HTTPAdapter):
    """An adapter that knows its connections, so that they can be cut from outside."""

    def __init__(self) -> None:
        super().__init__()
        self._connections: WeakSet[Any] = WeakSet()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        if "ConnectionCls" not in vars(pool):  # a pool comes by again with each request
            pool.ConnectionCls = self._remembering(pool.ConnectionCls)
        return pool

    def _remembering(self, connect: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*args: Any, **kwargs: Any) -> Any:
            connection = connect(*args, **kwargs)
            self._connections.add(connection)
            return connection

        return opened

    def cut(self) -> None:
        """End all traffic at once; a read that waits in another thread comes back."""
        for connection in list(self._connections):
            # Not connection.sock.shutdown: on TLS that also changes the object which is in use.
            # TypeError: there is no socket yet, or it is TLS inside a proxy's TLS.
            with suppress(OSError, TypeError):
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


@contextmanager
def _after(seconds: float, cut: Callable[[], None]) -> Iterator[None]:
    """Call `cut` if the block takes longer than so many seconds.

    A socket's own timeout starts anew with every byte; this one does not.
    """
    done = Event()

    def watch() -> None:
        wait = seconds
        while not done.wait(wait):
            cut()
            wait = 0.05  # and again, should the connection have come up only now

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _check_status(page: Page) -> None:
    """Raise LineError unless the status is 2xx."""
    status = page.status_code
    if 200 <= status < 300:
        return
    if status == _TOO_MANY:
        reason = "요청이 너무 많다며 거절했습니다(429). 잠시 뒤에 다시 하세요"
    elif status == _QUOTA:
        reason = "쓸 수 있는 번역량을 다 썼다며 거절했습니다(456)"
    elif status >= 500:
        reason = f"서버에 오류가 났습니다({status})"
    elif status in (401, 403):
        reason = f"들여보내지 않습니다({status}). 키와 남은 번역량을 확인하세요"
    elif status < 400:
        reason = f"다른 주소로 보내려 해서 따르지 않았습니다({status})"
    else:
        reason = f"요청을 거절했습니다({status})"
    raise LineError(
        reason,
        over=status not in _OWED_TO_THE_TEXT,
        passing=status >= 500,
        retry_after=_seconds(page.retry_after),
        status=status,
    )


def _seconds(retry_after: str) -> float:
    """The header Retry-After in seconds (RFC 9110 section 10.2.3); a date in it counts as none."""
    return (
        min(float(retry_after), 3600.0) if retry_after.isascii() and retry_after.isdigit() else 0.0
    )


def _line_error(error: Exception) -> LineError:
    """Say in Korean what an exception of requests or below it means."""
    match error:
        case _TooLargeError():
            return LineError("너무 큰 답이 돌아왔습니다", over=True)
        case requests.exceptions.SSLError():
            return LineError("보안 연결(TLS)을 맺지 못했습니다", over=True)
        case (
            requests.exceptions.InvalidURL()
            | requests.exceptions.MissingSchema()
            | requests.exceptions.InvalidSchema()
        ):
            return LineError("설정된 주소(url)가 바르지 않습니다", over=True)
        case requests.exceptions.Timeout():
            return LineError("제때 답하지 않았습니다", over=True, passing=True)
        case requests.exceptions.ChunkedEncodingError():
            return LineError("답을 받는 중에 연결이 끊겼습니다", over=True, passing=True)
        case requests.exceptions.ConnectionError():
            reason = "연결이 안 되거나 끊겼습니다. 인터넷 연결을 확인하세요"
            return LineError(reason, over=True, passing=True)
    return LineError(f"통신에 실패했습니다({type(error).__name__})", over=True)


_sending: ContextVar[bool] = ContextVar("pressgen_sending", default=False)


def _is_others(_record: logging.LogRecord) -> bool:
    return not _sending.get()


@contextmanager
def unlogged() -> Iterator[None]:
    """Keep what the block sends out of the libraries' logs; what other users of them log stays."""
    token = _sending.set(True)
    try:
        yield
    finally:
        _sending.reset(token)


for _name in ("urllib3.connection", "urllib3.connectionpool", "urllib3.response", "deepl"):
    logging.getLogger(_name).addFilter(_is_others)
