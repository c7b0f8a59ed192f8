"""What a template may read without the sandbox looking into it."""

from __future__ import annotations


class Readable:
    """Data of ours, without methods, of which a template may read every field."""

    __slots__ = ()
