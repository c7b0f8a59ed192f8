"""The English form of one fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressgen.facts import Article


class FormOrigin(StrEnum):
    """Where the English of a fact comes from."""

    EVENT = "event"
    GLOSSARY = "glossary"
    COMPUTED = "computed"
    BUILT_IN = "built-in"
    REMEMBERED = "remembered"
    """A person's, as another event gives it."""
    ROMANIZED = "romanized"
    REVIEWED = "reviewed"
    CATALOG = "catalog"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Form:
    """The English of a fact: bare, and with its article as running text has it.

    `engine` is the one that translated it, "" where none did. `in_text`: running text's form where it is
    not the bare one behind its article, as in a list whose members have articles of their own.
    """

    bare: str
    origin: FormOrigin
    article: Article = ""
    engine: str = ""
    is_free_text: bool = False
    in_text: str = ""

    @property
    def text(self) -> str:
        if self.in_text:
            return self.in_text
        return f"{self.article} {self.bare}" if self.article else self.bare
