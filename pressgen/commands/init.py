"""`pressgen init`."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.errors import short_path


@click.command(epilog="예: pressgen init 보도자료")
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
def command(folder: Path | None) -> None:
    """작업 폴더를 만듭니다: pressgen.toml, events/, templates/, translations/, glossary.csv.

    DIR이 없으면 지금 폴더입니다. 이미 있는 파일은 건드리지 않습니다.
    """
    from pressgen.scaffold import make_workspace

    target = folder if folder is not None else Path.cwd()
    made = make_workspace(target)
    for path in made:
        click.echo(f"만들었습니다: {short_path(path)}")
    if not made:
        click.echo("이미 모두 있습니다.")
    click.echo("다음: pressgen new certification")
