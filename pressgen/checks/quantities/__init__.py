"""Quantities of a sentence: what a Korean and an English text count, and how the two go together."""
