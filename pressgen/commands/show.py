"""`pressgen show`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from pressgen.commands.check import why_untranslated
from pressgen.commands.run import Run, event_argument, run_options
from pressgen.commands.telling import write_utf8

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog="""\b
예:
  pressgen show events/a.yaml
  pressgen show events/a.yaml --format txt > a.txt"""
)
@event_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["md", "txt", "html"]),
    help="꾸미지 않고 그 형식 그대로 적습니다.",
)
@run_options(writes=False)
def command(run: Run, event: Path, format_name: str | None) -> None:
    """보도자료를 터미널에 보여 줍니다. 아무것도 쓰지 않고, 네트워크도 쓰지 않습니다."""
    from pressgen.archive.rendering import preview

    pipeline = run.pipeline()
    draft = pipeline.draft(run.event_file(event))
    reason = why_untranslated(draft.event, run.at)
    release = pipeline.release(draft, lambda _: reason)
    if format_name is not None:
        write_utf8(preview(pipeline, release, format_name))
        return
    from rich.console import Console
    from rich.markdown import Markdown

    front_matter = r"\A---\n.*?^---\n"
    body = re.sub(
        front_matter, "", preview(pipeline, release, "md"), flags=re.DOTALL | re.MULTILINE
    )
    body = body.replace("\n# ", "\n## ", 1)  # rich would centre a heading of the first level
    Console().print(Markdown(body, hyperlinks=False))
