"""A file that is to be written, with what it is made of: the same made of the same is not written again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Planned:
    """A file, by its path below the archive. `made_of` is all that its text depends on but for the frame.

    To compare what a file is made of takes a hundredth of the time that its text does.
    """

    path: str
    made_of: tuple[object, ...]
    text: Callable[[], str] = field(compare=False)
