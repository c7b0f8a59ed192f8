"""release.txt: one paragraph a line, no markup, ready to paste into a newsroom's CMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2

    from pressgen.formats.base import Folder
    from pressgen.layout import Document
    from pressgen.release import Release


def render(
    release: Release, document: Document, folder: Folder, environment: jinja2.Environment
) -> str:
    """The page as plain text."""
    return "".join(f"{block.text}\n" for block in document.blocks)
