"""One build at a time in a workspace: a lock that the operating system takes back from a dead process."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import filelock

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_PATIENCE = 2.0
"""Seconds: so long the workers of a build that was killed may take to notice."""


@contextmanager
def build_lock(working_data: Path) -> Iterator[None]:
    """Keeps other builds out of the workspace while the block runs.

    Raises PressgenError where another build is running, or the lock's file can't be made.
    """
    file = working_data / "build.lock"
    try:
        working_data.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(file, timeout=_PATIENCE)
        lock.acquire()
    except filelock.Timeout:
        message = "이 작업 폴더에서 다른 pressgen build가 돌고 있습니다. 끝난 뒤에 다시 실행하세요."
        raise PressgenError(Problem(message)) from None
    except OSError as error:
        raise PressgenError(Problem(f"쓸 수 없습니다({error.strerror}).", file)) from None
    try:
        yield
    finally:
        lock.release()
