"""The workspace's glossary.csv: names and terms with the English that the house has settled on."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.facts import Article

COLUMNS = ("ko", "en", "article", "note")


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One row: a Korean term, its bare English, and whether running text puts "the" before it."""

    korean: str
    english: str
    article: Article = ""


def load_glossary(file: Path) -> dict[str, GlossaryTerm]:
    """The terms by their Korean (NFC); empty where there is no file.

    Excel in Korean saves CSV in CP949 unless told otherwise, so that is read where UTF-8 fails.
    Raises PressgenError, with the line, for a row that can't be used.
    """
    if not file.is_file():
        return {}
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다({error.strerror}).", file)) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp949", errors="replace")
    rows = csv.reader(io.StringIO(unicodedata.normalize("NFC", text)))
    header = [name.strip().lower() for name in next(rows, [])]
    for name in header:
        if name not in COLUMNS:
            message = f"모르는 열입니다: ‘{name}’. {did_you_mean(name, COLUMNS)}"
            raise PressgenError(Problem(message, file, 1))
    if "ko" not in header or "en" not in header:
        message = f"첫 줄에 열의 이름이 있어야 합니다: {','.join(COLUMNS)}"
        raise PressgenError(Problem(message, file, 1))
    terms: dict[str, GlossaryTerm] = {}
    for row in rows:
        cells = dict(zip(header, (" ".join(cell.split()) for cell in row), strict=False))
        if not any(cells.values()):
            continue
        term = _term(cells, file, rows.line_num)
        if term.korean in terms and terms[term.korean] != term:
            message = f"‘{term.korean}’이 다른 영문으로 이미 있습니다: {terms[term.korean].english}"
            raise PressgenError(Problem(message, file, rows.line_num, "ko"))
        terms[term.korean] = term
    return terms


def _term(cells: dict[str, str], file: Path, line: int) -> GlossaryTerm:
    korean, english = cells.get("ko", ""), cells.get("en", "")
    if not korean or not english:
        message = "한국어(ko)와 영문(en)이 모두 있어야 합니다."
        raise PressgenError(Problem(message, file, line, "en" if korean else "ko"))
    article = cells.get("article", "")
    if article not in ("", "the"):
        message = f"‘{article}’ 대신 the를 적거나 비우세요."
        raise PressgenError(Problem(message, file, line, "article"))
    return GlossaryTerm(korean, english, "the" if article else "")
