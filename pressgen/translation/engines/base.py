"""What a translation engine is, and what it answers: the contract between engines and pressgen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class EngineName:
    """An engine's names, and whether what it is sent leaves the house (`public`).

    `reading`: how its Korean name is read aloud, where the letters don't say.
    """

    id: str
    korean: str
    english: str
    public: bool
    reading: str = ""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How to reach an engine.

    url: the address to use in place of the engine's own.
    timeout: seconds to wait for a connection, and then for each next byte.
    retries: how often a request that failed for a passing reason is sent again.
    pause: seconds before the first retry, more or less; it doubles with each.
    deadline: seconds for one request in all, its retries included.
    """

    url: str | None = None
    timeout: float = 10.0
    retries: int = 2
    pause: float = 0.5
    deadline: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A translation (`text`, one line), or why there is none (`reason`, one line in Korean).

    Raises ValueError unless exactly one of the two is given.
    """

    text: str | None
    reason: str = ""

    def __post_init__(self) -> None:
        if bool(self.text) == bool(self.reason):
            raise ValueError("an Answer has either a text or a reason")


class Engine(Protocol):
    """A machine that translates Korean into English. Not to be shared between threads."""

    name: EngineName

    def translate(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer for each text, in order, as the requests come back.

        White space in a text counts as one space. A failure of the service is an answer with a
        reason, never an exception.
        """

    def close(self) -> None:
        """Give back the connections; the engine is not used after that."""
