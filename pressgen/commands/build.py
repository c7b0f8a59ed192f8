"""`pressgen build`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pressgen.commands.run import Run, events_argument, run_options
from pressgen.commands.telling import count_line, tell_findings, tell_problems
from pressgen.errors import short_path

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.archive.builder import Built


@click.command(
    epilog="""\b
예:
  pressgen build                          events/ 아래 모두
  pressgen build events/a.yaml            하나만
  pressgen build --offline                번역하지 않고, 아는 영문만으로
  pressgen build --at '2026-11-24 09:00'  그 시각에 나가도 되는 것까지"""
)
@events_argument
@click.option(
    "--allow-public",
    is_flag=True,
    help="엠바고 전이거나 대외비인 것도 밖으로 나가는 번역 엔진에 보냅니다.",
)
@run_options(writes=True)
def command(run: Run, events: tuple[Path, ...], *, allow_public: bool) -> None:
    """자료 파일로 보도자료를 만들어 releases/에 둡니다.

    EVENT가 없으면 events/ 아래의 모든 자료 파일로 만듭니다. 아직 나갈 수 없는 것(엠바고, 배포일 전,
    대외비)은 .pressgen/drafts/에 초안으로 둡니다. 영문을 모르는 문장은 번역 엔진에 보내고,
    그래도 없으면 ‘[번역 대기]’로 남깁니다.

    종료 코드: 0 모두 됨, 1 만들지 못한 것이 있음, 2 명령이 잘못됨, 3 만들었으나 사람이 볼 것이 있음.
    """
    from pressgen.archive.builder import Progress, build

    files = run.event_files(events)
    pipeline = run.pipeline()
    show_progress = sys.stdout.isatty() and not run.quiet

    def translated(done: int, of: int) -> None:
        if show_progress:
            click.echo(f"\r번역 {done}/{of}", nl=done == of)

    def built(one: Built) -> None:
        if run.quiet and not any(finding.severity.wants_a_person for finding in one.findings):
            return
        what = "초안" if not one.is_out else "만듦" if one.changed else "그대로"
        click.echo(f"{what}  {short_path(one.folder)}")
        tell_findings(one.findings, quiet=run.quiet)

    translators = None
    if not run.offline:
        from pressgen.translators import translators_of

        translators = translators_of(
            run.workspace,
            run.engines,
            pipeline.glossary.on(run.at.date()),
            allow_public=allow_public,
        )
    report = build(pipeline, files, run.output, run.at, translators, Progress(translated, built))
    tell_problems(report.problems)
    if not run.quiet:
        for note in report.notes:
            click.echo(note)
        click.echo(count_line(report))
    sys.exit(report.status)
