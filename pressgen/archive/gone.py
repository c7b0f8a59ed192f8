"""The pages in place of a release that was withdrawn, or that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from pressgen.archive.published import Name
from pressgen.archive.site.days import day_name
from pressgen.archive.site.templates import Templates

if TYPE_CHECKING:
    from pressgen.event import Event
    from pressgen.workspace import Workspace

PAGE = "release.html"
_TOP = "../../../"
"""From a release's folder to the archive's."""


def withdrawn_page(event: Event, workspace: Workspace) -> str:
    """The notice in place of a withdrawn release: of which day it was, that it is gone, and why.

    Raises PressgenError where its template can't be rendered.
    """
    if event.withdrawn is None:
        raise ValueError("the event stands")
    return _page(workspace, "withdrawn", reason=event.withdrawn, day=day_name(event.released))


def moved_page(place: str, workspace: Workspace) -> str:
    """The page at a release's former place that leads to its place now.

    Raises PressgenError where its template can't be rendered.
    """
    path = f"{place}/{PAGE}"
    address = workspace.settings.site.address(path)
    return _page(workspace, "moved", href=_TOP + quote(path), canonical=address)


def _page(workspace: Workspace, template: str, **context: object) -> str:
    site = workspace.settings.site
    title = Name(site.korean_title, site.english_title)
    templates = Templates(workspace.template_folders)
    return templates.render(template, root=_TOP, title=title, **context) + "\n"
