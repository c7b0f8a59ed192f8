"""The JSON Schema (draft 2020-12) of a kind's event files, for an editor to complete and check by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgen.facts import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.kinds import Field, Kind

_TEXT = {"type": ["string", "number", "boolean"]}
"""YAML reads 15:30 or no as something else than text; pressgen reads every scalar as its text."""


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
        return {"type": "boolean"}
    if known.type == FactType.DAY:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if known.type in ("moment", "image", "file", FactType.PLAIN):
        return {"type": "string"}
    if known.type == FactType.COUNT:
        return {"type": ["integer", "string"]}
    return {"anyOf": [_TEXT, _fact(known)]}


def _fact(known: Field) -> dict[str, Any]:
    properties: dict[str, Any] = {"ko": _TEXT, "en": _TEXT}
    if known.type not in (FactType.PHRASE, FactType.TEXT):
        properties["article"] = {"enum": ["the", "none"]}
        properties["reading"] = _TEXT
    if known.type == FactType.ORGANIZATION:
        short = {"ko": _TEXT, "en": _TEXT}
        named = {"type": "object", "properties": short, "required": ["ko"]}
        properties["short"] = {"anyOf": [_TEXT, named]}
    return {
        "type": "object",
        "properties": properties,
        "required": ["ko"],
        "additionalProperties": False,
    }
