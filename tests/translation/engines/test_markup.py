from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.translation.engines.markup import HTML, XML, Markup, unescaped
from pressgen.translation.protection import fresh_tokens

MARKUPS = pytest.mark.parametrize("markup", [XML, HTML], ids=["xml", "html"])


@MARKUPS
@given(st.text("가나 &;<>/xQXA'\"ltgmpno=span"))
def test_what_is_written_is_read(markup: Markup, text: str) -> None:
    assert markup.read(markup.write(text)) == text.strip()


@MARKUPS
def test_every_token_is_tagged(markup: Markup) -> None:
    for token in islice(fresh_tokens(""), 1_000):
        assert markup.write(f"{token}는") == f"{markup.opening}{token}{markup.closing}는"


def test_only_tokens_are_tagged() -> None:
    assert XML.write("QX QXa 가QXA나 QXA1 AQXA") == "QX QXa 가<x>QXA</x>나 QXA1 AQXA"


def test_a_tag_may_come_back_in_another_dress() -> None:
    assert HTML.read("<span class='a' translate='no'>QXA</span > said") == "QXA said"
    assert HTML.read('<span translate="no">QXA') == '<span translate="no">QXA'


def test_only_entities_with_a_semicolon_are_unescaped() -> None:
    assert unescaped("Q&notes &AMP; AT&T&nbsp;&#39;s") == "Q&notes & AT&T 's"
