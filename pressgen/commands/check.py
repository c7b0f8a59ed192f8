"""`pressgen check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from pressgen.commands.run import Run, events_argument, run_options
from pressgen.commands.telling import tell_findings, tell_problems
from pressgen.errors import ExitStatus, PressgenError, Problem, short_path

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.checks import Finding

NOT_TRANSLATED = "아직 번역하지 않았습니다."


@click.command(
    epilog="""\b
예:
  pressgen check                  events/ 아래 모두
  pressgen check events/a.yaml    하나만
  pressgen check --json           다른 프로그램이 읽을 수 있게"""
)
@events_argument
@click.option("--json", "as_json", is_flag=True, help="JSON으로 적습니다.")
@run_options(writes=False)
def command(run: Run, events: tuple[Path, ...], as_json: bool) -> None:
    """보도자료를 쓰지 않고, 사람이 보아야 할 것을 알려 줍니다. 네트워크를 쓰지 않습니다.

    종료 코드: 0 볼 것이 없음, 1 잘못된 자료이 있음, 2 명령이 잘못됨, 3 사람이 볼 것이 있음.
    """
    from pressgen.archive.builder import write_drafts
    from pressgen.checks import check_release
    from pressgen.pipeline import hold_back, require_layout

    require_layout(run.workspace)
    pipeline = run.pipeline()
    problems: list[Problem] = []
    checked: list[tuple[Path, list[Finding]]] = []
    for draft in write_drafts(pipeline, run.event_files(events), problems):
        reason = hold_back(draft.event, run.at) or NOT_TRANSLATED
        try:
            release = pipeline.release(draft, lambda _, reason=reason: reason)  # type: ignore[misc]
        except PressgenError as error:
            problems += error.problems
        else:
            checked.append((draft.event.file, check_release(release, run.workspace, run.at)))
    if as_json:
        click.echo(_as_json(checked, problems))
    else:
        for file, findings in checked:
            if findings or not run.quiet:
                click.echo(f"{short_path(file)}{'' if findings else '  볼 것 없음'}")
                tell_findings(findings, quiet=run.quiet)
        tell_problems(problems)
    look = any(one.severity.wants_a_person for _, findings in checked for one in findings)
    sys.exit(ExitStatus.FAILED if problems else ExitStatus.LOOK if look else ExitStatus.OK)


def _as_json(checked: list[tuple[Path, list[Finding]]], problems: list[Problem]) -> str:
    data = {
        "events": [
            {"file": short_path(file), "findings": [asdict(one) for one in findings]}
            for file, findings in checked
        ],
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
