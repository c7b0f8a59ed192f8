"""The index of one period: posting lists in shards, and what is to be told of the releases in chunks.

A key is a syllable or two that stand together, or a word, or the first letter of a word. Its posting list
names entries: number of the release × 2, and 1 more where it is not in the headline, so that hits there
can come first. Of two syllables it says where they stand, as entry × stride + place, counted in syllables
with one more between runs: a longer term is found where its pairs stand side by side, so no text need be
fetched to verify one. (With its places the index is half as large as the texts, and a page loads those of
the query's syllables only; without, it would have to fetch the texts of all candidates, which for a common
term are most.) The stride is greater than any entry has places, so that none reaches into the next.

The shard of a key follows from its first two characters. So a page loads one file for each pair of
syllables, and all words that begin as a query's word does are in one file.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from pressgen.archive.search.numbers import encode
from pressgen.archive.search.query import headlines, other_texts
from pressgen.archive.search.text import SYLLABLES, WORD, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.archive.published import Published

FORMAT = 2
"""Goes into the catalog and every digest: to be counted up when other bytes are made of the same releases."""

SHARD_BYTES = 8_192
"""What a shard holds on average, at most. One key is never parted, however common its syllables."""

CHUNK = 32
"""How many releases a chunk tells of."""


def digest(releases: Sequence[Published]) -> str:
    """Stands for all that the index of these releases depends on."""
    parts = [
        ([one.place, one.released.isoformat()], headlines(one), other_texts(one))
        for one in releases
    ]
    lengths = [[list(map(len, texts)) for texts in part] for part in parts]
    content = [_json([FORMAT, SHARD_BYTES, CHUNK, lengths])]
    content += [text for part in parts for texts in part for text in texts]
    return hashlib.sha256("".join(content).encode("utf-8")).hexdigest()[:12]


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


@dataclass(frozen=True, slots=True)
class SegmentFiles:
    """The files of a period's index by their names, and what a reader has to know of them."""

    shards: int
    stride: int
    texts: dict[str, str]


def segment_files(releases: Sequence[Published]) -> SegmentFiles:
    """The index of a period; its shards are those that have any key."""
    stride, postings = _postings(releases)
    quotes = len('"":"",')
    size = sum(len(key.encode()) + len(letters) + quotes for key, letters in postings.items())
    count = max(1, math.ceil(size / SHARD_BYTES))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(postings):
        shards[shard_of(key, count)][key] = postings[key]
    texts = {shard_name(number): _json(shard) for number, shard in enumerate(shards)}
    for number, start in enumerate(range(0, len(releases), CHUNK)):
        told = [_told(release) for release in releases[start : start + CHUNK]]
        texts[chunk_name(number)] = _json(told)
    return SegmentFiles(count, stride, texts)


def _postings(releases: Sequence[Published]) -> tuple[int, dict[str, str]]:
    """The stride, and the posting lists by their keys."""
    entries: defaultdict[str, list[int]] = defaultdict(list)
    places: defaultdict[str, list[int]] = defaultdict(list)
    folded = [
        fold("\n".join(texts))
        for release in releases
        for texts in (headlines(release), other_texts(release))
    ]
    spaced = [" ".join(SYLLABLES.findall(text)) for text in folded]
    stride = 1 << max(map(len, spaced), default=0).bit_length()
    for entry, (text, syllables) in enumerate(zip(folded, spaced, strict=True)):
        for place, pair in enumerate(map(add, syllables, syllables[1:]), entry * stride):
            places[pair].append(place)
        words = set(WORD.findall(text))
        for key in {*syllables, *words, *(word[0] for word in words)}:
            entries[key].append(entry)
    # What has the space between two runs is cheaper left out here than kept out above.
    lists = ((key, one) for part in (entries, places) for key, one in part.items())
    return stride, {key: encode(one) for key, one in lists if " " not in key}


def _told(release: Published) -> list[str | None]:
    """What a result says of a release."""
    headline = release.headline
    return [release.place, release.released.isoformat(), headline.korean, headline.english]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
