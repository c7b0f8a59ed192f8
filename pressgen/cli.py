"""The command line: which command there is, and how a mistake ends. What it does is elsewhere."""

from __future__ import annotations

import gc
import gettext
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from pressgen import __version__
from pressgen.errors import ExitStatus, PressgenError, did_you_mean

COMMANDS = {
    "init": "작업 폴더를 새로 만듭니다.",
    "kinds": "보도자료의 종류를 보여 줍니다.",
    "new": "채워 넣을 자료 파일을 만듭니다.",
    "build": "보도자료를 만듭니다.",
    "check": "사람이 보아야 할 것을 알려 줍니다.",
    "show": "보도자료를 터미널에 보여 줍니다.",
    "review": "영문을 사람이 확인합니다.",
    "memory": "번역 기억을 찾고, 내보내고, 들이고, 지웁니다.",
    "glossary": "용어집을 보고, 더하고, 모순을 찾습니다.",
    "engines": "번역 엔진을 보여 주고, 시험하고, 모델을 설치합니다.",
    "search": "나간 보도자료에서 낱말을 찾습니다.",
    "schema": "편집기를 위한 JSON Schema를 적습니다.",
    "catalog": "종류의 PO 파일에 없는 문장을 더합니다.",
    "romanize": "글을 로마자로 적습니다.",
    "particles": "은(는), 을(를) 같은 조사를 고릅니다.",
}
"""Every command with its line in the list; its module is imported only when it is called."""

_GARBAGE = 100_000
"""So many new objects are made before unused ones are looked for; Python's own number is 700."""


def _speak_korean() -> None:
    """Has click's own words come in Korean, whatever the machine speaks: it asks gettext for them."""
    os.environ["LANGUAGE"] = "ko"
    gettext.bindtextdomain("pressgen", str(Path(__file__).parent / "locale"))
    gettext.textdomain("pressgen")


class _Commands(click.Group):
    def main(self, *args: Any, **kwargs: Any) -> Any:
        _speak_korean()
        # What a command makes it needs to its end: looking for garbage all the time finds hardly any, and
        # is a tenth of what a small build takes.
        gc.set_threshold(_GARBAGE)
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pressgen.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            ctx.fail(f"그런 명령이 없습니다: {args[0]}. {did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("명령"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PressgenError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            sys.exit(ExitStatus.FAILED)
        except KeyboardInterrupt:
            click.echo("\n멈췄습니다. 같은 명령을 다시 실행하면 이어서 합니다.", err=True)
            sys.exit(ExitStatus.FAILED)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="예: pressgen new certification 뒤에 pressgen build. 명령마다의 설명은 pressgen build -h처럼 봅니다.",
)
@click.version_option(
    __version__, "--version", message="pressgen %(version)s", help="판을 보여 줍니다."
)
def main() -> None:
    """사실을 적은 파일로 한국어 보도자료를 쓰고, 영문을 붙입니다."""
    for stream in (sys.stdout, sys.stderr):
        # A Korean Windows pipe speaks CP949, which lacks some letters: better a ? than a crash.
        if hasattr(stream, "reconfigure") and "utf" not in (stream.encoding or "").lower():
            stream.reconfigure(errors="replace")
