"""`pressgen check --pairs`: any Korean and English, one pair a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

GOOD = "예산은 90억 원이다.\tThe budget is 9 billion won.\n"
BAD = "예산은 90억 원이다.\tThe budget is 90 billion won.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_each_line_is_told_with_its_findings(
    workspace: Path, pressgen: Program, encoding: str
) -> None:
    file = workspace / "pairs.tsv"
    file.write_text(f"{GOOD}\n{BAD}{BAD}", encoding=encoding, newline="\r\n")
    result = pressgen("check", "--pairs", file)
    assert result.exit_code == 3
    first, second = (line for line in result.output.splitlines() if "number-scale" in line)
    assert first.startswith("  수정 [number-scale] 3행. ‘90억 원’이 영문에서는 ‘90 billion won’")
    assert " 4행. " in second


def test_what_is_right_has_nothing_to_look_at(workspace: Path, pressgen: Program) -> None:
    file = workspace / "pairs.tsv"
    file.write_text(GOOD, encoding="utf-8")
    result = pressgen("check", "--pairs", "pairs.tsv")
    assert (result.exit_code, result.output) == (0, "pairs.tsv  볼 것 없음\n")


def test_the_findings_as_json(workspace: Path, pressgen: Program) -> None:
    file = workspace / "pairs.tsv"
    file.write_text(GOOD + BAD, encoding="utf-8")
    result = pressgen("check", "--json", "--pairs", "pairs.tsv")
    data = json.loads(result.output)
    [finding] = data["pairs"]["findings"]
    assert (data["pairs"]["file"], finding["line"]) == ("pairs.tsv", 2)
    assert (finding["korean_span"], finding["english_span"]) == ([4, 9], [14, 28])
    assert data["problems"] == []


def test_a_line_that_is_no_pair_is_named(workspace: Path, pressgen: Program) -> None:
    file = workspace / "pairs.tsv"
    file.write_text(f"{GOOD}한국어뿐\n가\tb\tc\n", encoding="utf-8")
    result = pressgen("check", "--pairs", "pairs.tsv")
    assert result.exit_code == 1
    assert "pairs.tsv:2: 칸이 1개입니다." in result.output
    assert "pairs.tsv:3: 칸이 3개입니다." in result.output


@pytest.mark.parametrize("text", ["", "\n\n", "한국어뿐\n"])
def test_a_file_without_a_pair_has_not_been_compared(
    workspace: Path, pressgen: Program, text: str
) -> None:
    (workspace / "pairs.tsv").write_text(text, encoding="utf-8")
    result = pressgen("check", "--pairs", "pairs.tsv")
    assert result.exit_code == 1
    assert "pairs.tsv: 견준 것이 없습니다." in result.output
    assert "볼 것 없음" not in result.output
    assert "견준 것이 없습니다." in pressgen("check", "--json", "--pairs", "pairs.tsv").output


def test_a_file_in_no_known_encoding_is_told(workspace: Path, pressgen: Program) -> None:
    file = workspace / "pairs.tsv"
    file.write_bytes(b"\xff\xff\t\xff\n")
    result = pressgen("check", "--pairs", "pairs.tsv")
    assert result.exit_code == 1
    assert "UTF-8" in result.output


def test_pairs_and_events_are_not_mixed(workspace: Path, pressgen: Program) -> None:
    file = workspace / "pairs.tsv"
    file.write_text(GOOD, encoding="utf-8")
    assert pressgen("check", "--pairs", "pairs.tsv", "pairs.tsv").exit_code == 2
