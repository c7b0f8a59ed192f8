"""Work is done in chunks on any executor, and comes back in its order."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pressgen.archive.workers import map_chunks, processes, processes_here
from pressgen.errors import PressgenError

if TYPE_CHECKING:
    from collections.abc import Sequence


def times(factor: int, numbers: Sequence[int]) -> list[int]:
    return [factor * number for number in numbers]


def fails(factor: int, numbers: Sequence[int]) -> list[int]:
    raise ValueError(numbers[0])


@pytest.mark.parametrize("count", [0, 1, 63, 64, 1000])
@pytest.mark.parametrize("executor_type", [None, ThreadPoolExecutor, ProcessPoolExecutor])
def test_every_executor_gives_the_same(
    count: int, executor_type: type[ThreadPoolExecutor | ProcessPoolExecutor] | None
) -> None:
    expected = [3 * number for number in range(count)]
    if executor_type is None:
        chunks = list(map_chunks(times, 3, range(count), None, 2))
    else:
        with executor_type(2) as executor:
            chunks = list(map_chunks(times, 3, range(count), executor, 2))
    assert [number for chunk in chunks for number in chunk] == expected
    assert all(len(chunk) <= 64 for chunk in chunks)


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    with processes(2, 1000) as executor, pytest.raises(ValueError, match="0"):
        list(map_chunks(fails, 3, range(1000), executor, 2))


def dies(factor: int, numbers: Sequence[int]) -> list[int]:
    os._exit(1)


def test_a_worker_that_is_killed_is_a_clear_error() -> None:
    with pytest.raises(PressgenError, match="--jobs 1"), processes(2, 1000) as executor:
        list(map_chunks(dies, 3, range(1000), executor, 2))


def test_little_work_starts_no_process() -> None:
    assert processes_here() >= 1
    for jobs, items in ((1, 1000), (8, 10)):
        with processes(jobs, items) as executor:
            assert executor is None
