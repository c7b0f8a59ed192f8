from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError, Problem
from pressgen.facts import Fact
from pressgen.settings import Site
from pressgen.workspace import find_workspace, open_workspace, shipped_templates

if TYPE_CHECKING:
    from tests.conftest import Program


def problem(folder: Path, settings: str | bytes) -> Problem:
    content = settings.encode("utf-8") if isinstance(settings, str) else settings
    (folder / "pressgen.toml").write_bytes(content)
    with pytest.raises(PressgenError) as caught:
        open_workspace(folder)
    (only,) = caught.value.problems
    return only


def test_everything_has_a_default(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    settings = workspace.settings
    assert (settings.engine, settings.layout, settings.disclaimer) == (
        ("google",),
        "breaknews",
        "breaknews",
    )
    assert workspace.zone.key == "Asia/Seoul"
    assert workspace.template_folders == (shipped_templates(),)


def test_the_settings_of_init_say_the_defaults(tmp_path: Path, pressgen: Program) -> None:
    assert pressgen("init", tmp_path / "새 폴더").exit_code == 0
    file = tmp_path / "새 폴더" / "pressgen.toml"
    assert open_workspace(file.parent).settings == open_workspace(tmp_path).settings
    lines = file.read_text(encoding="utf-8").split("\n")
    examples = [line for line in lines if re.match(r"# ?(\[[a-z.]+\]|[a-z]+ = )", line)]
    file.write_text("\n".join(line.lstrip("# ") for line in examples), encoding="utf-8")
    settings = open_workspace(file.parent).settings
    assert set(settings.outlets) == {settings.outlet}
    assert settings.engines["google"].timeout


def test_outlets_and_engines(tmp_path: Path) -> None:
    (tmp_path / "pressgen.toml").write_bytes(
        b"\xef\xbb\xbf"
        + unicodedata.normalize(
            "NFD",
            'outlet = "하늘"\r\n[outlets."하늘"]\r\nname = {ko = "하늘신문", en = "Haneul News", '
            'article = "the", reading = "하늘신문"}\r\n"reporter" = "김하늘"\r\n'
            '[engines.google]\r\nurl = "http://127.0.0.1:8000/m"\r\ntimeout = 0.5\r\n',
        ).encode("utf-8")
    )
    settings = open_workspace(tmp_path).settings
    outlet = settings.outlets["하늘"]
    assert isinstance(outlet.name, Fact)
    assert (outlet.name.korean, outlet.name.english) == ("하늘신문", "Haneul News")
    assert (outlet.name.article, outlet.name.reading) == ("the", "하늘신문")
    assert outlet.reporter is not None
    assert (outlet.desk, outlet.region, outlet.reporter.korean) == (None, None, "김하늘")
    assert settings.engines["google"].url == "http://127.0.0.1:8000/m"
    assert settings.engines["google"].timeout == 0.5


def test_the_site(tmp_path: Path) -> None:
    file = tmp_path / "pressgen.toml"
    file.write_text('[site]\nurl = "https://a.kr/press/"\ntitle = "하늘시"\n', encoding="utf-8")
    site = open_workspace(tmp_path).settings.site
    assert (site.korean_title, site.english_title) == ("하늘시", "Press releases")
    assert site.address("2026/가.html") == "https://a.kr/press/2026/%EA%B0%80.html"
    assert Site().address("index.html") == ""


TWO_OUTLETS = '[outlets.a]\nname = "가"\nreporter = "가나다"\n\n[outlets."나 b"]\nname = "나"\n'


@pytest.mark.parametrize(
    ("settings", "line", "field", "said"),
    [
        ('# 설정\nengin = "google"\n', 2, "engin", "혹시 ‘engine’입니까?"),
        ("layout = breaknews\n", 1, "", "따옴표로 감싸야"),
        ('\n[outlets.하늘]\nname = "가"\n', 2, "", "한글 이름은 따옴표로"),
        ("\nlayout = 3\n", 2, "layout", '값을 따옴표로 감싸세요: layout = "…"'),
        ('timezone = "Asia/Soul"\n', 1, "timezone", "예: Asia/Seoul"),
        ('timezone = "../../etc/passwd"\n', 1, "timezone", "모르는 시간대"),
        ('timezone = "Asia"\n', 1, "timezone", "모르는 시간대"),
        ('site = "a"\n', 1, "site", "[site] 아래에"),
        ('[site]\nadress = "a"\n', 2, "site.adress", "쓸 수 있는 것: url, title"),
        ('[site]\nurl = "press.example.kr"\n', 2, "site.url", "예: https://press.example.kr"),
        ('[site]\nurl = "https://보도.kr"\n', 2, "site.url", "xn--…나 %EB…로"),
        ('[site]\nurl = "https://a.kr/보도"\n', 2, "site.url", "xn--…나 %EB…로"),
        ('[site]\nurl = "https://a.kr/?b"\n', 2, "site.url", "주소가 아닙니다"),
        ("[site]\nurl = 1\n", 2, "site.url", "따옴표로"),
        ("[site]\ntitle = 1\n", 2, "site.title", "꼴로 적으세요"),
        ('[site]\ntitle = ""\n', 2, "site.title.ko", "비어 있습니다"),
        ('[site]\ntitle = {kr = "가"}\n', 2, "site.title.kr", "것: ko, en"),
        ('timezone = ""\n', 1, "timezone", "모르는 시간대"),
        ('outlet = "c"\n', 1, "outlet", "[outlets.이름]을 적으세요"),
        ('outlet = "c"\n' + TWO_OUTLETS, 1, "outlet", "쓸 수 있는 것: a, 나 b"),
        (TWO_OUTLETS + 'reportr = "라"\n', 7, "outlets.나 b.reportr", "혹시 ‘reporter’입니까?"),
        (TWO_OUTLETS + "reporter = 1\n", 7, "outlets.나 b.reporter", "꼴로 적으세요"),
        (TWO_OUTLETS + 'desk = {en = "A"}\n', 7, "outlets.나 b.desk", "한국어(ko)가 없습니다"),
        (TWO_OUTLETS + 'desk = ""\n', 7, "outlets.나 b.desk", "한국어(ko)가 없습니다"),
        ('[outlets.a]\nname = {ko = "가", eng = "A"}\n', 2, "outlets.a.name.eng", "‘en’입니까?"),
        ('[outlets.a]\nname = {ko = "가", article = "a"}\n', 2, "outlets.a.name.article", "the를"),
        ('[outlets.a]\nname = {ko = "가", en = 1}\n', 2, "outlets.a.name.en", "따옴표로"),
        ('[outlets.a]\nname = "\\uFDD0"\n', 2, "outlets.a.name", "U+FDD0"),
        ('outlets.a.name.ko = ""\n', 1, "outlets.a.name", "한국어(ko)가 없습니다"),
        ('outlets = "a"\n', 1, "outlets", "[outlets.이름] 아래에"),
        ('[outlets]\na = "a"\n', 2, "outlets.a", "[outlets.a] 아래에"),
        ("engines.google = 3\n", 1, "engines.google", "[engines.google] 아래에"),
        ("[engines.google]\ntimeout = true\n", 2, "engines.google.timeout", "0보다 크고"),
        ("[engines.google]\ntimeout = 0\n", 2, "engines.google.timeout", "0보다 크고"),
        ("[engines.google]\ntimeout = nan\n", 2, "engines.google.timeout", "0보다 크고"),
        ("[engines.google]\ntimeout = inf\n", 2, "engines.google.timeout", "0보다 크고"),
        ('[engines.google]\ntimeout = "10"\n', 2, "engines.google.timeout", "0보다 크고"),
        (
            '[engines.google]\nurl = "translate.google.com"\n',
            2,
            "engines.google.url",
            "주소가 아닙",
        ),
        ("[engines.google]\nurl = 1\n", 2, "engines.google.url", "따옴표로"),
        ("[engines.google]\nkey = 1\n", 2, "engines.google.key", "모르는 설정"),
        ("\n# 한글\n".encode("cp949"), 2, "", "UTF-8"),
        ("a = " + "[" * 50_000, None, "", "너무 깊이"),
    ],
)
def test_a_mistake_names_the_line_and_the_setting(
    tmp_path: Path, settings: str | bytes, line: int | None, field: str, said: str
) -> None:
    found = problem(tmp_path, settings)
    assert (found.line, found.field) == (line, field)
    assert said in found.text
    assert found.file == tmp_path / "pressgen.toml"


@given(
    st.text("[]{}=\"'.#\n abkoen가timeoutlets_-0") | st.binary().map(lambda b: b.decode("latin-1"))
)
def test_no_settings_crash_it(settings: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pressgen.toml").write_text(settings, encoding="utf-8")
        try:
            said = open_workspace(Path(folder)).zone.key
        except PressgenError as error:
            said = error.problems[0].text
        assert said


def test_a_long_line_of_words_is_no_riddle(tmp_path: Path) -> None:
    assert problem(tmp_path, f'x = """\n{"a" * 200}!\n{"a.b" * 200}"""\n').line == 1


def test_the_workspace_is_the_nearest_folder_upward(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_workspace(inner) == inner
    (tmp_path / "pressgen.toml").touch()
    assert find_workspace(inner) == tmp_path


def test_the_event_files_of_a_folder(workspace: Path) -> None:
    for name in ("b.yaml", "a.YML", "sub/c.json", "_draft.yaml", ".git/d.yaml", "e.txt", "f.yaml~"):
        file = workspace / "events" / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    (workspace / "events" / "folder.yaml").mkdir()
    opened = open_workspace(workspace)
    found = [
        path.relative_to(opened.events).as_posix() for path in opened.event_files(opened.events)
    ]
    assert found == ["a.YML", "b.yaml", "sub/c.json"]


def test_event_files_come_in_the_order_of_their_paths(workspace: Path) -> None:
    names = ["b/b.yaml", "b.yaml", "B/a.yaml", "a-b.yaml", "a/z.yaml", "a.yaml", "a/가/x.yaml"]
    events = workspace / "events"
    for name in names:
        (events / name).parent.mkdir(parents=True, exist_ok=True)
        (events / name).touch()
    assert open_workspace(workspace).event_files(events) == sorted(events / name for name in names)


def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(
    workspace: Path, pressgen: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "events/a.yaml").touch()
    with monkeypatch.context() as patch:
        patch.chdir(workspace / "events")
        for _ in range(25):  # a path this long nobody may open, not even root
            Path("deep" * 50).mkdir()
            patch.chdir("deep" * 50)
    result = pressgen("check")
    assert result.exit_code == 1
    assert "폴더를 읽을 수 없습니다" in result.output


def test_its_own_templates_come_first(workspace: Path) -> None:
    (workspace / "templates").mkdir()
    assert open_workspace(workspace).template_folders == (
        workspace / "templates",
        shipped_templates(),
    )
