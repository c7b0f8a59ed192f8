"""Several sentences in one request: one a line, numbered, so that none can change places unseen.

Engines leave "1. " at the start of a line as it stands, so the numbers come back and say whether
every sentence did.
"""

from collections.abc import Sequence
from urllib.parse import quote_plus

from pressgen.translation.engines import limits

# deep-translator refuses a text of 5,000 characters.
_CHARACTERS = 4_999
# One line lost fails its whole request, so a request does not hold hundreds of short terms.
_SENTENCES = 40


class ScrambledError(ValueError):
    """An answer that does not hold every number once and in order; says why, in Korean."""


def fold(text: str) -> str:
    """Return the text on one line, without space at its ends and with single spaces inside."""
    return " ".join(text.split())


def refusal(text: str, room: int) -> str | None:
    """Return why a folded text cannot be sent at all, in Korean, or None if it can.

    room: bytes that the percent-encoded text may take in a URL.
    """
    return limits.refusal(text, lambda text: _fits(text, room))


def fits(batch: Sequence[str], room: int) -> bool:
    """Return whether the folded texts go into one request; room as in `refusal`."""
    return len(batch) <= _SENTENCES and _fits(write(batch), room)


def write(batch: Sequence[str]) -> str:
    """Return what to send for a batch of folded texts; one alone goes without a number."""
    if len(batch) == 1:
        return batch[0]
    return "\n".join(f"{number}. {text}" for number, text in enumerate(batch, 1))


def read(reply: str, count: int) -> list[str]:
    """Return the texts of a reply to a batch of `count`, one for each that was sent.

    Raises ScrambledError if they are not all there, each on its own line, in order. Nothing is put
    right: a guess here would put one sentence in the place of another.
    """
    if count == 1:
        return [reply]
    lines = reply.split("\n")
    if len(lines) != count:
        raise ScrambledError(f"{count}줄을 보냈는데 {len(lines)}줄이 돌아왔습니다")
    texts = []
    for number, line in enumerate(lines, 1):
        mark, _, text = line.partition(" ")
        if mark != f"{number}.":
            raise ScrambledError(f"{number}번 줄이 제자리에 없습니다")
        texts.append(text.strip())
    return texts


def _fits(text: str, room: int) -> bool:
    return len(text) <= _CHARACTERS and len(quote_plus(text)) <= room
