"""Ranges and alternatives that name their unit once: 30~50%, 2~3억 원, 50 or 75 dollars."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from pressgen.checks.quantities.quantity import Kind, Quantity

_JOINT: Final = re.compile(r"\s?(?:[~∼〜\-–—,]|to|or|and|내지|에서|이나|나|또는)\s?")

_SHARED: Final = (Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.YEAR, Kind.MONTH, Kind.DAY)


def with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, those that stand before another's unit with that unit.

    2, 3년 is as rough as "a couple of years", and soft.
    """
    if len(found) < 2:
        return found
    shared = found[:]
    for index, (one, following) in reversed(list(enumerate(pairwise(found)))):
        following = shared[index + 1]
        bare = one.kind is Kind.NUMBER and following.kind in _SHARED
        scaled = one.kind is Kind.NUMBER and one.scale == 1 < following.scale
        if (bare or scaled) and _JOINT.fullmatch(text, one.span[1], following.span[0]):
            rough = (
                following.value == one.value + 1 < 10
                and "," in text[one.span[1] : following.span[0]]
            )
            shared[index] = one.like(following)._replace(soft=rough)
            shared[index + 1] = following._replace(soft=following.soft or rough)
    return shared
