"""What search costs, on releases made up (about 4.5 KB of text each, spread over ten years).

Run from the repository: python -m benchmarks.search [COUNT]... For each number of releases: the time to
read and index all of them in one process, and again with nothing changed, one new release of today, and one
corrected of the first year and of the middle; the size of the index beside that of the texts; the time of
a query by the index and by reading every text; and what a page loads for a query before it shows all: files,
bytes, and bytes as a server sends them compressed. The made-up vocabulary is small, so every word is found
far more often than in life: sizes per query are the bad case. Exits with 1 where the index and the texts
disagree.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from pressgen.archive.published import Name, read_published
from pressgen.archive.search.query import headlines, other_texts, read_query, scan
from pressgen.archive.search.reader import ask_index
from tests.archive.search.corpus import Corpus
from tests.archive.search.support import put, update

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressgen.archive.published import Published

COUNTS = (1_000, 5_000, 20_000)
QUERIES = (
    "재단",
    "섬",
    "인공지능",
    "한빛문화재단은",
    "도서관 인증",
    "foundation",
    "re",
    "없는낱말",
)
FIRST_RESULTS = 20


def seconds(function: Callable[[], object]) -> float:
    """How long the call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def contents(archive: Path) -> dict[Path, bytes]:
    """The files of the index."""
    return {path: path.read_bytes() for path in archive.glob("search/**/*") if path.is_file()}


def changed_files(
    archive: Path, releases: Sequence[Published], changed: Published
) -> tuple[float, int]:
    """How long it takes to index these releases when one of them changed, and how many files that writes."""
    put(changed, archive)
    before = contents(archive)
    taken = seconds(lambda: update(releases, archive, [changed.released]))
    after = contents(archive)
    return taken, sum(before.get(path) != content for path, content in after.items())


def loaded(archive: Path, words: str) -> list[bytes]:
    """The files that a page reads for a query until it shows the first results."""
    read: dict[Path, bytes] = {}
    original = Path.read_text

    def noting(path: Path, encoding: str) -> str:
        read[path] = path.read_bytes()
        return original(path, encoding)

    with patch.object(Path, "read_text", noting):
        hits = ask_index(archive, read_query(words))
    chunks = [path for path in read if path.name.startswith("releases-")]
    shown = {hit.place for hit in hits[:FIRST_RESULTS]}
    for path in chunks:
        if not any(f'"{place}"' in read[path].decode("utf-8") for place in shown):
            del read[path]
    return list(read.values())


def report_build(archive: Path, releases: Sequence[Published], newest: Published) -> None:
    """Writes the releases, indexes them, and prints what that takes; `newest` is added and stays."""
    thousands = len(releases) / 1000
    for release in releases:
        put(release, archive)
    taken = seconds(lambda: update(releases, archive, None))
    files = contents(archive)
    keys = [len(content) for path, content in files.items() if path.name.startswith("keys-")]
    size = sum(map(len, files.values()))
    text = sum(
        len("".join([*headlines(one), *other_texts(one)]).encode("utf-8")) for one in releases
    )
    print(f"{len(releases):,} releases")
    print(f"  all                {taken:7.2f} s    {taken / thousands:6.2f} s per 1,000")
    print(f"  unchanged          {seconds(lambda: update(releases, archive, [])):7.3f} s")
    for name, changed in (
        ("one new", newest),
        ("one old corrected", replace(releases[0], headline=Name("정정", None))),
        ("one of the middle", replace(releases[len(releases) // 2], headline=Name("정정", None))),
    ):
        taken, written = changed_files(archive, [*releases, newest], changed)
        print(f"  {name:18} {taken:7.3f} s    {written:6,} files of {len(files):,}")
    segments = sum(path.is_dir() for path in (archive / "search").iterdir())
    print(f"  index              {size / 1e6:7.1f} MB   {size / thousands / 1e6:6.2f} MB per 1,000")
    print(f"  segments           {segments:7,}")
    print(f"  texts              {text / 1e6:7.1f} MB")
    print(
        f"  shard              {statistics.mean(keys):7,.0f} bytes on average, {max(keys):,} at most"
    )


def report_queries(archive: Path, releases: Sequence[Published]) -> bool:
    """Prints a line a query; returns whether the index and the texts agree on all."""
    print(
        f"  {'query':16}{'found':>8}{'index ms':>10}{'texts ms':>10}{'files':>7}{'KB':>9}{'zipped':>9}"
    )
    agree = True
    for words in QUERIES:
        query = read_query(words)
        by_index, by_texts = ask_index(archive, query), scan(releases, query)
        agree &= by_index == by_texts
        index = min(seconds(lambda query=query: ask_index(archive, query)) for _ in range(3))  # type: ignore[misc]
        texts = seconds(lambda query=query: scan(releases, query))  # type: ignore[misc]
        files = loaded(archive, words)
        size, zipped = sum(map(len, files)), sum(len(zlib.compress(file)) for file in files)
        print(
            f"  {words:16}{len(by_texts):8,}{index * 1e3:10.1f}{texts * 1e3:10.0f}"
            f"{len(files):7}{size / 1e3:9,.0f}{zipped / 1e3:9,.0f}"
        )
    return agree


def main() -> int:
    """Measures each number of releases; returns the exit status."""
    agree = True
    for count in map(int, sys.argv[1:] or COUNTS):
        corpus = Corpus()
        releases = corpus.releases(count)
        newest = corpus.release(count, releases[-1].released)
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder)
            report_build(archive, releases, newest)
            agree &= report_queries(archive, list(read_published(archive)))
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
