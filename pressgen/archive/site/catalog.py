"""archive.json for other programs: what years there are, and a file a year with its releases."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from pressgen.archive.site.plan import Planned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.archive.listing import Listed
    from pressgen.archive.published import Name
    from pressgen.archive.site.frame import Frame
    from pressgen.archive.site.shelves import Shelves

FORMAT_VERSION = 1
GENERATOR = '"generator": "pressgen"'
CATALOG = "archive.json"


def catalog_path(year: int) -> str:
    """The file with the releases of a year."""
    return f"archive-{year:04}.json"


def plan_catalog(shelves: Shelves, frame: Frame) -> Planned:
    """The years and kinds; addresses in the files are relative to theirs."""
    return Planned(CATALOG, partial(_catalog, shelves, frame))


def plan_year(year: int, releases: Sequence[Listed]) -> Planned:
    """The releases of a year, each on a line of its own."""
    return Planned(catalog_path(year), partial(_year, year, releases))


def _catalog(shelves: Shelves, frame: Frame) -> str:
    years = [
        {
            "year": year,
            "releases": sum(month.count for month in months),
            "file": catalog_path(year),
        }
        for year, months in shelves.years.items()
    ]
    kinds = {
        shelf.key.name: {"name": _both(shelf.name), "page": shelf.path} for shelf in shelves.kinds
    }
    return _write({"title": _both(frame.title), "years": years, "kinds": kinds})


def _year(year: int, releases: Sequence[Listed]) -> str:
    lines = ",\n".join(f"  {one.entry}" for one in releases)
    return _write({"year": year, "releases": []}).replace("[]", f"[\n{lines}\n ]")


def _write(data: dict[str, Any]) -> str:
    whole = {"format": FORMAT_VERSION, "generator": "pressgen", **data}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _both(name: Name) -> dict[str, str | None]:
    return {"ko": name.korean, "en": name.english}
