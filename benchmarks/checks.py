"""What the comparison of Korean and English flags on a professional's translations, and what it catches.

    python -m benchmarks.checks CORPUS.tsv [FIRST LAST]

The corpus has a Korean sentence, a tab and its English a line; FIRST and LAST name the lines to take. Of
the sentences with a figure 0-9 in either language, the share that is flagged at warn or block: by
pressgen.checks.compare, by a literal comparison of the digits, and by the `numbers` test of pofilter
(Translate Toolkit, GPL: run as a program of its own; where it is not installed, this says so and goes
on). Then each number in figures in the English of the pairs that were quiet is altered, one at a time:
the share that is caught. Aims: at most 18 % flagged, at least 97 % caught. Exit status 1 if not.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import timeit
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from pressgen.checks.compare import compare
from pressgen.pairs import Pair, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FLAGGED, LEAST_CAUGHT = 0.18, 0.97
FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
SEED = 20261123


def codes(korean: str, english: str) -> set[str]:
    """The codes of what is found at warn or block."""
    return {one.code for one in compare(korean, english) if one.severity.wants_a_person}


def differs_literally(pair: Pair) -> bool:
    """Whether the figures are not the same, whatever stands around them."""
    texts = (pair.korean, pair.english)
    korean, english = (sorted(re.findall(r"\d+", text.replace(",", ""))) for text in texts)
    return korean != english


def flagged_by_pofilter(pairs: list[Pair]) -> int | None:
    """How many pairs its `numbers` test flags; None where it is not installed."""
    program = shutil.which("pofilter", path=str(Path(sys.executable).parent)) or shutil.which(
        "pofilter"
    )
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "pairs.po", Path(folder) / "flagged.po"
        po = polib.POFile()
        po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
        for pair in pairs:  # a context keeps pairs with the same Korean apart
            po.append(polib.POEntry(msgctxt=str(pair.line), msgid=pair.korean, msgstr=pair.english))
        po.save(str(source))
        subprocess.run(
            (program, "-t", "numbers", "--progress=none", source, result),
            check=True,
            capture_output=True,
        )
        return len(polib.pofile(str(result))) if result.exists() else 0


def alterations(english: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The English with one number altered, each with the class of the alteration."""
    for match in FIGURES.finditer(english):
        for name, altered in altered_figures(match.group(), chance):
            yield name, english[: match.start()] + altered + english[match.end() :]
    swapped = {"million": "billion", "billion": "million"}
    for match in re.finditer("million|billion", english):
        other = swapped[match.group()]
        yield "million for billion", english[: match.start()] + other + english[match.end() :]


def altered_figures(figures: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    whole, _, fraction = figures.replace(",", "").partition(".")
    commas = "," if "," in figures else ""
    if fraction:
        yield "x 10", f"{int(whole + fraction[0]):{commas}}.{fraction[1:] or '0'}"
    else:
        yield "x 10", f"{int(whole + '0'):{commas}}"
    if whole.endswith("0") and len(whole) > 1 and not fraction:
        yield "/ 10", f"{int(whole[:-1]):{commas}}"
    else:
        yield "/ 10", f"{int(whole[:-1] or 0):{commas}}.{whole[-1]}{fraction}"
    place = chance.choice([place for place, char in enumerate(figures) if char.isdigit()])
    digit = chance.choice([digit for digit in "123456789" if digit != figures[place]])
    yield "one digit", figures[:place] + digit + figures[place + 1 :]
    yield "dropped", ""


def report_flagged(pairs: list[Pair], found: list[set[str]], seconds: float) -> float:
    """Print who flags how many; return our share."""
    flagged = sum(map(bool, found))
    by_pofilter = flagged_by_pofilter(pairs)
    rows: list[tuple[str, int]] = [("pressgen.checks.compare", flagged)]
    rows += [
        (f"  {code}", count) for code, count in Counter(c for s in found for c in s).most_common()
    ]
    rows += [("literal comparison", sum(map(differs_literally, pairs)))]
    if by_pofilter is None:
        print("pofilter is not installed (pip install translate-toolkit): left out")
    else:
        rows += [("pofilter, numbers", by_pofilter)]
    print(f"{len(pairs)} pairs with figures; {seconds / len(pairs) * 1000:.2f} ms a pair\n")
    print(f"{'flagged at warn or block':28}{'pairs':>7}{'share':>9}")
    for name, count in rows:
        print(f"{name:28}{count:7}{count / len(pairs):9.1%}")
    return flagged / len(pairs)


def seconds_for(pairs: list[Pair]) -> float:
    """What it takes to compare them all: the best of five, when all patterns have been compiled."""

    def compare_all() -> None:
        for pair in pairs:
            compare(pair.korean, pair.english)

    return min(timeit.repeat(compare_all, number=1, repeat=5))


def report_caught(quiet: list[Pair]) -> float:
    """Print how many alterations are caught, by class; return the share of all."""
    chance = random.Random(SEED)
    made, caught = Counter[str](), Counter[str]()
    for pair in quiet:
        for name, altered in alterations(pair.english, chance):
            made[name] += 1
            caught[name] += bool(codes(pair.korean, altered))
    print(f"\n{'altered in the quiet pairs':28}{'made':>7}{'caught':>9}")
    for name, count in made.items():
        print(f"{name:28}{count:7}{caught[name] / count:9.1%}")
    share = caught.total() / max(made.total(), 1)
    print(f"{'all':28}{made.total():7}{share:9.1%}")
    return share


def main(arguments: list[str]) -> int:
    """Measures, prints the tables and returns the exit status."""
    if len(arguments) not in (1, 3):
        sys.exit(__doc__)
    pairs = [
        pair
        for pair in read_pairs(Path(arguments[0]), [])
        if FIGURES.search(pair.korean + pair.english)
    ]
    if len(arguments) == 3:
        pairs = [pair for pair in pairs if int(arguments[1]) <= pair.line <= int(arguments[2])]
    found = [codes(pair.korean, pair.english) for pair in pairs]
    flagged = report_flagged(pairs, found, seconds_for(pairs))
    caught = report_caught([pair for pair, codes_ in zip(pairs, found, strict=True) if not codes_])
    return int(flagged > MOST_FLAGGED or caught < LEAST_CAUGHT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
