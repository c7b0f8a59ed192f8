"""Blocks that go without a parser come out as they would with it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.formats.html import parsed_html
from pressgen.formats.markdown import escape
from pressgen.formats.plain_block import plain_html
from tests.formats.support import LINES

MARKS = [
    "#", "# ", "*", "**", "_", "`", "[", "](", "]:", "&", "<", ">", "<b>", "\\", "|", "\t", "\n", "\u00a0", "\x02",
]  # fmt: skip
TEXT = [
    "가", "나다 ", "Abc", " ", "  ", "1", "12. ", "１. ", "- ", "1) ", ".", ",", "(", ")", "“", "’", "%", "?", "!", "/",
    "~", "·", "…", "—", "-", "--", "---", "===", ":", "http://a.b", "www.a.b", "'", '"', "@", "+", "^", "{", "}", "$",
    "=", ";", "©", "▲", "ᄀ", "ᅡ", "각", "漢", "😀", "é", "\u200b", "\u2028", "\u3000", "\ufeff", "amp;", "#58;",
    "\\[", "\\]", "\\-", "\\+", "\\`", "\\\\", "\\_", "\\*", "\\#", "\\.", "\\)", "&amp;", "&lt;", "&gt;", "&#46;",
    "&#58;", "&#123;", "&#124;", "&#125;", "&#126;",
]  # fmt: skip
OPEN = [
    '<span lang="en">', '<span lang="ko">', '<span lang="en-x-mtfrom-ko">', '<span lang="ko" class="pending">',
]  # fmt: skip


def lines(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=6).map("".join)


SENTENCES = st.builds("{}{}</span>{}".format, st.sampled_from(OPEN), lines(TEXT), lines(TEXT))
NESTED = st.recursive(
    lines(TEXT + MARKS),
    lambda inner: st.builds('{}<span lang="en">{}</span>{}'.format, inner, inner, inner),
    max_leaves=4,
)
BLOCKS = st.one_of(
    lines(TEXT),
    st.lists(SENTENCES, max_size=3).map("".join),
    NESTED,
    lines([*TEXT, *MARKS, *OPEN, "</span>"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


@settings(max_examples=500)
@given(st.sampled_from(["", "# ", "## ", "### "]), BLOCKS)
def test_what_is_plain_is_what_the_parser_makes_of_it(heading: str, text: str) -> None:
    block = heading + text
    assert plain_html(block) in {None, parsed_html(block)}


@given(LINES, st.sampled_from(["", "# "]))
def test_any_text_that_is_escaped_is_what_the_parser_makes_of_it(line: str, heading: str) -> None:
    block = heading + escape(line)
    assert plain_html(block) in {None, parsed_html(block)}


@pytest.mark.parametrize(
    ("block", "html"),
    [
        ("도서관은 큰글자책 1,200권을 들였다.", "<p>도서관은 큰글자책 1,200권을 들였다.</p>"),
        ("# 하늘재단, ‘열린 인증’ 획득", "<h1>하늘재단, ‘열린 인증’ 획득</h1>"),
        (
            '<span lang="en">The library (Director Han) won.</span> <span lang="en">It grew.</span>',
            '<p><span lang="en">The library (Director Han) won.</span> <span lang="en">It grew.</span></p>',
        ),
        (
            "<span lang=\"en-x-mtfrom-ko\">“It’s 'open': 3 halls,” she said.</span>",
            "<p><span lang=\"en-x-mtfrom-ko\">“It’s 'open': 3 halls,” she said.</span></p>",
        ),
        (
            '<span lang="ko" class="pending">\\[번역 대기\\] 고맙다.</span>',
            '<p><span lang="ko" class="pending">[번역 대기] 고맙다.</span></p>',
        ),
        (r"\- Reporter Moon Ga-ram", "<p>- Reporter Moon Ga-ram</p>"),
        (
            "(마포=하늘신문)문가람 기자=▲ 2. www.a.kr",
            "<p>(마포=하늘신문)문가람 기자=▲ 2. www.a.kr</p>",
        ),
        ("2026년 R&amp;D &lt;3&#126;5곳&gt;", "<p>2026년 R&amp;D &lt;3~5곳&gt;</p>"),
    ],
)
def test_an_ordinary_paragraph_is_plain(block: str, html: str) -> None:
    assert plain_html(block) == html


@pytest.mark.parametrize(
    "block",
    [
        "**굵게**",
        "- 항목",
        "1. 항목",
        "a & b",
        "a &copy; b",
        "가_나_",
        "[가](나)",
        "<b>가</b>",
        "- 항목\n- 항목",
        '<span class="a">가</span>',
        "",
    ],
)
def test_what_may_be_markup_is_not(block: str) -> None:
    assert plain_html(block) is None
