"""What benchmarks.archive prints: a table for each number of releases, how it grows, and the aims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.processes import Cost

FULL, SAME = "full", "no change"
CHANGED = ("newest", "middle", "oldest")
AIMED, LARGE = 5_000, 50_000
FULL_AIM, SAME_AIM, CHANGED_AIM, MEGABYTES_AIM, GROWTH_AIM = 2.0, 0.15, 0.25, 120, 3.0


@dataclass(frozen=True)
class Measured:
    """What one tool took for one number of releases, by what was asked of it."""

    tool: str
    costs: Mapping[str, Cost]

    def seconds(self, what: str) -> float | None:
        return self.costs[what].seconds if what in self.costs else None

    @property
    def full(self) -> float:
        return self.costs[FULL].seconds

    @property
    def slowest_changed(self) -> float:
        return max(self.costs[what].seconds for what in CHANGED)

    @property
    def megabytes(self) -> float | None:
        """The most that a process held in any of the builds."""
        held = [cost.megabytes for cost in self.costs.values() if cost.megabytes is not None]
        return max(held, default=None)


@dataclass(frozen=True)
class Aim:
    """An aim, and what was measured; no more than `most`. None where it was not measured."""

    name: str
    most: float
    measured: float | None
    unit: str = ""

    @property
    def is_missed(self) -> bool:
        return self.measured is not None and self.measured > self.most

    @property
    def row(self) -> list[str]:
        verdict = (
            "not measured" if self.measured is None else "missed" if self.is_missed else "held"
        )
        return [
            self.name,
            f"≤ {self.most:g}{self.unit}",
            _number(self.measured) + self.unit,
            verdict,
        ]


def report(results: Mapping[int, Sequence[Measured]], *, markdown: bool) -> bool:
    """Prints the tables; returns whether no aim was missed."""
    for count, measured in sorted(results.items()):
        print("\n" + table(rows_of_size(count, measured), markdown=markdown))
    if len(results) > 1:
        print("\n" + table(rows_of_growth(results), markdown=markdown))
    wanted = aims(results)
    if wanted:
        rows = [["aim", "at most", "measured", ""], *(aim.row for aim in wanted)]
        print("\n" + table(rows, markdown=markdown))
    return not any(aim.is_missed for aim in wanted)


def aims(results: Mapping[int, Sequence[Measured]]) -> list[Aim]:
    """The aims of which something was measured."""
    found: list[Aim] = []
    if AIMED in results:
        ours, theirs, *_ = results[AIMED]
        found += [
            Aim("full build, × Hugo's", FULL_AIM, ours.full / theirs.full),
            Aim("no change, × Hugo's full", SAME_AIM, ours.costs[SAME].seconds / theirs.full),
            Aim("one changed, × Hugo's full", CHANGED_AIM, ours.slowest_changed / theirs.full),
            Aim("a process", MEGABYTES_AIM, ours.megabytes, " MB"),
        ]
        if LARGE in results:
            grown = results[LARGE][0].slowest_changed / ours.slowest_changed
            found.append(Aim(f"one of {LARGE:,} changed, × one of {AIMED:,}", GROWTH_AIM, grown))
    return found


def rows_of_size(count: int, results: Sequence[Measured]) -> list[list[str]]:
    """A table: a line a tool, seconds, and in brackets how many times Hugo's full build."""
    hugo_full = next((one.full for one in results if one.tool == "Hugo"), None)

    def cell(seconds: float | None) -> str:
        if seconds is None:
            return "–"
        ratio = f" ({seconds / hugo_full:.2f})" if hugo_full else ""
        return f"{seconds:.2f}{ratio}"

    header = [f"{count:,} releases", *_headings(FULL, SAME, *CHANGED), "MB a process"]
    return [
        header,
        *(
            [
                one.tool,
                *(cell(one.seconds(what)) for what in (FULL, SAME, *CHANGED)),
                _held(one),
            ]
            for one in results
        ),
    ]


def rows_of_growth(results: Mapping[int, Sequence[Measured]]) -> list[list[str]]:
    """A table: a line a number of releases, pressgen's seconds and memory, Hugo's full build."""
    header = [
        "pressgen",
        *_headings(FULL),
        "ms a release",
        *_headings(SAME, *CHANGED),
        "MB a process",
        "Hugo, full",
    ]
    rows = [header]
    for count, (ours, *others) in sorted(results.items()):
        theirs = next((one.full for one in others if one.tool == "Hugo"), None)
        rows.append(
            [
                f"{count:,} releases",
                _number(ours.full),
                _number(ours.full / count * 1000),
                *(_number(ours.seconds(what)) for what in (SAME, *CHANGED)),
                _held(ours),
                _number(theirs),
            ]
        )
    return rows


def _headings(*names: str) -> list[str]:
    return [f"{name} changed" if name in CHANGED else name for name in names]


def _held(one: Measured) -> str:
    return "not measured" if one.megabytes is None else f"{one.megabytes:.0f}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
