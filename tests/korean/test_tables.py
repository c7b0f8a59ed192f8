from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import pressgen.korean
from pressgen.korean.hangul import is_syllable
from pressgen.korean.tables import read_table

DATA = sorted((Path(pressgen.korean.__file__).parent / "data").glob("*.tsv"))
READINGS = ("latin_words", "signs", "units")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_a_table_names_its_source_and_is_tidy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert all(all(row) and len(row) > 1 for row in read_table(path.stem))


@pytest.mark.parametrize("name", READINGS)
def test_a_word_is_listed_once_and_read_in_hangul(name: str) -> None:
    rows = read_table(name)
    keys = [row[0].casefold() if name == "latin_words" else row[0] for row in rows]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert [row for row in rows if not is_syllable(row[1][-1])] == []


def test_about_three_hundred_words_have_their_reading() -> None:
    assert len(read_table("latin_words")) >= 300


def test_a_surname_is_listed_once_with_shares_that_add_up() -> None:
    rows = read_table("surnames")
    assert len({row[0] for row in rows}) == len(rows)
    for _, standing, source, *spellings in rows:
        shares = [float(spelling.split()[1]) for spelling in spellings if " " in spelling]
        assert standing in {"prevails", "divided"}
        assert bool(shares) == (source != "-")
        assert sum(shares) <= 100
        assert shares == sorted(shares, reverse=True)


def test_a_hanja_has_one_reading() -> None:
    single = [char for reading, chars in read_table("hanja") if len(reading) == 1 for char in chars]
    assert len(single) == len(set(single))


def test_the_package_is_imported_without_its_modules() -> None:
    code = "import sys, pressgen.korean; print([m for m in sys.modules if 'pressgen.korean.' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in pressgen.korean.__all__:
        assert getattr(pressgen.korean, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = pressgen.korean.nonsense  # type: ignore[attr-defined]
