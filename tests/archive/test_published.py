"""An archive is read back from what it publishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pressgen.archive.published import Name, published_of, read_published, read_release
from pressgen.archive.rendering import published, render_release
from pressgen.errors import PressgenError
from pressgen.pipeline import Pipeline
from pressgen.workspace import open_workspace
from tests.archive.support import EVENT, write_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program


def test_what_was_built_is_read_back(workspace: Path, pressgen: Program) -> None:
    photo = "photo: {caption: {ko: 배가 떠난다., en: A boat leaves.}, file: boat.png}\n"
    (workspace / "events/boat.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    write_event(workspace, EVENT + photo)
    write_event(workspace, EVENT + "slug: b\nsubheadline: {ko: 부제, en: Sub}\n", "b.yaml")
    pressgen("build", "--offline")
    second, first = read_published(workspace / "releases")
    assert (first.place, second.place) == ("2026/11/02-event", "2026/11/02-b")
    assert (first.kind, first.released) == ("certification", date(2026, 11, 2))
    assert first.outlet == Name("한강일보", "Hangang Ilbo")
    assert first.headline.korean == "부안섬관광공사, ‘섬 관광 우수상’ 획득"
    assert first.headline.english == "Buan Island Tourism Corporation earns ‘Island Tourism Award’"
    assert first.subheadline is None
    assert second.subheadline == Name("부제", "Sub")
    lead, reasons, quote = first.paragraphs
    assert lead.english is not None
    assert reasons.english is None  # pending: there was no engine
    assert quote.korean.endswith("고 전했다.")
    assert not first.is_complete
    corporation = Name("부안섬관광공사", "Buan Island Tourism Corporation")
    ministry = Name("해양관광부", "Ministry of Sea, Islands and Tourism")
    assert first.organizations == (corporation, ministry)
    [boat] = first.photos
    assert boat.caption == Name("배가 떠난다.", "A boat leaves.")
    assert (workspace / "releases" / first.place / boat.file).is_file()


@pytest.mark.parametrize(
    "more",
    [
        "",
        "embargo: 2026-11-03 09:00\n",
        "headline: {ko: 새 제목이다. 둘째 문장, en: A new title}\nsubheadline: 부제\n",
        "photo: {caption: {ko: 배가 떠난다., en: A boat leaves.}, file: boat.png, credit: 섬나라}\n",
        "photos: [{caption: 배}, {caption: 섬, file: boat.png}, {caption: 곳, file: gone.png}]\n",
        "contacts: {department: 홍보과, name: 이하나}\norganizer: {ko: 새나라재단, short: 재단}\n",
        "about: {ko: '첫째.\\n\\n둘째. 셋째.', en: 'One.\\n\\nTwo.'}\norganizer: 해양관광부\n",
        "about: 'He said \\ “no” <b>.'\n",
    ],
)
def test_what_a_build_knows_of_a_release_is_what_is_read_back(workspace: Path, more: str) -> None:
    (workspace / "events/boat.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    pipeline = Pipeline(open_workspace(workspace))
    draft = pipeline.draft(write_event(workspace, EVENT + more))
    release = pipeline.release(draft, lambda _: "")
    rendered = render_release(pipeline, release)
    read_back = published_of(rendered.texts["release.json"], draft.event.place)
    assert published(release, rendered) == replace(read_back, paragraphs=())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"korean": []}', "null", "[[[[["])
def test_what_pressgen_did_not_write_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "release.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PressgenError, match="pressgen이 쓴"):
        read_release(file, "2026/11/02-event")
