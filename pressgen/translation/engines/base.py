"""What a translation engine is, and what it answers: the contract between engines and pressgen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressgen.translation.engines.sent import SentLog


class NotReadyError(Exception):
    """An engine that can't be used as things are; says what is missing, in Korean."""


@dataclass(frozen=True, slots=True)
class EngineName:
    """An engine's names, and whether what it is sent leaves the house (`public`).

    `reading`: how its Korean name is read aloud, where the letters don't say. `local`: it runs in this
    program, and sends nothing at all.
    """

    id: str
    korean: str
    english: str
    public: bool
    reading: str = ""
    local: bool = False


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How to reach an engine.

    url: the address to use in place of the engine's own.
    timeout: seconds to wait for a connection, and then for each next byte; None leaves it to the engine.
    retries: how often a request that failed for a passing reason is sent again.
    pause: seconds before the first retry, more or less; it doubles with each.
    deadline: seconds for one request in all, its retries included.
    ends: when the build has no more time for translation (`time.monotonic`), None for never.
    rest: seconds for which an engine that refused (429, 403, 456) is sent nothing more.
    at_once: how many requests may be on their way; None leaves it to the engine.
    key: what it lets its customers in by. Never printed: it is left out of `repr`.
    model: which of its models, a folder of one's own for the offline engine.
    sent: where it is noted what is sent; None notes nothing.
    glossary: Korean terms and their English, for an engine that takes a glossary.
    uploads_glossary: whether all of it may be sent to an engine that keeps glossaries.
    """

    url: str | None = None
    timeout: float | None = None
    retries: int = 2
    pause: float = 0.5
    deadline: float = 30.0
    ends: float | None = None
    rest: float = 60.0
    at_once: int | None = None
    key: str | None = field(default=None, repr=False)
    model: str | None = None
    sent: SentLog | None = field(default=None, repr=False)
    glossary: Mapping[str, str] = field(default_factory=dict, repr=False)
    uploads_glossary: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A translation (`text`, one line), or why there is none (`reason`, one line in Korean).

    `engine` is the id of the engine that translated. Raises ValueError unless exactly one of text and
    reason is given.
    """

    text: str | None
    reason: str = ""
    engine: str = ""

    def __post_init__(self) -> None:
        if bool(self.text) == bool(self.reason):
            raise ValueError("an Answer has either a text or a reason")


class Engine(Protocol):
    """A machine that translates Korean into English. Not to be shared between threads.

    `leaves_house`: whether what it is sent leaves this machine and its own network. `host`: where it
    goes, "" for nowhere.
    """

    name: EngineName
    leaves_house: bool
    host: str

    def translate(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer for each text, in order, as the requests come back.

        White space in a text counts as one space. A failure of the service is an answer with a
        reason, never an exception.
        """

    def close(self) -> None:
        """Give back the connections; the engine is not used after that."""
