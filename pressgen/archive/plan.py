"""What a build is to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pressgen.pipeline import Pipeline
    from pressgen.translators import Translators
    from pressgen.workspace import Workspace


@dataclass(frozen=True)
class Plan:
    """Which events go into `output` as of `at`, printed by `outlet` where one is named.

    `open_translators` is None where nothing may be sent; `jobs`: processes that write releases.
    """

    workspace: Workspace
    files: Sequence[Path]
    output: Path
    at: datetime
    open_translators: Callable[[Pipeline], Translators] | None = None
    outlet: str = ""
    jobs: int = 1

    @property
    def archive(self) -> str:
        """What the output is known by in the manifest."""
        return self.workspace.path_in(self.output)

    @property
    def sent_at(self) -> datetime:
        """When what is sent to an engine leaves the house: now, also where `at` only looks ahead."""
        return min(self.at, datetime.now(self.at.tzinfo))
