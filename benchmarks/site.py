"""What it costs to write what leads to the releases, on archives made up on disk, spread over ten years.

Run from the repository: python -m benchmarks.site [COUNT]... For each number of releases: the time, on the
processor, to list all of them, to make the texts of all files, and the links at the foot of all releases'
pages; then to bring files and listing up to date for one release of the newest: its headline corrected, its
text alone, and one more that comes and goes; with templates compiled anew each time, as a build does, and how
many files that touches. Only the newest releases have files of their own. Timings of different runs do not
compare.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.archive.listing import Listing
from pressgen.archive.published import Name
from pressgen.archive.site import update_site
from pressgen.archive.site.files import SiteFiles
from tests.archive.site.support import frame, put_pages, release

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressgen.archive.published import Published

COUNTS = (5_000, 50_000)
KINDS = 6
ROUNDS = 7
NEWEST = 60


def archive_of(count: int) -> list[Published]:
    """Releases over ten years; some organizations are named by many, most by a few."""
    chance = random.Random(3)
    names = [Name(f"하늘{i}구 재단", f"Haneul {i} & Partners") for i in range(count // 10)]
    found = []
    for number in range(count):
        day = date(2016, 1, 1) + timedelta(days=number * 3650 // count)
        named = {names[int(chance.random() ** 2 * len(names))] for _ in range(1 + number % 3)}
        found.append(
            release(
                0,
                place=f"{day:%Y/%m/%d}-자료-{number}",
                released=day,
                kind=f"kind-{number % KINDS}",
                headline=Name(f"도서관, {number}번째 인증", f"Library earns award {number}"),
                organizations=tuple(sorted(named, key=lambda name: name.korean)),
            )
        )
    return found


def seconds(function: Callable[[], object]) -> float:
    """The time that the call takes on the processor."""
    start = time.process_time()
    function()
    return time.process_time() - start


def rendered(found: list[Published]) -> tuple[float, float, float]:
    """The time to list them, to make all files' texts, and to make all links."""
    by_place = {one.place: one for one in found}
    with closing(sqlite3.connect(":memory:")) as database:
        listing = Listing(database, "a")
        listed = seconds(lambda: listing.update(by_place))
        site = SiteFiles(listing, frame(), by_place.__getitem__)
        files = seconds(lambda: [one.text() for one in site.all()])
        return listed, files, seconds(lambda: list(site.links.all()))


def update(folder: Path, changed: dict[str, Published | None]) -> tuple[float, int]:
    """One build's part of it, from the database that is there; how long, and how many files."""
    put_pages(folder, [one for one in changed.values() if one])
    start = time.process_time()
    with closing(sqlite3.connect(folder.parent / "listing.sqlite")) as database:
        listing = Listing(database, "a")
        done = update_site(changed, folder, frame(), listing, whole=False)
        database.commit()
    return time.process_time() - start, len(done.written) + len(done.removed)


def main(counts: list[int]) -> int:
    for count in counts:
        found = archive_of(count)
        times = [rendered(found) for _ in range(3 if count < 20_000 else 1)]
        best = [min(column) for column in zip(*times, strict=True)]
        print(f"{count}: listed {best[0]:.2f} s, files {best[1]:.2f} s, links {best[2]:.2f} s")
        with tempfile.TemporaryDirectory() as folder:
            measure_updates(Path(folder) / "releases", found)
    return 0


def measure_updates(folder: Path, found: list[Published]) -> None:
    """Prints what updates cost in an archive of these releases."""
    put_pages(folder, found[-NEWEST:])
    update(folder, {one.place: one for one in found})
    newest = found[-1]
    new = replace(newest, place=f"{newest.place}-new")
    names = [Name(f"{number}", f"{number}") for number in range(ROUNDS)]
    texts = [replace(newest, headline=names[-1], paragraphs=(name,)) for name in names]
    cases: dict[str, list[Published | None]] = {
        "headline": [replace(newest, headline=name) for name in names],
        "text": list(texts),
        "come and gone": [new, None] * (ROUNDS // 2),
    }
    for name, versions in cases.items():
        place = new.place if None in versions else newest.place
        runs = [update(folder, {place: version}) for version in versions]
        middle = statistics.median(run for run, _ in runs)
        print(f"  {name}: {1000 * middle:.0f} ms, at most {max(n for _, n in runs)} files")


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or list(COUNTS)))
