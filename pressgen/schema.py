"""The JSON Schema (draft 2020-12) of a kind's event files, for an editor to complete and check by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgen.fact_types import FACT_TYPES, FactType
from pressgen.fields import FLAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.kinds import Field, Kind

_TEXT = {"type": ["string", "number", "boolean"]}
"""YAML reads 15:30 or no as something else than text; pressgen reads every scalar as its text."""
_DATE = {
    "type": "string",
    "pattern": r"^\d{4}(-|[./] ?|년 ?)\d{1,2}",
    "examples": ["2026-11-23", "2026-11-23 15:30", "2026. 11. 23.(월)"],
}


def event_schema(kind: Kind) -> dict[str, Any]:
    """The schema of an event file of this kind, labels and help as titles and descriptions."""
    schema = _fields(kind.fields)
    schema["properties"] = {"kind": {"const": kind.name}, **schema["properties"]}
    schema["required"] = ["kind", *schema.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.korean_label} / {kind.english_label}",
        "description": kind.korean_about,
        **schema,
    }


def _fields(fields: Sequence[Field]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for known in fields:
        properties[known.name] = _field(known)
        if known.alias:
            properties[known.alias] = _field(known)
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if required := [known.name for known in fields if known.required]:
        schema["required"] = required
    schema["additionalProperties"] = False
    return schema


def _field(known: Field) -> dict[str, Any]:
    about = {"title": f"{known.korean_label} / {known.english_label}"}
    if known.help:
        about["description"] = known.help
    value = _value(known)
    if known.many:
        items = {"type": "array", "items": value, "minItems": known.least}
        value = items if known.least > 1 else {"anyOf": [value, items]}
    return {**about, **value}


def _value(known: Field) -> dict[str, Any]:
    if known.type == "group":
        group = _fields(known.fields)
        return {"anyOf": [_TEXT, group]} if known.short else group
    if known.type == "flag":
        return {"enum": [True, False, *FLAGS]}
    if known.type not in FACT_TYPES:
        return _TEXT
    korean = _DATE if known.type == FactType.DAY else _TEXT
    long = _fact(korean)
    long["properties"]["short"] = {"anyOf": [korean, _fact(korean)]}
    return {"anyOf": [korean, long]}


def _fact(korean: dict[str, Any]) -> dict[str, Any]:
    """A fact written in full."""
    article = {"enum": ["the", "none"]}
    return {
        "type": "object",
        "properties": {"ko": korean, "en": _TEXT, "article": article, "reading": _TEXT},
        "required": ["ko"],
        "additionalProperties": False,
    }
