"""`pressgen build`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from pressgen.commands.building import BuildDisplay, report_as_data
from pressgen.commands.run import Run, events_argument, run_options

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.errors import Problem
    from pressgen.pipeline import Pipeline
    from pressgen.translators import Translators


@click.command(
    epilog="""\b
예:
  pressgen build                          events/ 아래 모두
  pressgen build events/a.yaml            하나만
  pressgen build --offline                번역하지 않고, 아는 영문만으로
  pressgen build --at '2026-11-24 09:00'  그 시각에 나가도 되는 것까지
  pressgen build --why                    무엇이 바뀌어서 다시 만들었는지까지"""
)
@events_argument
@click.option(
    "--allow-public",
    is_flag=True,
    help="엠바고 전이거나 대외비인 것도 밖으로 나가는 번역 엔진에 보냅니다.",
)
@click.option("--why", is_flag=True, help="다시 만든 까닭을 하나하나 말합니다.")
@click.option("--json", "as_json", is_flag=True, help="한 일을 JSON으로 적습니다.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="한꺼번에 일할 프로세스의 수. 없으면 이 컴퓨터의 코어 수.",
)
@run_options(writes=True)
def command(
    run: Run,
    events: tuple[Path, ...],
    *,
    allow_public: bool,
    why: bool,
    as_json: bool,
    jobs: int | None,
) -> None:
    """자료 파일로 보도자료를 만들어 releases/에 둡니다. 바뀐 것만 다시 만듭니다.

    EVENT가 없으면 events/ 아래의 모든 자료 파일로 만듭니다. 아직 나갈 수 없는 것(엠바고, 배포일 전,
    대외비, 고쳐야 할 것이 있는 것)은 .pressgen/drafts/에 초안으로 둡니다. 영문을 모르는 문장은 번역
    엔진에 보내고, 그래도 없으면 ‘[번역 대기]’로 남깁니다. 자료 파일을 지운 보도자료는 치웁니다.

    종료 코드: 0 모두 됨, 1 만들지 못한 것이 있음, 2 명령이 잘못됨, 3 만들었으나 사람이 볼 것이 있음.
    """
    from pressgen.archive.builder import build
    from pressgen.archive.plan import Plan
    from pressgen.archive.report import Progress
    from pressgen.archive.workers import processes_here

    def open_translators(pipeline: Pipeline) -> Translators:
        from pressgen.translators import translators_of

        return translators_of(
            run.workspace,
            run.engines,
            pipeline.glossary.on(run.at.date()),
            allow_public=allow_public,
        )

    problems: list[Problem] = []
    plan = Plan(
        workspace=run.workspace,
        files=run.event_files(events, problems),
        output=run.output,
        at=run.at,
        open_translators=None if run.offline else open_translators,
        outlet=run.known_outlet(),
        jobs=jobs or processes_here(),
    )
    display = BuildDisplay(quiet=run.quiet or as_json, why=why)
    with display.showing():
        report = build(plan, Progress(display.planned, display.translated, display.built))
    report.problems = [*problems, *report.problems]
    if as_json:
        click.echo(json.dumps(report_as_data(report), ensure_ascii=False, indent=1))
    else:
        display.tell(report)
    sys.exit(report.status)
