"""An archive for search: releases made up in memory, written as a build writes them, and indexed."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from pressgen.archive.search.writer import update_search
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from pressgen.archive.published import Name, Published


def index(releases: Sequence[Published], archive: Path) -> None:
    """Makes these, and no others, the releases of the archive, and all of them indexed."""
    for file in archive.glob("[0-9]*/[0-9]*/*/release.json"):
        file.unlink()
    for release in releases:
        put(release, archive)
    update(releases, archive, None)


def update(releases: Sequence[Published], archive: Path, changed: Collection[date] | None) -> None:
    """Brings the index up to date; all that lies in the archive are these."""
    days = Counter(release.released for release in releases)
    update_search(archive, days, changed, places_between(releases), [shipped_templates()])


def places_between(releases: Iterable[Published]) -> Callable[[date, date], list[str]]:
    """Says which of these releases came out from one day to another, both included, by their places."""
    days: defaultdict[date, list[str]] = defaultdict(list)
    for release in releases:
        days[release.released].append(release.place)
    ordered = sorted(days)

    def between(first: date, last: date) -> list[str]:
        found = ordered[bisect_left(ordered, first) : bisect_right(ordered, last)]
        return sorted(place for day in found for place in days[day])

    return between


def put(release: Published, archive: Path) -> None:
    """Writes the release.json from which this release is read back."""
    paragraphs = [("headline", release.headline), *(("body", one) for one in release.paragraphs)]
    if release.subheadline:
        paragraphs.append(("subheadline", release.subheadline))
    data: dict[str, Any] = {
        "kind": release.kind,
        "released": release.released.isoformat(),
        "embargo": None,
        "outlet": {"name": _fact(release.outlet), "reporter": _fact(release.reporter)},
        "facts": [{"type": "organization", **_fact(one)} for one in release.organizations],
        "photos": [],
        "translation": {"state": "complete" if release.is_complete else "pending", "engines": []},
        "korean": [{"role": role, "segments": [name.korean]} for role, name in paragraphs],
        "english": [
            {"role": role, "segments": [{"en": name.english}]} for role, name in paragraphs
        ],
    }
    file = archive / release.place / "release.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data), encoding="utf-8")


def _fact(name: Name | None) -> Any:
    return {"ko": name.korean, "en": name.english} if name else None
