"""A block of Markdown without markup as HTML, without the cost of a Markdown parser.

Most paragraphs have none but what `formats/markdown.py` escapes. A property test shows that Python-Markdown
and the sanitiser make the same of them; what is in the least doubtful goes the long way.
"""

from __future__ import annotations

import re

# Anything but what is markup somewhere, control characters, and a blank that HTML has a name for.
_TEXT = r"[^\x00-\x1f\x7f-\xa0\\`*_\[\]<>&#]"
_ESCAPED = r"\\[\\`*_\[\]#+\-.)]|&(?:amp|lt|gt|#(?:46|58|123|124|125|126));"
_WORDS = rf"(?:{_TEXT}++|{_ESCAPED})"
_OPEN = r'<span lang="(?:en|ko|en-x-mtfrom-ko)">|<span lang="ko" class="pending">'
# A figure with a full stop, a dash, a plus or a blank at the start would make it an item of a list, a
# rule or code; blanks at either end fall away.
_PLAIN = re.compile(
    rf"(#{{1,3}} )?(?![\s+-]|\d+\.)(?:{_WORDS}|(?:{_OPEN}){_WORDS}++</span>)++(?<!\s)"
)
_ESCAPE = re.compile(r"\\(.)|&#(\d+);")


def plain_html(block: str) -> str | None:
    """The HTML of a block on one line that has no markup but a heading's and our spans; else None."""
    match = _PLAIN.fullmatch(block)
    if match is None:
        return None
    mark = match[1] or ""
    text = block[len(mark) :]
    if "\\" in text or "&#" in text:
        text = _ESCAPE.sub(lambda one: one[1] or chr(int(one[2])), text)
    tag = f"h{len(mark) - 1}" if mark else "p"
    return f"<{tag}>{text}</{tag}>"
