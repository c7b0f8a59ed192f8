"""Catalogs: gettext PO files with the English of sentences and patterns, written or approved by people.

An entry commented `origin: google` is that engine's work which nobody has reviewed yet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.translation.patterns import slot_names, stray_braces

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import polib

_ORIGIN = re.compile(r"^\s*origin:\s*([\w-]+)\s*$", re.MULTILINE)
# polib takes a line without its closing quotation mark, and drops a letter of it.
_STRING = re.compile(r'\s*(?:msg[\w\[\]]+\s*)?"')
_WHOLE_STRING = re.compile(_STRING.pattern + r'(?:[^"\\]|\\.)*"\s*$')


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
            check_slots(entry.msgid, entry.msgstr, file, entry.linenum)
            origin = _ORIGIN.search(f"{entry.comment}\n{entry.tcomment}")
            english = normalized(entry.msgstr)
            entries.setdefault(
                normalized(entry.msgid), Entry(english, origin[1].lower() if origin else "")
            )
    return Catalog(entries)


def read_po(file: Path) -> polib.POFile:
    """The PO file. Raises PressgenError, with file and line, where it is none."""
    import polib

    message = "PO 파일로 읽을 수 없습니다. 따옴표와 msgid, msgstr를 살펴보세요."
    try:
        for number, line in enumerate(file.read_text("utf-8-sig").split("\n"), 1):
            if _STRING.match(line) and not _WHOLE_STRING.match(line):
                raise PressgenError(Problem(message, file, number))
        return polib.pofile(str(file), encoding="utf-8", wrapwidth=0)
    except UnicodeDecodeError:
        raise PressgenError(Problem("UTF-8이 아닙니다. UTF-8로 다시 저장하세요.", file)) from None
    except (OSError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise PressgenError(Problem(message, file, int(found[1]) if found else None)) from None


def check_slots(korean: str, english: str, file: Path, line: int | None) -> None:
    """Raises PressgenError where the English of a pattern names a fact that its Korean does not have."""
    known = slot_names(korean)
    for name in slot_names(english):
        if name not in known:
            hint = f" {did_you_mean(name, known)}" if known else ""
            message = f"영문의 {{{name}}}이(가) 한국어에 없습니다.{hint}"
            raise PressgenError(Problem(message, file, line))
    for stray in stray_braces(english):
        if stray not in korean:
            message = f"영문의 {stray}을(를) 알 수 없습니다. {{이름}}, {{이름:bare}}, {{이름:a}} 가운데 하나로 적으세요."
            raise PressgenError(Problem(message, file, line))


def normalized(text: str) -> str:
    """The text as a key has it: composed, every run of white space one blank."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
