"""What all pages of an archive share: its title and address, the names of the kinds, the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.published import Name
from pressgen.kinds import find_kinds, load_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from pressgen.settings import Site
    from pressgen.workspace import Workspace


@dataclass(frozen=True)
class Frame:
    """The workspace's part in the pages; the releases are the other."""

    site: Site
    kinds: Mapping[str, Name]
    zone: ZoneInfo
    template_folders: Sequence[Path]

    @property
    def title(self) -> Name:
        return Name(self.site.korean_title, self.site.english_title)

    def kind(self, name: str) -> Name:
        """What a kind is called; one whose templates are gone, by its name in the events."""
        return self.kinds.get(name) or Name(name, None)


def open_frame(workspace: Workspace, kinds: Iterable[str]) -> Frame:
    """What the pages of releases of these kinds share. Raises PressgenError as `load_labels` does."""
    folders = workspace.template_folders
    known = sorted(set(kinds).intersection(find_kinds(folders)))
    labels = {name: load_labels(name, folders) for name in known}
    return Frame(
        workspace.settings.site,
        {name: Name(one.korean_label, one.english_label) for name, one in labels.items()},
        workspace.zone,
        folders,
    )
