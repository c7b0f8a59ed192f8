from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from pressgen.errors import PressgenError
from pressgen.event import load_event
from pressgen.kinds import Field, find_kinds, load_kind
from pressgen.workspace import open_workspace, shipped_templates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

SHIPPED = [shipped_templates()]
COMMON = {"released", "embargo", "confidential", "headline", "subheadline", "photos", "attachments",
          "contacts", "slug", "outlet", "region", "reporter"}  # fmt: skip


def every(fields: tuple[Field, ...]) -> list[Field]:
    return [one for field in fields for one in (field, *every(field.fields))]


def test_the_kinds_that_pressgen_ships() -> None:
    assert find_kinds(SHIPPED) == ["agreement", "certification"]


@pytest.mark.parametrize("name", find_kinds(SHIPPED))
def test_a_shipped_kind_is_complete(name: str) -> None:
    kind = load_kind(name, SHIPPED)
    workspace = open_workspace(shipped_templates() / "nowhere")
    assert {field.name for field in kind.fields} > COMMON
    for field in every(kind.fields):
        assert any("가" <= letter <= "힣" for letter in field.korean_label)
        assert field.english_label.isascii()
    assert load_event(kind.example, SHIPPED, workspace.zone).kind == kind
    assert {file.name for file in kind.folder.iterdir()} >= {"ko.jinja", "en.po", "example.po"}


def test_no_such_kind() -> None:
    for name in ("", "nothing", "../kinds/agreement", "kinds"):
        with pytest.raises(LookupError):
            load_kind(name, SHIPPED)


# A kind of a user's own


HEAD = "label: {ko: 개관, en: Opening}\nabout: {ko: 문을 엽니다., en: It opens.}\n"
LABEL = {"ko": "이름", "en": "Name"}
FIELD = {"type": "term", "label": LABEL}


def make_kind(folder: Path, content: str) -> list[Path]:
    file = folder / "templates" / "kinds" / "opening" / "kind.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    return list(open_workspace(folder).template_folders)


def fields(**given: object) -> str:
    """A kind.yaml with these fields, the first on line 4."""
    lines = [f"  {name}: {json.dumps(field)}\n" for name, field in given.items()]
    return f"{HEAD}fields:\n{''.join(lines)}"


def field(**given: object) -> str:
    return fields(name={**FIELD, **given})


def test_what_a_kind_leaves_out_has_a_default(tmp_path: Path) -> None:
    kind = load_kind("opening", make_kind(tmp_path, field(help="두\n\n줄")))
    assert kind.fields[0] == Field("name", "term", "이름", "Name", help="두 줄")
    assert kind.name == "opening"


@pytest.mark.parametrize(
    ("kind", "line", "field", "said"),
    [
        (field(least="x", many="true"), 4, "name.least", "‘x’ 대신 1부터 99까지의 수를"),
        (field(past="true"), 4, "name.past", "day인 필드에만"),
        (field(type="day", past="yes"), 4, "name.past", "true나 false를"),
        (field(least="0"), 4, "name.least", "1부터 99까지"),
        (field(required="ture"), 4, "name.required", "‘ture’ 대신 true나 false를"),
        (field(many="yes"), 4, "name.many", "true나 false를"),
        (field(tpye="term"), 4, "name.tpye", "혹시 ‘type’입니까?"),
        (field(type="trem"), 4, "name.type", "혹시 ‘term’입니까?"),
        (field(type=""), 4, "name.type", "쓸 수 있는 것: term"),
        (field(label="이름"), 4, "name.label", "‘label: {ko: …, en: …}’이 있어야"),
        (field(label={"ko": "이름"}), 4, "name.label", "있어야 합니다"),
        (field(type="count"), 4, "name.unit", "unit: {ko: 명"),
        (field(type="count", unit={"ko": "명"}), 4, "name.unit", "unit: {ko: 명"),
        (field(type="group"), 4, "name.fields", "아래에 필드를"),
        (field(type="group", fields={"x": 1}), 4, "name.x", "type과 label"),
        (
            field(type="group", fields={"x": FIELD, "y": {**FIELD, "alias": "x"}}),
            4,
            "name.y",
            "‘x’는 이미 쓰이는 이름",
        ),
        (field(type="group", fields={"x": FIELD}, short="z"), 4, "name.short", "안쪽 필드"),
        (field(alias="released"), 4, "name", "이미 쓰이는 이름"),
        (fields(photo=FIELD), 4, "photo", "이미 쓰이는 이름"),
        (fields(kind=FIELD), 4, "kind", "이미 쓰이는 이름"),
        (fields(none=FIELD), 4, "none", "이미 쓰이는 이름"),
        (fields(part=FIELD), 4, "part", "이미 쓰이는 이름"),
        (fields(**{"my-field": FIELD}), 4, "my-field", "글자로 시작하고"),
        (fields(**{"2nd": FIELD}), 4, "2nd", "글자로 시작하고"),
        (fields(_x=FIELD), 4, "_x", "글자로 시작하고"),
        (fields(**{"a.b": FIELD}), 4, "a.b", "글자로 시작하고"),
        (fields(name="term"), 4, "name", "type과 label"),
        (f"{HEAD}fields: [name]\n", 1, "fields", "아래에 필드를"),
        ("label: {ko: 개관, en: Opening}\n", 1, "about", "있어야 합니다"),
        ("- label\n", 1, "", "목록입니다"),
    ],
)
def test_a_mistake_names_the_line_and_the_field(
    tmp_path: Path, kind: str, line: int, field: str, said: str
) -> None:
    folders = make_kind(tmp_path, kind)
    with pytest.raises(PressgenError) as caught:
        load_kind("opening", folders)
    (found,) = caught.value.problems
    assert (found.line, found.field) == (line, field)
    assert found.file == tmp_path / "templates/kinds/opening/kind.yaml"
    assert said in found.text


def test_a_copied_kind_works_under_its_new_name(workspace: Path, pressgen: Program) -> None:
    target = workspace / "templates" / "kinds" / "award"
    shutil.copytree(shipped_templates() / "kinds" / "certification", target)
    (target / "example.yaml").write_text(
        (target / "example.yaml").read_text(encoding="utf-8").replace("kind: certification", "kind: award"),
        encoding="utf-8",
    )  # fmt: skip
    with (target / "ko.jinja").open("a", encoding="utf-8") as template:
        template.write("{% block subheadline %}{{ organization }}의 새 소식{% endblock %}\n")
    assert "award" in pressgen("kinds").output
    assert pressgen("new", "award").exit_code == 0
    added = pressgen("catalog", "award")
    assert added.exit_code == 0, added.output
    assert "{organization}의 새 소식" in added.output
    assert "{organization}의 새 소식" in (target / "en.po").read_text(encoding="utf-8")
    assert "빠진 문장이 없습니다" in pressgen("catalog", "award").output
    built = pressgen("build", "--offline", "--at", "2030-01-01")
    assert built.exit_code == 0, built.output
    assert (workspace / "releases/2026/11/09-award/release.txt").is_file()


def test_a_kind_of_ones_own_with_a_time_and_an_amount(workspace: Path, pressgen: Program) -> None:
    folder = workspace / "templates/kinds/festival"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(
        "label: {ko: 축제, en: Festival}\nabout: {ko: 축제를 알립니다., en: A festival.}\nfields:\n"
        "  opens: {type: day, required: true, label: {ko: 개막, en: Opening}}\n"
        "  budget: {type: amount, label: {ko: 예산, en: Budget}}\n",
        encoding="utf-8",
    )
    (folder / "ko.jinja").write_text(
        '{% extends "kinds/base.jinja" %}{% block headline %}축제 개막{% endblock %}'
        "{% block lead %}축제는 {{ opens }} 열린다. 개막식은 {{ opens.announced }}, 예산은 {{ budget }}이다(다)."
        " 공문에는 {{ opens.official }}로 적었다.{% endblock %}",
        encoding="utf-8",
    )
    (folder / "en.po").write_text(
        'msgid "축제 개막"\nmsgstr "Festival to open"\n\n'
        'msgid "축제는 {opens} 열린다."\nmsgstr "The festival opens on {opens}."\n\n'
        'msgid "개막식은 {opens.announced}, 예산은 {budget}이다(다)."\n'
        'msgstr "The opening ceremony is on {opens.announced}; the budget is {budget}."\n\n'
        'msgid "공문에는 {opens.official}로 적었다."\nmsgstr "The notice says {opens.official}."\n',
        encoding="utf-8",
    )
    event = workspace / "events/festival.yaml"
    event.write_text(
        "kind: festival\nreleased: 2026-11-23\noutlet: {name: {ko: 한강일보, en: Hangang Ilbo}}\n"
        "region: 마포\nreporter: 문가람\nopens: 2026. 11. 25.(수) 15:30\nbudget: 12조3천억\n",
        encoding="utf-8",
    )
    assert pressgen("build", "--offline").exit_code == 0
    text = (workspace / "releases/2026/11/23-festival/release.txt").read_text("utf-8")
    assert "축제는 오는 25일 오후 3시 30분 열린다." in text
    assert "개막식은 11월 25일(수) 오후 3시 30분, 예산은 12조3000억 원이다." in text
    assert "공문에는 2026. 11. 25.(수) 15:30로 적었다." in text
    assert "The festival opens on the 25th at 3:30 p.m." in text
    assert "is on Wednesday, Nov. 25, at 3:30 p.m.; the budget is 12.3 trillion won." in text
