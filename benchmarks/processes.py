"""A command run as a user runs it, a process of its own: its wall seconds and its peak memory.

It is started by a small process that is this file: the system counts what a process held before it
became the program asked for, so one started by a large benchmark would seem as large.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one run took. `megabytes`: the most that any of its processes held, None where not measured."""

    seconds: float
    megabytes: float | None


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Runs the command in the folder; ends the benchmark with what it printed where it failed."""
    launcher = (sys.executable, "-I", "-S", __file__)
    done = subprocess.run(
        (*launcher, *map(str, command)), cwd=folder, check=False, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    if told["status"]:
        raise SystemExit(f"{' '.join(map(str, command))}: {told['status']}\n{done.stderr}")
    return Cost(told["seconds"], told["megabytes"])


def _launch(command: Sequence[str]) -> None:
    """Runs it, what it prints going to standard error; prints what it took as JSON."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr, stdin=subprocess.DEVNULL)
    status, megabytes = _waited(process)
    seconds = time.perf_counter() - start
    print(json.dumps({"status": status, "seconds": seconds, "megabytes": megabytes}))


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, float | None]:
    """Its exit status and, on Linux, the peak of the largest of it and of the workers it waited for."""
    if sys.platform != "linux":
        return process.wait(), None
    import os

    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    _launch(sys.argv[1:])
