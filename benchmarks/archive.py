"""Archives of thousands: pressgen beside Hugo, Pelican and a bare loop, in one run on one machine.

    python -m benchmarks.archive [SIZE]... [--grow] [--runs N] [--tools VENV] [--markdown]
    python -m benchmarks.archive --steps [--markdown]

Each figure is of a whole process from the command line: the median of three runs, the tools by turns; what
takes longer than a minute is run once. A full build goes into an empty output, with only the
translation memory kept. Then nothing is changed; then one number in one release: the newest, the middle
and the oldest. Hugo and Pelican are installed from the package index into a virtual environment of this
run, or are in the one that --tools names. Up to 5,000 releases all are measured, up to 20,000 pressgen and
Hugo, above that pressgen alone. The aims are for 5,000 releases, as multiples of Hugo's full build in the
same run; exit status 1 where one is missed. docs/performance.md says what is compared.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from benchmarks.archive_corpus import articles, correct
from benchmarks.archive_report import AIMED, CHANGED, FULL, SAME, Measured, report
from benchmarks.archive_tools import hugo, install_tools, loop, pelican, pressgen, versions
from benchmarks.processes import Cost, run
from benchmarks.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.archive_corpus import Article
    from benchmarks.archive_tools import Tool

GROWTH = (1_000, 5_000, 20_000)
MOST_FOR_ALL, MOST_FOR_HUGO = 5_000, 20_000
SLOW = 60.0
"""Seconds; what takes longer is run once."""


def measure_size(count: int, tools: Path | None, runs: int, folder: Path) -> list[Measured]:
    """Everything for that number of releases, pressgen first, then Hugo."""
    chosen = [pressgen(folder / "pressgen", count)]
    if tools is not None and count <= MOST_FOR_HUGO:
        ours = chosen[0]
        run(ours.command, ours.folder)  # what the others are given, and Python's modules compiled
        releases = ours.folder / "releases"
        chosen.append(hugo(folder / "hugo", releases, count, tools))
        if count <= MOST_FOR_ALL:
            chosen.append(pelican(folder / "pelican", releases, count, tools))
            chosen += [loop(folder / f"loop{n}", releases, count, n) for n in (1, 2)]
    return measure(chosen, corrected_articles(count), runs)


def corrected_articles(count: int) -> dict[str, Article]:
    """The articles that are corrected: the newest, the middle and the oldest."""
    places = dict(zip(CHANGED, (count - 1, count // 2, 0), strict=True))
    chosen = {
        index: article for index, article in enumerate(articles(count)) if index in places.values()
    }
    return {what: chosen[index] for what, index in places.items()}


def measure(tools: Sequence[Tool], corrected: Mapping[str, Article], runs: int) -> list[Measured]:
    """Runs all builds of all tools by turns, so that a slow moment of the machine hits all alike."""
    costs: dict[str, dict[str, list[Cost]]] = {tool.name: defaultdict(list) for tool in tools}
    for _ in range(runs):
        for what in (FULL, SAME, *CHANGED):
            for tool in tools:
                taken = costs[tool.name][what] if what == FULL or tool.keeps_up else None
                if taken is None or (taken and taken[0].seconds > SLOW):
                    continue
                taken.append(run_once(tool, what, corrected))
                print(f"{tool.name}, {what}: {taken[-1].seconds:.2f} s", file=sys.stderr)
    return [
        Measured(name, {what: median(taken) for what, taken in of.items()})
        for name, of in costs.items()
    ]


def run_once(tool: Tool, what: str, corrected: Mapping[str, Article]) -> Cost:
    """One run of a tool; where something is corrected, the page has to have it then."""
    if what == FULL:
        tool.empty()
    if what not in corrected:
        return run(tool.command, tool.folder)
    article = corrected[what]
    number = correct(tool.source(article), article)
    cost = run(tool.command, tool.folder)
    if number not in tool.page(article).read_text(encoding="utf-8"):
        raise SystemExit(f"{tool.name} left {tool.page(article)} as it was")
    return cost


def median(costs: Sequence[Cost]) -> Cost:
    """The median seconds, with the most memory of any of the runs."""
    megabytes = max((one.megabytes for one in costs if one.megabytes is not None), default=None)
    return Cost(statistics.median(one.seconds for one in costs), megabytes)


def machine(tools: Sequence[str]) -> str:
    """The day, the size of the machine, and the versions."""
    day = datetime.now(ZoneInfo("Asia/Seoul"))
    parts = [f"{day:%Y-%m-%d}", f"{os.cpu_count()} cores"]
    if sys.platform == "linux":
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        parts.append(f"{pages / 2**30:.0f} GiB of memory")
    return ", ".join([*parts, platform.system(), f"Python {platform.python_version()}", *tools])


def main() -> int:
    """Measures, prints the tables and returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sizes", metavar="SIZE", nargs="*", type=int, help=f"or {AIMED:,}")
    parser.add_argument("--grow", action="store_true", help=f"also {GROWTH}")
    parser.add_argument("--runs", type=int, default=3, help="of which a figure is the median")
    parser.add_argument("--tools", type=Path, help="a virtual environment with Hugo and Pelican")
    parser.add_argument(
        "--markdown", action="store_true", help="tables as docs/performance.md has them"
    )
    parser.add_argument(
        "--steps", action="store_true", help="only the cost of each step, in process"
    )
    chosen = parser.parse_args()
    if chosen.steps:
        from benchmarks.archive_steps import rows_of_steps  # this process stays small otherwise

        print(machine(()) + "\n\n" + table(rows_of_steps(), markdown=chosen.markdown))
        return 0
    sizes = {*chosen.sizes, *(GROWTH if chosen.grow else ())} or {AIMED}
    results: dict[int, list[Measured]] = {}
    with tempfile.TemporaryDirectory(prefix="pressgen-archive-") as folder:
        tools = None
        if min(sizes) <= MOST_FOR_HUGO:
            tools = chosen.tools.resolve() if chosen.tools else install_tools(Path(folder, "tools"))
        for size in sorted(sizes):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                results[size] = measure_size(size, tools, chosen.runs, Path(place))
        print(machine(versions(tools) if tools else ()))
    return 0 if report(results, markdown=chosen.markdown) else 1


if __name__ == "__main__":
    sys.exit(main())
