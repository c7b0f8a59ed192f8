"""The record of what left the house: when, to where, how much. None of the text is in it."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo


class SentLog:
    """`.pressgen/sent.log`: one line a request, fields parted by tabs.

    The time (ISO 8601), the engine's id, the host, the number of texts and of characters, and the
    first 12 hexadecimal digits of the SHA-256 of each text (UTF-8), by which it can be told whether a
    certain text was among them.
    """

    def __init__(self, file: Path, zone: ZoneInfo) -> None:
        self._file = file
        self._zone = zone
        self._lock = Lock()

    def note(self, engine_id: str, host: str, texts: Sequence[str]) -> None:
        """Adds a line, before the request is made. Raises OSError where it can't be written."""
        now = datetime.now(self._zone).isoformat(timespec="seconds")
        digests = " ".join(
            sha256(text.encode("utf-8", "replace")).hexdigest()[:12] for text in texts
        )
        characters = sum(map(len, texts))
        line = f"{now}\t{engine_id}\t{host}\t{len(texts)}\t{characters}\t{digests}\n"
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line)
