"""Texts as XML or HTML, with tags around what must stay, for engines that heed such tags.

What must stay are the tokens that stand for names and other facts: QXA, QXB, …
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(?<![A-Za-z0-9_])QX[A-Z]+(?![A-Za-z0-9_])")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Not html.unescape, which also takes entities without a semicolon: it makes Q¬es of Q&notes.
_ENTITIES = {
    **{entity: character for character, entity in _ESCAPES.items()},
    "&quot;": '"',
    "&#34;": '"',
    "&#x22;": '"',
    "&apos;": "'",
    "&#39;": "'",
    "&#039;": "'",
    "&#x27;": "'",
    "&nbsp;": " ",
}
_ENTITY = re.compile("|".join(_ENTITIES), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """The tags that an engine leaves alone, and the regular expression of one that came back."""

    opening: str
    closing: str
    came_back: re.Pattern[str]

    def write(self, text: str) -> str:
        """Return the text as markup, with its tokens in tags."""
        escaped = re.sub("[&<>]", lambda match: _ESCAPES[match[0]], text)
        return _TOKEN.sub(lambda match: f"{self.opening}{match[0]}{self.closing}", escaped)

    def read(self, answer: str) -> str:
        """Return an answer in this markup as plain text."""
        return unescaped(self.untagged(answer))

    def untagged(self, answer: str) -> str:
        """Return the answer without the tags, its entities as they are."""
        return self.came_back.sub(r"\1", answer).strip()


XML = Markup("<x>", "</x>", re.compile(r"<x>(.*?)</x>", re.DOTALL))
HTML = Markup(
    '<span translate="no">',
    "</span>",
    re.compile(r"<span\b[^>]*\btranslate=[\"']?no\b[^>]*>(.*?)</span\s*>", re.DOTALL),
)


def has_entities(text: str) -> bool:
    """Return whether the text has in it what `unescaped` would change."""
    return _ENTITY.search(text) is not None


def unescaped(text: str) -> str:
    """Return the text with its entities as the characters that they stand for."""
    return _ENTITY.sub(lambda match: _ENTITIES[match[0].lower()], text)
