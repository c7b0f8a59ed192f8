"""Units as a PO file: msgctxt says which unit it is and, by a digest, of which Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.review.sheet import Returned
from pressgen.review.words import told
from pressgen.translation.catalogs import read_po
from pressgen.translation.exchange.po import HEADER, comment, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressgen.review.sheet import Sent


def write(sent: Sequence[Sent], event: str) -> bytes:
    """The file; each entry has what a reviewer should know as comments."""
    return "\n".join([HEADER, *(_entry(one, event) for one in sent)]).encode("utf-8")


def _entry(sent: Sent, event: str) -> str:
    unit = sent.unit
    comments = [f"{unit.label}, {unit.origin}"]
    if unit.engine:  # as catalogs have it, should the file end up among them
        comments.append(f"origin: {unit.engine}")
    comments += map(told, unit.findings)
    comments += [f"비슷한 것 {score}%: {one.korean} → {one.english}" for score, one in sent.similar]
    lines = [comment(text) for text in comments]
    lines += [
        f"#: {event.replace(' ', '%20')}",
        f"msgctxt {quoted(f'{unit.id} {unit.digest}')}",
        f"msgid {quoted(unit.korean)}",
        f"msgstr {quoted(unit.english or '')}",
    ]
    return "".join(f"{line}\n" for line in lines)


def read(file: Path) -> list[Returned]:
    """The rows; a fuzzy entry is one that the reviewer left open."""
    rows = []
    for entry in read_po(file):
        if entry.msgid and not entry.obsolete:
            place, _, digest = (entry.msgctxt or "").partition(" ")
            english = "" if "fuzzy" in entry.flags else entry.msgstr
            rows.append(Returned(place, digest, entry.msgid, english, entry.linenum))
    return rows
