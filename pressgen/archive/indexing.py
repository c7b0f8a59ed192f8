"""Brings what leads to the releases up to date: the site's pages, the search."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import starmap
from typing import TYPE_CHECKING

from pressgen.archive.files import sweep
from pressgen.archive.listing import Listing
from pressgen.archive.manifest import UNFINISHED
from pressgen.archive.published import read_release
from pressgen.archive.search.writer import update_search
from pressgen.archive.site import WrittenSite, open_frame, update_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path
    from typing import Any

    from pressgen.archive.manifest import Manifest
    from pressgen.archive.plan import Plan
    from pressgen.archive.published import Published
    from pressgen.archive.site import Frame

_FEW = 4
"""So many periods are indexed sooner here than by other processes."""


def update_indexes(
    plan: Plan,
    manifest: Manifest,
    changed: Mapping[str, Published | None],
    made_of: tuple[str, str],
    executor: Executor | None,
) -> WrittenSite:
    """Brings the indexes of an archive up to date with what is out.

    `changed`: the releases by their places that came or changed since the indexes were last finished,
    None for those that are gone. `made_of`: what else they were made of when they were last finished (or
    UNFINISHED), and what they are to be made of now.
    Raises PressgenError where a file can't be written, and for what is wrong with a template.
    """
    before, now = made_of
    listing = Listing(manifest.connection, plan.archive)
    if before == UNFINISHED:
        sweep(plan.output)
    if before in ("", UNFINISHED):
        changed = _everything(plan.output, listing, changed)
    if before == now and not changed:
        return WrittenSite()
    kinds = {shelf.key.name for shelf in listing.shelves("kinds")}
    kinds |= {one.kind for one in changed.values() if one}
    if not kinds:
        return WrittenSite()
    frame = open_frame(plan.workspace, kinds)
    if before != now:
        return _all_anew(plan.output, changed, frame, listing, executor)
    done = update_site(changed, plan.output, frame, listing, whole=False)
    update_search(
        plan.output,
        listing.days(),
        set(map(_day, changed)),
        listing.places,
        frame.template_folders,
    )
    return done


def _all_anew(
    output: Path,
    changed: Mapping[str, Published | None],
    frame: Frame,
    listing: Listing,
    executor: Executor | None,
) -> WrittenSite:
    """Writes all the indexes; the search is made by other processes meanwhile."""
    listing.update(changed)
    days = listing.days()
    places: dict[date, list[str]] = {day: listing.places(day, day) for day in sorted(days)}

    def places_of(first: date, last: date) -> list[str]:
        return [place for day, found in places.items() if first <= day <= last for place in found]

    with ThreadPoolExecutor(1) as aside:
        searching = aside.submit(
            update_search, output, days, None, places_of, frame.template_folders, _runner(executor)
        )
        done = update_site({}, output, frame, listing, whole=True)
        searching.result()
    return done


def _everything(
    output: Path, listing: Listing, changed: Mapping[str, Published | None]
) -> dict[str, Published | None]:
    """All the releases in the archive's folder, and what is listed and no longer there.

    Also those that another workspace built there: who reads the archive finds them, so they are listed.
    """
    there: dict[str, Published | None] = {
        one.place: None for one in listing.releases() if one.place not in changed
    }
    for file in sorted(output.glob("[0-9]*/[0-9]*/*/release.json")):
        place = file.parent.relative_to(output).as_posix()
        there[place] = changed.get(place) or read_release(file, place)
    return {**{place: None for place, one in changed.items() if one is None}, **there}


def _day(place: str) -> date:
    from datetime import date

    year, month, rest = place.split("/")
    return date(int(year), int(month), int(rest[:2]))


def _runner(executor: Executor | None) -> Callable[..., Iterable[Any]]:
    def run(work: Callable[..., Any], tasks: Sequence[tuple[Any, ...]]) -> Iterable[Any]:
        if executor is None or len(tasks) <= _FEW:
            return starmap(work, tasks)
        return executor.map(work, *zip(*tasks, strict=True))

    return run
