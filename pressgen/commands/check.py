"""`pressgen check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pressgen.commands.run import Run, events_argument, run_options
from pressgen.commands.telling import tell_findings, tell_problems
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path

if TYPE_CHECKING:
    from pressgen.checks import Finding

NOT_TRANSLATED = "아직 번역하지 않았습니다."


@click.command(
    epilog="""\b
예:
  pressgen check                  events/ 아래 모두
  pressgen check events/a.yaml    하나만
  pressgen check --json           다른 프로그램이 읽을 수 있게
  pressgen check --pairs a.tsv    가지고 있는 한국어와 영문을 견주어"""
)
@events_argument
@click.option(
    "--pairs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="자료 파일 대신, 한 줄에 한국어와 영문이 탭으로 나뉘어 있는 파일을 봅니다.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 적습니다.")
@run_options(writes=False)
def command(run: Run, events: tuple[Path, ...], pairs: Path | None, as_json: bool) -> None:
    """보도자료를 쓰지 않고, 사람이 보아야 할 것을 알려 줍니다. 네트워크를 쓰지 않습니다.

    종료 코드: 0 볼 것이 없음, 1 잘못된 자료이 있음, 2 명령이 잘못됨, 3 사람이 볼 것이 있음.
    """
    if pairs is not None and events:
        raise click.UsageError("--pairs에는 자료 파일을 함께 적지 않습니다.")
    problems: list[Problem] = []
    if pairs is not None:
        findings = _compared(pairs, problems)
        told = {"pairs": {"file": short_path(pairs), "findings": [asdict(one) for one in findings]}}
        checked = [(pairs, findings)]
    else:
        checked = _checked(run, events, problems)
        told = _told(checked)
    if as_json:
        click.echo(_as_json(told, problems))
    else:
        _tell(checked, problems, quiet=run.quiet)
    look = any(one.severity.wants_a_person for _, findings in checked for one in findings)
    sys.exit(ExitStatus.FAILED if problems else ExitStatus.LOOK if look else ExitStatus.OK)


def _checked(
    run: Run, events: tuple[Path, ...], problems: list[Problem]
) -> list[tuple[Path, list[Finding]]]:
    """The findings of each event file."""
    from pressgen.archive.builder import write_drafts
    from pressgen.checks import check_release
    from pressgen.pipeline import hold_back, require_layout

    require_layout(run.workspace)
    pipeline = run.pipeline()
    checked: list[tuple[Path, list[Finding]]] = []
    for draft in write_drafts(pipeline, run.event_files(events), problems):
        reason = hold_back(draft.event, run.at) or NOT_TRANSLATED
        try:
            release = pipeline.release(draft, lambda _, reason=reason: reason)  # type: ignore[misc]
        except PressgenError as error:
            problems += error.problems
        else:
            checked.append((draft.event.file, check_release(release, run.workspace, run.at)))
    return checked


def _compared(file: Path, problems: list[Problem]) -> list[Finding]:
    """The findings on each pair of a file, with the line that it stands in."""
    from pressgen.checks import compare
    from pressgen.pairs import read_pairs

    return [
        replace(finding, line=pair.line)
        for pair in read_pairs(file, problems)
        for finding in compare(pair.korean, pair.english)
    ]


def _tell(
    checked: list[tuple[Path, list[Finding]]], problems: list[Problem], *, quiet: bool
) -> None:
    for file, findings in checked:
        if findings or not quiet:
            click.echo(f"{short_path(file)}{'' if findings else '  볼 것 없음'}")
            for _, of_a_line in groupby(findings, key=lambda one: one.line):
                tell_findings(list(of_a_line), quiet=quiet)
    tell_problems(problems)


def _told(checked: list[tuple[Path, list[Finding]]]) -> dict[str, Any]:
    return {
        "events": [
            {"file": short_path(file), "findings": [asdict(one) for one in findings]}
            for file, findings in checked
        ]
    }


def _as_json(told: dict[str, Any], problems: list[Problem]) -> str:
    data = {
        **told,
        "problems": [
            {
                "file": short_path(problem.file) if problem.file else None,
                "line": problem.line,
                "field": problem.field,
                "label": problem.label,
                "message": problem.text,
            }
            for problem in problems
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
