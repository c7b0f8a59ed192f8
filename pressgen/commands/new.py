"""`pressgen new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import kind_of, workspace_of, workspace_option
from pressgen.commands.telling import write_utf8
from pressgen.errors import short_path
from pressgen.sheets.paths import SUFFIXES

if TYPE_CHECKING:
    from pressgen.kinds import Kind


@click.command(
    epilog="""\b
예:
  pressgen new certification
  pressgen new agreement events/협약.yaml
  pressgen new certification events/목록.xlsx   한 행에 발표 하나를 적는 표로"""
)
@click.argument("kind_name", metavar="KIND")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@workspace_option
def command(workspace_folder: Path | None, kind_name: str, file: Path | None) -> None:
    """채워 넣을 자료 파일을 만듭니다. 값은 본보기의 것이고, 설명은 한국어로 달려 있습니다.

    이름이 .xlsx나 .csv로 끝나면, 첫 줄에 열의 이름이 있고 한 행에 발표 하나를 적는 표를 만듭니다.
    FILE이 없으면 작업 폴더의 events/KIND.yaml이고, -이면 파일을 만들지 않고 그대로 적습니다.
    이미 있는 파일은 건드리지 않습니다.
    """
    from pressgen.archive.files import write_bytes
    from pressgen.scaffold import event_file

    workspace = workspace_of(workspace_folder)
    kind = kind_of(kind_name, workspace)
    target = file if file is not None else workspace.events / f"{kind.name}.yaml"
    if str(target) == "-":
        write_utf8(event_file(kind))
        return
    suffix = target.suffix.lower()
    if suffix not in (".yaml", ".yml", *SUFFIXES):
        message = f"{short_path(target)}: 이름이 .yaml이나 .xlsx, .csv로 끝나야 합니다."
        raise click.UsageError(message)
    if target.exists():
        raise click.UsageError(f"{short_path(target)} 파일이 이미 있습니다. 다른 이름을 적으세요.")
    write_bytes(target, _sheet(kind, suffix) if suffix in SUFFIXES else event_file(kind).encode())
    click.echo(f"만들었습니다: {short_path(target)}\n값을 고친 뒤 pressgen build를 실행하세요.")


def _sheet(kind: Kind, suffix: str) -> bytes:
    from pressgen.sheets.template import as_csv, as_xlsx, starting_table

    table = starting_table(kind)
    return as_xlsx(table) if suffix == ".xlsx" else as_csv(table)
