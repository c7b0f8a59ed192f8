"""Files for a user to start from: a workspace, and a commented event file of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.files import write_file
from pressgen.datafile import read_mapping, read_text
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.tables import BOM, written
from pressgen.translation.glossary import COLUMNS
from pressgen.workspace import SETTINGS_FILE, shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pressgen.datafile import Entry
    from pressgen.kinds import Field, Kind

_HEADER = """\
# {label} 보도자료. {about}
# 값은 본보기이니 모두 바꾸세요. ‘필수’ 필드는 꼭 채우고, 필요 없는 필드는 지우면 됩니다.
# 영문을 정해 두려면 값 대신 {{ko: 한국어, en: English}}로 적습니다. 쉼표가 든 값은 따옴표로 감쌉니다.
"""


def make_workspace(folder: Path) -> list[Path]:
    """Makes what a workspace lacks, and returns what was made; what is there stays as it is."""
    made = []
    glossary = BOM + written([COLUMNS], "\n")
    settings = read_text(shipped_templates() / "workspace" / SETTINGS_FILE)
    for name, text in ((SETTINGS_FILE, settings), ("glossary.csv", glossary)):
        path = folder / name
        if not path.exists():
            write_file(path, text)
            made.append(path)
    for name in ("events", "templates", "translations"):
        path = folder / name
        if not path.is_dir():
            path.mkdir(parents=True)
            made.append(path)
    return made


def event_file(kind: Kind) -> str:
    """An event file with the example's values, each field under a Korean comment that explains it.

    Fields that the example leaves out follow as comments. The example's slug is left out, since two
    events can't share one.
    """
    fields = {name: known for known in kind.fields for name in (known.name, known.alias) if name}
    parts = [_HEADER.format(label=kind.korean_label, about=kind.korean_about)]
    parts.append(f"kind: {kind.name}\n")
    given = set()
    for entry, source in _entries(kind.example):
        if entry.key not in fields:
            message = f"모르는 필드입니다. {did_you_mean(entry.key, fields)}"
            raise PressgenError(Problem(message, kind.example, entry.line, entry.key))
        given.add(fields[entry.key].name)
        parts.append(f"{_comment(fields[entry.key])}{source}\n")
    absent = [known for known in kind.fields if known.name not in given]
    parts += [f"{_comment(known)}# {known.name}:\n" for known in absent]
    return "\n".join(parts)


def _entries(example: Path) -> Iterator[tuple[Entry, str]]:
    """The example's fields but for kind and slug, each with its lines as they stand in the file."""
    lines = read_text(example).split("\n")
    entries = read_mapping(example).entries
    ends = [*(entry.line - 1 for entry in entries[1:]), len(lines)]
    for entry, end in zip(entries, ends, strict=True):
        if entry.key not in ("kind", "slug"):
            yield entry, _trimmed(lines[entry.line - 1 : end])


def _trimmed(lines: list[str]) -> str:
    """The lines without the blank and comment lines at their end, which belong to what follows."""
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines = lines[:-1]
    return "\n".join(lines)


def _comment(known: Field) -> str:
    need = "(필수)" if known.required else ""
    text = f"# {known.korean_label}{need}"
    if known.help:
        text += f": {known.help}"
    if known.fields:
        text += f"\n#   {', '.join(_inner(field) for field in known.fields)}"
    return f"{text}\n"


def _inner(known: Field) -> str:
    inner = f": {', '.join(_inner(field) for field in known.fields)}" if known.fields else ""
    return f"{known.name}({known.korean_label}{', 필수' if known.required else ''}{inner})"
