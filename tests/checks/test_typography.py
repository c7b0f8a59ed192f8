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
        ("it's", ["straight-quotes"]),
    ],
)
def test_quotation_marks(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in faults(text)] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [("시설·자료·서비스", False), ("시설·자료ㆍ서비스", True), ("시설ㆍ자료", False)],
)
def test_middle_dots_of_one_kind(workspace: Path, pressgen: Program, text: str, told: bool) -> None:
    write_event(workspace, EVENT + f"about: {text}를 본다.\n")
    assert ("[middle-dots]" in pressgen("check").output) == told
