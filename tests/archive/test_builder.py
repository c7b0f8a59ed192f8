"""A build, from event files to the folders of releases, over a real socket where it translates."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.archive.support import EVENT, FOLDER, release_text, use_server, write_event
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

FREE_TEXT = ("추위도 아랑곳하지 않았다.", "앞으로도 잘하겠다")
KOREAN_LEAD = "부안섬관광공사(사장 한보라)는 지난달 30일 해양관광부가 주최하는 ‘섬 관광 우수상’을"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def translate(korean: str) -> str:
    """A tidy engine: it knows the sentences by their beginnings, and keeps tokens and figures."""
    if "배를" in korean:
        token = korean.split("는 ")[0]
        return f"{token} carries 12,000 people a day to the islands."
    return {"추위도": "Not even the cold stopped it.", "앞으로도": "We will keep doing well."}[
        korean.split()[0]
    ]


def test_the_first_build_translates_and_the_second_sends_nothing(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    with GoogleServer(translate) as server:
        use_server(workspace, server.url)
        result = pressgen("build")
        assert result.exit_code == 0, result.output
        assert len(server.requests) == 1  # all the sentences in one
        first = release_text(workspace), release_text(workspace, suffix="json")
        assert pressgen("build").exit_code == 0
        assert len(server.requests) == 1
    assert (release_text(workspace), release_text(workspace, suffix="json")) == first
    text = first[0]
    assert "The Buan Island Tourism Corporation carries 12,000 people a day" in text
    assert "President Han Bo-ra said, “We will keep doing well.”" in text
    assert "구글번역이 번역한" in text


def test_facts_leave_the_house_only_as_tokens(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    with GoogleServer(translate) as server:
        use_server(workspace, server.url)
        pressgen("build")
        sent = "\n".join(server.requests)
    assert "부안섬관광공사" not in sent
    assert "1만2000명" in sent


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.TOO_MANY, "429"),
        (Fault.HANG, "초"),
        (Fault.CUT_CONNECTION, "끊"),
        (Fault.CUT_PAGE, ""),
        (Fault.ERROR_PAGE, ""),
        (Fault.ERROR_TEXT, "500"),
        (Fault.SWAPPED, "줄"),
        (Fault.MISSING, "줄"),
        (Fault.EMPTY, ""),
        (Fault.ECHO, ""),
        (Fault.UNAVAILABLE, "503"),
    ],
)
def test_a_failing_engine_leaves_a_release_that_says_so(
    workspace: Path, pressgen: Program, fault: Fault, reason: str
) -> None:
    write_event(workspace)
    with GoogleServer(translate, fault=fault) as server:
        use_server(workspace, server.url)
        result = pressgen("build")
        assert result.exit_code == 3, result.output
        assert "구글번역: " in result.output
        assert reason in result.output
        assert KOREAN_LEAD in release_text(workspace)
        assert "(President Han Bo-ra) said it earned" in release_text(workspace)
        assert f"[번역 대기] {FREE_TEXT[0]}" in release_text(workspace)
        assert rf"\[번역 대기\] {FREE_TEXT[0]}" in release_text(workspace, suffix="md")
        page = release_text(workspace, suffix="html")
        assert f'<span lang="ko" class="pending">[번역 대기] {FREE_TEXT[0]}</span>' in page
        pending = [
            segment
            for paragraph in json.loads(release_text(workspace, suffix="json"))["english"]
            for segment in paragraph["segments"]
            if segment["origin"] == "pending"
        ]
        assert pending
        assert all(segment["reason"].startswith("구글번역: ") for segment in pending)

        server.fault = None  # and when it works again, only what is missing is sent
        sent = len(server.requests)
        assert pressgen("build").exit_code == 0
        assert len(server.requests) == sent + 1
        assert "[번역 대기]" not in release_text(workspace)


def test_without_a_network_the_release_is_built(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    use_server(workspace, "http://127.0.0.1:9/m")  # the discard port: nobody listens
    result = pressgen("build")
    assert result.exit_code == 3
    assert "[번역 대기]" in release_text(workspace)


def test_check_and_show_open_no_socket(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    with GoogleServer(translate) as server:
        use_server(workspace, server.url)
        assert pressgen("check").exit_code == 3
        assert "[번역 대기]" in pressgen("show", "events/event.yaml").output
        assert pressgen("build", "--offline").exit_code == 3
        assert server.connections == 0
    assert not (workspace / ".pressgen/memory.sqlite").exists()


@pytest.mark.parametrize(
    ("line", "reason", "exit_code"),
    [
        ("embargo: 2026-12-01 09:00", "엠바고(2026-12-01 09:00) 전", 3),
        ("confidential: true", "대외비", 3),
        ("", "배포일(2026-11-02) 전", 3),
    ],
)
def test_what_is_not_out_yet_is_sent_nowhere_and_stays_a_draft(
    workspace: Path, pressgen: Program, line: str, reason: str, exit_code: int
) -> None:
    write_event(workspace, EVENT + line + "\n")
    with GoogleServer(translate) as server:
        use_server(workspace, server.url)
        result = pressgen("build", "--at", "2026-11-01 12:00")
        assert server.connections == 0
    assert result.exit_code == exit_code
    assert reason in result.output
    assert not (workspace / "releases").exists()
    draft = release_text(workspace, ".pressgen/drafts/2026/11/02-event")
    assert f"[번역 대기] {FREE_TEXT[0]}" in draft


def test_looking_ahead_sends_nothing_that_is_still_under_embargo(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT + "embargo: 2199-01-01 09:00\n")
    with GoogleServer(translate) as server:
        use_server(workspace, server.url)
        result = pressgen("build", "--at", "2199-01-02")
        assert server.connections == 0
    assert result.exit_code == 3
    assert "엠바고(2199-01-01 09:00) 전" in result.output


def test_what_looking_ahead_lets_out_is_told_as_not_to_be_published(
    workspace: Path, pressgen: Program
) -> None:
    """--at shows what would be out then; whoever puts releases/ on a web server now has to know."""
    write_event(workspace, EVENT + "embargo: 2199-01-01 09:00\n")
    for _ in ("built", "as it was"):
        result = pressgen("build", "--offline", "--quiet", "--at", "2199-01-02")
        assert result.exit_code == 3
        assert "[looked-ahead] 2199-01-01 09:00까지는 나갈 수 없는데" in result.output
    result = pressgen("build", "--offline")
    assert "looked-ahead" not in result.output
    assert not (workspace / FOLDER).exists()


def test_looking_ahead_lists_nothing_that_is_out_anyway(workspace: Path, pressgen: Program) -> None:
    plain = EVENT.partition("reasons")[0]  # all of its English is known
    write_event(workspace, plain)
    pressgen("build", "--offline")
    result = pressgen("build", "--offline", "--at", "2199-01-02")
    assert result.exit_code == 0
    assert result.output == "보도자료 1건, 초안 0건, 바뀌지 않은 것 1건\n"


def test_a_draft_moves_into_the_archive_when_its_hour_has_come(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT + "embargo: 2026-11-02 15:00\n")
    pressgen("build", "--offline", "--at", "2026-11-02 14:59")
    assert not (workspace / "releases").exists()
    pressgen("build", "--offline", "--at", "2026-11-02 15:00")
    assert KOREAN_LEAD in release_text(workspace)
    assert not list((workspace / ".pressgen/drafts").iterdir())
    pressgen("build", "--offline", "--at", "2026-11-02T05:59:00+00:00")  # 14:59 in Seoul
    assert not list((workspace / "releases").glob("[0-9]*"))


def test_two_events_for_one_place_are_told_and_neither_is_built(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    write_event(workspace, EVENT + "slug: EVENT\n", name="other.yaml")
    write_event(workspace, EVENT + "slug: third\n", name="third.yaml")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "event.yaml" in result.output
    assert "other.yaml" in result.output
    assert "둘 다 만들지 않았습니다. 주소 이름(slug)을 다르게 적으세요." in result.output
    assert [path.name for path in (workspace / "releases/2026/11").glob("*/")] == ["02-third"]


@pytest.mark.parametrize(
    "change",
    [
        ("released: 2026-11-02", "released: 2099-12-01"),
        ("released: 2026-11-02", "released: 2026-11-01\nconfidential: true"),
    ],
)
def test_a_release_that_moves_leaves_nothing_where_it_was(
    workspace: Path, pressgen: Program, change: tuple[str, str]
) -> None:
    write_event(workspace)
    pressgen("build", "--offline")
    assert (workspace / FOLDER).is_dir()
    write_event(workspace, EVENT.replace(*change))
    pressgen("build", "--offline")
    assert not (workspace / FOLDER).exists()
    assert len(list(workspace.rglob("release.txt"))) == 1


def test_where_a_published_release_was_a_page_leads_to_it(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    pressgen("build", "--offline")
    write_event(workspace, EVENT.replace("kind:", "slug: 새이름\nkind:"))
    told = pressgen("build", "--offline").output
    assert "만듦  releases/2026/11/02-새이름 (releases/2026/11/02-event에서 옮겼습니다.)" in told
    assert [path.name for path in (workspace / FOLDER).iterdir()] == ["release.html"]
    page = release_text(workspace, suffix="html")
    target = "../../../2026/11/02-%EC%83%88%EC%9D%B4%EB%A6%84/release.html"
    assert f'content="0; url={target}"' in page
    assert f'href="{target}"' in page
    assert "부안섬" not in page
    # Under embargo again, nothing tells that it exists.
    write_event(workspace, EVENT.replace("kind:", "slug: 새이름\nembargo: 2099-01-01 09:00\nkind:"))
    pressgen("build", "--offline")
    assert not (workspace / FOLDER).exists()
    assert not list((workspace / "releases").rglob("release.*"))
    write_event(workspace, EVENT)
    pressgen("build", "--offline")
    assert "부안섬" in release_text(workspace)


def test_a_later_build_does_not_overwrite_another_events_release(
    workspace: Path, pressgen: Program
) -> None:
    first = write_event(workspace)
    pressgen("build", "--offline")
    before = release_text(workspace)
    second = write_event(
        workspace, EVENT.replace("한보라", "오나래") + "slug: event\n", name="second.yaml"
    )
    result = pressgen("build", "--offline", second)
    assert result.exit_code == 1
    assert "second.yaml" in result.output
    assert "event.yaml과 같은 폴더" in result.output
    assert release_text(workspace) == before
    first.unlink()  # without its event, the place is free
    assert pressgen("build", "--offline", second).exit_code == 3
    assert "오나래" in release_text(workspace)


def test_one_bad_event_does_not_stop_the_others(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    write_event(workspace, "- a list\n", name="list.yaml")
    write_event(workspace, EVENT.replace("2026-10-30", "2026-13-01"), name="date.yaml")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "list.yaml:1" in result.output
    assert "date.yaml:8: obtained(획득일): ‘2026-13-01’" in result.output
    assert KOREAN_LEAD in release_text(workspace)


def test_photos_are_copied_beside_the_release_and_old_ones_taken_away(
    workspace: Path, pressgen: Program
) -> None:
    (workspace / "events/악수 사진.JPG").write_bytes(b"one")
    (workspace / "events/b.png").write_bytes(b"two")
    photos = (
        "photos:\n- {caption: 악수하는 모습, credit: 부안군, file: 악수 사진.JPG}\n"
        "- {caption: {ko: 배, en: The ferry}, file: b.png}\n- {caption: 사진 없는 줄}\n"
    )
    write_event(workspace, EVENT + photos)
    pressgen("build", "--offline")
    folder = workspace / FOLDER
    (folder / "notes.txt").write_text("a person's own", encoding="utf-8")
    assert (folder / "photo-1.jpg").read_bytes() == b"one"
    assert (folder / "photo-2.png").read_bytes() == b"two"
    text = release_text(workspace)
    assert "\n▲ 악수하는 모습(사진제공=부안군) © 한강일보 문가람 기자\n" in text
    assert "\n▲ 배 © 한강일보 문가람 기자\n▲ The ferry\n" in text
    assert "\n▲ 사진 없는 줄 © 한강일보 문가람 기자\n" in text
    assert '<img src="photo-1.jpg"' in release_text(workspace, suffix="html")
    assert "](photo-2.png)" in release_text(workspace, suffix="md")

    write_event(workspace)
    pressgen("build", "--offline")
    assert {path.name for path in folder.iterdir()} == {
        "notes.txt",
        *(f"release.{suffix}" for suffix in ("md", "txt", "html", "json")),
    }


def test_a_missing_photo_is_told_and_its_line_stays(workspace: Path, pressgen: Program) -> None:
    write_event(workspace, EVENT + "photo: {caption: 악수하는 모습, file: none.jpg}\n")
    result = pressgen("build", "--offline")
    assert "photo-missing" in result.output
    assert "none.jpg" in result.output
    assert "▲ 악수하는 모습 ©" in release_text(workspace)
    assert "<img" not in release_text(workspace, suffix="html")


def test_a_broken_template_names_its_file_and_line(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    own = workspace / "templates/kinds/certification"
    own.mkdir(parents=True)
    pressgen_kind = pressgen("new", "certification", "-")
    assert pressgen_kind.exit_code == 0
    (own / "kind.yaml").write_text(
        "label: {ko: 가, en: A}\nabout: {ko: 가, en: A}\nfields:\n"
        "  organization: {type: term, label: {ko: 기관, en: Organization}}\n",
        encoding="utf-8",
    )
    (own / "ko.jinja").write_text("{% block lead %}\n{{ organisation }}\n", encoding="utf-8")
    write_event(workspace, "kind: certification\nreleased: 2026-11-02\norganization: 가\n")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "ko.jinja:" in result.output
    assert "Traceback" not in result.output


def test_an_unwritable_output_is_a_clear_error(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    (workspace / "releases").write_text("a file where the folder should be", encoding="utf-8")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "releases" in result.output
    assert "Traceback" not in result.output


@pytest.mark.slow
def test_an_interrupted_build_leaves_no_half_file(workspace: Path) -> None:
    for number in range(300):
        write_event(workspace, name=f"event{number}.yaml")
    command = [sys.executable, "-m", "pressgen", "build", "--offline"]
    # A shell in the background has its children ignore Ctrl-C.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    while not list((workspace / "releases").rglob("release.json")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Traceback" not in errors
    files = [path for path in (workspace / "releases").rglob("*") if path.is_file()]
    assert not [path.name for path in files if path.suffix == ".tmp"]
    for path in files:
        if path.suffix == ".json":
            assert json.loads(path.read_text("utf-8"))["kind"] == "certification"
        else:
            assert path.read_text("utf-8").endswith("\n")


def test_the_outlet_may_stand_in_the_settings(workspace: Path, pressgen: Program) -> None:
    lines = [line for line in EVENT.splitlines() if not line.startswith(("outlet", "reg", "rep"))]
    write_event(workspace, "\n".join(lines))
    (workspace / "pressgen.toml").write_text(
        'outlet = "a"\n[outlets.a]\nname = {ko = "가람신문", en = "Garam News"}\nregion = "서울"\n'
        '[outlets.b]\nname = {ko = "나래일보", en = "Narae Daily"}\nreporter = "하인규"\n',
        encoding="utf-8",
    )
    pressgen("build", "--offline")
    assert "\n(서울=가람신문)부안섬관광공사" in release_text(workspace)
    assert "\n(Seoul=Garam News) The Buan" in release_text(workspace)
    pressgen("build", "--offline", "--outlet", "b")
    assert "\n(나래일보)하인규 기자=부안섬관광공사" in release_text(workspace)
    assert "\n- Reporter Ha In-gyu\n(Narae Daily) The Buan" in release_text(workspace)


def test_without_an_outlet_the_article_begins_with_its_lead(
    workspace: Path, pressgen: Program
) -> None:
    lines = [line for line in EVENT.splitlines() if not line.startswith(("outlet", "reg", "rep"))]
    write_event(workspace, "\n".join(lines))
    pressgen("build", "--offline")
    assert release_text(workspace).splitlines()[1].startswith(KOREAN_LEAD)
    assert "Reporter" not in release_text(workspace)


def test_json_events_build_the_same_release(workspace: Path, pressgen: Program) -> None:
    import yaml

    write_event(workspace)
    pressgen("build", "--offline")
    as_yaml = release_text(workspace)
    data = yaml.load(EVENT, Loader=yaml.BaseLoader)
    (workspace / "events/event.yaml").unlink()
    text = json.dumps(data, indent="\t")
    write_event(workspace, text, name="event.json")
    assert pressgen("build", "--offline").exit_code == 3
    assert release_text(workspace) == as_yaml


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
@pytest.mark.parametrize("limit", [0, 1_000, 400_000])
def test_a_full_disk_is_a_clear_error_and_leaves_the_last_good_files(
    workspace: Path, pressgen: Program, limit: int
) -> None:
    """A limit on the size of files stands in for a disk that fills up."""
    import resource

    write_event(workspace)
    pressgen("build", "--offline")
    before = {path: path.read_bytes() for path in (workspace / "releases").rglob("release.*")}
    write_event(workspace, EVENT + "photo: {caption: 섬, file: a.jpg}\n")
    (workspace / "events/a.jpg").write_bytes(b"x" * 500_000)
    full = subprocess.run(
        [sys.executable, "-m", "pressgen", "build", "--offline"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert full.returncode == 1
    assert "쓸 수 없습니다" in full.stderr
    assert "Traceback" not in full.stderr
    after = {path: path.read_bytes() for path in (workspace / "releases").rglob("release.*")}
    assert after == before
    assert not list(workspace.rglob("*.tmp"))
    assert pressgen("build", "--offline").exit_code == 3
    assert (workspace / FOLDER / "photo-1.jpg").stat().st_size == 500_000


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudoterminal")
def test_a_terminal_shows_how_far_a_large_build_is(workspace: Path) -> None:
    import pty

    for number in range(80):
        write_event(workspace, name=f"event{number}.yaml")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pressgen", "build", "--offline", "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs) as process:
        assert process.stdout is not None
        summary = process.stdout.read().decode()
    os.set_blocking(ours, False)
    shown = os.read(ours, 65_536).decode()
    os.close(ours)
    os.close(theirs)
    assert "/80" in shown
    assert "남은 시간 약" in shown
    assert shown.endswith("\r\x1b[K")  # the line is taken away in the end
    assert summary.endswith("보도자료 80건, 초안 0건, 확인할 것이 있는 것 80건\n")


def test_a_build_tells_programs_what_it_did(workspace: Path, pressgen: Program) -> None:
    write_event(workspace)
    write_event(workspace, EVENT + "confidential: true\n", "secret.yaml")
    (workspace / "events/broken.yaml").write_text("kind: none\n", encoding="utf-8")
    result = pressgen("build", "--offline", "--json")
    assert result.exit_code == 1
    data = json.loads(result.output)
    assert data["counts"] == {"out": 1, "draft": 1, "blocked": 0, "withdrawn": 0}
    assert [(one["event"], one["state"], one["changed"]) for one in data["releases"]] == [
        ("events/event.yaml", "out", True),
        ("events/secret.yaml", "draft", True),
    ]
    assert data["releases"][0]["why"] == ["처음 보는 자료 파일입니다."]
    assert [one["file"] for one in data["problems"]] == ["events/broken.yaml"]
    data = json.loads(pressgen("build", "--offline", "--json").output)
    assert data["unchanged"] == 2
