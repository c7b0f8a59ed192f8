"""What a person looked at and let stand stays so, until what it is about changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.archive.support import EVENT, write_event
from tests.translation.support import EVENT as QUIET

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ABOUT = "about: 하늘재단은 컸다. 하늘재단은 또 컸다.\n"
OTHER_WORDS = {
    "하늘재단은 컸다.": "It has grown.",
    "하늘재단은 또 컸다.": "It has grown again.",
}
WHY = ("--reason", "문맥에 맞음", "--by", "김하늘")


@pytest.fixture
def event(workspace: Path) -> Path:
    """An event with two sentences whose English lacks a name, which warns."""
    write_catalog(workspace, OTHER_WORDS)
    return write_event(workspace, QUIET + ABOUT)


def write_catalog(workspace: Path, entries: dict[str, str]) -> None:
    lines = (f'msgid "{ko}"\nmsgstr "{en}"\n\n' for ko, en in entries.items())
    (workspace / "translations/en.po").write_text(PO + "".join(lines), encoding="utf-8")


def test_what_is_dismissed_is_a_note_with_its_reason(event: Path, pressgen: Program) -> None:
    assert pressgen("check", event).exit_code == 3
    result = pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    assert result.exit_code == 0
    for output in (result.output, pressgen("check", event).output):
        assert "알림 [fact-missing]" in output
        assert "넘김: 문맥에 맞음 (김하늘, 20" in output
        assert "→" not in output
    assert pressgen("build", "--offline").exit_code == 0
    assert (
        pressgen("check", event, "--quiet").output == f"{event.relative_to(event.parent.parent)}\n"
    )


def test_json_says_who_dismissed_it_and_why(event: Path, pressgen: Program) -> None:
    pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    data = json.loads(pressgen("check", "--json").output)
    for finding in data["events"][0]["findings"]:
        assert finding["severity"] == "note"
        assert finding["dismissal"]["reason"] == "문맥에 맞음"
        assert finding["dismissal"]["person"] == "김하늘"
        assert finding["dismissal"]["written"].startswith("20")


def test_it_can_be_taken_back(event: Path, pressgen: Program) -> None:
    pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    result = pressgen("check", event, "--undismiss", "fact-missing", "--about", "또")
    assert result.exit_code == 3
    assert result.output.count("알림 [fact-missing]") == 1
    assert result.output.count("확인 [fact-missing]") == 1


def test_one_of_several(event: Path, pressgen: Program) -> None:
    result = pressgen("check", event, "--dismiss", "fact-missing", "--about", "grown again", *WHY)
    assert result.exit_code == 3
    assert result.output.count("알림 [fact-missing]") == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"하늘재단은 컸다.": "It has grown much.", "하늘재단은 또 컸다.": "It has grown again."},
        {"하늘재단은 컸다!": "It has grown.", "하늘재단은 또 컸다.": "It has grown again."},
    ],
    ids=["the English", "the Korean"],
)
def test_it_comes_back_when_either_text_changes(
    event: Path, workspace: Path, pressgen: Program, changed: dict[str, str]
) -> None:
    pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    write_catalog(workspace, changed)
    write_event(workspace, QUIET + f"about: {' '.join(changed)}\n")
    output = pressgen("check").output
    assert output.count("확인 [fact-missing]") == 1
    assert output.count("알림 [fact-missing]") == 1


def test_another_fault_of_the_same_sentence_is_told(
    event: Path, workspace: Path, pressgen: Program
) -> None:
    pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    write_event(workspace, QUIET.replace("Haneul Foundation", "Sky Foundation") + ABOUT)
    assert pressgen("check").output.count("확인 [fact-missing]") == 1


def test_what_is_about_no_text_is_dismissed_for_its_event(
    workspace: Path, pressgen: Program
) -> None:
    photo = "photo: {caption: 사진, file: none.jpg}\n"
    one = write_event(workspace, QUIET + photo)
    other = write_event(
        workspace, QUIET.replace("slug: event", "slug: other") + photo, "other.yaml"
    )
    pressgen("check", one, "--dismiss", "photo-missing", *WHY)
    assert pressgen("check", one).exit_code == 0
    assert pressgen("check", other).exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--dismiss", "fact-missing"), "--reason"),
        (
            ("--dismiss", "hangul-left", *WHY),
            "[hangul-left]가 없습니다. 있는 것: fact-missing, pending",
        ),
        (("--dismiss", "pending", *WHY), "[pending]은 넘어갈 수 없습니다"),
        (("--dismiss", "fact-missing", "--about", "없는 말", *WHY), "없습니다"),
        (("--undismiss", "fact-missing"), "없습니다"),
        (("--dismiss", "fact-missing", "--undismiss", "fact-missing", *WHY), "가운데 하나"),
    ],
)
def test_what_cannot_be_dismissed(
    event: Path, workspace: Path, pressgen: Program, arguments: tuple[str, ...], words: str
) -> None:
    write_event(workspace, QUIET + ABOUT.rstrip() + " 끝.\n")
    result = pressgen("check", event, *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert not (workspace / ".pressgen").exists()


def test_an_event_that_is_wrong_is_told_instead(event: Path, pressgen: Program) -> None:
    event.write_text(QUIET.replace("award:", "awards:"), encoding="utf-8")
    result = pressgen("check", event, "--dismiss", "fact-missing", *WHY)
    assert result.exit_code == 1
    assert "awards" in result.output


def test_not_of_everything_at_once(event: Path, pressgen: Program) -> None:
    result = pressgen("check", "--dismiss", "fact-missing", *WHY)
    assert result.exit_code == 2
    assert "EVENT" in result.output


def test_a_finding_that_a_build_tells_is_the_one_that_was_dismissed(
    workspace: Path, pressgen: Program
) -> None:
    event = write_event(workspace, EVENT.replace("추위도", '"추위"도'))
    assert "[straight-quotes]" in pressgen("build", "--offline").output
    pressgen("check", event, "--dismiss", "straight-quotes", *WHY)
    assert "넘김: 문맥에 맞음" in pressgen("build", "--offline").output
