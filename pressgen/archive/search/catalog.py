"""`releases/search/index.json`: the segments of the index, the oldest first, one a period."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.search.segment import CHUNK, chunk_name, shard_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FOLDER = "search"
CATALOG = "index.json"


@dataclass(frozen=True, slots=True)
class Segment:
    """The index of one period: the folder it lies in, how many releases it is of, in how many shards."""

    folder: str
    releases: int
    shards: int

    @property
    def files(self) -> list[str]:
        """The names of its files."""
        chunks = math.ceil(self.releases / CHUNK)
        return [*map(shard_name, range(self.shards)), *map(chunk_name, range(chunks))]


def read_catalog(folder: Path) -> list[Segment] | None:
    """The segments that the index in this folder has; None where there is none, or not one of ours."""
    try:
        data = json.loads((folder / CATALOG).read_text(encoding="utf-8"))
        return [Segment(str(name), int(releases), int(shards)) for name, releases, shards in data]
    except (OSError, ValueError, TypeError):
        return None


def catalog_text(segments: Sequence[Segment]) -> str:
    """The file's content, a line a segment."""
    lines = [json.dumps([one.folder, one.releases, one.shards]) for one in segments]
    return "[\n" + ",\n".join(lines) + "\n]\n"
