"""Blocks that go without a parser come out as they would with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.formats.html import parsed_html
from pressgen.formats.plain_block import plain_html

PIECES = st.sampled_from(
    ["가", "나다 ", "Abc", " ", "  ", "1", "12. ", "- ", "1) ", ".", ",", "(", ")", "“", "”", "‘", "’",
     "%", "?", "!", "/", "~", "·", "…", "–", "—", "-", "--", "---", "===", "#", "# ", "*", "**", "_", "`",
     "[", "](", "&", "&amp;", "<", ">", "<b>", "\\", "|", ":", "http://a.b", "www.a.b", "\t", "\n",
     '<span lang="en">', '<span lang="ko">', '<span lang="ko" class="pending">', "</span>", "'", '"',
     "@", "+", "^", "{", "}", "$", "=", ";"]
)  # fmt: skip
NESTED = st.recursive(
    st.lists(PIECES.filter(lambda piece: "span" not in piece), max_size=6).map("".join),
    lambda inner: st.builds('{}<span lang="en">{}</span>{}'.format, inner, inner, inner),
    max_leaves=4,
)


@given(
    st.sampled_from(["", "# ", "## ", "### "]), NESTED | st.lists(PIECES, max_size=12).map("".join)
)
def test_what_is_plain_is_what_the_parser_makes_of_it(heading: str, text: str) -> None:
    block = heading + text
    plain = plain_html(block)
    if plain is not None:
        assert plain == parsed_html(block)


@pytest.mark.parametrize(
    ("block", "html"),
    [
        ("도서관은 큰글자책 1,200권을 들였다.", "<p>도서관은 큰글자책 1,200권을 들였다.</p>"),
        ("# 하늘재단, ‘열린 인증’ 획득", "<h1>하늘재단, ‘열린 인증’ 획득</h1>"),
        (
            '<span lang="en">The library (Director Han) won.</span> <span lang="en">It grew.</span>',
            '<p><span lang="en">The library (Director Han) won.</span> <span lang="en">It grew.</span></p>',
        ),
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
        "a &amp; b",
        "가_나_",
        "[가](나)",
        "<b>가</b>",
        "www.a.kr",
        "",
    ],
)
def test_what_may_be_markup_is_not(block: str) -> None:
    assert plain_html(block) is None
