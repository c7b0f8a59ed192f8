"""The index of one period: posting lists in shards, and what is to be told of the releases in chunks.

A key is a syllable or two that stand together, or a word, or the first letter of a word. Its posting list
names entries: number of the release × 2, and 1 more where it is not in the headline, so that hits there
can come first. Of two syllables it also says where they stand, counted in syllables with one more between
runs: a longer term is found where its pairs stand side by side, so no text need be fetched to verify one.
(With its places the index is half as large as the texts, and a page loads those of the query's syllables
only; without, it would have to fetch the texts of all candidates, which for a common term are most.)

The shard of a key follows from its first two characters. So a page loads one file for each pair of
syllables, and all words that begin as a query's word does are in one file.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.archive.search.numbers import encode
from pressgen.archive.search.query import headlines, other_texts
from pressgen.archive.search.text import RUN, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressgen.archive.published import Published

FORMAT = 1
"""Goes into every digest: to be counted up when other bytes are made of the same releases."""

SHARD_BYTES = 16_384
"""What a shard holds on average, at most. One key is never parted, however common its syllables."""

CHUNK = 32
"""How many releases a chunk tells of."""


@dataclass(slots=True)
class _Posting:
    """A posting list in the making: its letters, and the entry that came last."""

    letters: bytearray
    entry: int = 0

    def add(self, entry: int) -> None:
        self.letters += encode(entry - self.entry)
        self.entry = entry

    def add_with_places(self, entry: int, places: Sequence[int]) -> None:
        self.add(entry)
        self.letters += encode(len(places))
        before = 0
        for place in places:
            self.letters += encode(place - before)
            before = place


def digest(releases: Sequence[Published]) -> str:
    """Stands for all that the index of these releases depends on."""
    told = [
        [one.place, one.released.isoformat(), headlines(one), other_texts(one)] for one in releases
    ]
    content = _json([FORMAT, SHARD_BYTES, CHUNK, told])
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]


def shard_of(key: str, shards: int) -> int:
    """In which of the shards the key is."""
    first, second = ord(key[0]), ord(key[1]) if len(key) > 1 else 0
    return (first * 65_599 + second) % 65_521 % shards  # both prime, so that they spread


def shard_name(number: int) -> str:
    """The file of a shard."""
    return f"keys-{number}.json"


def chunk_name(number: int) -> str:
    """The file of a chunk: release // CHUNK."""
    return f"releases-{number}.json"


def segment_files(releases: Sequence[Published]) -> dict[str, str]:
    """The files of a period's index, by their names; the shards are those that have any key."""
    postings = _postings(releases)
    quotes = len('"":"",')
    size = sum(len(key.encode()) + len(letters) + quotes for key, letters in postings.items())
    count = max(1, math.ceil(size / SHARD_BYTES))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(postings):
        shards[shard_of(key, count)][key] = postings[key]
    files = {shard_name(number): _json(shard) for number, shard in enumerate(shards)}
    for number, start in enumerate(range(0, len(releases), CHUNK)):
        told = [_told(release) for release in releases[start : start + CHUNK]]
        files[chunk_name(number)] = _json(told)
    return files


def _postings(releases: Sequence[Published]) -> Mapping[str, str]:
    postings: defaultdict[str, _Posting] = defaultdict(lambda: _Posting(bytearray()))
    for number, release in enumerate(releases):
        for rest, texts in enumerate((headlines(release), other_texts(release))):
            _add(postings, 2 * number + rest, fold("\n".join(texts)))
    return {key: posting.letters.decode("ascii") for key, posting in postings.items()}


def _add(postings: defaultdict[str, _Posting], entry: int, folded: str) -> None:
    """Adds an entry to the posting lists of all keys of a text."""
    keys: set[str] = set()
    pairs: defaultdict[str, list[int]] = defaultdict(list)
    place = 0
    for match in RUN.finditer(folded):
        run = match[0]
        if match[1] is None:
            keys |= {run, run[0]}
            continue
        keys.update(run)
        for offset in range(len(run) - 1):
            pairs[run[offset : offset + 2]].append(place + offset)
        place += len(run) + 1
    for key in keys:
        postings[key].add(entry)
    for key, places in pairs.items():
        postings[key].add_with_places(entry, places)


def _told(release: Published) -> list[str | None]:
    """What a result says of a release."""
    headline = release.headline
    return [release.place, release.released.isoformat(), headline.korean, headline.english]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
