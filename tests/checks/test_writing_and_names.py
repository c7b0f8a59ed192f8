"""What check says of names, quotation marks, outlets, and of a machine's English that lost a fact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def found(pressgen: Program, code: str) -> list[tuple[str, str]]:
    """The findings of that code: severity and message."""
    data = json.loads(pressgen("check", "--json").output)
    assert not data["problems"]
    return [
        (finding["severity"], finding["message"])
        for event in data["events"]
        for finding in event["findings"]
        if finding["code"] == code
    ]


@pytest.mark.parametrize(
    ("name", "code", "severity", "said"),
    [
        ("황보라", "name-splits", "warn", "‘황보’일 수도 있습니다. ‘Hwang Bo-ra’로 적었습니다."),
        ("정다솜", "name-spelling", "note", "(Jung, Jeong, Chung). ‘Jung Da-som’으로 적었습니다."),
    ],
)
def test_a_name_in_doubt_is_told(
    workspace: Path, pressgen: Program, name: str, code: str, severity: str, said: str
) -> None:
    write_event(workspace, EVENT.replace("한보라", name))
    [(weight, message)] = found(pressgen, code)
    assert weight == severity
    assert message.endswith(said)


@pytest.mark.parametrize("name", ["한보라", "{ko: 황보라, en: Hwangbo Ra}", "김하늘", "남궁민수"])
def test_a_name_without_doubt_is_not(workspace: Path, pressgen: Program, name: str) -> None:
    write_event(workspace, EVENT.replace("한보라", name))
    assert not found(pressgen, "name-splits") + found(pressgen, "name-spelling")


def test_a_name_in_the_glossary_is_not(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("한보라", "황보라"))
    (workspace / "glossary.csv").write_text("ko,en\n황보라,Hwangbo Ra\n", encoding="utf-8")
    assert not found(pressgen, "name-splits")


def test_doubled_quotation_marks_are_told(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT.replace("앞으로도 잘하겠다", "“앞으로도 잘하겠다”"))
    assert found(pressgen, "doubled-quotes") == [
        ("warn", "따옴표가 겹칩니다. 서식이 따옴표를 붙이니 값에서는 빼세요.")
    ]


def test_several_outlets_and_none_chosen(workspace: Path, pressgen: Program) -> None:
    lines = [line for line in EVENT.splitlines() if not line.startswith("outlet")]
    write_event(workspace, "\n".join(lines))
    assert not found(pressgen, "outlet-missing")
    (workspace / "pressgen.toml").write_text(
        '[outlets.a]\nname = "가람신문"\n[outlets.b]\nname = "나래일보"\n', encoding="utf-8"
    )
    assert [severity for severity, _ in found(pressgen, "outlet-missing")] == ["warn"]


@pytest.mark.parametrize(("origin", "severity"), [("#. origin: google\n", "block"), ("", "warn")])
def test_a_fact_that_a_machine_lost_blocks(
    workspace: Path, pressgen: Program, origin: str, severity: str
) -> None:
    write_event(workspace, EVENT + "about: 해양관광부가 도왔다.\n")
    entry = f'{origin}msgid "해양관광부가 도왔다."\nmsgstr "The ministry helped."\n'
    (workspace / "translations/en.po").write_text(PO + entry, encoding="utf-8")
    assert [weight for weight, _ in found(pressgen, "fact-missing")] == [severity]


def test_a_pending_finding_names_what_to_translate_word_for_word(
    workspace: Path, pressgen: Program
) -> None:
    write_event(
        workspace, EVENT.replace("{ko: 섬 관광 우수상, en: Island Tourism Award}", "섬 관광 우수상")
    )
    output = pressgen("check").output
    assert "\n       섬 관광 우수상\n" in output
    assert "\n       추위도 아랑곳하지 않았다.\n" in output


@pytest.mark.parametrize(
    ("organization", "guess"),
    [
        ("Zorblax", "‘Zorblax’의 읽기를 몰라 조사를 짐작했습니다: ‘Zorblax는’"),
        ("{ko: Zorblax, en: Zorblax, reading: 조블랙스}", None),
        ("{ko: 부안SQ, en: Buan SQ}", None),
        ("{ko: 새빛진흥원(Zorblax), en: Saebit}", None),
    ],
)
def test_a_word_that_nobody_can_read_is_told(
    workspace: Path, pressgen: Program, organization: str, guess: str | None
) -> None:
    name = "{ko: 부안섬관광공사, en: Buan Island Tourism Corporation, article: the}"
    write_event(workspace, EVENT.replace(name, organization))
    messages = [message for _, message in found(pressgen, "reading")]
    assert len(messages) == (guess is not None)
    assert all(message.startswith(guess or "") for message in messages)
