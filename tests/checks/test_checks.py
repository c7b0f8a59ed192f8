"""What a person is asked to look at, and what not."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from pressgen.archive.builder import build
from pressgen.archive.plan import Plan
from pressgen.checks import Severity
from pressgen.checks.files import find_file
from pressgen.pipeline import Pipeline
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from pressgen.workspace import open_workspace, shipped_templates
from tests.translation.support import AT, EVENT, WHY, Office

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.checks import Finding

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BLOCK, WARN, NOTE = Severity.BLOCK, Severity.WARN, Severity.NOTE


def findings(office: Office, event: str = EVENT, at: datetime = AT) -> list[Finding]:
    return office.pipeline().findings(office.release(event), at)


def catalog(office: Office, **entries: str) -> None:
    lines = (f'msgid "{ko}"\nmsgstr "{en}"\n\n' for ko, en in entries.items())
    office.write("translations/en.po", PO + "".join(lines))


@pytest.mark.parametrize("kind", ["certification", "agreement"])
def test_the_examples_have_nothing_to_look_at(tmp_path: Path, kind: str) -> None:
    workspace = open_workspace(tmp_path)
    pipeline = Pipeline(workspace)
    draft = pipeline.draft(shipped_templates() / "kinds" / kind / "example.yaml")
    assert pipeline.findings(pipeline.release(draft, lambda _: WHY), AT) == []


CASES = {
    "pending": (
        "about: 고맙다.\n",
        ("pending", BLOCK, f"영문이 없습니다. {WHY}", "translations/", "고맙다.", ""),
    ),
    "fact missing": (
        "about: 하늘재단은 컸다.\n",
        (
            "fact-missing",
            WARN,
            "‘하늘재단’의 영문 ‘Haneul Foundation’이 문장에 없습니다.",
            "translations/",
            "하늘재단은 컸다.",
            "The foundation has grown.",
        ),
    ),
    "fact missing, after a vowel": (
        "about: 하늘시는 컸다.\nhost: {ko: 하늘시, en: Haneul City Co}\nheadline: {ko: 새 소식, en: News}\n",
        (
            "fact-missing",
            WARN,
            "‘하늘시’의 영문 ‘Haneul City Co’가 문장에 없습니다.",
            "translations/",
            "하늘시는 컸다.",
            "The city has grown.",
        ),
    ),
    "Hangul left": (
        "about: 남았다.\n",
        (
            "hangul-left",
            BLOCK,
            "영문에 한글이 남아 있습니다.",
            "translations/",
            "남았다.",
            "It is 남았다.",
        ),
    ),
    "a machine's term": (
        "host: 새빛원\n",
        (
            "term-machine",
            WARN,
            "‘새빛원’의 영문 ‘Saebit’은 기계가 옮긴 것입니다.",
            "glossary.csv",
            "새빛원",
            "Saebit",
        ),
    ),
    "a photo that is not there": (
        "photo: {caption: 사진, file: none.jpg}\n",
        ("photo-missing", WARN, "none.jpg", "같은 폴더", "", ""),
    ),
    "an attachment that is not there": (
        "attachments: [{title: 붙임, file: none.pdf}]\n",
        ("attachment-missing", WARN, "none.pdf", "같은 폴더", "", ""),
    ),
    "an embargo": (
        "embargo: 2026-11-23 09:01\n",
        ("embargo", WARN, "2026-11-23 09:01까지", "pressgen build", "", ""),
    ),
    "confidential": (
        "confidential: true\n",
        ("confidential", NOTE, "대외비", "confidential", "", ""),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_found(workspace: Path, case: str) -> None:
    event, expected = CASES[case]
    code, severity, message, advice, korean, english = expected
    office = Office(workspace)
    catalog(
        office,
        **{
            "하늘재단은 컸다.": "The foundation has grown.",
            "하늘시는 컸다.": "The city has grown.",
            "남았다.": "It is 남았다.",
        },
    )
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember(
        [Remembered("새빛원", "Saebit", "google")], AT
    )
    [finding] = findings(office, EVENT + event)
    assert (finding.code, finding.severity) == (code, severity)
    assert message in finding.message
    assert advice in finding.advice
    assert (finding.korean, finding.english) == (korean, english)
    assert severity.wants_a_person == (severity is not NOTE)


@pytest.mark.parametrize(
    ("obtained", "found"),
    [
        ("2026-11-09", False),
        ("2026-11-09 15:30", False),
        ("2026-11-10", True),
        ("2027-10-30 15:30", True),
    ],
)
def test_a_day_that_is_told_as_past_lies_after_the_release(
    workspace: Path, obtained: str, found: bool
) -> None:
    event = re.sub("obtained: .*", f"obtained: {obtained}", EVENT)
    findings_ = [one for one in findings(Office(workspace), event) if one.code == "day-ahead"]
    assert len(findings_) == found
    for finding in findings_:
        assert finding.severity is WARN
        assert f"획득일이 {obtained[:10]}" in finding.message
        assert "배포일(2026-11-09)보다 뒤" in finding.message


def test_a_release_day_that_lies_ahead(workspace: Path) -> None:
    office = Office(workspace)
    before = AT.replace(day=8)
    [finding] = findings(office, at=before)
    assert (finding.code, finding.severity) == ("release-day", NOTE)
    assert "2026-11-09" in finding.message
    assert finding.advice


@pytest.mark.parametrize(
    ("line", "moment", "codes"),
    [
        ("", "2026-11-09", []),
        ("embargo: 2026-11-10 09:00\n", "2026-11-10 09:00", []),
        ("embargo: 2026-11-10 09:00\n", "2026-11-10 08:59", ["embargo"]),
        ("embargo: 2026-11-08 09:00\n", "2026-11-08 10:00", ["release-day"]),
        ("embargo: 2026-11-10 09:00\nconfidential: true\n", "2026-11-08", ["confidential"]),
    ],
)
def test_what_holds_a_release_back(
    workspace: Path, line: str, moment: str, codes: list[str]
) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=AT.tzinfo)
    assert [one.code for one in findings(Office(workspace), EVENT + line, at)] == codes


def test_a_finding_knows_its_line(workspace: Path) -> None:
    event = EVENT + "photos:\n- {caption: 하나}\n- {caption: 둘, file: none.jpg}\n"
    [finding] = findings(Office(workspace), event)
    assert finding.line == len(event.splitlines())


def test_a_name_beside_the_story_that_has_no_english(workspace: Path) -> None:
    event = EVENT.replace("{ko: 문화부, en: Culture Desk}", "문화부")
    [finding] = findings(Office(workspace), event)
    assert (finding.code, finding.severity, finding.korean) == ("pending", BLOCK, "문화부")
    assert finding.line == 4


@pytest.mark.parametrize(
    "english",
    [
        "HANEUL FOUNDATION has grown.",
        "The “Haneul Foundation” has grown.",
        "Haneul Foundation’s growth.",
    ],
)
def test_english_that_has_the_name_is_no_finding(workspace: Path, english: str) -> None:
    office = Office(workspace)
    catalog(office, **{"하늘재단은 컸다.": english})
    assert findings(office, EVENT + "about: 하늘재단은 컸다.\n") == []


@pytest.mark.parametrize(
    ("english", "code", "severity"),
    [
        ("It costs 90 billion won.", "number-scale", WARN),
        ("It costs a lot.", "number-missing", WARN),
        ("It costs 9 billion 원.", "hangul-left", BLOCK),
    ],
)
def test_a_persons_numbers_are_compared(
    workspace: Path, english: str, code: str, severity: Severity
) -> None:
    office = Office(workspace)
    catalog(office, **{"90억 원이 든다.": english})
    found = findings(office, EVENT + "about: 90억 원이 든다.\n")
    assert (code, severity) in [(one.code, one.severity) for one in found]


def test_a_machines_slip_is_wrong_as_it_stands(workspace: Path) -> None:
    office = Office(workspace)
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember(
        [Remembered("90억 원이 든다.", "It costs 90 billion won.", "google")], AT
    )
    [finding] = findings(office, EVENT + "about: 90억 원이 든다.\n")
    assert (finding.code, finding.severity) == ("number-scale", BLOCK)
    assert (finding.korean_span, finding.english_span) == ((0, 5), (9, 23))


def test_a_lost_fact_is_told_once(workspace: Path) -> None:
    office = Office(workspace)
    catalog(office, **{"하늘5재단은 컸다.": "The foundation has grown."})
    host = "host: {ko: 하늘5재단, en: Haneul 5 Foundation}\nheadline: {ko: 새 소식, en: News}\n"
    codes = [one.code for one in findings(office, f"{EVENT}about: 하늘5재단은 컸다.\n{host}")]
    assert codes.count("fact-missing") == 1
    assert "number-missing" not in codes


@pytest.mark.parametrize("about", ["재단은 컸다.", "이사장을 뽑았다.", "하늘재단법을 지켰다."])
def test_what_is_no_term_is_no_finding(workspace: Path, about: str) -> None:
    office = Office(workspace)
    catalog(office, **{about: "It has grown."})
    assert findings(office, EVENT + f"about: {about}\n") == []


def test_each_sentence_and_each_term_is_told_once(workspace: Path) -> None:
    office = Office(workspace)
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember(
        [Remembered("새빛원", "Saebit", "google")], AT
    )
    found = findings(office, EVENT + "host: 새빛원\norganizer: 새빛원\nabout: 고맙다. 반갑다.\n")
    assert [(one.code, one.korean) for one in found] == [
        ("pending", "고맙다."),
        ("pending", "반갑다."),
        ("term-machine", "새빛원"),
    ]
    assert found[-1].line == len(EVENT.splitlines()) + 1


def place_files(folder: Path) -> None:
    (folder / "workspace/events/deep").mkdir(parents=True)
    for name in ("secret.jpg", "workspace/logo.jpg", "workspace/events/a.jpg"):
        (folder / name).write_bytes(b"")
    (folder / "workspace/events/deep/b.jpg").write_bytes(b"")
    links = folder / "workspace/events"
    (links / "inside.jpg").symlink_to(folder / "workspace/logo.jpg")
    (links / "outside.jpg").symlink_to(folder / "secret.jpg")
    (links / "up").symlink_to(folder)
    (links / "circle.jpg").symlink_to(links / "circle.jpg")
    (links / "nowhere.jpg").symlink_to(folder / "nowhere.jpg")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.jpg", "workspace/events/a.jpg"),
        ("./a.jpg", "workspace/events/a.jpg"),
        ("deep/b.jpg", "workspace/events/deep/b.jpg"),
        ("../logo.jpg", "workspace/logo.jpg"),
        ("inside.jpg", "workspace/logo.jpg"),
        ("outside.jpg", None),
        ("up/secret.jpg", None),
        ("../../secret.jpg", None),
        ("{folder}/secret.jpg", None),
        ("circle.jpg", None),
        ("nowhere.jpg", None),
        ("none.jpg", None),
        ("deep", None),
        ("x" * 300 + ".jpg", None),
        ("a.jpg/b.jpg", None),
    ],
)
def test_a_file_lies_in_the_workspace_or_nowhere(
    tmp_path: Path, name: str, found: str | None
) -> None:
    place_files(tmp_path)
    office = Office(tmp_path / "workspace")
    event = office.release().event
    path = find_file(event, name.format(folder=tmp_path), open_workspace(office.folder))
    assert path == (found and (tmp_path / found).resolve())


def test_an_event_may_lie_outside_with_its_photo_beside_it(tmp_path: Path) -> None:
    place_files(tmp_path)
    file = Office(tmp_path / "elsewhere").write("event.yaml", EVENT)
    (tmp_path / "elsewhere/c.jpg").write_bytes(b"")
    workspace = open_workspace(tmp_path / "workspace")
    event = Pipeline(workspace).draft(file).event
    assert find_file(event, "c.jpg", workspace) == (tmp_path / "elsewhere/c.jpg").resolve()
    assert find_file(event, "../secret.jpg", workspace) is None


@pytest.mark.parametrize("name", ["outside.jpg", "up/secret.jpg"])
def test_no_copy_is_made_of_a_photo_that_lies_outside(tmp_path: Path, name: str) -> None:
    place_files(tmp_path)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    office = Office(tmp_path / "workspace")
    office.write("events/event.yaml", EVENT + f"photo: {{caption: 사진, file: {name}}}\n")
    for link in ("outside.jpg", "inside.jpg", "circle.jpg", "nowhere.jpg", "a.jpg"):
        if link != name:
            (office.folder / "events" / link).unlink()
    events = [office.folder / "events/event.yaml"]
    report = build(Plan(open_workspace(office.folder), events, tmp_path / "out", AT))
    assert [one.code for one in report.built[0].findings] == ["photo-missing"]
    assert list((tmp_path / "out").rglob("*.jpg")) == []
