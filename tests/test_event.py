from __future__ import annotations

import json
import tempfile
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pressgen.datafile import find_forbidden
from pressgen.errors import PressgenError, Problem
from pressgen.event import Event, load_event
from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, Value
from pressgen.fields import moment_of
from pressgen.workspace import shipped_templates

SEOUL = ZoneInfo("Asia/Seoul")
LEAST = {
    "kind": "certification",
    "released": "2022-12-05",
    "organization": "중랑구시설관리공단",
    "head": {"title": "이사장", "name": "이동열"},
    "obtained": "2022-12-01",
    "award": "우수기업 인증",
}


def load(content: str | bytes, name: str = "event.yaml") -> Event:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return load_event(file, [shipped_templates()], SEOUL)


ABSENT = object()


def load_with(name: str = "event.yaml", /, **fields: object) -> Event:
    event = {key: value for key, value in {**LEAST, **fields}.items() if value is not ABSENT}
    return load(yaml.safe_dump(event, allow_unicode=True), name)


def problems(content: str, name: str = "event.yaml") -> list[Problem]:
    with pytest.raises(PressgenError) as caught:
        load(content, name)
    return list(caught.value.problems)


def problem_with(file_name: str = "event.yaml", /, **fields: object) -> Problem:
    with pytest.raises(PressgenError) as caught:
        load_with(file_name, **fields)
    (only,) = caught.value.problems
    return only


def fact(value: Value) -> Fact:
    assert isinstance(value, Fact)
    return value


def groups(value: Value) -> list[Group]:
    assert isinstance(value, tuple)
    return [item for item in value if isinstance(item, Group)]


# What is read


def test_a_short_fact_and_a_full_one() -> None:
    short = {"ko": "공단", "en": "Corp"}
    event = load_with(
        host="산업통상자원부",
        organization={
            "ko": "가 나",
            "en": "A  B",
            "article": "the",
            "short": short,
            "reading": "가나",
        },
    )
    host, organization = fact(event.values["host"]), fact(event.values["organization"])
    assert (host.korean, host.english, host.type) == (
        "산업통상자원부",
        None,
        FactType.ORGANIZATION,
    )
    assert (organization.english, organization.article) == ("A B", "the")
    assert organization.reading == "가나"
    assert organization.short is not None
    assert (organization.short.korean, organization.short.english) == ("공단", "Corp")
    assert organization.short.name == "organization.short"


def test_facts_are_named_by_their_path_without_indices() -> None:
    party: dict[str, object] = {"organization": "가", "role": "지원"}
    parties = [{**party, "head": {"title": "장", "name": name}} for name in ("한보람", "오나래")]
    event = load_with(
        kind="agreement", parties=parties, signed="2022-12-01", purpose="협력",
        organization=ABSENT, head=ABSENT, obtained=ABSENT, award=ABSENT,
    )  # fmt: skip
    assert [one.name for one in event.facts if one.name.startswith("parties")] == [
        "parties.organization",
        "parties.head.title",
        "parties.head.name",
        "parties.role",
    ] * 2


@pytest.mark.parametrize(
    ("obtained", "korean", "english"),
    [
        ("2022-12-01", "지난 1일", "the 1st"),
        ("2022-12-15", "오는 15일", "the 15th"),
        ("2022-12-05", "5일", "the 5th"),
        ("2022-11-27", "지난달 27일", "Nov. 27"),
        ("2021-12-30", "지난해 12월 30일", "Dec. 30, 2021"),
        ({"ko": "2022-12-01", "en": "Thursday"}, "지난 1일", "Thursday"),
    ],
)
def test_a_day_is_told_from_the_release(obtained: object, korean: str, english: str) -> None:
    day = fact(load_with(obtained=obtained).values["obtained"])
    assert (day.korean, day.english) == (korean, english)


@pytest.mark.parametrize(
    ("period", "korean", "english"),
    [
        ("3", "3년", "3 years"),
        ("1년", "1년", "1 year"),
        ("1만2000", "1만2000년", "12,000 years"),
        ({"ko": "3년", "en": "three years"}, "3년", "three years"),
    ],
)
def test_a_count_brings_its_noun(period: object, korean: str, english: str) -> None:
    text = (shipped_templates() / "kinds/agreement/example.yaml").read_text(encoding="utf-8")
    example = yaml.safe_load(text)
    for key in ("released", "signed"):
        example[key] = str(example[key])
    example["period"] = period
    count = fact(load(yaml.safe_dump(example, allow_unicode=True)).values["period"])
    assert (count.korean, count.english) == (korean, english)


def test_one_photo_stands_for_a_list_of_one() -> None:
    photo = {"caption": "설명", "file": "사진.JPG"}
    for fields in ({"photo": photo}, {"photos": photo}, {"photos": [photo]}, {"photo": [photo]}):
        (only,) = load_with(**fields).photos
        assert (only.caption.korean, only.credit, only.file) == ("설명", None, "사진.JPG")
    assert [one.file for one in load_with(photos=[photo, {"caption": "가"}]).photos] == [
        "사진.JPG",
        None,
    ]


def test_a_bare_value_fills_the_main_field_of_a_group() -> None:
    event = load_with(outlet="하늘신문", attachments=["개요", {"title": "표", "file": "표.hwpx"}])
    outlet = event.values["outlet"]
    assert isinstance(outlet, Group)
    assert fact(outlet.fields["name"]).korean == "하늘신문"
    assert [fact(one.fields["title"]).korean for one in groups(event.values["attachments"])] == [
        "개요",
        "표",
    ]


def test_blank_lines_part_the_paragraphs_of_a_text() -> None:
    event = load_with(about="한 줄\n두 줄.\n \n\u3000\n둘째  문단.\n\n", award=" 여러\n줄 ")
    assert fact(event.values["about"]).korean == "한 줄 두 줄.\n\n둘째 문단."
    assert fact(event.values["award"]).korean == "여러 줄"


def test_an_empty_field_is_absent() -> None:
    event = load_with(host=None, organizer="", about="  ", photos=None, confidential=None)
    absent = [event.values[name] for name in ("host", "organizer", "about", "confidential")]
    assert absent == [None] * 4
    assert event.photos == ()
    assert not event.confidential


def test_a_json_event_says_the_same_as_a_yaml_one() -> None:
    event = {**LEAST, "host": None, "about": "가.\r\n\r\n나. \U0001f600"}
    from_json = load(json.dumps(event, indent="\t"), "event.json")
    from_yaml = load(yaml.safe_dump(event, allow_unicode=True))
    assert from_json.values == from_yaml.values


@pytest.mark.parametrize(("text", "is_so"), [("true", True), ("예", True), ("No", False)])
def test_confidential(text: str, is_so: bool) -> None:
    assert load_with(confidential=text).confidential is is_so


@given(
    st.text(
        st.characters(codec="utf-8").filter(lambda character: not find_forbidden(character)),
        min_size=1,
    )
    | st.sampled_from(
        ["을(를)", "{{ host }}", "{host}", "{% if x %}", "**굵게**", "<b>", "%s", "#"]
    )
)
def test_a_value_is_kept_as_it_stands(text: str) -> None:
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    value = load_with(host=text).values["host"]
    assert (fact(value).korean if value else "") == folded


# Where it goes and when


@pytest.mark.parametrize(
    ("name", "slug", "expected"),
    [
        ("중랑 인증.yaml", None, "중랑-인증"),
        ("중랑.yaml", None, "중랑"),  # as macOS writes it
        ("a.b.yaml", None, "a.b"),
        ("a.yaml", "2022", "2022"),
        ("a.yaml", "인증-2", "인증-2"),
        ("CON.yaml", "ok", "ok"),
        ("a.yaml", "console", "console"),
    ],
)
def test_the_slug(name: str, slug: str | None, expected: str) -> None:
    assert load_with(name, slug=slug).slug == expected


@pytest.mark.parametrize(
    "slug",
    ["../../etc", "/etc", "a/b", "a\\b", "..", ".", ".git", "a.", "a b", "C:x", "a?", "a|b", "NUL",
     "nul.txt", "com1", "LPT9.x", "aux", "가" * 81, "50%", "a#b"],
)  # fmt: skip
def test_a_slug_that_is_no_folder_name_is_refused(slug: str) -> None:
    found = problem_with(slug=slug)
    assert (found.field, found.label) == ("slug", "주소 이름")
    assert "폴더 이름으로 쓸 수 없습니다" in found.text
    assert found.line


def test_a_file_name_that_is_no_folder_name_asks_for_a_slug() -> None:
    assert "slug:를 적거나 파일 이름을 바꾸세요" in problem_with("R&D.yaml").text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24 09:00", "2026-11-24T09:00+09:00"),
        ("2026-11-24T09:00", "2026-11-24T09:00+09:00"),
        ("2026-11-24", "2026-11-24T00:00+09:00"),
        ("2026-11-24 00:00Z", "2026-11-24T09:00+09:00"),
        ("2026-11-24 09:00+05:00", "2026-11-24T13:00+09:00"),
    ],
)
def test_a_moment_is_in_the_time_of_the_workspace(text: str, expected: str) -> None:
    moment = moment_of(text, SEOUL)
    assert moment == datetime.fromisoformat(expected)
    assert moment.tzinfo is SEOUL


@pytest.mark.parametrize("text", ["", "내일", "2026-13-01", "09:00", "0001-01-01 00:00+14:00"])
def test_what_is_no_moment(text: str) -> None:
    assert moment_of(text, SEOUL) is None


def test_it_waits_for_the_release_day_and_the_embargo() -> None:
    before = datetime(2022, 12, 4, 23, 59, tzinfo=SEOUL)
    day, noon = before + timedelta(minutes=1), datetime(2022, 12, 5, 12, tzinfo=SEOUL)
    event, embargoed = load_with(), load_with(embargo="2022-12-05 12:00")
    assert event.timing.waits_until(before) == day
    assert event.timing.waits_until(day) is None
    assert embargoed.timing.waits_until(day) == noon
    assert embargoed.timing.waits_until(noon.astimezone(UTC)) is None


# What is wrong is told: file, line, field, label, what, what instead


def test_every_mistake_of_a_file_is_told_at_once_in_its_order() -> None:
    found = problems(
        "kind: certification\n"
        "released: 2022-13-01\n"
        "organisation: 공단\n"
        "head: {title: 이사장, nmae: 이동열}\n"
        "obtained: 어제\n"
        "award: [가, 나]\n"
        "confidential: 아마\n"
        "photo: {caption: 설명, file: 사진.txt}\n"
        "slug: ../../etc\n"
    )
    assert [(one.line, one.field, one.label) for one in found] == [
        (2, "released", "배포일"),
        (3, "organisation", ""),
        (4, "head.nmae", "기관장"),
        (5, "obtained", "획득일"),
        (6, "award", "인증 이름"),
        (7, "confidential", "대외비"),
        (8, "photos.file", "사진 파일"),
        (9, "slug", "주소 이름"),
    ]
    assert all(one.file and one.file.name == "event.yaml" for one in found)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"hosst": "가"}, "hosst", "혹시 ‘host’입니까?"),
        ({"qwerty": "가"}, "qwerty", "쓸 수 있는 것: organization, head"),
        ({"host": {"ko": "가", "eng": "A"}}, "host.eng", "혹시 ‘en’입니까?"),
        ({"host": {"en": "A"}}, "host", "한국어(ko)가 없습니다"),
        ({"host": {"ko": "가", "article": "a"}}, "host.article", "‘a’는 쓸 수 없습니다. the를"),
        ({"host": {"ko": ["가"]}}, "host.ko", "값 하나여야"),
        ({"host": {"ko": "가", "short": ["나"]}}, "host.short", "목록입니다"),
        ({"host": {"ko": "가", "short": {"en": "A"}}}, "host.short", "한국어(ko)가 없습니다"),
        ({"host": ["가"]}, "host", "값 하나여야 하는데 목록입니다"),
        ({"award": ABSENT}, "award", "꼭 적어야 하는 필드가 없습니다"),
        ({"award": ""}, "award", "비어 있습니다"),
        ({"head": "이동열"}, "head", "{title: …, name: …} 꼴로"),
        ({"released": "2022-13-01"}, "released", "‘2022-13-01’은 날짜가 아닙니다. 2026-11-23처럼"),
        (
            {"obtained": "2022-11-01 25:30"},
            "obtained",
            "‘2022-11-01 25:30’의 시각을 알 수 없습니다. 2026-11-23 15:30처럼",
        ),
        ({"obtained": "2022. 11. 1. 3시"}, "obtained", "’의 시각을 알 수 없습니다"),
        ({"obtained": "2022-11-01 세 시"}, "obtained", "’의 시각을 알 수 없습니다"),
        ({"obtained": "2022-13-01 25:30"}, "obtained", "’은 날짜가 아닙니다"),
        ({"released": "22. 12. 5."}, "released", "2026-11-23처럼"),
        ({"released": "12월 5일"}, "released", "2026-11-23처럼"),
        ({"released": "2022. 12. 5.(화)"}, "released", "그날은 월요일입니다"),
        ({"released": "2022-12-05 09:00"}, "released", "embargo에 적으세요"),
        ({"embargo": "내일 9시"}, "embargo", "시각이 아닙니다. 2026-11-23 09:00처럼"),
        ({"confidential": "응"}, "confidential", "true나 false를"),
        ({"confidential": {"a": "b"}}, "confidential", "값 하나여야"),
        ({"photo": {"caption": "가", "file": "a.bmp"}}, "photos.file", "jpg, jpeg, png"),
        ({"photo": {"caption": "가", "file": "../a.jpg"}}, "photos.file", "작업 폴더 밖"),
        ({"photo": {"caption": "가", "file": "/a.jpg"}}, "photos.file", "작업 폴더 밖"),
        ({"photo": {"caption": "가", "file": "C:\\a.jpg"}}, "photos.file", "작업 폴더 밖"),
        (
            {"attachments": [{"title": "가", "file": "x/../../b"}]},
            "attachments.file",
            "작업 폴더 밖",
        ),
        ({"photo": {"caption": "가"}, "photos": {"caption": "나"}}, "photos", "행에도 있습니다"),
    ],
)
def test_a_mistake_says_what_is_wrong_and_what_would_be_right(
    fields: dict[str, object], field: str, said: str
) -> None:
    found = problem_with(**fields)
    assert found.field == field
    assert said in found.text
    assert found.line


@pytest.mark.parametrize("period", ["세 번", "9" * 5000, "NaN", "1e5", {"ko": "x", "en": "y"}])
def test_a_count_that_is_none(period: object) -> None:
    text = (shipped_templates() / "kinds/agreement/example.yaml").read_text(encoding="utf-8")
    (found,) = problems(text.replace("period: 3", f"period: {json.dumps(period)}"))
    assert (found.field, found.label) == ("period", "협약 기간")
    assert "수가 아닙니다" in found.text
    assert len(found.text) < 150


def test_an_agreement_has_two_parties() -> None:
    text = (shipped_templates() / "kinds/agreement/example.yaml").read_text(encoding="utf-8")
    first = text.index("  - organization: {ko: 바다숲재단")
    (found,) = problems(text[:first])
    assert (found.field, found.text) == ("parties", "2개 이상 적어야 합니다.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("released: 2022-12-05\n", "쓸 수 있는 것: agreement, certification"),
        ("kind:\n", "쓸 수 있는 것"),
        ("kind: [certification]\n", "쓸 수 있는 것"),
        ("kind: certificaton\n", "‘certificaton’ 종류는 없습니다. 혹시 ‘certification’입니까?"),
        ("kind: ../certification\n", "종류는 없습니다"),
    ],
)
def test_an_unknown_kind(content: str, said: str) -> None:
    (found,) = problems(content)
    assert (found.field, found.label) == ("kind", "종류")
    assert said in found.text


def test_the_problem_as_a_person_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "events" / "인증.yaml"
    file.parent.mkdir()
    file.write_text(yaml.safe_dump({**LEAST, "obtained": "2022-13-01"}), encoding="utf-8")
    with pytest.raises(PressgenError) as caught:
        load_event(file, [shipped_templates()], SEOUL)
    told = "obtained(획득일): ‘2022-13-01’은 날짜가 아닙니다. 2026-11-23처럼 적으세요."
    assert str(caught.value) == f"events/인증.yaml:6: {told}"


JUNK: st.SearchStrategy[object] = st.recursive(
    st.none() | st.text(max_size=5) | st.sampled_from(["2022-12-01", "true", "가", "a.jpg"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ko", "en", "short", "title", "name", "file"]), inner)
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*LEAST, "host", "photo", "outlet", "about", "slug"]), JUNK))
def test_no_data_crashes_it(fields: dict[str, object]) -> None:
    content = json.dumps({**LEAST, **fields, "kind": "certification"})
    try:
        said = load(content, "event.json").slug
    except PressgenError as error:
        said = min(one.text for one in error.problems)
    assert said


def test_a_value_as_long_as_a_book_is_refused() -> None:
    assert problem_with(about="가 나다. " * 10_000).text == "너무 깁니다(20,000자까지)."


def test_a_comma_or_a_field_given_twice_hides_no_other_mistake() -> None:
    found = problems(
        "kind: certification\nreleased: 2026-13-05\n"
        "host: {ko: 나, en: Trade, Industry}\nhost: 둘\n"
        "organization: 가\nhead: {title: 장, name: 가나}\nobtained: 2026-11-01\naward: 상\n"
    )
    assert [(one.line, one.field, one.label) for one in found] == [
        (2, "released", "배포일"),
        (3, "host", "주최"),
        (4, "host", "주최"),
    ]
