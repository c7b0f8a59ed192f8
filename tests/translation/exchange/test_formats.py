"""What is written in a format is read again as it was; and what other programs write is read."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.translation.exchange import FORMATS, load_format
from pressgen.translation.memory import Remembered

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2026, 11, 23, 0, 0, 1, tzinfo=UTC)
KIM = Remembered(
    "한빛원은(는) “컸다”.", 'It "grew".', "google", True, "events/가 나.yaml", "김하늘", WHEN
)
GOOGLE = Remembered("문을 열다", "=open & <door>", "google", written=WHEN)
# Anything but what no file in UTF-8 can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
SIGNS = st.text("='\"+-@\t\r\n,;{}<>&#\\\x00\x0b\x85\u2028\ufeff가a ", min_size=1).filter(str.strip)
NAME = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])).map(str.strip)
ENTRY = st.builds(
    Remembered,
    korean=TEXT | SIGNS,
    english=TEXT | SIGNS,
    engine=st.from_regex("[a-z][a-z-]*", fullmatch=True),
    reviewed=st.booleans(),
    release=NAME,
    approver=NAME,
    written=st.integers(-(10**9), 10**9).map(lambda seconds: WHEN + timedelta(seconds=seconds)),
).map(lambda one: one if one.reviewed else replace(one, approver=""))


@pytest.mark.parametrize("name", FORMATS)
@given(entries=st.lists(ENTRY, max_size=4, unique_by=lambda one: one.korean))
def test_a_round_trip_loses_nothing(
    name: str, tmp_path_factory: pytest.TempPathFactory, entries: list[Remembered]
) -> None:
    file = tmp_path_factory.mktemp("exchange") / f"memory.{name}"
    file.write_bytes(load_format(name).write(entries).encode("utf-8"))
    contents = load_format(name).read(file)
    assert [astuple(unit.entry) for unit in contents.units] == [astuple(one) for one in entries]
    assert not any(unit.stateless for unit in contents.units)
    assert contents.skipped == []


def test_tmx_is_what_the_standard_asks_for() -> None:
    root = ElementTree.fromstring(load_format("tmx").write([KIM, GOOGLE]))
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header, body = root
    assert set(header.attrib) == {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert header.get("segtype") == "sentence"
    assert (header.get("srclang"), header.get("datatype")) == ("ko", "plaintext")
    assert [unit.get("changedate") for unit in body] == ["20261123T000001Z"] * 2
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [tuv.get(language) for tuv in body.iter("tuv")] == ["ko", "en"] * 2
    assert {prop.get("type"): prop.text for prop in body[0].iter("prop")} == {
        "x-pressgen-state": "reviewed",
        "x-pressgen-engine": "google",
        "x-pressgen-release": "events/가 나.yaml",
        "x-pressgen-approver": "김하늘",
    }


def test_po_says_whose_work_it_is_as_catalogs_do() -> None:
    reviewed, machine = polib.pofile(load_format("po").write([KIM, GOOGLE]))
    assert "origin: google" in machine.comment.split("\n")
    assert "reviewed: 김하늘" in reviewed.comment.split("\n")
    assert "origin" not in reviewed.comment
    assert not reviewed.flags + machine.flags


def test_no_cell_is_a_formula_and_excel_sees_utf_8() -> None:
    text = load_format("csv").write([GOOGLE])
    assert text.startswith("\ufeffko,en,state,engine,written,release,approver\r\n")
    assert "문을 열다,'=open & <door>,machine,google,2026-11-23T00:00:01+00:00,,\r\n" in text


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="5.7.1" segtype="sentence" srclang="KO-KR"/>
  <body>
    <tu>
      <tuv lang="KO-KR"><seg>한빛원은 <hi>컸다</hi>.</seg></tuv>
      <tuv lang="EN-US" changeid="kim" changedate="20240102T030405Z">
        <seg>Hanbit has grown.</seg>
      </tuv>
    </tu>
    <tu>
      <tuv lang="KO-KR"><seg><bpt i="0" x="0">&lt;b0&gt;</bpt>굵게<ept i="0">&lt;/b0&gt;</ept></seg></tuv>
      <tuv lang="EN-US"><seg>bold</seg></tuv>
    </tu>
    <tu><tuv lang="KO-KR"><seg>독일어</seg></tuv><tuv lang="DE"><seg>Deutsch</seg></tuv></tu>
  </body>
</tmx>
"""
WEBLATE = """<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Translate Toolkit" creationtoolversion="3.13" segtype="sentence"
    o-tmf="UTF-8" adminlang="en" srclang="ko" datatype="PlainText"/>
  <body>
    <tu><tuv xml:lang="ko"><seg>고맙다</seg></tuv><tuv xml:lang="en_GB"><seg>Thanks</seg></tuv></tu>
  </body>
</tmx>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tmx_of_other_programs(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "memory.tmx"
    file.write_bytes(OMEGAT.replace("UTF-8", encoding[:6].rstrip("-")).encode(encoding))
    contents = load_format("tmx").read(file)
    [unit] = contents.units
    assert (unit.entry.korean, unit.entry.english) == ("한빛원은 컸다.", "Hanbit has grown.")
    assert (unit.entry.approver, unit.stateless, unit.line) == ("kim", True, 7)
    assert unit.entry.written == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert [(one.line, "bpt" in one.text) for one in contents.skipped] == [(13, True), (17, False)]
    file.write_text(WEBLATE, encoding="utf-8")
    [unit] = load_format("tmx").read(file).units
    assert (unit.entry.korean, unit.entry.english, unit.stateless) == ("고맙다", "Thanks", True)


def test_marks_within_marks_are_text_however_deep(tmp_path: Path) -> None:
    file = tmp_path / "memory.tmx"
    deep = f"{'<hi>' * 5000}깊다{'</hi>' * 5000}"
    text = WEBLATE.replace("고맙다", deep).replace("Thanks", "Th<hi>an<hi>k</hi>s</hi>.")
    file.write_text(text, encoding="utf-8")
    [unit] = load_format("tmx").read(file).units
    assert (unit.entry.korean, unit.entry.english) == ("깊다", "Thanks.")


LAUGHS = """<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tmx><body><tu><tuv xml:lang="ko"><seg>&b;</seg></tuv></tu></body></tmx>"""
OUTSIDE = """<!DOCTYPE tmx [<!ENTITY a SYSTEM "{}">]>
<tmx><body><tu><tuv xml:lang="ko"><seg>&a;</seg></tuv></tu></body></tmx>"""
SKIPPED = """<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx><body><tu><tuv xml:lang="ko"><seg>&a;</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, SKIPPED])
def test_xml_that_wants_more_than_itself_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret").write_text("secret")
    file = tmp_path / "memory.tmx"
    file.write_text(text.format((tmp_path / "secret").as_uri()), encoding="utf-8")
    with pytest.raises(PressgenError, match="ENTITY"):
        load_format("tmx").read(file)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("tmx", "<tmx><body>", "memory.tmx:1: TMX로"),
        ("tmx", "한국어", "memory.tmx:1: TMX로"),
        ("tmx", "<html/>", "<html>"),
        ("tmx", '<?xml version="1.0" encoding="none"?><tmx/>', "TMX로"),
        ("po", 'msgid "열린\nmsgstr ""\n', "memory.po:1: "),
        ("csv", "", "열의 이름"),
        ("csv", "korean,english\n가,a\n", "열의 이름"),
        ("csv", "ko,en,state\n가,a,good\n", "memory.csv:2: state: ‘good’ 대신"),
        ("csv", "ko,en,written\n가,a,어제\n", "memory.csv:2: written: ‘어제’ 대신"),
        ("csv", "ko,en\n가,a,b\n", "memory.csv:2: "),
    ],
)
def test_a_file_that_is_wrong_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / f"memory.{name}"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PressgenError) as error:
        load_format(name).read(file)
    assert words in str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_csv_that_a_person_made(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "memory.csv"
    file.write_bytes("EN,KO\r\nThanks,고맙다\r\n,비었다\r\n\r\n".encode(encoding))
    contents = load_format("csv").read(file)
    assert [(one.entry.korean, one.entry.english, one.stateless) for one in contents.units] == [
        ("고맙다", "Thanks", True)
    ]
    assert [one.line for one in contents.skipped] == [3]
