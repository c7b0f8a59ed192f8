from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.datafile import find_forbidden
from pressgen.errors import PressgenError, Problem
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group
from pressgen.templating import make_environment, render, view

if TYPE_CHECKING:
    from pathlib import Path

HOST = Fact("host", FactType.ORGANIZATION, "산업부", short=Fact("host.short", FactType.TERM, "부"))
HEAD = Group("head", {"title": Fact("head.title", FactType.TITLE, "장관"), "name": None})
PARTIES = tuple(Fact("parties", FactType.TERM, korean) for korean in ("가", "나", "다"))
VALUES = {"host": HOST, "organizer": None, "head": HEAD, "parties": PARTIES, "nobody": ()}


def write(folder: Path, **templates: str | bytes) -> None:
    for name, source in templates.items():
        content = source.encode("utf-8") if isinstance(source, str) else source
        (folder / f"{name}.jinja").write_bytes(content)


def rendered(folder: Path, **templates: str | bytes) -> list[object]:
    write(folder, **templates)
    environment = make_environment([folder])
    context = {name: view(value, name) for name, value in VALUES.items()}
    return render(lambda: environment.get_template("main.jinja").render(context), "main.jinja")


def text_of(runs: list[object]) -> str:
    return "".join(f"<{run.korean}>" if isinstance(run, Fact) else str(run) for run in runs)


def problem(folder: Path, **templates: str | bytes) -> Problem:
    with pytest.raises(PressgenError) as caught:
        rendered(folder, **templates)
    (only,) = caught.value.problems
    return only


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ host }}이(가)", "<산업부>이(가)"),
        ("{{ host.short }}/{{ host['short'] }}", "<부>/<부>"),
        ("{{ head.title }}", "<장관>"),
        ("{% if host %}있음{% endif %}{% if organizer %}없음{% endif %}", "있음"),
        ("{% if head.name or organizer.short.x %}없음{% else %}부재{% endif %}", "부재"),
        ("{% if host == '산업부' and head.title != '차관' %}같음{% endif %}", "같음"),
        ("{% if organizer == '산업부' %}같음{% else %}다름{% endif %}", "다름"),
        ("{% for party in parties %}{{ party }}{% if not loop.last %},{% endif %}{% endfor %}",
         "<가>,<나>,<다>"),
        ("{% for party in nobody %}{{ party }}{% endfor %}{% for x in organizer %}x{% endfor %}", ""),
        ("{{ parties|listed }}", "<가, 나, 다>"),
        ("{{ parties[:1]|listed }}", "<가>"),
        ("{{ [host, organizer]|listed }}", "<산업부>"),
        ("{% set who %}{{ host }}의{% endset %}{{ who }} {{ who }}", "<산업부>의 <산업부>의"),
        ("{% macro m(x) %}({{ x }}){% endmacro %}{{ m(host) }}", "(<산업부>)"),
        ("{{ 3 }}{{ '글' }}", "3글"),
        ("{{ host or organizer }}", "<산업부>"),
        ("{{ organizer or host }}", "<산업부>"),
    ],
)  # fmt: skip
def test_a_template_prints_facts(tmp_path: Path, source: str, expected: str) -> None:
    assert text_of(rendered(tmp_path, main=source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("가\n{% if host %}\n나\n{% endif %}\n다", "가\n나\n다"),
        ("가\n  {# 설명 #}  {% if host %}\n나{% endif %}", "가\n  나"),
        ("가\n{# 두\n줄 #}\n나", "가\n나"),
        ("가\n{% if host\n   and head %}\n나\n{% endif %}", "가\n나\n"),
        ("가\n\n{% if host %}\n나\n{% endif %}\n\n다", "가\n\n나\n\n다"),
        ("가\n{{ host }}\n나", "가\n<산업부>\n나"),
        ("가{% if host %}\n나{% endif %}", "가\n나"),
        (b"\xef\xbb\xbf\xea\xb0\x80\r\n{% if host %}\r\n\xeb\x82\x98{% endif %}", "가\n나"),
        ("한".encode(), "한"),
    ],
)
def test_a_line_of_tags_leaves_no_line(tmp_path: Path, source: str | bytes, expected: str) -> None:
    assert text_of(rendered(tmp_path, main=source)) == expected


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("가\n{% if host %}\n{{ host }\n", 3, "읽을 수 없습니다"),
        ("가\n{% if host %}\n", None, "읽을 수 없습니다"),
        ("\n\n{{ hots }}", 3, "‘hots’라는 필드가 없습니다"),
        ("{% if host %}\n{% if hots %}{% endif %}{% endif %}", 2, "‘hots’라는 필드가"),
        ("\n{{ head.nmae }}", 2, "‘head’에 ‘nmae’라는 필드가 없습니다. 혹시 ‘name’입니까?"),
        ("\n{{ host.long }}", 2, "필드가 없습니다"),
        ("{# 주석\n#}\n{{ organizer }}", 3, "자료에 없는 필드 ‘organizer’를 적습니다. {% if organizer %}"),
        ("{{ head.name }}", 1, "‘head.name’을 적습니다"),
        ("\n{{ 'a' ~ host }}", 2, "‘host’는 글에 이어 붙일 수 없습니다"),
        ("{{ 'a' + host }}", 1, "펼칠 수 없습니다"),
        ("{{ '%s'|format(host) }}", 1, "이어 붙일 수 없습니다"),
        ("{{ '%r'|format(host) }}", 1, "이어 붙일 수 없습니다"),
        ("{{ '{}'.format(host) }}", 1, "이어 붙일 수 없습니다"),
        ("{{ host|upper }}", 1, "이어 붙일 수 없습니다"),
        ("{{ host|pprint }}", 1, "이어 붙일 수 없습니다"),
        ("{{ parties|join(', ') }}", 1, "이어 붙일 수 없습니다"),
        ("{% if '산' in host %}{% endif %}", 1, "나눌 수 없습니다"),
        ("{{ host[0] }}", 1, "필드가 없습니다"),
        ("{{ head }}", 1, "head.title처럼 안쪽 필드를"),
        ("{{ parties }}", 1, "|listed를 붙이거나"),
        ("{{ nobody|listed }}", 1, "listed 앞에는"),
        ("{{ ['글', host]|listed }}", 1, "listed 앞에는"),
        ("{{ host|listed }}", 1, "나눌 수 없습니다"),
        ("{{ 1.5 }}", 1, "글로 적을 수 없는 값입니다"),
        ("\n{% include 'none.jinja' %}", 2, "‘none.jinja’가 없습니다"),
        ("\n{% include '../main.jinja' %}", 2, "없습니다"),
        ("{% extends 'none.jinja' %}", 1, "‘none.jinja’가 없습니다"),
        ("\n{% include 'main.jinja' %}", 2, "자기를 끝없이 부릅니다"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "자기를 끝없이 부릅니다"),
        ("{{ 1 // 0 }}", 1, "펼칠 수 없습니다"),
        ("{{ host|nofilter }}", 1, "nofilter"),
        ("{% filter truncate(2, true, '', 0) %}{{ host }}{% endfilter %}", None, "필터가 필드를"),
        ("\n{{ host.__class__ }}", 2, "쓸 수 없는 것을 씁니다"),
        ("{{ host._fact }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ ''.__class__.__mro__ }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ '{0.__class__}'.format(head) }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ namespace.__init__.__globals__ }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ self._TemplateReference__context }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ host|attr('__class__') }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{{ ([host]|map(attribute='_fact')|list)[0] }}", 1, "쓸 수 없는 것을 씁니다"),
        ("{% do parties.append(1) %}", 1, "읽을 수 없습니다"),
        ("{{ lipsum() }}", 1, "‘lipsum’이라는 필드가"),
        ("{{ range(9) }}", 1, "필드가 없습니다"),
        ("가\n나\ufdd0", 2, "U+FDD0"),
        ("가\n\n한글".encode("cp949"), 1, "UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_template_names_its_file_and_line(
    tmp_path: Path, source: str | bytes, line: int | None, said: str
) -> None:
    found = problem(tmp_path, main=source)
    assert said in found.text
    assert line is None or found.line == line
    assert found.file is not None
    assert found.file.name == "main.jinja"


def test_the_file_is_the_one_with_the_mistake(tmp_path: Path) -> None:
    found = problem(
        tmp_path,
        main="{% extends 'base.jinja' %}\n{% block b %}{% include 'part.jinja' %}{% endblock %}",
        base="머리\n{% block b %}{% endblock %}",
        part="가\n나\n{{ hots }}",
    )
    assert (found.file, found.line) == (tmp_path / "part.jinja", 3)
    broken = problem(tmp_path, part="\n{{ host")
    assert (broken.file, broken.line) == (tmp_path / "part.jinja", 2)


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PressgenError, match=r"서식 ‘main.jinja’가 없습니다"):
        rendered(tmp_path)


def test_the_first_folder_wins(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, texts in ((own, {"a": "내 것"}), (shipped, {"a": "딸린 것", "b": "딸린 것"})):
        folder.mkdir()
        write(folder, **texts)
    environment = make_environment([own, shipped])
    assert environment.get_template("a.jinja").render() == "내 것"
    assert environment.get_template("b.jinja").render() == "딸린 것"


KOREAN = st.text(
    st.characters(codec="utf-8").filter(lambda letter: not find_forbidden(letter)), min_size=1
) | st.sampled_from(["{{ host }}", "{% raw %}", "을(를)", "{host}", "**굵게**", "0", "\\ufdd00"])


@given(st.lists(KOREAN, min_size=1, max_size=5))
def test_no_fact_is_lost_or_changed(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    write(folder, facts="{% for fact in facts %}[{{ fact }}]\n{% endfor %}{{ facts|listed }}")
    facts = tuple(Fact("fact", FactType.TERM, text) for text in texts)
    template = make_environment([folder]).get_template("facts.jinja")
    runs = render(lambda: template.render(facts=view(facts, "facts")), "facts.jinja")
    assert [run for run in runs if isinstance(run, Fact)][:-1] == list(facts)
    assert isinstance(runs[-1], Fact)
    assert runs[-1].korean == ", ".join(texts)
