"""What the cells and headers of a sheet mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError, Problem, short_path
from pressgen.event import Event, load_event
from pressgen.sheets.expansion import find_events
from pressgen.tables import written
from pressgen.workspace import Workspace, open_workspace
from tests.sheets.support import HEADER, row, write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read(sheet: Path) -> dict[str, Event]:
    """The events of a sheet. Raises PressgenError with everything that is wrong with it."""
    workspace = open_workspace(sheet.parent)
    problems: list[Problem] = []
    events: dict[str, Event] = {}
    for file in find_events(workspace, [sheet], problems) or []:
        try:
            event = load_event(file, workspace.template_folders, workspace.zone)
            events[event.slug] = event
        except PressgenError as error:
            problems += error.problems
    if problems:
        raise PressgenError(*problems)
    return events


def wrong(sheet: Path) -> str:
    """What is said of a sheet."""
    with pytest.raises(PressgenError) as raised:
        read(sheet)
    return str(raised.value).replace(f"{short_path(sheet)}:", "")


def with_columns(workspace: Path, columns: dict[str, Any]) -> Path:
    """A workbook with one row that has these columns besides those it needs."""
    return write_xlsx(
        workspace / "목록.xlsx", [[*HEADER, *columns], [*row("first"), *columns.values()]]
    )


def cell(workspace: Path, value: Any, column: str = "제목") -> str:
    """The text that a field gets of a cell."""
    event = read(with_columns(workspace, {column: value}))["first"]
    fact: Any = event.values["headline"]
    return str(fact.korean)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 23), "2026-11-23"),
        ((datetime(2026, 11, 23), "yyyy-mm-dd h:mm"), "2026-11-23 00:00"),  # noqa: DTZ001 - Excel's
        (datetime(2026, 11, 23, 15, 30), "2026-11-23 15:30"),  # noqa: DTZ001
        ((datetime(2026, 11, 23), 'yyyy"년" m"월" d"일"'), "2026-11-23"),  # noqa: DTZ001
        (time(15, 30), "15:30"),
        (timedelta(hours=27, minutes=5), "27:05"),
        (12000, "12000"),
        (12000.0, "12000"),
        (0.1 + 0.2, "0.3"),
        ((12000, "#,##0"), "12000"),
        ((12000, '_-"₩"* #,##0_-;-"₩"* #,##0_-;_-"₩"* "-"_-;_-@_-'), "12000"),
        ((12000, '#,##0"원"'), "12000"),
        ((12000, "[$₩-412]#,##0"), "12000"),
        ((0.125, "0.0%"), "12.5%"),
        ((1.5, "0.00"), "1.5"),
        (192_000_000_000, "192000000000"),
        (True, "true"),
        ("007", "007"),
        ("'=1+1", "'=1+1"),
    ],
)
def test_a_cell_reads_as_it_is_seen(value: Any, text: str, workspace: Path) -> None:
    assert cell(workspace, value) == text


@pytest.mark.parametrize(
    "value",
    [
        (12.4, "0"),
        (0.1249, "0.0%"),
        (12000, '#,##0,"천원"'),
        (12000, '"$"#,##0'),
        (12, '#,##0"만원"'),
        (21_234_567, "00-0000-0000"),
        (12, "0000"),
    ],
)
def test_a_number_that_is_seen_as_another_is_an_error(value: Any, workspace: Path) -> None:
    message = wrong(with_columns(workspace, {"제목": value}))
    assert message.startswith("2: 제목: K2 칸: ")
    assert "칸에 보이게 할 대로 글로 적으세요." in message


def test_a_formula_counts_as_what_it_came_to(workspace: Path) -> None:
    sheet = with_columns(workspace, {"제목": "=1+1"})
    assert "2: 제목: K2 칸: 수식이 계산되지 않았습니다." in wrong(sheet)
    with_computed(sheet, b"<v>2</v>")
    assert read(sheet)["first"].values["headline"].korean == "2"  # type: ignore[union-attr]
    with_computed(sheet, b"<v>#DIV/0!</v>", b' t="e"')
    assert "K2 칸: 수식이나 날짜가 잘못되었습니다(#DIV/0!)." in wrong(sheet)
    with_computed(sheet, b"<v></v>", b' t="str"')
    assert read(sheet)["first"].values["headline"] is None


def test_a_kind_that_is_no_text_is_told_as_such(workspace: Path) -> None:
    sheet = write_xlsx(workspace / "목록.xlsx", [HEADER, ["=1+1", *row("first")[1:]]])
    assert wrong(sheet).startswith("2: 종류: A2 칸: 수식이 계산되지 않았습니다.")


def with_computed(sheet: Path, value: bytes, cell_type: bytes = b"") -> None:
    """Has the workbook's one formula have come to this, as Excel stores it."""
    import re
    import zipfile

    with zipfile.ZipFile(sheet) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    pattern = rb'<c r="K2"[^>]*><f>1\+1</f><v ?/?>.*?</c>'
    assert re.search(pattern, parts[name])
    new = b'<c r="K2"' + cell_type + b"><f>1+1</f>" + value + b"</c>"
    parts[name] = re.sub(pattern, new, parts[name])
    with zipfile.ZipFile(sheet, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def test_merged_cells_are_an_error(workspace: Path) -> None:
    sheet = write_xlsx(workspace / "목록.xlsx", [HEADER, row("first"), row("second")])
    book = openpyxl.load_workbook(sheet)
    book.worksheets[0].merge_cells("A2:A3")
    book.save(sheet)
    assert wrong(sheet) == "2: A2:A3 칸이 병합되어 있습니다. 병합을 풀고 칸마다 적으세요."


def test_columns_name_parts_of_values_and_entries_of_lists(workspace: Path) -> None:
    event = read(
        with_columns(
            workspace,
            {
                "기관.article": "the",
                "기관.short": "공사",
                "기관.short.en": "the corporation",
                "outlet": "한강일보",
                "매체.부서·본부.en": "City Desk",
                "매체 . 부서 · 본부": "사회부",
                "사진.설명": "하나",
                "photos.2.caption": "둘",
                "붙임": "계획서",
                "Reporter": "문가람",
                "_비고": "확인할 것",
            },
        )
    )["first"]
    workspace.joinpath("same.yaml").write_text(
        """\
kind: certification
slug: first
released: 2026-11-02
organization:
  {ko: 부안섬관광공사, en: Buan Island Tourism Corporation, article: the, short: {ko: 공사, en: the corporation}}
head: {title: 사장, name: 한보라}
obtained: 2026-10-30
award: {ko: 섬 관광 우수상, en: Island Award}
outlet: {name: 한강일보, desk: {ko: 사회부, en: City Desk}}
photos: [{caption: 하나}, {caption: 둘}]
attachments: 계획서
reporter: 문가람
""",
        encoding="utf-8",
    )
    opened = open_workspace(workspace)
    same = load_event(workspace / "same.yaml", opened.template_folders, opened.zone)
    assert repr(without_lines(event)) == repr(without_lines(same))


def without_lines(event: Event) -> Any:
    import re

    return re.sub(r"line=\d+", "", repr(event.values))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("획득읾", "1: 획득읾: 모르는 열입니다. 혹시 ‘획득일’입니까? 쓰지 않을 열은 이름을 _로"),
        ("headlin", "1: headlin: 모르는 열입니다. 혹시 ‘headline’입니까?"),
        ("기관장", "1: 기관장: 안쪽 필드까지 적으세요: 기관장.직위, 기관장.성명"),
        ("기관장.이름", "1: 기관장.이름: 모르는 열입니다. 쓸 수 있는 것: 직위, 성명"),
        ("기관.eng", "1: 기관.eng: 모르는 항목입니다. 혹시 ‘en’입니까?"),
        ("엠바고.en", "1: 엠바고.en: ‘엠바고’ 뒤에는 점을 찍어 적을 것이 없습니다."),
        ("organization", "1: organization: ‘기관’ 열과 같은 필드입니다. 하나만 두세요."),
    ],
)
def test_a_column_that_is_none(header: str, message: str, workspace: Path) -> None:
    assert wrong(with_columns(workspace, {header: ""})).startswith(message)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"종류": ""}, "2: 종류: 보도자료의 종류를 적어야 합니다."),
        ({"종류": "인증획듣"}, "2: 종류: ‘인증획듣’ 종류는 없습니다. 혹시 ‘인증 획득’입니까?"),
        (
            {"종류": "certificatoin"},
            "2: 종류: ‘certificatoin’ 종류는 없습니다. 혹시 ‘certification’",
        ),
        ({"주소 이름": ""}, "2: 주소 이름: 주소 이름을 적어야 합니다."),
        ({"주소 이름": "../../a"}, "2: 주소 이름: ‘../../a’는 폴더 이름으로 쓸 수 없습니다."),
        ({"주소 이름": "Other"}, "3: 주소 이름: 2행과 같습니다. 다르게 지으세요."),
        ({"기관장.성명": ""}, "2: 기관장.성명: 꼭 적어야 하는 필드가 없습니다."),
        ({"기관": ""}, "2: 기관: 한국어(ko)가 없습니다."),
        ({"배포일": "2026-11-02 09:00"}, "2: 배포일: 배포일은 날짜만 적습니다."),
    ],
)
def test_a_row_with_a_mistake(change: dict[str, str], message: str, workspace: Path) -> None:
    first = [change.get(name, value) for name, value in zip(HEADER, row("first"), strict=True)]
    sheet = write_csv(workspace / "목록.csv", [HEADER, first, row("other")])
    assert wrong(sheet).startswith(message)


def test_mistakes_in_a_list_are_told_by_the_column_of_their_entry(workspace: Path) -> None:
    party = ("기관", "대표.직위", "대표.성명", "맡은 일", "기관.article")
    columns = [f"당사자.{number}.{name}" for number in (1, 2) for name in party]
    header = ["kind", "slug", "released", "signed", "purpose", *columns]
    facts = ["agreement", "pact", "2026-11-02", "2026-11-01", "숲 되살리기"]
    parties = [
        *("숲재단", "이사장", "오보라", "심기", ""),
        *("학교", "교장", "이가람", "가꾸기", "a"),
    ]
    message = wrong(write_csv(workspace / "목록.csv", [header, [*facts, *parties]]))
    assert message == "2: 당사자.2.기관.article: ‘a’는 쓸 수 없습니다. the를 적거나 지우세요."
    parties[6] = "교장\x01"
    message = wrong(write_csv(workspace / "목록.csv", [header, [*facts, *parties]]))
    assert message.startswith("2: 당사자.2.대표.직위: 쓸 수 없는 문자 U+0001이 있습니다.")
    parties[:5] = [""] * 5
    message = wrong(write_csv(workspace / "목록.csv", [header, [*facts, *parties]]))
    assert "1번째 것이 비어 있는데" in message


def test_rows_of_several_kinds_share_a_sheet(workspace: Path) -> None:
    header = [*HEADER, "체결일"]
    pact = ["업무협약", "pact", "2026-11-02", *[""] * 7, "2026-11-01"]
    sheet = write_csv(workspace / "목록.csv", [header, [*row("first"), ""], pact])
    assert "3: parties(당사자): 꼭 적어야 하는 필드가 없습니다." in wrong(sheet)
    sheet = write_csv(workspace / "목록.csv", [header, [*row("first"), "2026-11-01"], pact])
    assert "2: 체결일: ‘인증 획득’에는 없는 열입니다. 칸을 비우세요." in wrong(sheet)


def test_a_row_with_more_cells_than_columns(workspace: Path) -> None:
    sheet = write_csv(workspace / "목록.csv", [HEADER, [*row("first"), "남는 것"]])
    assert wrong(sheet).startswith("2: 첫 줄에 이름이 없는 열에 값이 있습니다.")


@pytest.mark.parametrize("lacking", ["종류", "주소 이름"])
def test_a_sheet_without_a_column_that_it_needs(lacking: str, workspace: Path) -> None:
    header = [name for name in HEADER if name != lacking]
    sheet = write_csv(workspace / "목록.csv", [header])
    assert wrong(sheet).startswith(f"1: 첫 줄에 ‘{lacking}’")


def test_a_line_above_the_header_is_told(workspace: Path) -> None:
    (workspace / "events/목록.csv").write_text(
        written([["2026년 보도자료"], HEADER, row("first")]), encoding="utf-8"
    )
    problems: list[Problem] = []
    find_events(open_workspace(workspace), [], problems)
    assert "첫 줄에 ‘종류’(kind) 열이 있어야 합니다." in problems[0].text


def test_an_unclosed_quotation_mark(workspace: Path) -> None:
    sheet = workspace / "목록.csv"
    sheet.write_text(written([HEADER]) + '"가,나\n', encoding="utf-8")
    assert wrong(sheet).startswith("2: 큰따옴표가 맞지 않습니다.")


def test_what_excel_in_korean_saves(workspace: Path) -> None:
    assert read(write_csv(workspace / "목록.csv", [HEADER, row("first")], "cp949"))


def test_a_slug_may_be_as_long_as_in_an_event_file(workspace: Path) -> None:
    slugs = ["가" * 79 + end for end in "나다"]
    assert list(read(write_csv(workspace / "목록.csv", [HEADER, *map(row, slugs)]))) == slugs


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)
HARD = st.sampled_from(
    [
        *(
            "null",
            "~",
            "yes",
            "1_000",
            "0x1F",
            "1e3",
            "- a",
            "a: b",
            "a # b",
            "&a",
            "*a",
            "!!int 3",
        ),
        *('"', "'", "'=a", "=a", "{a: b}", "[a]", "|", ">\n a", "%", "@", "`", "---", "...", "? a"),
        *("a\n\nb", "a\r\nb", " a ", "\ufeffa", "a\u2028b", "a\x85b", "é", "\x7f", "\ufdd0", "😀"),
    ]
)


@given(text=TEXTS | HARD)
def test_a_cell_is_never_anything_but_its_text(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a value says in a spreadsheet is what it says quoted in an event file."""
    folder = tmp_path_factory.mktemp("workspace")
    workspace = open_workspace(folder)
    sheet = write_csv(folder / "목록.csv", [[*HEADER, "기관장의 말"], [*row("first"), text]])
    values = {
        "kind": "certification",
        "slug": "first",
        "released": "2026-11-02",
        "organization": {"ko": "부안섬관광공사", "en": "Buan Island Tourism Corporation"},
        "head": {"title": "사장", "name": "한보라"},
        "obtained": "2026-10-30",
        "award": {"ko": "섬 관광 우수상", "en": "Island Award"},
        "quote": text,
    }
    file = folder / "same.yaml"
    file.write_text(yaml.safe_dump(values), encoding="utf-8")
    assert outcome([sheet], workspace) == outcome([file], workspace)


def outcome(named: Sequence[Path], workspace: Workspace) -> str:
    """What the one event says, or what is wrong with it."""
    problems: list[Problem] = []
    for file in find_events(workspace, named, problems) or []:
        try:
            return str(without_lines(load_event(file, workspace.template_folders, workspace.zone)))
        except PressgenError as error:
            problems += error.problems
    return problems[0].text.removesuffix(" 지우세요.")


def test_an_hour_that_a_cell_does_not_show_is_an_error(workspace: Path) -> None:
    """Else an embargo would end at midnight."""
    hidden = (datetime(2026, 11, 23, 9, 0), "yyyy-mm-dd")  # noqa: DTZ001 - Excel's have no zone
    assert "시각(09:00)이 보이지 않습니다" in wrong(with_columns(workspace, {"엠바고": hidden}))
