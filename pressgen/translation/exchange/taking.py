"""The entries of a file, made fit for the memory."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressgen.datafile import find_forbidden, forbidden
from pressgen.errors import PressgenError, Problem, nearest
from pressgen.translation.catalogs import check_slots, normalized
from pressgen.translation.patterns import slot_names

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from pressgen.translation.exchange.base import Contents, Unit
    from pressgen.translation.memory import Remembered


@dataclass(frozen=True, slots=True)
class Vouching:
    """What a user says of entries whose file does not: that people reviewed them, or whose work they are."""

    reviewed: bool = False
    approver: str = ""
    engine: str = ""

    @property
    def says_nothing(self) -> bool:
        return not (self.reviewed or self.engine)


def take(contents: Contents, file: Path, vouching: Vouching) -> list[Remembered]:
    """The entries for the memory.

    Raises PressgenError, with every problem, where one can't be used; then none should be.
    """
    if vouching.says_nothing and any(unit.stateless for unit in contents.units):
        message = (
            "사람이 확인한 것인지 파일에 없습니다. 확인한 것이면 --reviewed, 번역기의 것이면"
            " --machine 이름을 붙이세요."
        )
        raise PressgenError(Problem(message, file))
    entries: list[Remembered] = []
    problems: list[Problem] = []
    for unit in contents.units:
        try:
            entries.append(_taken(unit, file, vouching))
        except PressgenError as error:
            problems += error.problems
    if problems:
        raise PressgenError(*problems)
    return entries


def unused(contents: Contents, file: Path, facts: Collection[str]) -> list[Problem]:
    """The patterns that no release will use, as no kind has one of their facts; they are taken all
    the same, as the kind may be elsewhere."""
    told = []
    for unit in contents.units:
        for name in slot_names(unit.entry.korean):
            bare = re.sub(r"\.\d+$", "", name)  # a second of that name is numbered
            if bare not in facts:
                near = nearest(bare, facts)
                message = f"‘{{{name}}}’이(가) 어느 종류에도 없어 쓰이지 않을 틀입니다."
                message += f" 혹시 ‘{near}’입니까?" if near else ""
                told.append(Problem(message, file, unit.line))
    return told


def _taken(unit: Unit, file: Path, vouching: Vouching) -> Remembered:
    entry = unit.entry
    if unit.stateless:
        entry = _as_said(unit, file, vouching)
    if not entry.reviewed and not entry.engine:
        if not vouching.engine:
            message = "기계의 것인데 어느 번역기인지 없습니다. --machine 이름을 붙이세요."
            raise PressgenError(Problem(message, file, unit.line, "engine"))
        entry = replace(entry, engine=vouching.engine)
    if slot_names(entry.korean):
        check_slots(entry.korean, entry.english, file, unit.line)
    return replace(entry, korean=unicodedata.normalize("NFC", entry.korean))


def _as_said(unit: Unit, file: Path, vouching: Vouching) -> Remembered:
    """An entry of another program's: on one line, without what no text may have, of the state told."""
    entry = unit.entry
    if found := find_forbidden(entry.english) or find_forbidden(entry.korean):
        raise PressgenError(Problem(f"{forbidden(found)} 지우세요.", file, unit.line))
    return replace(
        entry,
        korean=normalized(entry.korean),
        english=normalized(entry.english),
        engine=entry.engine or vouching.engine,
        reviewed=vouching.reviewed,
        approver=(vouching.approver or entry.approver) if vouching.reviewed else "",
    )
