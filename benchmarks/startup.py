"""How long pressgen takes to start, as a multiple of `python -c pass`, measured in one run.

    python benchmarks/startup.py

Aim: `pressgen --version` at most 5 times, `pressgen kinds` at most 7 times. Exit status 1 if not.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
LIMITS = {"--version": 5.0, "kinds": 7.0}
FORBIDDEN = ("deep_translator", "markdown", "requests", "bs4")


def seconds(*arguments: str) -> float:
    """Wall time of one Python process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def modules_loaded(command: str) -> set[str]:
    """The modules among FORBIDDEN that a command loads."""
    code = (
        "import sys\nfrom pressgen.cli import main\n"
        f"main([{command!r}], standalone_mode=False)\n"
        f"print('LOADED', *[name for name in {FORBIDDEN!r} if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    return set(result.stdout.rpartition("LOADED")[2].split())


def main() -> int:
    """Measures, prints the table and returns the exit status."""
    commands: dict[str, tuple[str, ...]] = {"pass": ("-c", "pass")}
    commands |= {name: ("-m", "pressgen", name) for name in LIMITS}
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
    for name in LIMITS:
        if loaded := modules_loaded(name):
            print(f"pressgen {name} loads {', '.join(sorted(loaded))}")
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
