"""archive.json for other programs: what years there are, and a file a year with its releases."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from pressgen.archive.site.plan import Planned
from pressgen.archive.site.views import release_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.archive.published import Name, Published
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.shelves import Shelves

FORMAT_VERSION = 1
GENERATOR = '"generator": "pressgen"'
CATALOG = "archive.json"


def plan_catalog(shelves: Shelves, frame: Frame) -> Iterator[Planned]:
    """The files; addresses in them are relative to theirs."""
    years = []
    for year, months in shelves.years.items():
        releases = [one for month in months for one in month.releases]
        path = f"archive-{year:04}.json"
        years.append({"year": year, "releases": len(releases), "file": path})
        yield Planned(path, (releases,), partial(_year, year, releases))
    kinds = {
        kind: {"name": _name(shelf.name), "page": shelf.path}
        for kind, shelf in shelves.kinds.items()
    }
    data = {"title": _name(frame.title), "years": years, "kinds": kinds}
    yield Planned(CATALOG, (data,), partial(_write, data))


def _year(year: int, releases: Sequence[Published]) -> str:
    return _write({"year": year, "releases": [_entry(one) for one in releases]})


def _write(data: dict[str, Any]) -> str:
    whole = {"format": FORMAT_VERSION, "generator": "pressgen", **data}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _entry(release: Published) -> dict[str, Any]:
    return {
        "place": release.place,
        "page": release_path(release),
        "data": f"{release.place}/release.json",
        "kind": release.kind,
        "released": release.released.isoformat(),
        "headline": _name(release.headline),
        "subheadline": _name(release.subheadline),
        "outlet": _name(release.outlet),
        "organizations": [_name(one) for one in release.organizations],
        "photos": [f"{release.place}/{photo.file}" for photo in release.photos],
        "english_complete": release.is_complete,
    }


def _name(name: Name | None) -> dict[str, str | None] | None:
    return {"ko": name.korean, "en": name.english} if name else None
