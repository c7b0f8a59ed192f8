"""`pressgen schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pressgen.commands.options import kind_of, workspace_of, workspace_option
from pressgen.commands.telling import write_utf8

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="예: pressgen schema certification > certification.schema.json")
@click.argument("kind_name", metavar="KIND")
@workspace_option
def command(workspace_folder: Path | None, kind_name: str) -> None:
    """자료 파일의 JSON Schema를 적습니다. 편집기가 필드를 채우고 살피는 데 씁니다."""
    from pressgen.schema import event_schema

    kind = kind_of(kind_name, workspace_of(workspace_folder))
    text = json.dumps(event_schema(kind), ensure_ascii=False, indent=2) + "\n"
    write_utf8(text)
