"""How long pressgen takes to start, as a multiple of `python -c pass`, measured in one run.

    python benchmarks/startup.py     (of an environment with pressgen installed, not editable)

Aim: `pressgen --version` at most 5 times, `pressgen kinds` at most 7 times. Exit status 1 if not.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 21
LIMITS = {"--version": 5.0, "kinds": 7.0}


def seconds(*arguments: str) -> float:
    """Wall time of one process."""
    start = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Measures, prints the table and returns the exit status."""
    script = shutil.which("pressgen", path=str(Path(sys.executable).parent))
    if script is None:
        sys.exit("install pressgen into this environment first")
    commands: dict[str, tuple[str, ...]] = {"pass": (sys.executable, "-c", "pass")}
    commands |= {name: (script, name) for name in LIMITS}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine hits all alike
        for name, arguments in commands.items():
            times[name].append(seconds(*arguments))
    floor = statistics.median(times["pass"])
    print(f"{'command':12} {'median ms':>10} {'x python -c pass':>17} {'aim':>5}")
    failed = False
    for name, taken in times.items():
        median = statistics.median(taken)
        limit = LIMITS.get(name)
        failed |= limit is not None and median / floor > limit
        print(f"{name:12} {median * 1000:10.1f} {median / floor:17.1f} {limit or '':>5}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
