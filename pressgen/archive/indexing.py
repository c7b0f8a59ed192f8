"""Brings what leads to the releases up to date: the site's pages, the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.archive.published import read_published
from pressgen.archive.search.reader import has_index
from pressgen.archive.search.writer import write_search
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
    write_search(releases, plan.output)
    frame = open_frame(plan.workspace, (one.kind for one in releases))
    return write_site(releases, plan.output, frame)
