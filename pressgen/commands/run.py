"""What build, check and show are told, and how the values of their options are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pressgen.commands.options import engine_id, workspace_of, workspace_option
from pressgen.errors import PressgenError, Problem, did_you_mean, short_path
from pressgen.sheets.paths import row_named
from pressgen.workspace import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressgen.pipeline import Pipeline
    from pressgen.workspace import Workspace


class EventPath(click.Path):
    """A path that is there, or a spreadsheet's row: events/list.xlsx#slug."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        row = row_named(Path(value))
        if row is not None and row.sheet.is_file():
            return Path(value)
        return super().convert(value, param, ctx)


events_argument = click.argument(
    "events", nargs=-1, metavar="[EVENT]...", type=EventPath(exists=True, path_type=Path)
)
event_argument = click.argument(
    "event", type=EventPath(exists=True, dir_okay=False, path_type=Path)
)


@dataclass(frozen=True, slots=True)
class Run:
    """What build, check and show are told: the workspace and how to go about it."""

    workspace: Workspace
    output: Path
    offline: bool
    engines: tuple[str, ...]
    at: datetime
    quiet: bool
    outlet: str

    def pipeline(self) -> Pipeline:
        """The way from events to releases. Raises as `known_outlet` does."""
        from pressgen.pipeline import Pipeline

        return Pipeline(self.workspace, self.known_outlet())

    def known_outlet(self) -> str:
        """The outlet that was asked for, "" for none. Raises a usage error for an unknown one."""
        known = self.workspace.settings.outlets
        if self.outlet and self.outlet not in known:
            hint = did_you_mean(self.outlet, known) if known else "pressgen.toml에 매체가 없습니다."
            raise click.BadParameter(
                f"‘{self.outlet}’ 매체가 없습니다. {hint}", param_hint="--outlet"
            )
        return self.outlet

    def event_files(self, events: tuple[Path, ...], problems: list[Problem]) -> list[Path]:
        """The event files that are meant, as `find_events` finds them."""
        from pressgen.sheets.expansion import find_events

        files = find_events(self.workspace, events, problems)
        if files is None:
            raise click.ClickException(self._nothing_there(events))
        return files

    def _nothing_there(self, events: tuple[Path, ...]) -> str:
        """What to tell where there is no event. That all were deleted is more likely a mistake, or a drive
        that is not there, so nothing is taken away then."""
        if not events and self.output.is_dir():
            return str(
                Problem(
                    f"{short_path(self.workspace.events)}에 자료 파일이 하나도 없어서"
                    f" {short_path(self.output)}을(를) 그대로 두었습니다."
                    " 정말 모두 치우려면 그 폴더를 지우세요."
                )
            )
        return "자료 파일이 없습니다. pressgen new certification으로 하나 만들어 보세요."

    def event_file(self, event: Path) -> Path:
        """The one event file that is meant.

        Raises PressgenError for what is wrong with a spreadsheet, a usage error for one of many events.
        """
        problems: list[Problem] = []
        files = self.event_files((event,), problems)
        if len(files) > 1:
            names = [short_path(file) for file in files[:3]]
            message = f"행 하나를 고르세요: {', '.join(names)}{' …' if len(files) > 3 else ''}"
            raise click.UsageError(message)
        if not files:
            raise PressgenError(*problems or [Problem("발표를 적은 행이 없습니다.", event)])
        return files[0]


def run_options(*, writes: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Gives a command the options of a run; it gets them as one `run`.

    All three commands take the same ones, so that a command line can be tried with check first; where
    nothing is written or sent, the options about that are accepted and not listed.
    """
    return lambda function: _with_run_options(function, writes=writes)


def _with_run_options(function: Callable[..., Any], *, writes: bool) -> Callable[..., Any]:
    def with_run(
        *,
        workspace_folder: Path | None,
        output: Path | None,
        offline: bool,
        engine: tuple[str, ...],
        at: str | None,
        quiet: bool,
        outlet: str | None,
        **rest: Any,
    ) -> Any:
        workspace = workspace_of(workspace_folder)
        run = Run(
            workspace=workspace,
            output=output if output is not None else workspace.releases,
            offline=offline,
            engines=tuple(engine_id(name, "--engine") for name in engine) or _engines_of(workspace),
            at=_at(at, workspace),
            quiet=quiet,
            outlet=outlet or "",
        )
        return function(run=run, **rest)

    with_run.__doc__ = function.__doc__
    options = (
        workspace_option,
        click.option(
            "--output",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            hidden=not writes,
            help="보도자료를 둘 폴더. 없으면 작업 폴더의 releases/.",
        ),
        click.option(
            "--offline", is_flag=True, hidden=not writes, help="네트워크를 쓰지 않습니다."
        ),
        click.option(
            "--engine",
            metavar="NAME",
            multiple=True,
            hidden=not writes,
            help="번역 엔진. 여럿이면 되풀이해 적습니다. 없으면 pressgen.toml의 것.",
        ),
        click.option(
            "--at", metavar="TIME", help="이 시각에 나가도 되는 것을 냅니다. 예: '2026-11-24 09:00'"
        ),
        click.option("--outlet", metavar="NAME", help="pressgen.toml의 매체 가운데 하나."),
        click.option("--quiet", is_flag=True, help="잘못과 확인할 것만 말합니다."),
    )
    decorated: Callable[..., Any] = with_run
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def _engines_of(workspace: Workspace) -> tuple[str, ...]:
    from pressgen.translation.engines import ENGINES

    for name in workspace.settings.engine:
        if name not in ENGINES:
            message = f"‘{name}’ 엔진이 없습니다. {did_you_mean(name, ENGINES)}"
            file = workspace.folder / SETTINGS_FILE
            raise PressgenError(Problem(message, file, field="engine"))
    return workspace.settings.engine


def _at(text: str | None, workspace: Workspace) -> datetime:
    if text is None:
        return datetime.now(workspace.zone)
    from pressgen.fields import moment_of

    moment = moment_of(text, workspace.zone)
    if moment is None:
        message = f"‘{text}’ 대신 2026-11-24나 ‘2026-11-24 09:00’처럼 적으세요."
        raise click.BadParameter(message, param_hint="--at")
    return moment
