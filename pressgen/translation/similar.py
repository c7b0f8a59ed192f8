"""What the memory has for Korean that is almost the same: suggestions for a person, never used unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.translation.memory import Remembered

_LEAST = 60.0
"""Percent of the two texts that have to agree."""


def find_similar(
    korean: str, entries: Sequence[Remembered], limit: int = 3
) -> list[tuple[int, Remembered]]:
    """The entries whose Korean is nearest, with the percentage to which it agrees, the nearest first.

    The very same text is not among them: that is no suggestion.
    """
    from rapidfuzz import fuzz, process

    others = [entry for entry in entries if entry.korean != korean]
    found = process.extract(
        korean,
        [entry.korean for entry in others],
        scorer=fuzz.ratio,
        score_cutoff=_LEAST,
        limit=limit,
    )
    return [(int(score), others[index]) for _, score, index in found]
