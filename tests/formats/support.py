"""What the tests of the formats share: any one line of text, and pages made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from hypothesis import strategies as st

from pressgen.datafile import find_forbidden
from pressgen.formats import Folder, load_format
from pressgen.layout import Block, Document, Span, lay_out
from pressgen.templating import make_environment
from pressgen.workspace import shipped_templates

if TYPE_CHECKING:
    from pressgen.layout import BlockRole, Language
    from pressgen.release import Release

ENVIRONMENT = make_environment([shipped_templates()])

_AWKWARD = [
    *"*_#|<>&~`[](){}!\\+-=:.;^$@\"'%/1a가é️",
    "1. ",
    "1) ",
    "- ",
    "+ ",
    "# ",
    "---",
    "===",
    "~~",
    "```",
    "**",
    "__",
    "a_b_c",
    "_a_",
    "*a*",
    "https://a_b.org/c_d_?e=1&f=*g*",
    "www.a_b.org/_c_",
    "<b>",
    "</p>",
    "<!--",
    "<script>alert(1)</script>",
    '<img src="http://x.org/y" onerror=alert(1)>',
    "&copy;",
    "&#42;",
    "&lt;",
    "![a](http://x.org/b)",
    "[a]: http://x.org",
    "[^1]",
    "{: .a }",
    "{{ a }}",
    "{% a %}",
    "javascript:alert(1)",
    "a@b_c.org",
]
LINES = (
    st.one_of(
        st.lists(st.sampled_from(_AWKWARD), max_size=6).map("".join),
        st.lists(st.sampled_from(_AWKWARD), max_size=6).map(" ".join),
        st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=30),
    )
    # As an event's text is read: composed, on one line, without control characters.
    .map(
        lambda text: " ".join(
            normalize(
                "NFC", "".join(letter for letter in text if not find_forbidden(letter))
            ).split()
        )
    )
    .filter(lambda text: text.strip())
)
"""Any line that a fact or a sentence may be."""


def block(
    *texts: str,
    role: BlockRole = "paragraph",
    language: Language = "ko",
    photo: int | None = None,
    pending: bool = False,
) -> Block:
    spans = tuple(Span(text, language, sentence=True, pending=pending) for text in texts)
    return Block(role, "ko" if language == "ko" else "en", spans, photo)


def written(release: Release, suffix: str, document: Document | None = None, *photos: str) -> str:
    """One format of a release, or of another page in its place."""
    names = photos or (None,) * len(release.event.photos)
    page = document or lay_out(release, ENVIRONMENT)
    return load_format(suffix)(release, page, Folder(tuple(names)), ENVIRONMENT)
