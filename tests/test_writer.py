from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.datafile import find_forbidden, fold_space
from pressgen.errors import PressgenError, Problem
from pressgen.event import load_event
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Value
from pressgen.kinds import find_kinds, load_kind
from pressgen.story import Role, Story
from pressgen.templating import make_environment
from pressgen.workspace import open_workspace, shipped_templates
from pressgen.writer import write_korean, write_values

BASE = (shipped_templates() / "kinds" / "base.jinja").read_text(encoding="utf-8")


def fact(korean: str, kind: FactType = FactType.TERM, name: str = "x", **more: str) -> Fact:
    return Fact(name, kind, korean, english=more.get("english"), reading=more.get("reading"))


def write(template: str, **values: Value) -> Story:
    with tempfile.TemporaryDirectory() as folder:
        kind = Path(folder) / "kinds" / "test"
        kind.mkdir(parents=True)
        (kind.parent / "base.jinja").write_text(BASE, encoding="utf-8")
        (kind / "ko.jinja").write_text(template, encoding="utf-8")
        values = {"headline": None, "subheadline": None, **values}
        return write_values("test", values, make_environment([Path(folder)]))


def body(text: str, **values: Value) -> list[str]:
    """The Korean of the paragraphs that this text in a template's body makes."""
    return [paragraph.korean for paragraph in story(text, **values).of(Role.BODY)]


def story(text: str, **values: Value) -> Story:
    head = '{% extends "kinds/base.jinja" %}{% block headline %}제목{% endblock %}'
    return write(
        f"{head}{{% block lead %}}첫 문단.{{% endblock %}}\n{{% block body %}}\n{text}\n{{% endblock %}}",
        **values,
    )


def problem(template: str) -> Problem:
    with pytest.raises(PressgenError) as caught:
        write(template)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가.\n나.", ["가. 나."]),
        ("가.\n\n나.", ["가.", "나."]),
        ("가.\n \t\n\n\n  나.", ["가.", "나."]),
        ("가.\n\u3000\n나.", ["가.", "나."]),
        ("가\u00a0  나\t다.", ["가 나 다."]),
        ("{% if x %}\n가.\n{% endif %}\n나.", ["가. 나."]),
        ("{# 설명 #}\n\n{% if not x %}없음.{% endif %}\n\n가.", ["가."]),
        ("{% for i in [1, 2] %}\n{{ x }}은(는) 좋다.\n{% endfor %}", ["값은 좋다. 값은 좋다."]),
        ("{% for i in [1, 2] %}\n{{ x }}.\n\n{% endfor %}", ["값.", "값."]),
        ("{{ x }}\n\n{{ x }}", ["값", "값"]),
        ("{{ x }} {{ x }}", ["값 값"]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, expected: list[str]) -> None:
    assert body(text, x=fact("값")) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (fact("산업부"), "산업부는 “산업부”를 산업부로 산업부와 산업부다"),
        (fact("공단"), "공단은 “공단”을 공단으로 공단과 공단이다"),
        (fact("서울"), "서울은 “서울”을 서울로 서울과 서울이다"),
        (fact("A", reading="에이"), "A는 “A”를 A로 A와 A다"),
        (fact("X", reading="십"), "X은 “X”을 X으로 X과 X이다"),
        (fact("을(를)"), "을(를)은 “을(를)”을 을(를)로 을(를)과 을(를)이다"),
    ],
)  # fmt: skip
def test_particles_follow_the_reading(value: Fact, expected: str) -> None:
    text = "{{ x }}은(는) “{{ x }}”을(를) {{ x }}(으)로 {{ x }}과(와) {{ x }}이다(다)"
    assert body(text, x=value) == [expected]


def test_a_list_takes_the_particle_of_its_last() -> None:
    names = tuple(fact(name) for name in ("나무", "숲", "바다"))
    assert body("{{ x|listed }}이(가) {{ x[:2]|listed }}을(를)", x=names) == [
        "나무, 숲, 바다가 나무, 숲을"
    ]


@pytest.mark.parametrize(
    "value",
    ["은(는) 이(가) 을(를)", "{{ y }}", "{y}", "{% if %}", "{# 주석 #}", "**굵게** _x_ # 1. <b>",
     "한 문장. 두 문장. 끝!", "주식회사 A. B.", "\\ufdd0", "%s %(x)s", "&lt;"],
)  # fmt: skip
def test_a_value_is_never_interpreted(value: str) -> None:
    made = story("{{ x }}은(는) 나아갔다고 했다. {{ x }}.", x=fact(value), y=fact("다른 값"))
    (paragraph,) = made.of(Role.BODY)
    assert paragraph.korean.count(value) == 2
    assert [segment.pattern for segment in paragraph.segments] == [
        "{x}은(는) 나아갔다고 했다.",
        "{x}.",
    ]


TEXTS = st.text(st.characters(codec="utf-8").filter(lambda letter: not find_forbidden(letter))).map(
    lambda text: fold_space(unicodedata.normalize("NFC", text))
)


@given(TEXTS.filter(bool), TEXTS.filter(bool))
def test_no_fact_is_lost_or_changed(first: str, second: str) -> None:
    made = story(
        "{{ x }}({{ y }})은(는) ‘{{ x }}’을(를) 받았다. 끝.",
        x=fact(first),
        y=fact(second, name="y"),
    )
    (sentence, last) = made.of(Role.BODY)[0].segments
    assert sentence.pattern == "{x}({y})은(는) ‘{x}’을(를) 받았다."
    assert last.korean == "끝."
    assert sentence.korean.startswith(f"{first}({second})")
    assert f"‘{first}’" in sentence.korean


@given(TEXTS.filter(bool))
def test_no_text_is_lost_or_changed(text: str) -> None:
    made = story("{{ x }}", x=fact(text, FactType.TEXT))
    (paragraph,) = made.of(Role.BODY)
    assert "".join(paragraph.korean.split()) == "".join(text.split())
    assert all(segment.free for segment in paragraph.segments)


@pytest.mark.parametrize(
    ("template", "korean", "expected"),
    [
        ("{{ x }}", "하나다. 둘이다.", [["하나다.", "둘이다."]]),
        ("{{ x }}", "하나다.\n\n둘이다. 셋이다.", [["하나다."], ["둘이다.", "셋이다."]]),
        ("앞이다.\n{{ x }}\n뒤다.", "하나다.\n\n둘이다.", [["앞이다.", "하나다."], ["둘이다.", "뒤다."]]),
        ("{{ x }} {{ x }}", "하나다.", [["하나다.", "하나다."]]),
        ("{{ x }} 뒤다.", "그는 “좋다.”", [["그는 “좋다.”", "뒤다."]]),
        ("{{ x }} 뒤다.", "정말?", [["정말?", "뒤다."]]),
        ("장은 “{{ x }}”이라고(라고) 했다.", "좋다. 아주 좋다", [["장은 “좋다. 아주 좋다”고 했다."]]),
        ("장은 “{{ x }}”이라고(라고) 했다.", "좋다.\n\n또 좋다.", [["장은 “좋다. 또 좋다.”라고 했다."]]),
    ],
)  # fmt: skip
def test_a_text_is_split_into_sentences(
    template: str, korean: str, expected: list[list[str]]
) -> None:
    made = story(template, x=fact(korean, FactType.TEXT))
    found = [[one.korean for one in paragraph.segments] for paragraph in made.of(Role.BODY)]
    assert found == expected


@pytest.mark.parametrize(
    ("korean", "english", "expected"),
    [
        ("하나다. 둘이다.", "One. Two.", [("하나다. 둘이다.", "One. Two.")]),
        ("하나다.\n\n둘이다.", "One.\n\nTwo.", [("하나다.", "One."), ("둘이다.", "Two.")]),
        ("하나다.\n\n둘이다.", "One. Two.", [("하나다. 둘이다.", "One. Two.")]),
    ],
)
def test_the_english_of_a_text_stays_with_its_paragraph(
    korean: str, english: str, expected: list[tuple[str, str]]
) -> None:
    made = story("{{ x }}", x=fact(korean, FactType.TEXT, english=english))
    segments = [one for paragraph in made.of(Role.BODY) for one in paragraph.segments]
    assert [(one.korean, one.english) for one in segments] == expected


def test_a_headline_is_one_piece() -> None:
    headline = fact("하나다. 둘이다.", FactType.PHRASE, "headline")
    made = story("가.", headline=headline)
    assert [one.korean for one in made.of(Role.HEADLINE)[0].segments] == ["하나다. 둘이다."]


def test_the_roles_follow_the_template() -> None:
    made = write(
        '{% extends "kinds/base.jinja" %}{% block headline %}제목{% endblock %}'
        "{% block subheadline %}부제{% endblock %}{% block lead %}첫{% endblock %}"
        "{% block body %}둘\n\n셋{% endblock %}{% block quote %}말{% endblock %}"
    )
    assert [(one.role, one.korean) for one in made.paragraphs] == [
        (Role.HEADLINE, "제목"),
        (Role.SUBHEADLINE, "부제"),
        (Role.LEAD, "첫"),
        (Role.BODY, "둘"),
        (Role.BODY, "셋"),
        (Role.QUOTE, "말"),
    ]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('{% extends "kinds/base.jinja" %}', "제목(headline)이나 첫 문단(lead)"),
        ("글", "제목(headline)이나 첫 문단(lead)"),
        ("{{ part.headline }}제목\n\n{{ part.lead }}{이름}", "중괄호를 쓸 수 없습니다"),
        ("{{ part.headline }}{{ hots }}", "‘hots’라는 필드가 없습니다"),
    ],
)
def test_a_template_that_makes_no_article_names_its_file(template: str, said: str) -> None:
    found = problem(template)
    assert said in found.text
    assert found.file is not None
    assert found.file.is_absolute()
    assert found.file.parts[-3:] == ("kinds", "test", "ko.jinja")


@pytest.mark.parametrize("name", find_kinds([shipped_templates()]))
def test_the_example_of_a_kind_makes_an_article(name: str, tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    kind = load_kind(name, workspace.template_folders)
    event = load_event(kind.example, workspace.template_folders, workspace.zone)
    made = write_korean(event, make_environment(workspace.template_folders))
    assert {paragraph.role for paragraph in made.paragraphs} == set(Role)
    for segment in made.segments:
        assert "(는)" not in segment.korean
        assert "  " not in segment.korean
