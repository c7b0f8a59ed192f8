"""The workspace's glossary.csv: names and terms with the English that the house has settled on."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
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
    text = unicodedata.normalize("NFC", _decoded(raw, file))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in row]) for row in reader]
    except csv.Error as error:
        message = f"CSV로 읽을 수 없습니다({error})."
        raise PressgenError(Problem(message, file, reader.line_num)) from None
    if not any(cell for _, row in rows for cell in row):
        return {}
    header = [name.lower() for name in rows[0][1]]
    _check_header(header, file)
    return _terms(header, rows[1:], file)


def _decoded(raw: bytes, file: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp949")
    except UnicodeDecodeError:
        message = "UTF-8도 CP949도 아닙니다. UTF-8로 다시 저장하세요."
        raise PressgenError(Problem(message, file)) from None


def _check_header(header: list[str], file: Path) -> None:
    for name in header:
        if name and name not in COLUMNS:
            message = (
                f"첫 줄에는 열의 이름({','.join(COLUMNS)})이 쉼표로 나뉘어 있어야 하는데"
                f" ‘{name}’이(가) 있습니다."
            )
            if near := nearest(name, COLUMNS):
                message += f" 혹시 ‘{near}’입니까?"
            raise PressgenError(Problem(message, file, 1))
    if "ko" not in header or "en" not in header:
        message = f"첫 줄에 열의 이름이 있어야 합니다: {','.join(COLUMNS)}"
        raise PressgenError(Problem(message, file, 1))


def _terms(
    header: list[str], rows: Iterable[tuple[int, list[str]]], file: Path
) -> dict[str, GlossaryTerm]:
    terms: dict[str, GlossaryTerm] = {}
    for line, row in rows:
        if any(row[len(header) :]):
            message = "칸이 열의 이름보다 많습니다. 쉼표가 든 값은 큰따옴표로 감싸세요."
            raise PressgenError(Problem(message, file, line))
        if not any(row):
            continue
        term = _term(dict(zip(header, row, strict=False)), file, line)
        if term.korean in terms and terms[term.korean] != term:
            message = (
                f"‘{term.korean}’이(가) 다른 영문으로 이미 있습니다: {terms[term.korean].english}"
            )
            raise PressgenError(Problem(message, file, line, "ko"))
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
