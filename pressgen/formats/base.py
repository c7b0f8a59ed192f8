"""What a format is: a function from a release and its page to a file's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import jinja2

    from pressgen.layout import Document
    from pressgen.release import Release


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies beside the release: the photos' file names there, None for a photo without a file."""

    photos: tuple[str | None, ...] = ()


class Format(Protocol):
    """Writes one format. The text is NFC with "\\n" line ends and ends with one."""

    def __call__(
        self, release: Release, document: Document, folder: Folder, environment: jinja2.Environment
    ) -> str: ...
