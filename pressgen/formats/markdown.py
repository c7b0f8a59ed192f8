"""release.md: YAML front matter, then Markdown that any processor reads alike.

Text is data: whatever a fact or a sentence contains reads as itself, in Python-Markdown as in
CommonMark and GitHub's dialect.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen.formats.front_matter import front_matter

if TYPE_CHECKING:
    import jinja2

    from pressgen.formats.base import Folder
    from pressgen.layout import Block, Document
    from pressgen.release import Release

# Python-Markdown knows no backslash before most of these, and all dialects take a reference. Braces
# are attributes to some dialects, and code to the Liquid of GitHub's pages.
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "{": "&#123;", "}": "&#125;"}
# What none of is in needs no closer look, as most of all sentences.
_MARK = re.compile(r"[&<>|{}\\`*_\[\]#~]")
# An underscore inside a word emphasises nowhere.
_SPECIAL = re.compile(r"[&<>|{}\\`*\[\]#]|(?<![^\W_])_|_(?![^\W_])")
# GitHub makes a link of an address before it looks for escapes, and would show them.
_LINKED = re.compile(r"(https?|ftp):(?=//\S*[\\&])|(?<![^\W_])(www)\.(?=\S*[\\&])", re.IGNORECASE)
_LIST_START = re.compile(r"\d+(?=[.)])|(?=[-+])")
_HEADINGS = {("headline", "ko"): "# ", ("subheadline", "ko"): "## "}
_HEADINGS |= {("headline", "en"): "## ", ("subheadline", "en"): "### "}


def render(
    release: Release, document: Document, folder: Folder, environment: jinja2.Environment
) -> str:
    """The page as Markdown behind its front matter."""
    body = "\n\n".join(write_block(block, folder) for block in document.blocks)
    return f"---\n{front_matter(release)}---\n\n{body}\n"


def write_block(block: Block, folder: Folder) -> str:
    """One block as Markdown."""
    text = heading(block) + escape(block.text)
    photo = (
        folder.photos[block.photo] if block.role == "photo" and block.photo is not None else None
    )
    if photo is None:
        return text
    return f"![{escape(block.text)}]({photo})\n\n{text}"


def heading(block: Block) -> str:
    """The mark of a heading, "" for any other block."""
    return _HEADINGS.get((block.role, block.language), "")


def escape(line: str) -> str:
    """One line of text as Markdown that reads as the text."""
    return escape_start(escape_part(line))


def escape_part(text: str) -> str:
    """A part of a line as Markdown that reads as the text; `escape_start` does the line's start."""
    if not _MARK.search(text):
        return text
    text = _SPECIAL.sub(lambda match: _REFERENCES.get(match[0], f"\\{match[0]}"), text)
    if text.count("~") > 1:  # strikes out in GitHub's dialect; 3~5 by itself does nothing
        text = text.replace("~", "&#126;")
    return _LINKED.sub(lambda m: f"{m[1]}&#58;" if m[1] else f"{m[2]}&#46;", text)


def escape_start(markdown: str) -> str:
    """The line of Markdown with a backslash where its start would make it an item of a list."""
    start = _LIST_START.match(markdown)
    return f"{start[0]}\\{markdown[start.end() :]}" if start else markdown
