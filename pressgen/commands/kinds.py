"""`pressgen kinds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressgen.commands.options import workspace_of, workspace_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="예: pressgen kinds")
@workspace_option
def command(workspace_folder: Path | None) -> None:
    """보도자료의 종류를 한국어와 영어로 보여 줍니다."""
    from pressgen.kinds import find_kinds, load_kind

    folders = workspace_of(workspace_folder).template_folders
    for name in find_kinds(folders):
        kind = load_kind(name, folders)
        click.echo(f"{click.style(name, bold=True)}  {kind.korean_label} / {kind.english_label}")
        click.echo(f"  {kind.korean_about}\n  {kind.english_about}")
