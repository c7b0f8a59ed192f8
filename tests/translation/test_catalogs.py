"""What a PO file gives, and what is said about one that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.errors import PressgenError
from pressgen.translation.catalogs import Entry, load_catalog

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po(folder: Path, text: str, name: str = "en.po") -> Path:
    file = folder / name
    file.write_text(HEADER + text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('msgid "문을 열었다."\nmsgstr "It opened."', Entry("It opened.")),
        ('#, fuzzy\nmsgid "문을 열었다."\nmsgstr "It opened."', None),
        ('msgid "문을 열었다."\nmsgstr ""', None),
        ('#~ msgid "문을 열었다."\n#~ msgstr "It opened."', None),
        (
            '#. origin: google\nmsgid "문을 열었다."\nmsgstr "It opened."',
            Entry("It opened.", "google"),
        ),
        (
            '# origin: Papago\nmsgid "문을 열었다."\nmsgstr "It opened."',
            Entry("It opened.", "papago"),
        ),
        (
            '# the origin: google Maps\nmsgid "문을 열었다."\nmsgstr "It opened."',
            Entry("It opened."),
        ),
        ('msgid ""\n"문을 "\n"열었다."\nmsgstr ""\n"It "\n"opened."', Entry("It opened.")),
        ('msgid "문을  열었다.\\n"\nmsgstr "It\\n opened."', Entry("It opened.")),
    ],
    ids=[
        "plain",
        "fuzzy",
        "untranslated",
        "obsolete",
        "a machine's",
        "a translator's comment",
        "a comment that says something else",
        "on several lines",
        "white space",
    ],
)
def test_what_counts_as_english(tmp_path: Path, text: str, expected: Entry | None) -> None:
    assert load_catalog([po(tmp_path, text)]).find("문을 열었다.") == expected


def test_decomposed_korean_is_found(tmp_path: Path) -> None:
    file = po(tmp_path, 'msgid "\u1106\u116e\u11ab"\nmsgstr "door"')
    assert load_catalog([file]).find("문") == Entry("door")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "en.po"
    file.write_text(HEADER + 'msgid "문"\nmsgstr "door"', encoding="utf-8-sig")
    assert load_catalog([file]).find("문") == Entry("door")


def test_the_first_file_that_has_a_sentence_gives_its_english(tmp_path: Path) -> None:
    first = po(tmp_path, 'msgid "문"\nmsgstr "door"', "a.po")
    second = po(tmp_path, 'msgid "문"\nmsgstr "gate"\n\nmsgid "창"\nmsgstr "window"', "b.po")
    catalog = load_catalog([first, second])
    assert (catalog.find("문"), catalog.find("창")) == (Entry("door"), Entry("window"))


@pytest.mark.parametrize(
    ("msgid", "msgstr", "words"),
    [
        ("{host}이(가) 열었다.", "{hots} opened it.", ["{hots}가", "‘host’입니까"]),
        ("{host}이(가) 열었다.", "{hots:bare} opened it.", ["{hots}가", "‘host’입니까"]),
        ("문을 열었다.", "{host} opened it.", ["{host}가"]),
        ("{host}이(가) 열었다.", "{host:the} opened it.", ["{host:the}를", "{이름:bare}"]),
        ("{host}이(가) 열었다.", "{host!r} opened it.", ["{host!r}가"]),
    ],
)
def test_a_fact_that_the_korean_lacks(
    tmp_path: Path, msgid: str, msgstr: str, words: list[str]
) -> None:
    file = po(tmp_path, f'msgid "창"\nmsgstr "window"\n\nmsgid "{msgid}"\nmsgstr "{msgstr}"')
    with pytest.raises(PressgenError) as error:
        load_catalog([file])
    [problem] = error.value.problems
    assert (problem.file, problem.line) == (file, 8)
    for word in words:
        assert word in problem.text


@pytest.mark.parametrize(
    ("pattern", "english"),
    [
        ("{host}이(가) {host} 문을 열었다.", "A door was opened."),
        ("{a}은(는) {b:bare}", "{b} {a:a} {a:bare}"),
        ("중괄호 {1, 2}를 쓴다.", "The set {1, 2} is used."),
    ],
)
def test_english_may_order_and_leave_out_facts(tmp_path: Path, pattern: str, english: str) -> None:
    file = po(tmp_path, f'msgid "{pattern}"\nmsgstr "{english}"')
    assert load_catalog([file]).find(pattern) == Entry(english)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('msgid "문"\nmsgstr "door'.encode(), 2),
        ("문을 열었다".encode(), 1),
        ('msgid "문"\nmsgstr "door"'.encode("cp949"), None),
    ],
    ids=["an open quotation mark", "no PO at all", "not UTF-8"],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, line: int | None) -> None:
    file = tmp_path / "en.po"
    file.write_bytes(content)
    with pytest.raises(PressgenError) as error:
        load_catalog([file])
    [problem] = error.value.problems
    assert (problem.file, problem.line) == (file, line)
