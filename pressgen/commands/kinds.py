"""`pressgen kinds`."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.commands.options import workspace_option
from pressgen.workspace import find_workspace, template_folders


@click.command(epilog="예: pressgen kinds")
@workspace_option
def command(workspace_folder: Path | None) -> None:
    """보도자료의 종류를 한국어와 영어로 보여 줍니다."""
    from pressgen.kinds import find_kinds, load_labels

    workspace = workspace_folder if workspace_folder is not None else find_workspace(Path.cwd())
    folders = template_folders(workspace)
    for name in find_kinds(folders):
        kind = load_labels(name, folders)
        click.echo(f"{click.style(name, bold=True)}  {kind.korean_label} / {kind.english_label}")
        click.echo(f"  {kind.korean_about}\n  {kind.english_about}")
