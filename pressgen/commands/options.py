"""What several commands are told: the workspace, the kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.errors import did_you_mean
from pressgen.workspace import find_workspace, open_workspace

if TYPE_CHECKING:
    from pressgen.kinds import Kind
    from pressgen.workspace import Workspace

workspace_option = click.option(
    "--workspace",
    "workspace_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="작업 폴더. 없으면 위로 가장 가까운 pressgen.toml의 폴더, 그것도 없으면 지금 폴더.",
)


person_option = click.option(
    "--by", "person", metavar="NAME", help="확인한 사람. 없으면 이 컴퓨터의 사용자 이름."
)


def person_of(name: str | None) -> str:
    """Who approves: the name given, else that of the computer's user."""
    import getpass

    try:
        return " ".join((name or getpass.getuser()).split())
    except (OSError, KeyError, ImportError):  # a container's user may have no name
        raise click.UsageError("누가 확인했는지 --by 이름으로 적으세요.") from None


def workspace_of(folder: Path | None) -> Workspace:
    """The workspace that the option names, else the nearest one."""
    return open_workspace(folder if folder is not None else find_workspace(Path.cwd()))


def engine_id(name: str, param_hint: str) -> str:
    """The name, if an engine has it. Raises a usage error otherwise."""
    from pressgen.translation.engines import ENGINES

    if name not in ENGINES:
        hint = did_you_mean(name, ENGINES)
        raise click.BadParameter(f"‘{name}’ 엔진이 없습니다. {hint}", param_hint=param_hint)
    return name


def kind_of(name: str, workspace: Workspace) -> Kind:
    """The kind of that name. Raises a usage error where there is none."""
    from pressgen.kinds import find_kinds, load_kind

    try:
        return load_kind(name, workspace.template_folders)
    except LookupError:
        hint = did_you_mean(name, find_kinds(workspace.template_folders))
        raise click.BadParameter(f"‘{name}’ 종류가 없습니다. {hint}", param_hint="KIND") from None
