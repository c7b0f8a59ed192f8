"""The templates of the archive's pages: `templates/site/`, a workspace's own before those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pressgen.datafile import read_text
from pressgen.templating import make_environment, telling_template_errors
from pressgen.workspace import templates_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import jinja2


class Templates:
    """Renders the templates of the pages; unlike a kind's, they escape what they print."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._environment = make_environment(folders).overlay(autoescape=True, finalize=None)
        self._compiled: dict[str, jinja2.Template] = {}

    def render(self, name: str, **context: object) -> Markup:
        """What a template makes, which other templates print as it is.

        Raises PressgenError with its line for what is wrong in it.
        """
        file = f"site/{name}.html.jinja"
        with telling_template_errors(file):
            template = self._compiled.get(name)
            if template is None:
                template = self._compiled[name] = self._environment.get_template(file)
            return Markup(template.render(context))  # noqa: S704  the template has escaped it

    def style(self) -> str:
        """The style sheet of the pages; it is no template."""
        return read_text(next(templates_named("site/site.css", self._folders)))
