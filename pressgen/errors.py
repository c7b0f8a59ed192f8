"""What goes wrong by a user's hand, told in one or two lines: file, line, field, what, what instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from pressgen.sheets.paths import MARK, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ExitStatus(IntEnum):
    """What the program's exit status says."""

    OK = 0
    FAILED = 1
    USAGE = 2
    LOOK = 3
    """Built, but with something that a person must look at."""


@dataclass(frozen=True)
class Problem:
    """One mistake: where it stands, what it is, and what would be right.

    `line` counts from 1. `label` is the field's Korean name, as the person who fills it in knows it.
    The particles of `message` are written as pairs, 은(는), and resolved when it is told.
    """

    message: str
    file: Path | None = None
    line: int | None = None
    field: str = ""
    label: str = ""

    @property
    def text(self) -> str:
        """The message with its particles resolved."""
        from pressgen.korean import resolve_particles

        return resolve_particles(self.message)

    @property
    def mendable(self) -> Problem:
        """The problem where its user can mend it: of an event that is a spreadsheet's row, there."""
        if self.file is None or row_of(self.file) is None:
            return self
        from pressgen.sheets.origin import mendable  # reads files, which few problems need

        return mendable(self)

    def __str__(self) -> str:
        told = self.mendable
        place = ""
        if told.file is not None:
            place = short_path(told.file) + (f":{told.line}" if told.line else "") + ": "
        field = f"{told.field}({told.label}): " if told.label else told.field and f"{told.field}: "
        return f"{place}{field}{told.text}"


class PressgenError(Exception):
    """One or more problems that keep pressgen from doing what was asked."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def short_path(path: Path) -> str:
    """The path as a person would type it: from the current folder where it lies below that."""
    if row := row_of(path):
        return f"{short_path(row.sheet)}{MARK}{row.name}"
    try:
        return str(path.resolve().relative_to(path.cwd()))
    except (ValueError, OSError):
        return str(path)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, None where none is near."""
    import difflib  # only a mistake needs it

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the known word which was probably meant, or all of them."""
    choices = list(known)
    near = nearest(word, choices)
    return f"혹시 ‘{near}’입니까?" if near else f"쓸 수 있는 것: {', '.join(choices)}"
