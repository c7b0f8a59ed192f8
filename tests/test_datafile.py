from __future__ import annotations

import json
import tempfile
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pressgen.datafile import (
    MAX_BYTES,
    Mapping,
    Node,
    Scalar,
    Sequence,
    find_forbidden,
    read_mapping,
)
from pressgen.errors import PressgenError, Problem

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufeff").filter(
        lambda character: not find_forbidden(character)
    )
)


def read(content: str | bytes, suffix: str = ".yaml") -> Mapping:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"event{suffix}"
        file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return read_mapping(file)


def problem(content: str | bytes, suffix: str = ".yaml") -> Problem:
    with pytest.raises(PressgenError) as caught:
        read(content, suffix)
    (only,) = caught.value.problems
    return only


def plain(node: Node | None) -> object:
    """The node as Python would have it, absent scalars as None."""
    if isinstance(node, Scalar):
        return None if node.absent else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert node is not None
    return {entry.key: plain(entry.value) for entry in node.entries}


@pytest.mark.parametrize(
    "text",
    ["15:30", "0123", "no", "Null", "1_000", "2026-11-23", "1e5", "0x1F", ".inf", "true", "<<"],
)
def test_a_scalar_means_what_it_says(text: str) -> None:
    assert plain(read(f"field: {text}\n")) == {"field": text}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a:\nb: ''\nc: !!str\n", {"a": None, "b": "", "c": ""}),
        (
            "a: null\nb: 'null'\nc: ~\nd: {e: null}",
            {"a": None, "b": "null", "c": None, "d": {"e": None}},
        ),
        ("a: [가, 나]\nb: {c: 다}\n", {"a": ["가", "나"], "b": {"c": "다"}}),
        ("a: >-\n  한 줄\n  두 줄\n", {"a": "한 줄 두 줄"}),
        ("a: !!python/object:os.system x\n", {"a": "x"}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("가\u0301: 각\n".encode(), {"가\u0301": "각"}),
        (unicodedata.normalize("NFD", "기관: 중랑구청\n"), {"기관": "중랑구청"}),
        (b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": "1", "b": "x\ny\n"}),
        (b"a: 1\rb: 2\r", {"a": "1", "b": "2"}),
        ('a: "x\\r\\ny"\n', {"a": "x\ny"}),
    ],
)
def test_yaml_is_read(content: str | bytes, expected: object) -> None:
    assert plain(read(content)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"a": null, "b": "null", "c": ""}', {"a": None, "b": "null", "c": ""}),
        ('{\t"a"\t:\t"b",\n\t"c":["d"]\t}', {"a": "b", "c": ["d"]}),
        ('{"a":1,"b":true,"c":1.50}', {"a": "1", "b": "true", "c": "1.50"}),
        (r'{"a": "\uc11c\uc6b8 \"\/\\ \t\n\r\n."}', {"a": '서울 "/\\ \t\n\n.'}),
        (r'{"a": "\ud83d\ude00\uD83D\uDE00\\ud83d"}', {"a": "😀😀\\ud83d"}),
        ('{"a": ' + "1" * 5000 + "}", {"a": "1" * 5000}),
        ('{"a": "# 주석 아님: *x &y !z % @"}', {"a": "# 주석 아님: *x &y !z % @"}),
    ],
)
def test_json_is_read(content: str, expected: object) -> None:
    assert plain(read(content, ".json")) == expected


def test_every_node_knows_its_line() -> None:
    root = read("a: 1\nb:\n  - 가\n  - c: 나\n")
    sequence = root.get("b")
    assert isinstance(sequence, Sequence)
    assert [entry.line for entry in root.entries] == [1, 2]
    assert [item.line for item in sequence.items] == [3, 4]


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("a: 1\n이름: 중랑\n".encode("cp949"), 2, "UTF-8로 골라 다시 저장"),
        (b"\xff\xfea\x00:\x00", 1, "UTF-8"),
        ("- 하나\n- 둘\n", 1, "목록입니다"),
        ("그냥 글", 1, "글입니다"),
        ("", 1, "빈 파일입니다"),
        ("head: {title:원장, name: 가}\n", 1, "‘:’ 뒤에 빈칸이 있어야 합니다: title: 원장"),
        ("# 주석뿐\n", 1, "빈 파일입니다"),
        ("a: 1\nb:\n\tc: 2\n", 3, "탭(Tab)"),
        ("a: 1\nb:\n  - 가\n\t- 나\n", 4, "탭(Tab)"),
        (BOMB, 2, "별칭"),
        ("a: 1\n<<: *x\n", 2, "별칭"),
        ("a: " + "[" * 50 + "]" * 50, 1, "너무 깊이"),
        ("a: " + "{b: " * 5000 + "}" * 5000, 1, "너무 깊이"),
        ("a: 1\nb: 2\na: 3\n", 3, "두 번 나옵니다(1행"),
        ("a: 1\n---\na: 2\n", 1, "문서가 둘 이상"),
        ("? [a, b]\n: 1\n", 1, "필드의 이름은 글"),
        ("a: 1\nb: 제목: 부제\n", 2, "따옴표로 감싸세요"),
        ("a: 1\nb: '닫지 않음\nc: 2\n", 2, "닫히지 않았거나"),
        ("a: 1\nb: [가, 나\nc: 2\n", 2, "닫히지 않았거나"),
        ("# \u2028\x85\u2029\nb: @기관\n", 2, "값이 @ 부호로 시작합니다"),
        ("a: 1\n b: 2\n", 2, "값에 든 ‘: ’"),
        ("a:\n  b: 1\n c: 2\n", 3, "들여쓰기와 따옴표"),
        ("a: 1\nb: x\ufdd0y\n", 2, "U+FDD0"),
        ("a: 1\nb: x\x07y\n", 2, "U+0007"),
        ('a: "\\uFDD5"\n', 1, "U+FDD5"),
        ('"\\uFFFF": 1\n', 1, "U+FFFF"),
    ],
)
def test_what_is_not_right_is_told_with_its_line(
    content: str | bytes, line: int, said: str
) -> None:
    found = problem(content)
    assert said in found.text
    assert found.line == line


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ('{"a": 1,\n "b": }', 2, "JSON으로 읽을 수 없습니다"),
        ("", 1, "JSON으로 읽을 수 없습니다"),
        ('["a"]', 1, "목록입니다"),
        ('{"a": 1,\n "a": 2}', 2, "두 번"),
        (r'{"a": "\ufdd0"}', 1, "U+FDD0"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", None, "너무 깊이"),
    ],
)
def test_what_is_not_right_in_json_is_told(content: str, line: int | None, said: str) -> None:
    found = problem(content, ".json")
    assert said in found.text
    assert found.line == line


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (
            "host: {ko: 산업통상자원부, en: Ministry of Trade, Industry and Energy}\n",
            'en: "Ministry of Trade, Industry and Energy"',
        ),
        ("host: {en: Farmers' Market, Ltd}\n", 'en: "Farmers\' Market, Ltd"'),
        ("host: {Trade, Industry}\n", '"Trade, …"'),
    ],
)
def test_a_comma_in_a_flow_mapping_asks_for_quotes(content: str, remedy: str) -> None:
    assert "따옴표로 감싸세요" in problem(content).text
    assert remedy in problem(content).text


def test_a_file_that_is_no_announcement_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a" * (MAX_BYTES + 1))
    for file, said in (
        (large, "너무 큽니다"),
        (tmp_path / "none.yaml", "읽을 수 없습니다"),
        (tmp_path, "읽을 수 없습니다"),
    ):
        with pytest.raises(PressgenError, match=said):
            read_mapping(file)


@given(TEXTS)
def test_a_yaml_scalar_comes_back(text: str) -> None:
    found = read(yaml.safe_dump({"field": text}, allow_unicode=True))
    expected = unicodedata.normalize("NFC", text)
    assert " ".join(str(plain(found.get("field")) or "").split()) == " ".join(expected.split())


@given(st.dictionaries(st.text(st.characters(categories=["L"]), min_size=1, max_size=5), TEXTS))
def test_a_json_event_comes_back(event: dict[str, str]) -> None:
    normal = {unicodedata.normalize("NFC", key): value for key, value in event.items()}
    for as_ascii in (True, False):
        found = read(json.dumps(normal, ensure_ascii=as_ascii, indent="\t"), ".json")
        read_back = {entry.key: plain(entry.value) for entry in found.entries}
        assert {key: str(value).split() for key, value in read_back.items()} == {
            key: unicodedata.normalize("NFC", value).split() for key, value in normal.items()
        }


@given(
    st.binary() | st.text("{}[]:,-&*!|>'\"%@`#? \n\t\u2028ab가1\\").map(str.encode),
    st.sampled_from([".yaml", ".json"]),
)
def test_no_bytes_crash_it(content: bytes, suffix: str) -> None:
    try:
        told = [str(entry.line) for entry in read(content, suffix).entries]
    except PressgenError as error:
        told = [problem.text for problem in error.problems]
    assert all(told)
