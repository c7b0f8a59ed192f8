"""The memory in files that other programs read and write: one module a format, named as its ending."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pressgen.translation.exchange.base import Format

FORMATS = ("po", "tmx", "csv")


def load_format(name: str) -> Format:
    """The format of that name; its module is imported now."""
    return cast("Format", import_module(f"{__name__}.{name}"))
