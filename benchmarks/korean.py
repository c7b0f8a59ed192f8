"""Particles and romanization beside hangulpy and tossi, on the tables of tests/korean.

Run from the repository: python -m benchmarks.korean. Each library gets the same words in the same
run, first as new words and then again and again, as an archive has them (hangulpy and pressgen keep
what they have worked out). A new word is one that was not asked before, with one particle after the
other; how it ends (MOU, 3.5%) may have been met in another word. What this does not show: an ending
that is no Hangul and was never met takes pressgen some five times as long as hangulpy. The fastest
of the rounds counts, as whatever else the machine does can only slow a round down. tossi has no
romanization. Exits with 1 if pressgen is wrong or undecided anywhere, or slower than the fastest of
them: for particles with new words, for romanization with words met before.
"""

from __future__ import annotations

import math
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import hangulpy
import tossi

from pressgen.korean import romanize, with_particle
from tests.korean.tables import read_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pressgen.korean.romanization import RomanizationKind

    Answer = Callable[[str, str], str]

PARTICLES = ("은/는", "이/가", "을/를", "과/와", "으로/로")
FORMS = {
    "닫힘": ("은", "이", "을", "과", "으로"),
    "ㄹ": ("은", "이", "을", "과", "로"),
    "열림": ("는", "가", "를", "와", "로"),
}
HANGULPY_PAIRS = {"과/와": "와/과"}
ROUNDS = 10


@dataclass(frozen=True)
class Case:
    """What a library is asked, and what it should answer."""

    word: str
    kind: str
    expected: str


@dataclass(frozen=True)
class Score:
    """How a library did on one table."""

    library: str
    right: int
    undecided: int
    wrong: int
    first: float
    again: float


def particle_cases() -> list[Case]:
    return [
        Case(word, pair, word + form)
        for word, end, _ in read_cases("final_cases.tsv")
        for pair, form in zip(PARTICLES, FORMS[end], strict=True)
    ]


def romanization_cases() -> list[Case]:
    return [
        Case(korean, kind, latin) for korean, kind, latin, _ in read_cases("romanization_cases.tsv")
    ]


def hangulpy_particle(word: str, pair: str) -> str:
    return word + str(hangulpy.josa_pick(word, HANGULPY_PAIRS.get(pair, pair)))


def tossi_particle(word: str, pair: str) -> str:
    return word + str(tossi.pick(word, pair.partition("/")[0]))


def hangulpy_romanization(word: str, kind: str) -> str:
    """Give hangulpy the mode that suits the kind, and capitals as ours have them."""
    modes = {"word": "general", "place": "admin", "person": "name"}
    return str(
        hangulpy.romanize(word, mode=modes[kind], capitalize=kind != "word", name_hyphen=True)
    )


def our_romanization(word: str, kind: str) -> str:
    return romanize(word, cast("RomanizationKind", kind))


def is_undecided(answer: str) -> bool:
    return "(" in answer and answer.endswith((")", "로"))


def measure(libraries: Mapping[str, Answer], cases: list[Case]) -> list[Score]:
    """Ask every library every case once for its score, then `ROUNDS` times more for its speed."""
    questions = [(case.word, case.kind) for case in cases]
    new = [[(f"{'가' * n} {word}", kind) for word, kind in questions] for n in range(1, ROUNDS + 1)]
    first, again = speeds(libraries, new), speeds(libraries, [questions] * ROUNDS)
    return [
        Score(name, *marks(answer, cases), first[name], again[name])
        for name, answer in libraries.items()
    ]


def marks(answer: Answer, cases: list[Case]) -> tuple[int, int, int]:
    """Return how many answers are right, undecided and wrong."""
    right = undecided = wrong = 0
    for case in cases:
        given = answer(case.word, case.kind)
        if given == case.expected:
            right += 1
        elif is_undecided(given.removeprefix(case.word)):
            undecided += 1
        else:
            wrong += 1
    return right, undecided, wrong


def speeds(
    libraries: Mapping[str, Answer], rounds: list[list[tuple[str, str]]]
) -> dict[str, float]:
    """Return how many words a second each library manages in its fastest round.

    They take turns, so that a slow moment of the machine hits all alike.
    """
    seconds = dict.fromkeys(libraries, math.inf)
    for questions in rounds:
        for name, answer in libraries.items():
            start = time.perf_counter()
            for word, kind in questions:
                answer(word, kind)
            seconds[name] = min(seconds[name], time.perf_counter() - start)
    return {name: len(rounds[0]) / fastest for name, fastest in seconds.items()}


def report(title: str, scores: Iterable[Score]) -> None:
    print(f"{title:28}{'right':>8}{'undecided':>11}{'wrong':>7}{'words/s, new':>14}{'again':>12}")
    for score in scores:
        print(
            f"  {score.library:26}{score.right:8}{score.undecided:11}{score.wrong:7}"
            f"{score.first:14,.0f}{score.again:12,.0f}"
        )


def is_good(scores: list[Score], *, by_new_words: bool) -> bool:
    """Tell whether the first of `scores` is never wrong or undecided, and as fast as any."""
    speeds = [score.first if by_new_words else score.again for score in scores]
    ours = scores[0]
    return not ours.wrong and not ours.undecided and speeds[0] >= max(speeds)


def main() -> int:
    words = particle_cases()
    everyday = [case for case in words if "가" <= case.word[-1] <= "힣"]
    particle_libraries = {
        "pressgen": with_particle,
        "hangulpy": hangulpy_particle,
        "tossi": tossi_particle,
    }
    romanization_libraries = {"pressgen": our_romanization, "hangulpy": hangulpy_romanization}
    tables = [
        ("particles, all", measure(particle_libraries, words)),
        ("particles, end in Hangul", measure(particle_libraries, everyday)),
        ("romanization", measure(romanization_libraries, romanization_cases())),
    ]
    for title, scores in tables:
        report(title, scores)
    good = [is_good(scores, by_new_words=title != "romanization") for title, scores in tables]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
