"""A finding: something that a person must look at before a release goes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: `block` is wrong as it stands, `warn` wants a look, `note` informs."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"

    @property
    def wants_a_person(self) -> bool:
        return self is not Severity.NOTE


SEVERITIES = {Severity.BLOCK: "수정", Severity.WARN: "확인", Severity.NOTE: "알림"}
"""What people are told of them."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """That a person looked at a finding and let it stand: why, who, and when (ISO 8601)."""

    reason: str
    person: str
    written: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, where, and what to do about it.

    `korean` and `english` are the sentences it is about, "" where it is about none. `lacking`: the Korean
    whose English is wanted, word for word as a catalog or the glossary would have it. `line` is that of
    the event file. One with a `dismissal` is a note.
    the event file. `korean_span` and `english_span` say where in them, from and to.
    """

    code: str
    severity: Severity
    message: str
    advice: str
    korean: str = ""
    english: str = ""
    line: int | None = None
    lacking: tuple[str, ...] = ()
    dismissal: Dismissal | None = None
    korean_span: tuple[int, int] | None = None
    english_span: tuple[int, int] | None = None
