"""`pressgen glossary`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import workspace_of, workspace_option
from pressgen.commands.telling import tell_findings, tell_problems
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgen.checks.consistency import Sentence
    from pressgen.pipeline import Pipeline
    from pressgen.translation.glossary import GlossaryTerm
    from pressgen.workspace import Workspace


@click.group(
    epilog="""\b
예:
  pressgen glossary list
  pressgen glossary add 한국전시환경협회 'Korea Exhibition Environment Association' --article the
  pressgen glossary import 업체.csv
  pressgen glossary check"""
)
def command() -> None:
    """용어집(glossary.csv): 이름과 낱말의 정해진 영문."""


@command.command("list", epilog="예: pressgen glossary list 협회")
@click.argument("words", nargs=-1)
@workspace_option
def list_(workspace_folder: Path | None, words: tuple[str, ...]) -> None:
    """모두, 또는 한국어나 영문에 그 말이 든 것을 보여 줍니다."""
    from pressgen.translation.glossary import load_glossary

    wanted = " ".join(words).casefold()
    terms = load_glossary(workspace_of(workspace_folder).glossary).terms
    found = [term for term in terms if wanted in f"{term.korean}\n{term.english}".casefold()]
    for term in found:
        click.echo(_line(term))
    if not found:
        click.echo("없습니다.")


def _line(term: GlossaryTerm) -> str:
    days = ""
    if term.valid_from or term.valid_to:
        days = f"{term.valid_from or ''}~{term.valid_to or ''}"
    more = ", ".join(part for part in (term.kind, days, term.source, term.note) if part)
    english = f"the {term.english}" if term.article else term.english
    return f"{term.korean}  {english}" + (f"  ({more})" if more else "")


@command.command(
    "add",
    epilog="예: pressgen glossary add 한국전시환경협회 'Korea Exhibition Environment Association' --article the",
)
@click.argument("ko")
@click.argument("en")
@click.option("--article", default="", metavar="the", help="문장에서 앞에 the가 붙으면 the.")
@click.option(
    "--kind",
    default="",
    metavar="KIND",
    help="person, organization, place, title, term 가운데 하나.",
)
@click.option("--source", default="", metavar="TEXT", help="어디에서 보았는지.")
@click.option("--valid-from", default="", metavar="DAY", help="이날부터의 보도자료에 씁니다.")
@click.option("--valid-to", default="", metavar="DAY", help="이날까지의 보도자료에 씁니다.")
@click.option("--note", default="", metavar="TEXT", help="덧붙일 말.")
@workspace_option
def add(workspace_folder: Path | None, **cells: str) -> None:
    """한 줄을 더합니다. 이미 있는 것과 어긋나면 더하지 않습니다. 있던 줄은 건드리지 않습니다."""
    from pressgen.translation.catalogs import normalized
    from pressgen.translation.glossary import WrongTermError, make_term

    try:
        term = make_term({column: normalized(cell) for column, cell in cells.items()})
    except WrongTermError as error:
        hint = error.column.upper() if error.column in ("ko", "en") else f"--{error.column}"
        message = str(Problem(str(error)))
        raise click.BadParameter(message, param_hint=hint.replace("_", "-")) from None
    _add(workspace_of(workspace_folder), [term], None)


@command.command("import", epilog="예: pressgen glossary import 업체.csv")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@workspace_option
def import_(workspace_folder: Path | None, file: Path) -> None:
    """같은 열(ko, en, article, kind, source, valid_from, valid_to, note)이 있는 CSV의 줄을 더합니다.

    이미 있는 것과 어긋나는 줄이 하나라도 있으면 아무것도 더하지 않습니다.
    """
    from pressgen.translation.glossary import load_glossary

    _add(workspace_of(workspace_folder), load_glossary(file).terms, file)


def _add(workspace: Workspace, terms: Iterable[GlossaryTerm], file: Path | None) -> None:
    from pressgen.archive.files import write_bytes
    from pressgen.translation.glossary import clash, load_glossary
    from pressgen.translation.glossary_file import with_terms

    there = load_glossary(workspace.glossary).terms
    new = [term for term in dict.fromkeys(terms) if term not in there]
    problems = [
        Problem(message, file or workspace.glossary, term.line or None, "ko")
        for term in new
        if (message := clash(term, there))
    ]
    if problems:
        raise PressgenError(*problems)
    if new:
        write_bytes(workspace.glossary, with_terms(workspace.glossary, new))
    for term in new:
        click.echo(_line(term))
    click.echo(
        f"{len(new)}개를 더했습니다: {short_path(workspace.glossary)}" if new else "이미 있습니다."
    )


@command.command("check", epilog="예: pressgen glossary check")
@workspace_option
def check(workspace_folder: Path | None) -> None:
    """모든 자료와 번역 기억에서 어긋나는 것을 찾습니다: 두 가지로 적은 이름, 두 가지로 옮긴 낱말.

    이름이 같은 다른 사람이면 pressgen check EVENT --dismiss name-differs로 까닭을 적어 두세요. 여기서도 넘어갑니다.

    종료 코드: 0 없음, 1 잘못된 자료가 있음, 2 명령이 잘못됨, 3 사람이 볼 것이 있음.
    """
    from pressgen.archive.drafting import write_drafts
    from pressgen.checks.consistency import check_consistency, uses_of
    from pressgen.pipeline import Pipeline
    from pressgen.sheets.expansion import find_events

    workspace = workspace_of(workspace_folder)
    pipeline = Pipeline(workspace)
    problems: list[Problem] = []
    files = find_events(workspace, (), problems) or []
    drafts = write_drafts(pipeline, files, problems)
    namesakes = pipeline.dismissals.let_stand("name-differs")
    uses = [
        use
        for draft in sorted(drafts, key=lambda one: (one.event.released, one.event.file))
        for use in uses_of(draft.event, draft.vocabulary.forms, workspace.path_in(draft.event.file))
        if (use.korean, use.english) not in namesakes
    ]
    today = datetime.now(workspace.zone).date()
    findings = check_consistency(uses, _sentences(pipeline), pipeline.glossary, today)
    tell_findings(findings)
    tell_problems(problems)
    if not findings and not problems:
        click.echo("어긋나는 것이 없습니다.")
    look = any(finding.severity.wants_a_person for finding in findings)
    sys.exit(ExitStatus.FAILED if problems else ExitStatus.LOOK if look else ExitStatus.OK)


def _sentences(pipeline: Pipeline) -> list[Sentence]:
    """What the memory and the workspace's catalogs have."""
    from pressgen.checks.consistency import Sentence

    remembered = [
        Sentence(one.korean, one.english, "번역 기억", one.reviewed)
        for one in pipeline.memory.entries()
    ]
    catalog = [
        Sentence(korean, entry.english, "translations/의 PO 파일", not entry.engine)
        for korean, entry in pipeline.workspace_catalog.entries.items()
    ]
    return remembered + catalog
