"""A file that is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Planned:
    """A file, by its path below the archive, and what makes its text."""

    path: str
    text: Callable[[], str]
