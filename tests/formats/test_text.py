"""release.txt: ready to paste, one paragraph a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.support import LINES, written
from tests.translation.support import EVENT, Office

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


LEAD = (
    "The Haneul Foundation (Chair Han Bo-ram) said it earned the ‘Open Certification’ on the 2nd."
)


def test_a_paragraph_is_a_line(workspace: Path) -> None:
    release = Office(workspace).release(EVENT + "about: |\n  고맙다.\n  반갑다.\n\n  잘 있다.\n")
    assert written(release, "txt").split("\n") == [
        "하늘재단, ‘열린 인증’ 획득",
        "(하늘=하늘신문 문화부)문가람 기자=하늘재단(이사장 한보람)은 지난 2일 ‘열린 인증’을 획득했다고 밝혔다.",
        "고맙다. 반갑다.",
        "잘 있다.",
        "Haneul Foundation earns ‘Open Certification’",
        "- Reporter Moon Ga-ram",
        f"(Haneul=Haneul News Culture Desk) {LEAD}",
        "[번역 대기] 고맙다. [번역 대기] 반갑다.",
        "[번역 대기] 잘 있다.",
        "",
    ]


@settings(max_examples=40)
@given(line=LINES, text=st.lists(LINES, min_size=1, max_size=4))
def test_text_stays_as_it_is_and_on_its_line(
    tmp_path_factory: pytest.TempPathFactory, line: str, text: list[str]
) -> None:
    headline = json.dumps(line, ensure_ascii=False)
    about = json.dumps({"ko": "\n\n".join(text), "en": "\n\n".join(text)}, ensure_ascii=False)
    event = EVENT + f"headline: {{ko: {headline}, en: {headline}}}\nabout: {about}\n"
    release = Office(tmp_path_factory.getbasetemp()).release(event)
    lines = written(release, "txt").split("\n")
    assert lines == [*written(release, "txt").splitlines(), ""]
    assert lines[0] == lines[2 + len(text)] == line
    assert lines[2 : 2 + len(text)] == lines[5 + len(text) : -1] == text
