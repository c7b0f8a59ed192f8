"""What leads to the releases of an archive: index pages, feeds, sitemaps, archive.json."""

from __future__ import annotations

from pressgen.archive.site.frame import Frame, open_frame
from pressgen.archive.site.writer import WrittenSite, update_site

__all__ = ["Frame", "WrittenSite", "open_frame", "update_site"]
