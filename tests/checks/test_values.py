"""A day, a count or an amount that English says in other words is there; another value is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.checks.release_checks import check_release
from pressgen.workspace import open_workspace
from tests.translation.support import EVENT, Office

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.checks import Finding

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
AGREEMENT = """\
kind: agreement
released: 2026-11-09
outlet: {name: {ko: 하늘신문, en: Haneul News}, desk: {ko: 문화부, en: Culture Desk}}
region: 하늘
reporter: 문가람
signed: 2026-10-30
purpose: {ko: 책 읽기, en: reading}
period: 3
budget: 1억9200만 원
parties:
  - organization: {ko: 하늘재단, en: Haneul Foundation, article: the}
    head: {title: 이사장, name: 한보람}
    role: {ko: 도서 기증, en: donating books}
  - organization: {ko: 가람시, en: Garam}
    head: {title: 시장, name: 문가람}
    role: {ko: 공간 제공, en: giving rooms}
"""


def found_in(folder: Path, event: str, korean: str, as_it_is: str, said: str) -> list[Finding]:
    """What a person must look at when the sentence with this Korean says something otherwise."""
    office = Office(folder)
    [one] = [
        one for one in office.release(event).english.translations if korean in one.source.korean
    ]
    assert one.english is not None
    assert as_it_is in one.english
    english = one.english.replace(as_it_is, said)
    office.write("translations/en.po", f'{PO}msgid "{one.source.korean}"\nmsgstr "{english}"\n')
    found = check_release(office.release(event), open_workspace(folder))
    return [
        each for each in found if each.severity.wants_a_person and each.korean == one.source.korean
    ]


@pytest.mark.parametrize(
    ("said", "is_there"),
    [
        ("at 3:30 p.m. on the 2nd", True),
        ("at 3:30 p.m. on Nov. 2", True),
        ("on 2 November at 3:30 p.m.", True),
        ("on Nov. 2, 2026, at 3:30 p.m.", True),
        ("on Monday, Nov. 2, at 3:30 p.m.", True),
        ("at 3:30 p.m. on Dec. 2", False),
        ("at 3:30 p.m. on the 2nd of October", False),
        ("at 3:30 a.m. on the 2nd", False),
        ("at 3:30 p.m. on the 3rd", False),
        ("on the 2nd", False),
        ("at 3:30 p.m.", False),
    ],
)
def test_a_day_with_its_hour(workspace: Path, said: str, is_there: bool) -> None:
    event = EVENT.replace("obtained: 2026-11-02", "obtained: 2026-11-02 15:30")
    found = found_in(workspace, event, "획득했다고", "on the 2nd at 3:30 p.m.", said)
    assert [one.code for one in found][:1] == ([] if is_there else ["fact-missing"])


def test_another_year_is_told(workspace: Path) -> None:
    [found] = found_in(workspace, EVENT, "획득했다고", "the 2nd", "Nov. 2, 2025")
    assert (found.code, "2025" in found.message) == ("number-added", True)


@pytest.mark.parametrize(
    ("said", "is_there"),
    [("30 October", True), ("the 30th of October", True), ("the 30th", False), ("Sept. 30", False)],
)
def test_a_day_of_another_month_names_it(workspace: Path, said: str, is_there: bool) -> None:
    found = found_in(workspace, AGREEMENT, "체결했다고", "Oct. 30", said)
    assert bool(found) != is_there


@pytest.mark.parametrize(
    ("korean", "as_it_is", "said", "is_there"),
    [
        ("협약 기간", "3 years", "three years", True),
        ("협약 기간", "3 years", "four years", False),
        ("협약 기간", "3 years", "three months", False),
        ("사업비", "192 million won", "₩192 million", True),
        ("사업비", "192 million won", "192,000,000 won", True),
        ("사업비", "192 million won", "$192 million", False),
        ("사업비", "192 million won", "19.2 million won", False),
    ],
)
def test_a_count_and_an_amount(
    workspace: Path, korean: str, as_it_is: str, said: str, is_there: bool
) -> None:
    assert bool(found_in(workspace, AGREEMENT, korean, as_it_is, said)) != is_there
