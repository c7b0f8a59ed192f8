"""The tables of data beside this package."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "data"


def read_table(name: str) -> list[list[str]]:
    """Return the rows of `data/<name>.tsv`; a line that starts with "# " is a comment."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]
