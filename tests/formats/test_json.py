"""release.json: the facts with both forms, both stories, and nothing that is not for readers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.formats.json import indented
from tests.formats.support import LINES, written
from tests.translation.support import EVENT, WHY, Office

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from pressgen.release import Release


def data_of(release: Release, *photos: str) -> dict[str, Any]:
    data = json.loads(written(release, "json", None, *photos))
    assert isinstance(data, dict)
    return data


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=12,
    )
)
def test_it_is_indented_as_json_does(value: Any) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_facts_have_both_forms_and_their_origin(workspace: Path) -> None:
    office = Office(workspace)
    office.write("glossary.csv", "ko,en,article\n새빛원,Saebit,the\n")
    data = data_of(
        office.release(EVENT + "host: 새빛원\norganizer: 온빛원\nquote: {ko: 고맙다, en: Thanks}\n")
    )
    assert data["facts"] == {
        "organization": {
            "type": "organization",
            "ko": "하늘재단",
            "en": "Haneul Foundation",
            "origin": "event",
            "article": "the",
            "short": {"ko": "재단"},
        },
        "head": {
            "title": {"type": "title", "ko": "이사장", "en": "Chair", "origin": "built-in"},
            "name": {"type": "person", "ko": "한보람", "en": "Han Bo-ram", "origin": "romanized"},
        },
        "obtained": {
            "type": "day",
            "ko": "지난 2일",
            "en": "the 2nd",
            "origin": "computed",
            "value": "2026-11-02",
        },
        "award": {"type": "term", "ko": "열린 인증", "en": "Open Certification", "origin": "event"},
        "host": {
            "type": "organization",
            "ko": "새빛원",
            "en": "Saebit",
            "origin": "glossary",
            "article": "the",
        },
        "organizer": {"type": "organization", "ko": "온빛원", "en": None, "origin": "pending"},
        "quote": {"type": "text", "ko": "고맙다", "en": "Thanks"},
    }
    assert data["outlet"] == {
        "name": {"type": "organization", "ko": "하늘신문", "en": "Haneul News", "origin": "event"},
        "desk": {"type": "term", "ko": "문화부", "en": "Culture Desk", "origin": "event"},
        "region": {"type": "place", "ko": "하늘", "en": "Haneul", "origin": "romanized"},
        "reporter": {"type": "person", "ko": "문가람", "en": "Moon Ga-ram", "origin": "romanized"},
    }
    assert (data["kind"], data["slug"], data["released"]) == (
        "certification",
        "event",
        "2026-11-09",
    )


def test_lists_and_short_names_are_kept(workspace: Path) -> None:
    event = EVENT.replace("short: 재단", "short: {ko: 재단, en: the Foundation}")
    event += "contacts: [{department: {ko: 홍보팀, en: PR Team}, phone: 02-000-0000}]\n"
    facts = data_of(Office(workspace).release(event))["facts"]
    assert facts["organization"]["short"] == {"ko": "재단", "en": "the Foundation"}
    assert facts["contacts"] == [
        {
            "department": {
                "type": "organization",
                "ko": "홍보팀",
                "en": "PR Team",
                "origin": "event",
            },
            "phone": {"type": "plain", "ko": "02-000-0000"},
        }
    ]


def test_stories_sentence_by_sentence_with_their_origin(workspace: Path) -> None:
    data = data_of(Office(workspace).release(EVENT + "about: 고맙다. 반갑다.\n"))
    assert data["korean"][2] == {"role": "body", "segments": ["고맙다.", "반갑다."]}
    lead, body = data["english"][1:]
    assert lead["segments"] == [
        {
            "ko": data["korean"][1]["segments"][0],
            "en": "The Haneul Foundation (Chair Han Bo-ram) said it earned the ‘Open "
            "Certification’ on the 2nd.",
            "origin": "catalog",
            "engines": [],
            "pattern": "{organization}({head.title} {head.name})은(는) {obtained} ‘{award}’을(를) "
            "획득했다고 밝혔다.",
        }
    ]
    assert body["segments"][0] == {
        "ko": "고맙다.",
        "en": None,
        "origin": "pending",
        "engines": [],
        "reason": WHY,
    }
    assert data["translation"]["state"] == "pending"


def test_findings_and_working_data_stay_out(workspace: Path) -> None:
    event = EVENT + "about: 고맙다.\nphoto: {caption: 사진, file: none.jpg}\nconfidential: false\n"
    data = data_of(Office(workspace).release(event))
    assert set(data) == {
        *("format", "kind", "slug", "released", "embargo", "outlet", "facts", "photos"),
        *("translation", "korean", "english"),
    }
    assert "confidential" not in data["facts"]
    assert data["photos"] == [
        {"caption": {"type": "phrase", "ko": "사진"}, "credit": None, "file": None}
    ]


def test_photos_have_the_name_that_lies_beside(workspace: Path) -> None:
    event = EVENT + "photos: [{caption: 하나, file: my.jpg}, {caption: {ko: 둘, en: Two}}]\n"
    data = data_of(Office(workspace).release(event), "photo-1.jpg", "")
    assert [photo["file"] for photo in data["photos"]] == ["photo-1.jpg", ""]
    assert data["photos"][1]["caption"] == {"type": "phrase", "ko": "둘", "en": "Two"}


@settings(max_examples=30)
@given(line=LINES)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, line: str) -> None:
    said = json.dumps(line, ensure_ascii=False)
    event = EVENT + f"headline: {{ko: {said}, en: {said}}}\n"
    data = data_of(Office(tmp_path_factory.getbasetemp()).release(event))
    assert data["korean"][0]["segments"] == [line]
    assert data["english"][0]["segments"][0]["en"] == line
