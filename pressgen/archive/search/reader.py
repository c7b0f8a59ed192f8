"""Asks the index in `releases/search/`, as search.js does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from pressgen.archive.published import Name
from pressgen.archive.search.catalog import FOLDER, Segment, read_catalog
from pressgen.archive.search.numbers import decode
from pressgen.archive.search.query import Hit, Query
from pressgen.archive.search.segment import CHUNK, chunk_name, shard_name, shard_of
from pressgen.archive.search.text import is_syllabic
from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path


def has_index(archive: Path) -> bool:
    """Whether an index lies in the archive."""
    return read_catalog(archive / FOLDER) is not None


def ask_index(archive: Path, query: Query) -> list[Hit]:
    """The releases that the query finds, the best first. Raises PressgenError for a broken index."""
    folder = archive / FOLDER
    try:
        hits = [
            hit
            for segment in read_catalog(folder) or ()
            for hit in _SegmentReader(folder / segment.folder, segment).hits(query)
        ]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        message = "찾기에 쓰는 파일이 빠졌거나 깨졌습니다. 이 폴더를 지우고 pressgen build로 다시 만드세요."
        raise PressgenError(Problem(message, folder)) from None
    return sorted(hits, key=lambda hit: hit.rank, reverse=True)


@dataclass(frozen=True, slots=True)
class _SegmentReader:
    """Reads the files of one segment, each once."""

    folder: Path
    segment: Segment
    _read: dict[str, Any] = field(init=False, default_factory=dict)

    def hits(self, query: Query) -> list[Hit]:
        found: list[set[int]] = []
        for term in query.terms:
            found.append(self._entries(term))
            if not found[-1]:
                return []
        releases = set.intersection(*({entry // 2 for entry in one} for one in found))
        in_headline = set.intersection(*found)
        return [self._hit(release, 2 * release in in_headline) for release in releases]

    def _hit(self, release: int, in_headline: bool) -> Hit:
        place, released, korean, english = self._file(chunk_name(release // CHUNK))[release % CHUNK]
        return Hit(place, date.fromisoformat(released), Name(korean, english), in_headline)

    def _entries(self, term: str) -> set[int]:
        """The entries (segment.py) in which a term is found."""
        if len(term) == 1:
            return set(decode(self._shard(term).get(term, "")))
        if is_syllabic(term):
            return self._side_by_side(term)
        lists = [letters for key, letters in self._shard(term).items() if key.startswith(term)]
        return {entry for letters in lists for entry in decode(letters)}

    def _side_by_side(self, term: str) -> set[int]:
        """The entries in which the pairs of syllables that make the term stand side by side."""
        starts: set[int] | None = None
        for offset in (*range(0, len(term) - 2, 2), len(term) - 2):
            pair = term[offset : offset + 2]
            places = {place - offset for place in decode(self._shard(pair).get(pair, ""))}
            starts = places if starts is None else starts & places
            if not starts:
                break
        return {start // self.segment.stride for start in starts or ()}

    def _shard(self, key: str) -> dict[str, str]:
        shard: dict[str, str] = self._file(shard_name(shard_of(key, self.segment.shards)))
        return shard

    def _file(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return self._read[name]
