"""The memory as TMX 1.4, which computer-aided translation tools share.

https://www.gala-global.org/tmx-14b: a header with its seven attributes, `tu` with a `tuv` a
language. What TMX has no attribute for stands in `prop`. A character that XML forbids is written as
`<ph type="x-char">001F</ph>`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

from pressgen import __version__
from pressgen.errors import PressgenError, Problem
from pressgen.translation.exchange.base import Contents, Unit
from pressgen.translation.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree.ElementTree import Element

_TIME = "%Y%m%dT%H%M%SZ"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARACTER = "x-char"
_PROPERTY = "x-pressgen-"
_LINE = "line"
_HEADER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="pressgen" creationtoolversion="{__version__}" segtype="sentence"\
 o-tmf="pressgen" adminlang="en" srclang="ko" datatype="plaintext"/>
<body>
"""


def write(entries: Iterable[Remembered]) -> str:
    """The text of a TMX file with these entries."""
    return "".join([_HEADER, *map(_unit_of, entries), "</body>\n</tmx>\n"])


def _unit_of(entry: Remembered) -> str:
    properties = {
        "state": "reviewed" if entry.reviewed else "machine",
        "engine": entry.engine,
        "release": entry.release,
        "approver": entry.approver,
    }
    date = f' changedate="{entry.written.astimezone(UTC):{_TIME}}"' if entry.written else ""
    props = "".join(
        f'<prop type="{_PROPERTY}{name}">{escape(_FORBIDDEN.sub("", value))}</prop>\n'
        for name, value in properties.items()
        if value
    )
    return (
        f"<tu{date}>\n{props}"
        f'<tuv xml:lang="ko"><seg>{_escaped(entry.korean)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>{_escaped(entry.english)}</seg></tuv>\n</tu>\n'
    )


def _escaped(text: str) -> str:
    # Every parser makes a line feed of a carriage return that stands there as itself.
    text = escape(text, {"\r": "&#13;"})
    return _FORBIDDEN.sub(lambda found: f'<ph type="{_CHARACTER}">{ord(found[0]):04X}</ph>', text)


def read(file: Path) -> Contents:
    """What a TMX file holds. Raises PressgenError, with the line, where it is none."""
    contents = Contents()
    for unit in _parsed(file).iter("tu"):
        line = int(unit.get(_LINE, "0"))
        korean, english = _variant(unit, "ko"), _variant(unit, "en")
        why = ""
        if korean is None or english is None:
            why = "한국어(ko)와 영어(en)가 모두 있지 않아 건너뜁니다."
        elif (source := _segment(korean)) is None or (target := _segment(english)) is None:
            why = "글 속에 서식 표시(bpt, ept, it, ph)가 있어 건너뜁니다."
        elif not source.strip() or not target.strip():
            why = "한국어나 영문이 비어 있어 건너뜁니다."
        else:
            contents.units.append(_unit(unit, english, source, target, line))
        if why:
            contents.skipped.append(Problem(why, file, line))
    return contents


def _parsed(file: Path) -> Element:
    """The tree. Nothing but the file itself is read, and no entity is expanded that it declares."""
    parser, builder = ParserCreate(), TreeBuilder()

    def start(name: str, attributes: dict[str, str]) -> None:
        place = {_LINE: str(parser.CurrentLineNumber)} if name == "tu" else {}
        builder.start(name, {**attributes, **place})

    def refuse(*_: object) -> None:
        message = "XML 개체(ENTITY)를 쓰는 파일은 읽지 않습니다. 개체 없이 다시 내보내세요."
        raise PressgenError(Problem(message, file, parser.CurrentLineNumber))

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = refuse
    try:
        with file.open("rb") as stream:
            parser.ParseFile(stream)
        root = builder.close()
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다({error.strerror}).", file)) from None
    except (ExpatError, LookupError, ValueError) as error:
        line = error.lineno if isinstance(error, ExpatError) else None
        raise PressgenError(Problem(f"TMX로 읽을 수 없습니다({error}).", file, line)) from None
    if root.tag != "tmx":
        message = f"TMX가 아니라 <{root.tag}> 파일입니다."
        raise PressgenError(Problem(message, file))
    return root


def _variant(unit: Element, language: str) -> Element | None:
    """The unit in that language, whatever its region: ko, ko-KR, KO_kr."""
    for variant in unit.iter("tuv"):
        name = variant.get("xml:lang", variant.get("lang", ""))
        if re.split("[-_]", name.lower())[0] == language:
            return variant
    return None


def _segment(variant: Element) -> str | None:
    segment = variant.find("seg")
    return "" if segment is None else _text(segment)


def _text(segment: Element) -> str | None:
    """The text of a segment, also what <hi> marks; None where it has the codes of another format."""
    for inner in segment.iter():
        if inner.tag == "ph" and inner.get("type") == _CHARACTER and len(inner) == 0:
            inner.text = _character(inner.text or "")
        elif inner is not segment and inner.tag != "hi":
            return None
    return "".join(segment.itertext())


def _character(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch("[0-9A-F]{4}", code) else ""


def _unit(unit: Element, variant: Element, korean: str, english: str, line: int) -> Unit:
    said = {
        prop.get("type", "").removeprefix(_PROPERTY): prop.text or "" for prop in unit.iter("prop")
    }
    state = said.get("state", "")
    known = (unit, variant)
    if state not in ("machine", "reviewed"):
        person = next((v for one in known for v in _people(one)), "")
        entry = Remembered(korean, english, "", approver=person, written=_moment(known))
        return Unit(entry, line, stateless=True)
    entry = Remembered(
        korean,
        english,
        said.get("engine", ""),
        state == "reviewed",
        said.get("release", ""),
        said.get("approver", ""),
        _moment(known),
    )
    return Unit(entry, line)


def _people(element: Element) -> list[str]:
    names = [element.get("changeid", ""), element.get("creationid", "")]
    return [" ".join(name.split()) for name in names if name.strip()]


def _moment(elements: Iterable[Element]) -> datetime | None:
    """When it was last changed, else made; a date that is not written as TMX has it counts as none."""
    for name in ("changedate", "creationdate"):
        for element in elements:
            try:
                return datetime.strptime(element.get(name, ""), _TIME).replace(tzinfo=UTC)
            except ValueError:
                pass
    return None
