"""Units in English that have lost their number: "within a -mile radius", "it weighs  pounds", "$ million".

An engine drops a token now and then; where the number stands a second time, converted or repeated, its
value alone would not show it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressgen.checks.quantities.scanning import any_of, beginning, find_token
from pressgen.checks.quantities.units import ENGLISH_CURRENCIES, ENGLISH_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgen.checks.quantities.quantity import Quantity

_LONG_NAMES: Final = [
    name for name in (*ENGLISH_UNITS, *ENGLISH_CURRENCIES, "percent") if len(name) > 3
]
_NAMES: Final = "|".join(map(re.escape, _LONG_NAMES))
_GAP: Final = re.compile(
    rf"(?:\(|\s\s|\(\s|\s-)(?P<unit>{_NAMES})\b|(?P<sign>[$€£₩])(?=\s(?!\d)|\s*(?:million|billion|\)))"
    rf"|(?<!\ba)(?<!\ban)(?<!\bper)(?<!\bhalf)(?<!\beach)(?<!\bsquare)\s(?P<before>{_NAMES})(?=\s\(\d)"
)
_MAYBE: Final = re.compile(
    rf"[$€£₩(\s](?:(?<=[$€£₩])[\s)mb]|(?<=\()(?:\s?{any_of({name[0] for name in _LONG_NAMES})}|\d)|(?<=\s)[\s-])"
)
"""What every text with a gap has, found sooner: most have none."""
_BEGIN: Final = beginning(r"$€£₩(\s", rf"[$€£₩(]|\s(?:[\s-]|{any_of(_LONG_NAMES)}\s\(\d)")
"""Where a gap may begin."""


def units_alone(text: str, quantities: list[Quantity]) -> Iterator[tuple[int, int]]:
    """Where a unit stands without a number."""
    if not _MAYBE.search(text):
        return
    ends = {one.span[1] for one in quantities}
    position = 0
    while match := find_token(_GAP, _BEGIN, text, position):
        span = match.span(match.lastgroup or 0)
        if span[1] not in ends:
            yield span
        position = match.end()
