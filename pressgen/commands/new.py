"""`pressgen new`."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.commands.options import kind_of, workspace_of, workspace_option
from pressgen.commands.telling import write_utf8
from pressgen.errors import short_path


@click.command(
    epilog="""\b
예:
  pressgen new certification
  pressgen new agreement events/협약.yaml"""
)
@click.argument("kind_name", metavar="KIND")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@workspace_option
def command(workspace_folder: Path | None, kind_name: str, file: Path | None) -> None:
    """채워 넣을 자료 파일을 만듭니다. 값은 본보기의 것이고, 설명은 한국어로 달려 있습니다.

    FILE이 없으면 작업 폴더의 events/KIND.yaml이고, -이면 파일을 만들지 않고 그대로 적습니다.
    이미 있는 파일은 건드리지 않습니다.
    """
    from pressgen.archive.files import write_file
    from pressgen.scaffold import event_file

    workspace = workspace_of(workspace_folder)
    kind = kind_of(kind_name, workspace)
    target = file if file is not None else workspace.events / f"{kind.name}.yaml"
    if str(target) == "-":
        write_utf8(event_file(kind))
        return
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(f"{short_path(target)}: 이름이 .yaml로 끝나야 합니다.")
    if target.exists():
        raise click.UsageError(f"{short_path(target)} 파일이 이미 있습니다. 다른 이름을 적으세요.")
    write_file(target, event_file(kind))
    click.echo(f"만들었습니다: {short_path(target)}\n값을 고친 뒤 pressgen build를 실행하세요.")
