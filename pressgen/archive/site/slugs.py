"""Names as folders: the same name always gives the same one, and two names never share one."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_LETTERS = 40
"""Of the name itself; a Hangul syllable is three bytes, and a folder's name may have 255."""
_PLAIN = re.compile(rf"[0-9a-z가-힣]{{1,{MAX_LETTERS}}}")
_OTHER = re.compile(r"[^0-9a-z가-힣]+")
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def slug(name: str) -> str:
    """A folder's name for this name, which every file system and URL takes.

    A name of Hangul, small letters and digits stands as it is. Any other is cleaned, and has its digest
    behind it: it tells apart what cleaning makes alike (A&B and A/B, Kbank and KBANK), whatever other
    names there are, so that an organisation's page stays where it is when another one comes.
    """
    name = unicodedata.normalize("NFC", name)
    if _PLAIN.fullmatch(name) and not _WINDOWS_DEVICE.fullmatch(name):
        return name
    cleaned = _OTHER.sub("-", name.lower())[:MAX_LETTERS].strip("-")
    digest = hashlib.sha256(name.encode("utf-8")).hexdigest()[:8]
    return f"{cleaned}-{digest}" if cleaned else digest
