"""The tables of cases beside the tests."""

from __future__ import annotations

from pathlib import Path


def read_cases(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table beside this module; a line that starts with "# " is a comment."""
    path = Path(__file__).parent / name
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("# ")]
