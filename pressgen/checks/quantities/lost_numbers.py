"""Units in English that have lost their number: "within a -mile radius", "it weighs  pounds", "$ million".

An engine drops a token now and then; where the number stands a second time, converted or repeated, its
value alone would not show it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.units import ENGLISH_CURRENCIES, ENGLISH_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.checks.quantities.quantity import Quantity

_NAMES: Final = "|".join(
    re.escape(name) for name in (*ENGLISH_UNITS, *ENGLISH_CURRENCIES, "percent") if len(name) > 3
)
_GAP: Final = re.compile(
    rf"(?:\(|\s\s|\(\s|\s-)(?P<unit>{_NAMES})\b|(?P<sign>[$€£₩])(?=\s(?!\d)|\s*(?:million|billion|\)))"
    rf"|(?<!\ba)(?<!\ban)(?<!\bper)(?<!\bhalf)(?<!\beach)(?<!\bsquare)\s(?P<before>{_NAMES})(?=\s\(\d)"
)


def units_alone(text: str, quantities: list[Quantity]) -> Iterator[tuple[int, int]]:
    """Where a unit stands without a number."""
    ends = {one.span[1] for one in quantities}
    for match in _GAP.finditer(text):
        span = match.span(match.lastgroup or 0)
        if span[1] not in ends:
            yield span
