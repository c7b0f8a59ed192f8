"""Which field of an event a column of a spreadsheet fills in, told by its header.

A header names a field as the event file does or by its Korean label; a dot goes into a group (`head.name`,
`대표.성명`) or to another key of a value (`organization.en`), a number counts the entries of a list
(`parties.2.role`). A path has each of them: `photo.caption` is `photos.1.caption.ko`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pressgen.errors import did_you_mean
from pressgen.fact_types import FACT_TYPES
from pressgen.fields import FACT_KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.kinds import Field, Kind

Path = tuple[str, ...]
KIND = ("kind", "종류")
SLUG = ("slug", "주소 이름")
_EXPECTED = (*KIND, *SLUG, "released", "배포일")


class UnknownColumnError(LookupError):
    """Why a header names no field, in a sentence."""


def folded(name: str) -> str:
    """A name as headers are compared: without case and spaces."""
    return "".join(unicodedata.normalize("NFC", name).split()).casefold()


def stands_in(names: Sequence[str], header: Sequence[str]) -> int | None:
    """The column that has one of these names."""
    wanted = {folded(name) for name in names}
    return next((at for at, name in enumerate(header) if folded(name) in wanted), None)


def is_of_events(header: Sequence[str]) -> bool:
    """Whether a header has any of the columns that every list of events has."""
    return stands_in(_EXPECTED, header) is not None


def path_of(header: str, kind: Kind) -> Path:
    """What a column fills in. Raises UnknownColumnError where the kind has no such field."""
    owner: Sequence[Field] = kind.fields
    path: list[str] = []
    names = header.split(".")
    while True:
        known = _find(names.pop(0), owner, header)
        path.append(known.name)
        if known.many:
            path.append(str(int(names.pop(0))) if names and _is_count(names[0]) else "1")
        if known.type != "group":
            return (*path, *_keys(known, names))
        if not names:
            if not known.short:
                inner = ", ".join(f"{header}.{field.korean_label}" for field in known.fields)
                raise UnknownColumnError(f"안쪽 필드까지 적으세요: {inner}")
            names = [known.short]
        owner = known.fields


def _find(name: str, fields: Sequence[Field], header: str) -> Field:
    wanted = folded(name)
    for known in fields:
        if wanted in (folded(known.name), folded(known.alias) if known.alias else None):
            return known
    labelled = [known for known in fields if folded(known.korean_label) == wanted]
    if len(labelled) == 1:
        return labelled[0]
    if labelled:
        names = ", ".join(known.name for known in labelled)
        raise UnknownColumnError(f"이런 필드가 여럿입니다. 이름으로 적으세요: {names}")
    is_name = name.isascii()
    choices = [known.name if is_name else known.korean_label for known in fields]
    hint = did_you_mean(name, choices)
    raise UnknownColumnError(f"모르는 열입니다. {hint} 쓰지 않을 열은 이름을 _로 시작하세요.")


def _is_count(name: str) -> bool:
    return name.isascii() and name.isdigit() and 1 <= int(name) <= 99


def _keys(known: Field, names: Sequence[str]) -> Path:
    """The keys of a value behind its field: its Korean, where none is told."""
    if known.type not in FACT_TYPES:
        if names:
            raise UnknownColumnError(f"‘{known.korean_label}’ 뒤에는 점을 찍어 적을 것이 없습니다.")
        return ()
    if not names:
        return ("ko",)
    key = names[0].strip()
    if key == "short":
        return (key, *_keys(known, names[1:]))
    if key not in FACT_KEYS or names[1:]:
        raise UnknownColumnError(f"모르는 항목입니다. {did_you_mean('.'.join(names), FACT_KEYS)}")
    return (key,)
