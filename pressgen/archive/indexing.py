"""Brings what leads to the releases up to date: the site's pages, the search."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pressgen.archive.published import places_between, read_published
from pressgen.archive.search.reader import has_index
from pressgen.archive.search.writer import update_search
from pressgen.archive.site import WrittenSite, open_frame, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressgen.archive.manifest import Manifest
    from pressgen.archive.plan import Plan
    from pressgen.archive.published import Published


def update_indexes(
    plan: Plan, manifest: Manifest, changed: Mapping[str, Published | None]
) -> WrittenSite:
    """All of it."""
    releases = list(read_published(plan.output))
    if not releases and not has_index(plan.output):
        return WrittenSite()
    days = Counter(one.released for one in releases)
    update_search(plan.output, days, None, places_between(releases))
    frame = open_frame(plan.workspace, (one.kind for one in releases))
    return write_site(releases, plan.output, frame)
