"""release.json: the facts, and both stories sentence by sentence with where each English came from."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING, Any

from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, Value

if TYPE_CHECKING:
    import jinja2

    from pressgen.formats.base import Folder
    from pressgen.layout import Document
    from pressgen.release import Release
    from pressgen.story import Translation

FORMAT_VERSION = 1
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def render(
    release: Release, document: Document, folder: Folder, environment: jinja2.Environment
) -> str:
    """The release as JSON."""
    event = release.event
    outlet = release.outlet
    data = {
        "format": FORMAT_VERSION,
        "kind": event.kind.name,
        "slug": event.slug,
        "released": event.released.isoformat(),
        "embargo": event.embargo.isoformat() if event.embargo else None,
        "outlet": {
            name: _fact(release, fact)
            for name, fact in (
                ("name", outlet.name),
                ("desk", outlet.desk),
                ("region", outlet.region),
                ("reporter", outlet.reporter),
            )
            if fact is not None
        },
        "facts": {
            name: _value(release, value)
            for name, value in event.values.items()
            if value not in (None, ()) and name not in OF_THE_FILE
        },
        "photos": [
            {
                "caption": _fact(release, photo.caption),
                "credit": _fact(release, photo.credit) if photo.credit else None,
                "file": file,
            }
            for photo, file in zip(event.photos, folder.photos, strict=True)
        ],
        "translation": {
            "state": release.state,
            "origin": [str(origin) for origin in release.origins],
            "engines": release.engines,
        },
        "korean": [
            {"role": str(paragraph.role), "segments": [one.korean for one in paragraph.segments]}
            for paragraph in release.korean.paragraphs
        ],
        "english": [
            {
                "role": str(paragraph.role),
                "segments": [_translation(one) for one in paragraph.translations],
            }
            for paragraph in release.english.paragraphs
        ],
    }
    return indented(data) + "\n"


def indented(value: Any, start: str = "\n") -> str:
    """What json.dumps makes of texts, lists and dictionaries by ensure_ascii=False and indent=1.

    Where it indents, json's own encoder is Python that yields comma by comma. `start` begins a line.
    """
    if not value or not isinstance(value, (dict, list)):
        return _ENCODER.encode(value)
    inner = f"{start} "
    if isinstance(value, list):
        opening, closing = "[]"
        items = [
            _quoted(item) if isinstance(item, str) else indented(item, inner) for item in value
        ]
    else:
        opening, closing = "{}"
        items = [
            f"{_quoted(key)}: {_quoted(item) if isinstance(item, str) else indented(item, inner)}"
            for key, item in value.items()
        ]
    return f"{opening}{inner}{f',{inner}'.join(items)}{start}{closing}"


# What the file says of itself, and what stands in the output under a name of its own.
OF_THE_FILE = frozenset(
    {"slug", "released", "embargo", "confidential", "outlet", "region", "reporter", "photos"}
)


def _translation(one: Translation) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "ko": one.source.korean,
        "en": one.english,
        "origin": str(one.origin),
        "engines": sorted(one.engines),
    }
    if not one.source.free:
        entry["pattern"] = one.source.pattern
    if one.reason:
        entry["reason"] = one.reason
    return entry


def _value(release: Release, value: Value) -> Any:
    if isinstance(value, Fact):
        return _fact(release, value)
    if isinstance(value, Group):
        present = ((k, v) for k, v in value.fields.items() if v not in (None, ()))
        return {name: _value(release, inner) for name, inner in present}
    return [_value(release, item) for item in value or ()]


def _fact(release: Release, fact: Fact) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": str(fact.type), "ko": fact.korean}
    if fact.type.is_free_text:
        if fact.english is not None:
            entry["en"] = fact.english
    elif fact.type != FactType.PLAIN:
        form = release.form(fact)
        entry["en"] = form.bare if form else None
        entry["origin"] = str(form.origin) if form else "pending"
        if form and form.article:
            entry["article"] = form.article
        if form and form.engine:
            entry["engine"] = form.engine
    if fact.value is not None and fact.type != FactType.PLAIN:
        entry["value"] = fact.value
    if fact.short is not None:
        entry["short"] = {"ko": fact.short.korean}
        if fact.short.english is not None:
            entry["short"]["en"] = fact.short.english
    return entry
