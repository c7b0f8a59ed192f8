"""The file in which units go out to a person or an agency, and what it says when it is back."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from pressgen.datafile import find_forbidden, forbidden
from pressgen.errors import PressgenError, Problem
from pressgen.review.approval import Approved
from pressgen.translation.catalogs import normalized

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pressgen.review.units import Unit
    from pressgen.translation.memory import Remembered

FORMATS = ("po", "xlsx")


@dataclass(frozen=True, slots=True)
class Sent:
    """A unit as it goes out, with the memory's entries for Korean like its own (percent, entry)."""

    unit: Unit
    similar: list[tuple[int, Remembered]]


@dataclass(frozen=True, slots=True)
class Returned:
    """A row as it came back. `english` is "" where the person left it open."""

    id: str
    digest: str
    korean: str
    english: str
    line: int | None


class Format(Protocol):
    """One format of the file. Both raise PressgenError, with the line, for what can't be done."""

    def write(self, sent: Sequence[Sent], event: str) -> bytes:
        """The file with these units; `event` names the release."""

    def read(self, file: Path) -> list[Returned]:
        """The rows that such a file holds."""


def load_format(name: str) -> Format:
    """The format of that name; its module is imported now."""
    return cast("Format", import_module(f"pressgen.review.{name}"))


@dataclass(frozen=True, slots=True)
class Result:
    """What came back: approved, what can't be taken and why, and the units that the file lacks."""

    approved: list[Approved]
    refused: list[Problem]
    absent: list[Unit]


def take_back(rows: Sequence[Returned], units: Sequence[Unit], file: Path) -> Result:
    """Compares a file that came back with what the event makes now.

    Raises PressgenError where none of its sentences is the event's.
    """
    by_digest = {unit.digest: unit for unit in units}
    _require_a_sentence(rows, by_digest, file)
    by_id = {unit.id: unit for unit in units}
    result = Result([], [], [])
    returned: set[str] = set()
    for row in rows:
        unit = by_digest.get(row.digest)
        refusal = ""
        if unit is None:
            now = by_id.get(row.id)
            refusal = f"보낸 뒤에 한국어가 바뀌었습니다: ‘{row.korean}’"
            refusal += f" → ‘{now.korean}’" if now else " (이제 없는 문장)"
        elif normalized(row.korean) != normalized(unit.korean):
            refusal = f"파일에서 한국어를 고쳤습니다: ‘{unit.korean}’을(를) 그대로 두세요."
        elif unit.korean in returned:
            refusal = f"두 번 나옵니다. 하나만 남기세요: ‘{unit.korean}’"
        else:
            returned.add(unit.korean)
            refusal = _taken(row, unit, result.approved)
        if refusal:
            result.refused.append(Problem(refusal, file, row.line))
    result.absent.extend(unit for unit in units if unit.is_open and unit.korean not in returned)
    return result


def _require_a_sentence(
    rows: Sequence[Returned], by_digest: Mapping[str, Unit], file: Path
) -> None:
    """Raises PressgenError for another event's file; a name may stand in several events."""
    found = [by_digest.get(row.digest) for row in rows]
    if rows and not any(unit is not None and unit.segment is not None for unit in found):
        message = (
            "이 자료의 문장이 하나도 없습니다. 다른 자료에서 내보낸 파일이 아닌지 보고,"
            " 자료를 고친 것이면 다시 내보내세요."
        )
        raise PressgenError(Problem(message, file))


def _taken(row: Returned, unit: Unit, approved: list[Approved]) -> str:
    """Adds the row to what is approved, or says why it can't be."""
    english = normalized(row.english)
    if found := find_forbidden(row.english):
        return f"{forbidden(found)} 지우세요."
    if not english or (unit.fixed and english == unit.english):
        return ""
    if unit.fixed:
        return f"영문이 자료 파일에 적혀 있습니다. 거기서 고치세요: ‘{unit.korean}’"
    approved.append(Approved(unit, english))
    return ""
