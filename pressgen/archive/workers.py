"""Work in chunks, here or in other processes."""

from __future__ import annotations

import math
import os
import signal
import sys
import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

MOST_IN_A_CHUNK = 64
FEWEST_FOR_WORKERS = 64
"""Below that, processes cost more than they save."""


def map_chunks(
    work: Callable[[S, Sequence[T]], Sequence[R]],
    shared: S,
    items: Sequence[T],
    executor: Executor | None,
    jobs: int,
) -> Iterator[Sequence[R]]:
    """What `work` makes of each chunk of the items, in their order.

    Any executor of concurrent.futures will do, a cluster's too: `work` is importable, and what it is
    given and returns is small. None: the work is done here, chunk after chunk as they are asked for.
    """
    size = max(1, min(MOST_IN_A_CHUNK, math.ceil(len(items) / (jobs * 4))))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    if executor is None:
        for chunk in chunks:
            yield work(shared, chunk)
        return
    # Taken out one by one: a future keeps its result for as long as somebody keeps the future.
    waiting = deque(executor.submit(work, shared, chunk) for chunk in chunks)
    try:
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def processes_here() -> int:
    """How many processes this machine has cores for."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def processes(jobs: int, items: int) -> Iterator[Executor | None]:
    """An executor with so many processes, None where the items are too few to be worth them.

    Raises PressgenError where one of the processes is killed from outside.
    """
    if jobs < 2 or items < FEWEST_FOR_WORKERS:
        yield None
        return
    # A build in which nothing changed needs none of this, and it takes long to import.
    import multiprocessing
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    # A forked process has everything imported; elsewhere Python can only start one from nothing.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        yield executor
    except BrokenExecutor:
        message = "일하던 프로세스가 멈췄습니다. 메모리가 모자라면 --jobs 1로 다시 실행하세요."
        raise PressgenError(Problem(message)) from None
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """Ctrl-C is for the process that the user started; when that is gone, so is this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
