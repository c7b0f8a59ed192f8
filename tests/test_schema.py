from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from pressgen.kinds import find_kinds, load_kind
from pressgen.schema import event_schema
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

FOLDERS = [shipped_templates()]


class _AsEditorsDo(yaml.SafeLoader):
    """YAML 1.2's types, which have no dates."""


_AsEditorsDo.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def example(name: str) -> Any:
    text = load_kind(name, FOLDERS).example.read_text(encoding="utf-8")
    return yaml.load(text, _AsEditorsDo)


def errors(name: str, event: object) -> list[jsonschema.ValidationError]:
    schema = event_schema(load_kind(name, FOLDERS))
    return list(jsonschema.Draft202012Validator(schema).iter_errors(event))


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_it_is_a_schema_that_accepts_the_example(
    name: str, workspace: Path, pressgen: Program
) -> None:
    schema = json.loads(pressgen("schema", name).output)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == event_schema(load_kind(name, FOLDERS))
    assert errors(name, example(name)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"host": "산업부"},
        {"host": 119},
        {"host": {"ko": "산업부", "en": "Ministry", "article": "the", "reading": "부"}},
        {"award": {"ko": "인증", "short": {"ko": "증", "en": "C"}}},
        {"award": {"ko": "인증", "short": "증"}},
        {"quote": {"ko": "좋다.", "en": "Good."}},
        {"obtained": {"ko": "2026-11-02", "en": "Monday"}},
        {"confidential": True},
        {"confidential": "예"},
        {"photo": [{"caption": "가"}, {"caption": "나", "file": "나.jpg"}]},
        {"photos": {"caption": "가"}},
        {"outlet": "하늘신문"},
        {"attachments": ["가", {"title": "나"}]},
        {"slug": 2026},
        {"contacts": [{"department": "팀", "phone": 119}]},
    ],
)
def test_it_accepts_what_an_event_may_say(fields: dict[str, object]) -> None:
    assert errors("certification", {**example("certification"), **fields}) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"hots": "산업부"},
        {"kind": "agreement"},
        {"host": {"ko": "산업부", "eng": "Ministry"}},
        {"host": {"en": "Ministry"}},
        {"host": {"ko": "산업부", "article": "a"}},
        {"host": ["산업부"]},
        {"award": None},
        {"obtained": "11월 2일"},
        {"confidential": "아마"},
        {"head": "한보람"},
        {"head": {"title": "관장"}},
        {"photo": {"captoin": "가"}},
    ],
)
def test_it_rejects_what_an_event_may_not_say(fields: dict[str, object]) -> None:
    assert errors("certification", {**example("certification"), **fields})


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_it_asks_for_what_is_required(name: str) -> None:
    kind, event = load_kind(name, FOLDERS), example(name)
    for field in kind.fields:
        if field.required:
            rest = {key: value for key, value in event.items() if key != field.name}
            assert field.name in errors(name, rest)[0].message


def test_it_asks_for_two_parties() -> None:
    event = example("agreement")
    assert errors("agreement", {**event, "parties": event["parties"][:1]})


def test_an_editor_shows_the_labels() -> None:
    host = event_schema(load_kind("certification", FOLDERS))["properties"]["host"]
    assert host["title"] == "주최 / Host"
    assert host["description"] == "인증을 주최하는 기관"
