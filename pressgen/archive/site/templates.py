"""The templates of the archive's pages: `templates/site/`, a workspace's own before those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.datafile import read_text
from pressgen.templating import make_environment, telling_template_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Templates:
    """Renders the templates of the pages; unlike a kind's, they escape what they print."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        environment = make_environment(folders)
        self._environment = environment.overlay(autoescape=True, finalize=None)

    def render(self, name: str, **context: object) -> str:
        """The page that a template makes. Raises PressgenError with its line for what is wrong in it."""
        template = f"site/{name}.html.jinja"
        with telling_template_errors(template):
            return self._environment.get_template(template).render(context)

    def style(self) -> str:
        """The style sheet of the pages; it is no template."""
        files = (folder / "site" / "site.css" for folder in self._folders)
        return read_text(next(file for file in files if file.is_file()))
