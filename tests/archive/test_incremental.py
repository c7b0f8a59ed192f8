"""A build writes again exactly what something changed for, says why, and ends as a build from nothing."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.archive.support import EVENT, FOLDER, release_text, write_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Program

OTHER = """\
kind: agreement
released: 2026-11-03
outlet: {name: {ko: 한강일보, en: Hangang Ilbo}, desk: {ko: 사회부, en: City Desk}}
signed: 2026-11-01
place: {ko: 마포회관, en: Mapo Hall}
purpose: {ko: 바닷가 숲 되살리기, en: restoring the coastal forest}
parties:
  - organization: {ko: 마포고등학교, en: Mapo High School}
    head: {title: 교장, name: 이가람}
    role: {ko: 어린나무 기르기, en: the growing of young trees}
  - organization: {ko: 숲재단, en: Forest Foundation, article: the}
    head: {title: 이사장, name: 오보라}
    role: {ko: 나무 심기, en: the planting of trees}
"""
OTHER_FOLDER = "releases/2026/11/03-other"


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def built(pressgen: Program, *arguments: str) -> dict[str, Any]:
    """What a build says that it did: the names of the events that it built, and why."""
    result = pressgen("build", "--offline", "--json", *arguments)
    assert result.exit_code in (0, 3), result.output[-300:]
    data = json.loads(result.output)
    return {Path(one["event"]).stem: " ".join(one["why"]) for one in data["releases"] if one["why"]}


def is_as_from_nothing(workspace: Path, pressgen: Program) -> None:
    """Holds the archive against what a build makes of the same into an empty folder."""
    manifest = workspace / ".pressgen/manifest.sqlite"
    (workspace / "kept").mkdir()
    shutil.move(manifest, workspace / "kept")
    pressgen("build", "--offline", "--output", workspace / "again")
    manifest.unlink()
    shutil.move(workspace / "kept/manifest.sqlite", manifest)
    assert files_below(workspace / "releases") == files_below(workspace / "again")
    shutil.rmtree(workspace / "again")
    shutil.rmtree(workspace / "kept")


@pytest.fixture
def two(workspace: Path, pressgen: Program) -> Path:
    """A workspace with two releases of two kinds that were built."""
    write_event(workspace)
    write_event(workspace, OTHER, "other.yaml")
    assert len(built(pressgen)) == 2
    assert built(pressgen) == {}
    return workspace


def test_to_touch_a_file_changes_nothing(two: Path, pressgen: Program) -> None:
    before = {path: path.stat().st_mtime_ns for path in (two / "releases").rglob("*")}
    for file in two.rglob("*.yaml"):
        os.utime(file, (1, 1))
    (two / "pressgen.toml").write_text("# 설명\n", encoding="utf-8")
    result = pressgen("build", "--offline", "--why")
    assert "바뀌지 않은 것 2건" in result.output
    assert {path: path.stat().st_mtime_ns for path in (two / "releases").rglob("*")} == before


def change_event(workspace: Path) -> None:
    write_event(workspace, EVENT.replace("1만2000명", "1만3000명"))


def add_a_photo(workspace: Path) -> None:
    write_event(workspace, EVENT + "photo: {caption: 섬, file: a.jpg}\n")


def change_a_template(workspace: Path) -> None:
    own = workspace / "templates/kinds/certification"
    shipped = Path(__file__).parents[2] / "templates/kinds/certification"
    shutil.copytree(shipped, own)
    text = (own / "ko.jinja").read_text("utf-8")
    (own / "ko.jinja").write_text(text.replace("획득", "받음", 1), encoding="utf-8")


def change_what_a_template_includes(workspace: Path) -> None:
    base = Path(__file__).parents[2] / "templates/kinds/base.jinja"
    own = workspace / "templates/kinds/base.jinja"
    own.parent.mkdir(parents=True)
    own.write_text(base.read_text("utf-8") + "{# 바뀜 #}\n", encoding="utf-8")


def add_a_glossary_row(workspace: Path) -> None:
    (workspace / "glossary.csv").write_text(
        "ko,en\n사장,Chief Executive\n아무도 모르는 말,Nothing\n", encoding="utf-8"
    )


def add_to_a_catalog(workspace: Path) -> None:
    sentence = "앞으로도 잘하겠다"
    po = f'msgid ""\nmsgstr ""\n\nmsgid "{sentence}"\nmsgstr "We will do well again"\n'
    (workspace / "translations/en.po").write_text(po, encoding="utf-8")


def add_to_the_memory(workspace: Path) -> None:
    entry = Remembered("추위도 아랑곳하지 않았다.", "The cold did not matter.", "google")
    other = Remembered("아무 데도 없는 문장.", "A sentence of nobody.", "google")
    SqliteMemory(workspace / ".pressgen/memory.sqlite").remember([entry, other], datetime.now(UTC))


def take_a_file_away(workspace: Path) -> None:
    (workspace / FOLDER / "release.txt").unlink()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (change_event, "자료 파일이 바뀌었습니다."),
        (add_a_photo, "자료 파일이 바뀌었습니다."),
        (change_a_template, "서식이 바뀌었습니다."),
        (add_a_glossary_row, "용어집이나 번역이 바뀌었습니다."),
        (add_to_a_catalog, "용어집이나 번역이 바뀌었습니다."),
        (add_to_the_memory, "용어집이나 번역이 바뀌었습니다."),
        (take_a_file_away, "보도자료 폴더에 바뀐 것이 있습니다."),
    ],
)
def test_only_what_a_change_concerns_is_built_again(
    two: Path, pressgen: Program, change: Callable[[Path], None], why: str
) -> None:
    other = files_below(two / OTHER_FOLDER)
    change(two)
    assert built(pressgen) == {"event": why}
    assert built(pressgen) == {}
    assert {**files_below(two / OTHER_FOLDER), "release.html": b""} == {
        **other,
        "release.html": b"",
    }
    is_as_from_nothing(two, pressgen)


def test_a_change_that_was_seen_beside_a_mistake_is_not_forgotten(
    two: Path, pressgen: Program
) -> None:
    add_a_glossary_row(two)
    broken = two / "translations/broken.po"
    broken.write_text("msgid\n", encoding="utf-8")
    assert pressgen("build", "--offline").exit_code == 1
    broken.unlink()
    assert set(built(pressgen)) == {"event"}


def test_what_all_templates_include_concerns_all(two: Path, pressgen: Program) -> None:
    change_what_a_template_includes(two)
    assert set(built(pressgen)) == {"event", "other"}
    assert built(pressgen) == {}


def test_a_photo_that_comes_later_or_changes_is_noticed(workspace: Path, pressgen: Program) -> None:
    add_a_photo(workspace)
    built(pressgen)
    photo = workspace / "events/a.jpg"
    photo.write_bytes(b"first")
    assert built(pressgen) == {"event": "사진이나 붙임 파일이 바뀌었습니다."}
    assert built(pressgen) == {}
    photo.write_bytes(b"other")
    assert built(pressgen) == {"event": "사진이나 붙임 파일이 바뀌었습니다."}
    assert (workspace / FOLDER / "photo-1.jpg").read_bytes() == b"other"
    photo.unlink()
    assert "event" in built(pressgen)
    assert not (workspace / FOLDER / "photo-1.jpg").exists()


@pytest.mark.parametrize(
    ("settings", "concerned"),
    [
        ('layout = "breaknews"\n', set()),
        ('engine = "papago"\ndeadline = 5\n', set()),
        ('disclaimer = "plain"\n', {"event", "other"}),
        ('[outlets.a]\nname = "다른신문"\n[outlets.b]\nname = "또신문"\n', set()),
        ('[site]\nurl = "https://press.example.kr"\n', {"event", "other"}),
    ],
)
def test_only_settings_that_concern_a_release_build_it_again(
    two: Path, pressgen: Program, settings: str, concerned: set[str]
) -> None:
    (two / "pressgen.toml").write_text(settings, encoding="utf-8")
    assert set(built(pressgen)) == concerned
    is_as_from_nothing(two, pressgen)


def test_a_page_of_ones_own_leads_to_what_is_found(two: Path, pressgen: Program) -> None:
    """The style of the search page may be the user's; its script reads an index of pressgen's own."""
    own = two / "templates/site/search"
    own.mkdir(parents=True)
    (own / "search.css").write_text("body { color: teal }\n", encoding="utf-8")
    (own / "search.js").write_text("alert(1)\n", encoding="utf-8")
    assert built(pressgen) == {}
    assert (two / "releases/search/search.css").read_text("utf-8") == "body { color: teal }\n"
    assert "alert" not in (two / "releases/search/search.js").read_text("utf-8")
    is_as_from_nothing(two, pressgen)


@pytest.mark.parametrize(
    "gone",
    [
        *("index.html", "site.css", "feed.xml", "archive.json", "2026/index.html"),
        *("2026/11/index.html", "kinds/certification/index.html", "kinds", "organizations"),
        *("search", "search/search.js", "search/index.json"),
    ],
)
def test_what_leads_to_the_releases_comes_back(two: Path, pressgen: Program, gone: str) -> None:
    settings = '[site]\nurl = "https://press.example.kr"\n'
    (two / "pressgen.toml").write_text(settings, encoding="utf-8")
    built(pressgen)
    path = two / "releases" / gone
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    assert built(pressgen) == {}
    is_as_from_nothing(two, pressgen)


def test_a_front_page_of_ones_own_stays_and_is_told(two: Path, pressgen: Program) -> None:
    front = two / "releases/index.html"
    front.unlink()
    front.write_text("<!doctype html>내 것", encoding="utf-8")
    told = pressgen("build", "--offline").stdout
    assert "index.html은 pressgen이 만든 것이 아니어서 그대로 두었습니다." in told
    assert front.read_text("utf-8") == "<!doctype html>내 것"


def test_how_another_event_spells_a_person_reaches_what_was_built(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    built(pressgen)
    assert "Han Bo-ra" in release_text(workspace)
    later = EVENT.replace("2026-11-02", "2026-11-05").replace(
        "name: 한보라", "name: {ko: 한보라, en: Han Bola}"
    )
    write_event(workspace, later, "later.yaml")
    assert set(built(pressgen)) == {"event", "later"}
    assert "Han Bola" in release_text(workspace)
    assert built(pressgen) == {}


def test_a_deleted_event_leaves_nothing_but_what_others_put_there(
    two: Path, pressgen: Program
) -> None:
    (two / FOLDER / "메모.txt").write_text("내 것", encoding="utf-8")
    (two / "events/event.yaml").unlink()
    (two / "events/other.yaml").unlink()
    write_event(two, EVENT.replace("섬 관광 우수상", "섬 관광 대상"), "third.yaml")
    result = pressgen("build", "--offline")
    assert "치움  releases/2026/11/02-event" in result.output
    assert files_below(two / FOLDER).keys() == {"메모.txt"}
    assert not (two / OTHER_FOLDER).exists()
    everything = b"".join(files_below(two / "releases").values()).decode()
    assert "바닷가" not in everything
    assert "03-other" not in everything
    shutil.rmtree(two / FOLDER)
    is_as_from_nothing(two, pressgen)


def test_a_renamed_event_keeps_its_release_and_the_pages_that_lead_to_it(
    two: Path, pressgen: Program
) -> None:
    write_event(two, EVENT + "slug: second\n")
    built(pressgen)
    (two / "events/event.yaml").rename(two / "events/renamed.yaml")
    result = pressgen("build", "--offline")
    assert "치움" not in result.output
    assert (two / "releases/2026/11/02-second/release.json").is_file()
    assert "02-second" in release_text(two, suffix="html")
    assert "02-second" in (two / "releases/index.html").read_text("utf-8")
    assert built(pressgen) == {}


def test_where_a_renamed_events_release_was_a_page_leads_to_it(
    two: Path, pressgen: Program
) -> None:
    """Without a slug the file's name is the release's; who has the old address still finds it."""
    (two / "events/event.yaml").rename(two / "events/second.yaml")
    told = pressgen("build", "--offline").output
    assert "만듦  releases/2026/11/02-second (releases/2026/11/02-event에서 옮겼습니다.)" in told
    assert "치움" not in told
    assert [path.name for path in (two / FOLDER).iterdir()] == ["release.html"]
    assert "02-second/release.html" in release_text(two, suffix="html")
    assert "02-event" not in (two / "releases/index.html").read_text("utf-8")
    assert built(pressgen) == {}
    (two / "events/second.yaml").rename(two / "events/third.yaml")
    built(pressgen)
    assert "02-third/release.html" in release_text(two, suffix="html")
    (two / "events/third.yaml").unlink()
    built(pressgen)
    assert not list((two / "releases").rglob("02-*"))
    is_as_from_nothing(two, pressgen)


def test_a_copy_that_is_deleted_leads_to_what_it_was_copied_from(
    two: Path, pressgen: Program
) -> None:
    write_event(two, name="copy.yaml")
    built(pressgen)
    (two / "events/copy.yaml").unlink()
    told = pressgen("build", "--offline").output
    assert "그대로  releases/2026/11/02-event (releases/2026/11/02-copy에서 옮겼습니다.)" in told
    assert "바뀌지 않은 것 2건" in told
    assert "02-event/release.html" in release_text(two, "releases/2026/11/02-copy", "html")


def test_what_was_out_and_is_no_longer_is_told(two: Path, pressgen: Program) -> None:
    write_event(two, EVENT + "confidential: true\n")
    result = pressgen("build", "--offline")
    assert "초안  .pressgen/drafts/2026/11/02-event (나가 있던 것을 거두었습니다.)" in result.output
    assert "거둔 것 1건" in result.output
    assert "거두" not in pressgen("build", "--offline").output


def test_a_drive_that_is_not_there_takes_nothing_away(two: Path, pressgen: Program) -> None:
    (two / "events").rename(two / "elsewhere")
    result = pressgen("build", "--offline", "elsewhere/event.yaml")
    assert result.exit_code == 3
    assert (two / OTHER_FOLDER).is_dir()


def test_an_empty_folder_of_events_takes_nothing_away(two: Path, pressgen: Program) -> None:
    """A drive that is not there, or files that a cloud has not brought yet, look like that."""
    before = files_below(two / "releases")
    for file in (two / "events").iterdir():
        file.unlink()
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "events에 자료 파일이 하나도 없어서 releases를 그대로 두었습니다." in result.output
    assert files_below(two / "releases") == before


def test_a_withdrawn_release_leaves_a_notice_and_is_listed_nowhere(
    two: Path, pressgen: Program
) -> None:
    write_event(two, EVENT + "withdrawn: {ko: 통계가 잘못되어, en: The figures were wrong}\n")
    assert set(built(pressgen)) == {"event"}
    assert files_below(two / FOLDER).keys() == {"release.html"}
    page = release_text(two, suffix="html")
    assert "2026년 11월 2일 보도자료를 내렸습니다. 사유: 통계가 잘못되어" in page
    assert "Reason: The figures were wrong" in page
    assert "부안섬" not in page
    listed = {
        name: content.decode()
        for name, content in files_below(two / "releases").items()
        if "02-event" not in name
    }
    assert not [
        name for name, content in listed.items() if "부안섬" in content or "02-event" in content
    ]
    write_event(two)
    built(pressgen)
    is_as_from_nothing(two, pressgen)


def test_a_withdrawn_release_that_was_never_out_leaves_no_trace(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace, EVENT + "embargo: 2099-01-01 09:00\nwithdrawn: 취소되어\n")
    told = pressgen("build", "--offline").output
    assert "내림  releases/2026/11/02-event (나간 적이 없어서 남은 것이 없습니다.)" in told
    assert pressgen("check").output == "events/event.yaml  볼 것 없음\n"
    assert not list(workspace.rglob("release.*"))


PO = 'msgid ""\nmsgstr ""\n\n#. origin: google\nmsgid "{}"\nmsgstr "{}"\n'


def test_what_a_finding_blocks_stays_a_draft_until_somebody_lets_it_stand(
    workspace: Path, pressgen: Program
) -> None:
    file = write_event(workspace)
    wrong = PO.format(
        "부안섬관광공사는 섬을 잇는 배를 하루 1만2000명이 타게 했다.", "The {}"
    ).replace("The {}", "The Buan Island Tourism Corporation had 120 people a day take its ships.")
    (workspace / "translations/en.po").write_text(wrong, encoding="utf-8")
    result = pressgen("build", "--offline")
    assert result.exit_code == 3
    assert "막힘  .pressgen/drafts/2026/11/02-event" in result.output
    assert not (workspace / "releases").exists()
    reason = ("--reason", "괜찮음", "--by", "문가람")
    for code in ("number-scale", "number-differs", "number-missing"):
        pressgen("check", file, "--dismiss", code, *reason)
    assert built(pressgen) == {"event": "넘기거나 되돌린 것이 있습니다."}
    assert (workspace / FOLDER).is_dir()
    for code in ("number-scale", "number-differs", "number-missing"):
        pressgen("check", file, "--undismiss", code)
    built(pressgen)
    assert not (workspace / FOLDER).exists()
    assert not list((workspace / "releases").rglob("release.*"))


def test_a_strict_house_publishes_nothing_half_in_korean(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    write_event(workspace, OTHER, "other.yaml")
    (workspace / "pressgen.toml").write_text('publish = "strict"\n', encoding="utf-8")
    result = pressgen("build", "--offline")
    assert "막힘  .pressgen/drafts/2026/11/02-event" in result.output
    assert (workspace / OTHER_FOLDER).is_dir()
    (workspace / "pressgen.toml").write_text('publish = "often"\n', encoding="utf-8")
    result = pressgen("build", "--offline")
    assert result.exit_code == 1
    assert "pressgen.toml:1" in result.output


def test_an_event_that_is_wrong_now_keeps_its_last_good_release(
    two: Path, pressgen: Program
) -> None:
    before = files_below(two / "releases")
    write_event(two, EVENT.replace("released: 2026-11-02", "released: 2026-11-99"))
    for _ in range(2):
        result = pressgen("build", "--offline")
        assert result.exit_code == 1
        assert "event.yaml:2" in result.output
        told = "이번에 만들지 못한 보도자료 1건은 전에 만든 것이 그대로 나가 있습니다."
        assert told in result.output
    assert files_below(two / "releases") == before


def test_neither_order_nor_workers_decide_a_byte(workspace: Path, pressgen: Program) -> None:
    for number in range(70):
        text = EVENT.replace("1만2000명", f"{number + 2}명").replace(
            "11-02", f"11-{1 + number % 20:02}"
        )
        if number % 7 == 3:
            text = text.replace("name: 한보라", f"name: {{ko: 한보라, en: Han Bo-{number}}}")
        write_event(workspace, text, f"e{number:02}.yaml")
    events = [str(file) for file in (workspace / "events").iterdir()]
    random.Random(3).shuffle(events)
    results = []
    for jobs, order in (("1", []), ("2", []), ("3", events)):
        shutil.rmtree(workspace / "releases", ignore_errors=True)
        shutil.rmtree(workspace / ".pressgen", ignore_errors=True)
        pressgen("build", "--offline", "--jobs", jobs, *order)
        results.append(files_below(workspace / "releases"))
    assert results[0] == results[1] == results[2]
    assert len([name for name in results[0] if name.endswith("release.md")]) == 70


HOLD = """
import sys
from pathlib import Path
from pressgen.archive.lock import build_lock
with build_lock(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_one_build_at_a_time_and_a_dead_one_holds_nothing(
    workspace: Path, pressgen: Program
) -> None:
    write_event(workspace)
    command = [sys.executable, "-c", HOLD, str(workspace / ".pressgen")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        result = pressgen("build", "--offline")
        assert result.exit_code == 1
        assert "다른 pressgen build가 돌고 있습니다" in result.output
        assert not (workspace / "releases").exists()
        other.kill()
    assert pressgen("build", "--offline").exit_code == 3


def test_the_archive_lists_what_another_workspace_built_there(
    two: Path, pressgen: Program, tmp_path: Path
) -> None:
    (two / ".pressgen/manifest.sqlite").unlink()
    (two / "events/other.yaml").unlink()
    built(pressgen)
    assert "03-other" in (two / "releases/index.html").read_text("utf-8")
    assert (two / OTHER_FOLDER).is_dir()
