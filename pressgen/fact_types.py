"""What a fact can be."""

from __future__ import annotations

from enum import StrEnum


class FactType(StrEnum):
    """What a fact is, which decides where its English comes from when nobody gave it."""

    TERM = "term"
    ORGANIZATION = "organization"
    PLACE = "place"
    PERSON = "person"
    TITLE = "title"
    DAY = "day"
    COUNT = "count"
    AMOUNT = "amount"
    """Of money."""
    PLAIN = "plain"
    """Reads the same in both languages: a telephone number, an address on the web."""
    PHRASE = "phrase"
    """Korean without a full stop of its own, translated."""
    TEXT = "text"
    """Korean sentences, each translated for itself; a blank line parts paragraphs."""

    @property
    def is_computed(self) -> bool:
        """Whether both its forms follow from its value."""
        return self in (FactType.DAY, FactType.COUNT, FactType.AMOUNT)

    @property
    def is_free_text(self) -> bool:
        """Whether it is running Korean that is itself translated."""
        return self in (FactType.PHRASE, FactType.TEXT)


FACT_TYPES = frozenset(str(fact_type) for fact_type in FactType)
