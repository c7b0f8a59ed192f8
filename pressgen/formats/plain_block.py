"""A block of Markdown without markup as HTML, without the cost of a Markdown parser.

Most paragraphs have none. A property test shows that Python-Markdown and the sanitiser make the same
of them; what is in the least doubtful goes the long way.
"""

from __future__ import annotations

import re

# Letters, figures and marks that mean nothing in Markdown or HTML, and our own elements around them. A
# digit, a dash or a blank at the start would make it an item of a list, a rule or code.
_TEXT = r"[0-9A-Za-z가-힣 .,()%?!/~“”‘’·…–—\-]"
_OPEN = r'<span lang="(?:en|ko)">|<span lang="ko" class="pending">'
_PLAIN = re.compile(
    rf"(#{{1,3}} )?(?=(?:{_OPEN})?[A-Za-z가-힣“‘(])(?:{_TEXT}++|(?:{_OPEN}){_TEXT}++</span>)++(?<! )"
)
_LINKED = re.compile(r"www\.|://", re.IGNORECASE)


def plain_html(block: str) -> str | None:
    """The HTML of a block on one line that has no markup but a heading's and our spans; else None."""
    match = _PLAIN.fullmatch(block)
    if match is None or _LINKED.search(block):
        return None
    level = len(match[1].strip()) if match[1] else 0
    text = block[len(match[1] or "") :]
    tag = f"h{level}" if level else "p"
    return f"<{tag}>{text}</{tag}>"
