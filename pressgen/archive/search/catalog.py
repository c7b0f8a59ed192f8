"""`releases/search/index.json`: the segments of the index, the oldest first, one a period."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pressgen.archive.search.segment import CHUNK, FORMAT, chunk_name, shard_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FOLDER = "search"
CATALOG = "index.json"


@dataclass(frozen=True, slots=True)
class Segment:
    """The index of the period from its first day to its last, and how its files are to be read.

    It lies in a folder that is named by the first day and by `digest`, which stands for all that the
    files depend on.
    """

    folder: str
    releases: int
    shards: int
    stride: int
    first: date
    last: date

    @property
    def files(self) -> list[str]:
        """The names of its files."""
        chunks = math.ceil(self.releases / CHUNK)
        return [*map(shard_name, range(self.shards)), *map(chunk_name, range(chunks))]


def read_catalog(folder: Path) -> list[Segment] | None:
    """The segments that the index in this folder has; None where there is none of today's format."""
    try:
        data = json.loads((folder / CATALOG).read_text(encoding="utf-8"))
        return [_segment(*row) for row in data["segments"]] if data["format"] == FORMAT else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def catalog_text(segments: Sequence[Segment]) -> str:
    """The file's content, a line a segment."""
    rows = ",\n".join(json.dumps(_row(one)) for one in segments)
    return f'{{"format": {FORMAT}, "segments": [\n{rows}\n]}}\n'


def _row(one: Segment) -> list[str | int]:
    days = one.first.isoformat(), one.last.isoformat()
    return [one.folder, one.releases, one.shards, one.stride, *days]


def _segment(
    folder: str, releases: int, shards: int, stride: int, first: str, last: str
) -> Segment:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Segment(str(folder), int(releases), int(shards), int(stride), *days)
