"""A look at an event's file tells where its release belongs, or that it takes reading it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive.placing import likely_place, place_of
from pressgen.errors import PressgenError
from pressgen.settings import Settings
from pressgen.workspace import Workspace

EVENT = (
    "kind: certification\n{}\norganization: {{ko: 가, en: A}}\nhead: {{title: 장, name: 한보라}}\n"
)
OTHER_FIELDS = "obtained: 2026-11-01\naward: {ko: 나, en: B}\nhost: {ko: 다, en: C}\n"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("released: 2026-11-02", "2026/11/02-event"),
        ("released: '2026-11-02'\r", "2026/11/02-event"),
        ("released: 2026-11-02\nslug: library", "2026/11/02-library"),
        ("released: 2026-11-02\nslug: 도서관-2", "2026/11/02-도서관-2"),
        ("released: 2026. 11. 2.", None),
        ("released: 2026-11-02 # 오늘", None),
        ("released: 2026-11-02\nslug: >-\n  library", None),
        ('"released": 2026-11-02', None),
        ("{released: 2026-11-02}", None),
        ("slug: library", None),
    ],
)
def test_the_likely_place(lines: str, place: str | None) -> None:
    assert likely_place(EVENT.format(lines).encode(), Path("events/event.yaml")) == place


_LINES = st.sampled_from(
    [
        *("released: 2026-11-02", "released: 2026-11-03", "released: '2026-11-02'"),
        *("released: 2026-13-45", "released: 어제", "slug: a", "slug: 가나", "slug: 'a'", "slug:"),
        *(
            "about: |",
            "  released: 2027-01-01",
            "  slug: b",
            "reasons: 가",
            "# slug: c",
            "",
            "slug: a b",
        ),
    ]
)


@given(st.lists(_LINES, max_size=6))
def test_what_is_likely_is_so_wherever_the_event_is_right(lines: list[str]) -> None:
    import tempfile

    text = EVENT.format("\n".join(lines)) + OTHER_FIELDS
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "event.yaml")
        file.write_text(text, encoding="utf-8")
        try:
            place = place_of(file, Workspace(Path(folder), Settings()))
        except PressgenError:
            return
        assert likely_place(text.encode(), file) in (place, None)
