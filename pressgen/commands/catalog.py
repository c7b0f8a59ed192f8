"""`pressgen catalog`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressgen.commands.options import kind_of, workspace_of, workspace_option
from pressgen.errors import short_path

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="예: pressgen catalog certification")
@click.argument("kind_name", metavar="KIND")
@workspace_option
def command(workspace_folder: Path | None, kind_name: str) -> None:
    """서식이 만들 수 있는 모든 문장을 펼쳐, en.po에 없는 것을 더합니다.

    더한 문장의 영문(msgstr)은 비어 있으니 채워 넣으세요. pressgen에 딸린 종류는 작업 폴더의
    translations/KIND.po에 더합니다.
    """
    from pressgen.template_sentences import add_missing_patterns

    workspace = workspace_of(workspace_folder)
    kind = kind_of(kind_name, workspace)
    file, added = add_missing_patterns(kind, workspace)
    if not added:
        click.echo("빠진 문장이 없습니다.")
        return
    for pattern in added:
        click.echo(pattern)
    click.echo(f"{len(added)}문장을 더했습니다: {short_path(file)}")
