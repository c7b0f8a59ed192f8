"""The memory as gettext PO, which a PO editor opens and `translations/` takes.

As in catalogs, the comment `origin: google` makes an entry that engine's work. A reviewed one has
`reviewed:` with the person's name, and `draft: google` where an engine drafted it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressgen.errors import Problem
from pressgen.translation.catalogs import read_po
from pressgen.translation.exchange.base import Contents, Unit
from pressgen.translation.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import polib

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PROPERTY = re.compile(r"(origin|draft|reviewed|written|release): ?(.*)")


def write(entries: Iterable[Remembered]) -> str:
    """The text of a PO file with these entries."""
    return "\n".join([HEADER, *map(_entry, entries)])


def _entry(entry: Remembered) -> str:
    comments = [("reviewed", entry.approver)] if entry.reviewed else [("origin", entry.engine)]
    if entry.reviewed and entry.engine:
        comments.append(("draft", entry.engine))
    if entry.written:
        comments.append(("written", entry.written.isoformat()))
    if entry.release:
        comments.append(("release", entry.release))
    lines = [comment(f"{name}: {value}") for name, value in comments]
    lines += [f"msgid {quoted(entry.korean)}", f"msgstr {quoted(entry.english)}"]
    return "".join(f"{line}\n" for line in lines)


def comment(text: str) -> str:
    """A comment for people and programs; it stays on its line."""
    return f"#. {' '.join(text.splitlines())}"


def quoted(text: str) -> str:
    """The text as a PO string."""
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'


def read(file: Path) -> Contents:
    """What a PO file holds. Raises PressgenError, with the line, where it is none."""
    contents = Contents()
    for entry in read_po(file):
        if entry.obsolete or not entry.msgid:
            continue
        if not entry.msgstr or "fuzzy" in entry.flags:
            why = "영문이 비어 있거나 fuzzy라서 건너뜁니다."
            contents.skipped.append(Problem(why, file, entry.linenum))
        else:
            contents.units.append(_unit(entry))
    return contents


def _unit(entry: polib.POEntry) -> Unit:
    lines = f"{entry.comment}\n{entry.tcomment}".split("\n")
    found = [match for line in lines if (match := _PROPERTY.fullmatch(line))]
    said: dict[str, str] = {match[1]: match[2] for match in found}
    remembered = Remembered(
        entry.msgid,
        entry.msgstr,
        said.get("origin", said.get("draft", "")),
        "origin" not in said,
        said.get("release", ""),
        said.get("reviewed", ""),
        _moment(said.get("written", "")),
    )
    return Unit(remembered, entry.linenum, stateless=not said.keys() & {"origin", "reviewed"})


def _moment(text: str) -> datetime | None:
    """When it was written; a date that another program or a person put there counts as none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
