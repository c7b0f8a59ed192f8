"""What every engine that answers requests has in common: batches, several at once, rest, verdict.

A module of an engine says only what one request to it looks like (`Service`).
"""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from pressgen.translation.engines.base import Answer, EngineName, EngineSettings
from pressgen.translation.engines.failure import LineError
from pressgen.translation.engines.house import is_in_house
from pressgen.translation.engines.numbered import ScrambledError, fold
from pressgen.translation.engines.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


_AGAIN = 0.05
"""Seconds after which what is to end is cut once more, should its connection have come up only now."""
OUT_OF_TIME = "번역에 쓸 시간이 다 되었습니다. 같은 명령을 다시 실행하면 이어서 합니다"


class Service(Protocol):
    """One request at a time to one engine; the driver opens as many as may be at work at once.

    `at_once`: how many requests the engine is sent at the same time, unless the settings say. `host`:
    where they go, "" for nowhere.
    """

    name: EngineName
    at_once: int
    host: str

    def refusal(self, text: str) -> str | None:
        """Return why a folded text can't be sent at all, in Korean, or None if it can."""

    def fits(self, batch: Sequence[str]) -> bool:
        """Return whether these folded texts go into one request."""

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch, text by text, from one request.

        Raises LineError or ScrambledError where the request brought nothing that can be used.
        """

    def cut(self) -> None:
        """End a request that another thread is waiting for."""

    def close(self) -> None:
        """Give back the connections."""


class Resting:
    """Whether an engine is to be left alone for now, and why; shared by its services."""

    def __init__(self, rest: float) -> None:
        self._rest = rest
        self._until = 0.0
        self._reason = ""
        self._lock = Lock()

    def reason(self) -> str:
        """Why nothing is to be sent now, "" if something may be."""
        with self._lock:
            return self._reason if time.monotonic() < self._until else ""

    def begin(self, error: LineError) -> None:
        with self._lock:
            self._until = time.monotonic() + max(self._rest, error.retry_after)
            self._reason = error.reason


class ServiceEngine:
    """An Engine made of services. A text that stands twice among those given is sent once.

    After an error that the next request would meet as well (429, no connection, no answer in time) it
    rests: until then every text is answered with that reason.
    """

    def __init__(self, open_service: Callable[[], Service], settings: EngineSettings) -> None:
        first = open_service()
        self.name = first.name
        self.host = first.host
        self.leaves_house = bool(self.host) and (self.name.public or not is_in_house(self.host))
        at_once = settings.at_once or first.at_once
        self._idle: SimpleQueue[Service] = SimpleQueue()
        self._services = [first, *(open_service() for _ in range(at_once - 1))]
        for service in self._services:
            self._idle.put(service)
        self._resting = Resting(settings.rest)
        self._ends = settings.ends
        self._sent = settings.sent

    def translate(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer for each text, in order; see `Engine.translate`."""
        folded = [fold(text) for text in texts]
        answers: dict[str, Answer] = {}
        waiting = deque(folded)
        first = self._services[0]
        batches = pack(dict.fromkeys(folded), first.fits, first.refusal)
        for batch, outcome in self._outcomes(batches):
            answers.update(zip(batch, outcome, strict=True))
            while waiting and waiting[0] in answers:
                yield answers[waiting.popleft()]

    def close(self) -> None:
        for service in self._services:
            service.close()

    def _outcomes(self, batches: Iterable[list[str]]) -> Iterator[tuple[list[str], list[Answer]]]:
        if len(self._services) == 1:
            yield from ((batch, self._answers(batch)) for batch in batches)
            return
        pool = ThreadPoolExecutor(len(self._services), thread_name_prefix=self.name.id)
        asked = [(batch, pool.submit(self._answers, batch)) for batch in batches]
        try:
            for batch, future in asked:
                yield batch, future.result()
        finally:  # also for a reader who stops reading
            pool.shutdown(wait=False, cancel_futures=True)
            while not all(future.done() for _, future in asked):
                for service in self._services:
                    service.cut()
                time.sleep(_AGAIN)

    def _answers(self, batch: list[str]) -> list[Answer]:
        service = self._idle.get()
        try:
            translations = self._request(service, batch)
        except LineError as error:
            if error.over and not error.is_rest:
                self._resting.begin(error)
            return [self._failed(error.reason)] * len(batch)
        except ScrambledError as error:
            return [self._failed(str(error))] * len(batch)
        finally:
            self._idle.put(service)
        return [self._judged(*pair) for pair in zip(batch, translations, strict=True)]

    def _request(self, service: Service, batch: list[str]) -> list[str]:
        if self._ends is not None and time.monotonic() >= self._ends:
            raise LineError(OUT_OF_TIME, over=True, is_rest=True)
        if reason := self._resting.reason():
            raise LineError(reason, over=True, is_rest=True)
        if reason := service.refusal(batch[0]) or "":  # a text refused is a batch of its own
            raise LineError(reason, over=False)
        if self._sent is not None and self.leaves_house:
            self._sent.note(self.name.id, service.host, batch)
        translations = service.request(batch)
        if len(translations) != len(batch):
            raise ScrambledError(
                f"{len(batch)}문장을 보냈는데 {len(translations)}문장이 돌아왔습니다"
            )
        return translations

    def _judged(self, source: str, english: str) -> Answer:
        reason = judge(source, english)
        return self._failed(reason) if reason else Answer(english, engine=self.name.id)

    def _failed(self, reason: str) -> Answer:
        return Answer(None, f"{self.name.korean}: {reason}")


def pack(
    texts: Iterable[str],
    fits: Callable[[Sequence[str]], bool],
    refusal: Callable[[str], str | None],
) -> Iterator[list[str]]:
    """Yield the folded texts in order, in batches that each fit in one request.

    A text that is refused makes a batch of its own.
    """
    batch: list[str] = []
    for text in texts:
        refused = refusal(text) is not None
        if batch and (refused or not fits([*batch, text])):
            yield batch
            batch = []
        batch.append(text)
        if refused:
            yield batch
            batch = []
    if batch:
        yield batch
