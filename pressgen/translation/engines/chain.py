"""Several engines in order: what one could not translate goes to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.translation.engines.base import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgen.translation.engines.base import Engine

_TOGETHER = 400
"""Texts that the first engine is asked before the next gets what is left of them."""


class Chain:
    """An Engine that asks its engines one after the other; an answer says which one gave it.

    It has the name and the host of the first, and leaves the house if any of them does.
    """

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = engines
        self.name = engines[0].name
        self.host = engines[0].host
        self.leaves_house = any(engine.leaves_house for engine in engines)

    def translate(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield one answer for each text, in order; without any, with the reasons of all engines."""
        if len(self._engines) == 1:
            yield from self._engines[0].translate(texts)
            return
        for start in range(0, len(texts), _TOGETHER):
            yield from self._answers(texts[start : start + _TOGETHER])

    def close(self) -> None:
        for engine in self._engines:
            engine.close()

    def _answers(self, texts: Sequence[str]) -> list[Answer]:
        answers = list(self._engines[0].translate(texts))
        for engine in self._engines[1:]:
            left = [place for place, answer in enumerate(answers) if answer.text is None]
            again = engine.translate([texts[place] for place in left])
            for place, answer in zip(left, again, strict=True):
                reasons = f"{answers[place].reason} / {answer.reason}"
                answers[place] = answer if answer.text else Answer(None, reasons)
        return answers
