"""The formats of a release: each turns the same Document into one file."""

from __future__ import annotations

from pressgen.formats.base import Folder, Format

__all__ = ["FORMATS", "Folder", "Format", "load_format"]

FORMATS = ("md", "txt", "html", "json")
_MODULES = {"md": "markdown", "txt": "text", "html": "html", "json": "json"}


def load_format(name: str) -> Format:
    """The format of that suffix; its module is imported only now. Raises KeyError for an unknown one."""
    from importlib import import_module

    render: Format = import_module(f"{__name__}.{_MODULES[name]}").render
    return render
