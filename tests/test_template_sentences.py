from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from pressgen.errors import PressgenError
from pressgen.kinds import find_kinds, load_kind
from pressgen.template_sentences import MAX_OPTIONAL, add_missing_patterns, template_patterns
from pressgen.translation.catalogs import load_catalog
from pressgen.workspace import open_workspace, shipped_templates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

FOLDERS = [shipped_templates()]
LABELS = "label: {ko: 개관, en: Opening}\nabout: {ko: 연다., en: It opens.}\n"
HEAD = '{% extends "kinds/base.jinja" %}{% block headline %}{{ place }} 열려{% endblock %}'


def make_kind(workspace: Path, lead: str, fields: str = "") -> Path:
    folder = workspace / "templates" / "kinds" / "opening"
    folder.mkdir(parents=True)
    fields = fields or (
        "  place: {type: organization, required: true, label: {ko: 곳, en: Place}}\n"
        "  day: {type: day, label: {ko: 날, en: Day}}\n"
        "  guest: {type: person, many: true, label: {ko: 손님, en: Guest}}\n"
    )
    (folder / "kind.yaml").write_text(f"{LABELS}fields:\n{fields}", encoding="utf-8")
    template = f"{HEAD}{{% block lead %}}{lead}{{% endblock %}}"
    (folder / "ko.jinja").write_text(template, encoding="utf-8")
    (folder / "example.yaml").write_text(
        "kind: opening\nreleased: 2026-11-09\nplace: 하늘관\n", encoding="utf-8"
    )
    return folder


def patterns(folder: Path) -> list[str]:
    workspace = open_workspace(folder)
    return template_patterns(load_kind("opening", workspace.template_folders), workspace)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("{{ place }}이(가) 열렸다.", ["{place}이(가) 열렸다."]),
        (
            "{{ place }}이(가) {% if day %}{{ day }} {% endif %}열렸다.",
            ["{place}이(가) {day} 열렸다.", "{place}이(가) 열렸다."],
        ),
        (
            "{% if day %}{{ day }}{% else %}곧{% endif %} 연다.\n"  # noqa: ISC004
            "{% if guest %}{{ guest|listed }}이(가) 왔다.{% endif %}",
            ["{day} 연다.", "{guest}이(가) 왔다.", "곧 연다."],
        ),
        (
            "{% if day %}{{ day.announced }}, {{ day.official }}.{% else %}곧.{% endif %}",
            ["{day.announced}, {day.official}.", "곧."],
        ),
        (
            "{% if place.short %}{{ place.short }}은(는) 크다.{% else %}크다.{% endif %}",
            ["{place.short}은(는) 크다.", "크다."],
        ),
    ],
)
def test_every_sentence_that_a_template_can_make(
    workspace: Path, lead: str, expected: list[str]
) -> None:
    make_kind(workspace, lead)
    assert patterns(workspace) == ["{place} 열려", *expected]


def test_what_is_missing_is_added_once(workspace: Path, pressgen: Program) -> None:
    folder = make_kind(workspace, "{{ place }}이(가) 열렸다.")
    (folder / "en.po").write_text(
        "# 머리말\nmsgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
        '# 설명\nmsgid "{place} 열려"\nmsgstr "{place} opens"\n',
        encoding="utf-8",
    )  # fmt: skip
    added = pressgen("catalog", "opening")
    assert added.exit_code == 0
    assert "{place}이(가) 열렸다.\n1문장을 더했습니다" in added.output
    text = (folder / "en.po").read_text(encoding="utf-8")
    assert "# 머리말" in text
    assert "# 설명" in text
    assert [(one.msgid, one.msgstr) for one in polib.pofile(text)] == [
        ("{place} 열려", "{place} opens"),
        ("{place}이(가) 열렸다.", ""),
    ]
    assert "빠진 문장이 없습니다" in pressgen("catalog", "opening").output
    assert (folder / "en.po").read_text(encoding="utf-8") == text


def test_what_a_workspace_adds_to_a_shipped_kind_stays_in_it(workspace: Path) -> None:
    own = workspace / "templates" / "kinds" / "base.jinja"
    own.parent.mkdir(parents=True)
    base = (shipped_templates() / "kinds" / "base.jinja").read_text(encoding="utf-8")
    own.write_text(f"{base}\n{{{{ organization }}}}은(는) 새 문장이다.\n", encoding="utf-8")
    opened = open_workspace(workspace)
    kind = load_kind("certification", opened.template_folders)
    file, added = add_missing_patterns(kind, opened)
    assert file == workspace / "translations" / "certification.po"
    assert added == ["{organization}은(는) 새 문장이다."]
    assert [entry.msgid for entry in polib.pofile(str(file))] == added


@pytest.mark.parametrize("name", find_kinds(FOLDERS))
def test_a_shipped_kind_has_the_english_of_all_its_sentences(name: str, tmp_path: Path) -> None:
    kind = load_kind(name, FOLDERS)
    catalog = load_catalog([kind.folder / "en.po"])
    assert set(template_patterns(kind, open_workspace(tmp_path))) == set(catalog.entries)


@pytest.mark.parametrize(
    ("lead", "file", "said"),
    [
        ("{{ place }", "ko.jinja", "읽을 수 없습니다"),
        ("{{ plce }}", "ko.jinja", "‘plce’라는 필드가 없습니다"),
        ("{{ day }}에 연다.", "ko.jinja", "{% if day %}로 감싸세요"),
        ("{% include 'none.jinja' %}", "ko.jinja", "‘none.jinja’가 없습니다"),
    ],
)
def test_a_broken_template_is_told(workspace: Path, lead: str, file: str, said: str) -> None:
    make_kind(workspace, lead)
    with pytest.raises(PressgenError) as caught:
        patterns(workspace)
    (found,) = caught.value.problems
    assert said in found.text
    assert found.file is not None
    assert found.file.name == file


def test_too_many_optional_fields_are_refused(workspace: Path) -> None:
    names = [f"f{number}" for number in range(MAX_OPTIONAL + 1)]
    fields = "".join(f"  {one}: {{type: term, label: {{ko: 이름, en: Name}}}}\n" for one in names)
    place = "  place: {type: place, required: true, label: {ko: 곳, en: Place}}\n"
    make_kind(
        workspace, "".join(f"{{% if {one} %}}x{{% endif %}}" for one in names), place + fields
    )
    with pytest.raises(PressgenError, match=f"선택 필드 {MAX_OPTIONAL + 1}개를 씁니다"):
        patterns(workspace)
