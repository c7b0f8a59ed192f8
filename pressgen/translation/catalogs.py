"""Catalogs: gettext PO files with the English of sentences and patterns, written or approved by people.

An entry commented `origin: google` is that engine's work which nobody has reviewed yet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.translation.patterns import slot_names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import polib

_ORIGIN = re.compile(r"^\s*origin:\s*([\w-]+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """The English that a catalog has, and the engine it came from ("" if people wrote it)."""

    english: str
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Korean sentences and patterns (NFC, single blanks) with their English."""

    entries: dict[str, Entry]

    def find(self, korean: str) -> Entry | None:
        return self.entries.get(korean)


def load_catalog(files: Iterable[Path]) -> Catalog:
    """The entries of all the files; where two have the same Korean, the first file's.

    Fuzzy, obsolete and untranslated entries count as absent, as gettext has it.
    Raises PressgenError, with file and line, for what can't be read and for a pattern whose English
    names a fact that its Korean does not have.
    """
    entries: dict[str, Entry] = {}
    for file in files:
        for entry in read_po(file):
            if not entry.msgstr or entry.obsolete or "fuzzy" in entry.flags:
                continue
            _check_slots(entry, file)
            origin = _ORIGIN.search(f"{entry.comment}\n{entry.tcomment}")
            english = _normalized(entry.msgstr)
            entries.setdefault(
                _normalized(entry.msgid), Entry(english, origin[1].lower() if origin else "")
            )
    return Catalog(entries)


def read_po(file: Path) -> polib.POFile:
    """The PO file. Raises PressgenError, with file and line, where it is none."""
    import polib

    try:
        return polib.pofile(str(file), encoding="utf-8", wrapwidth=0)
    except UnicodeDecodeError:
        raise PressgenError(Problem("UTF-8이 아닙니다. UTF-8로 다시 저장하세요.", file)) from None
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)|\.po:(\d+)", str(error))
        number = int(line[1] or line[2]) if line else None
        message = "PO 파일로 읽을 수 없습니다. 따옴표와 msgid, msgstr를 살펴보세요."
        raise PressgenError(Problem(message, file, number)) from None


def _check_slots(entry: polib.POEntry, file: Path) -> None:
    known = slot_names(entry.msgid)
    for name in slot_names(entry.msgstr) if known else ():
        if name not in known:
            message = f"msgstr의 {{{name}}}이(가) msgid에 없습니다. {did_you_mean(name, known)}"
            raise PressgenError(Problem(message, file, entry.linenum))


def _normalized(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
