"""What an editor would mark (한글 맞춤법 부록 ‘문장 부호’)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.checks.typography import faults
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("그는 “좋다”고 말했다.", []),
        ("그는 “‘좋은 도서관’을 만들겠다”고 말했다.", []),
        ("’26년 예산", []),
        ("그는 ““좋다””고 말했다.", ["doubled-quotes"]),
        ("그는 “좋다고 말했다.", ["unpaired-quotes"]),
        ("‘좋은 도서관을 만들겠다.", ["unpaired-quotes"]),
        ("‘“좋은” 도서관’을 만들겠다.", ["nested-quotes"]),
        ('그는 "좋다"고 말했다.', ["straight-quotes"]),
        # Quotations in quotations (부록 ‘문장 부호’ 큰따옴표, 작은따옴표), and marks on the wrong side.
        ("“그가 ‘좋다’고 했다”고 전했다.", []),
        ("‘가’와 “나”와 ‘다’", []),
        ("‘그가 “좋다”고’ 했다.", ["nested-quotes"]),
        ("그는 ”좋다“고 말했다.", ["unpaired-quotes"]),
        ("그는 좋다”고 말했다.", ["unpaired-quotes"]),
        ("간다’고 말했다.", ["unpaired-quotes"]),
        ("그는 “‘좋다”고 말했다.", ["unpaired-quotes"]),
        ("그는 “‘좋다”고’ 말했다.", ["unpaired-quotes"]),
        ("“점수는 100”이라고 말했다.", []),
        ("점수는 ‘100’이다.", []),
        ('그는 “좋다"고 말했다.', ["unpaired-quotes", "straight-quotes"]),
        ("그는 '좋다'고 말했다.", ["straight-quotes"]),
        ('"100"이라고 말했다.', ["straight-quotes"]),
        # Apostrophes and measures: usage.
        ("K’s 카페와 McDonald's", []),
        ("‘K’s 카페’가 열렸다.", []),
        ("‘K’s 카페가 열렸다.", ["unpaired-quotes"]),
        ("It's good. Don’t stop.", []),
        ("students’ union", []),
        ("Rock ’n’ Roll", []),
        ("'24~'26년 예산", []),
        ("‘’26년 예산’을 짰다.", []),
        ("'26년 축제'가 열렸다.", ["straight-quotes"]),
        ("키 5'10\"의 선수, 5’10”의 선수", []),
        ("27\" 모니터, 27” 모니터, 높이 6'", []),
        ("북위 37°30'20\", 37°30′20″", []),
        # No quotation marks at all.
        ("(괄호 [대괄호] 안) 『책』과 〈기사〉", []),
        ("**굵게** `코드` [누리집](https://www.anyang.go.kr)", []),
    ],
)
def test_quotation_marks(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in faults(text)] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("시설·자료·서비스", False),
        ("시설·자료ㆍ서비스", True),
        ("시설·자료∙서비스", True),
        ("시설·자료•서비스", True),
        ("시설ㆍ자료", False),
        ("• 시설·자료", False),
    ],
)
def test_middle_dots_of_one_kind(workspace: Path, pressgen: Program, text: str, told: bool) -> None:
    write_event(workspace, EVENT + f"about: {text}를 본다.\n")
    assert ("[middle-dots]" in pressgen("check").output) == told


def test_a_quotation_of_several_paragraphs_opens_in_each(
    workspace: Path, pressgen: Program
) -> None:
    lines = "about: |\n  “시설을 고친다. 곧 연다.\n\n  “모두 오시라.”라고 말했다.\n"
    write_event(workspace, EVENT + lines)
    assert "[unpaired-quotes]" not in pressgen("check").output
    write_event(workspace, EVENT + lines.replace("  “모두", "  모두"))
    assert "[unpaired-quotes]" in pressgen("check").output


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("about: 시설을  본다.", True),
        ("about: 시설을 본다.  자료도 본다.", True),
        ('about: "시설을 본다.   “그렇다.”라고 했다."', True),
        ("about:   시설을 본다.", False),
        ("about: 시설을 본다.   # 시설과  자료", False),
        ("# 시설과  자료", False),
        ("about: 시설을 본다.  ", False),
    ],
)
def test_double_spaces(workspace: Path, pressgen: Program, line: str, told: bool) -> None:
    write_event(workspace, f"{EVENT}{line}\n")
    assert ("[double-spaces]" in pressgen("check").output) == told
