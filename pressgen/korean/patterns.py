"""Regular expressions that are compiled when they are first used, so that importing costs nothing."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled; asking again is a look-up, cheaper than that of `re`."""
    return re.compile(pattern)
