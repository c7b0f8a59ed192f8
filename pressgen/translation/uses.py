"""What a release asked its dictionaries for: when the answer to one of these changes, so may the release."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIZE = 8
"""Bytes of a digest. Two keys that share one would only have a release built once more than needed."""


@dataclass(frozen=True, slots=True)
class Uses:
    """`sentences`: the Korean looked up in memory and catalogs, found or not. `people`: names looked up
    among the spellings of other events, with what they were told, None for nothing."""

    sentences: set[str] = field(default_factory=set)
    people: dict[str, str | None] = field(default_factory=dict)

    def packed(self) -> bytes:
        """All of it as digests, sorted."""
        told = {_digest("person", *one) for one in self.people.items()}
        return b"".join(
            sorted({sentence_digest(one) for one in self.sentences} | told | self._names())
        )

    def _names(self) -> set[bytes]:
        return {_digest("name", name) for name in self.people}


def digests(packed: bytes) -> list[bytes]:
    """The digests that `Uses.packed` put together."""
    return [packed[start : start + _SIZE] for start in range(0, len(packed), _SIZE)]


def sentence_digest(korean: str) -> bytes:
    """Stands for a sentence, a term or a pattern that was looked up."""
    return _digest("sentence", korean)


@dataclass(frozen=True, slots=True)
class Changed:
    """Answers that are others now: sentences, and names with the spelling that they are given now."""

    sentences: frozenset[bytes]
    people: tuple[tuple[bytes, bytes], ...]

    def __bool__(self) -> bool:
        return bool(self.sentences or self.people)

    def concerns(self, packed: bytes) -> bool:
        """Whether what asked for these would be told something else now."""
        used = digests(packed)
        if not self.sentences.isdisjoint(used):
            return True
        return any(name in used and told not in used for name, told in self.people)


def changed(sentences: Iterable[str], people: Iterable[tuple[str, str | None]] = ()) -> Changed:
    """What changed: the Korean of sentences, and people's names with their spelling now."""
    return Changed(
        frozenset(map(sentence_digest, sentences)),
        tuple((_digest("name", name), _digest("person", name, told)) for name, told in people),
    )


# Patterns and names come in one release after the other.
@lru_cache(maxsize=4096)
def _digest(*parts: str | None) -> bytes:
    text = "\0".join("\1" if part is None else part for part in parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
