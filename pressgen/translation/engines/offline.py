"""A translation model on this computer: CTranslate2 and SentencePiece. Nothing is sent anywhere.

Both are an extra, `pip install 'pressgen[offline]'`, and are imported with the first sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

from pressgen.translation.engines import (
    ENGINES,
    Engine,
    EngineName,
    EngineSettings,
    NotReadyError,
)
from pressgen.translation.engines.failure import LineError
from pressgen.translation.engines.model_folder import ModelFolder, find_model, read_model
from pressgen.translation.engines.service import ServiceEngine

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGES = ("ctranslate2", "sentencepiece")
_TOGETHER = 8
_BEAMS = 4
# OPUS-MT has 512 positions, the least of all; CTranslate2 would drop what is beyond them without a word.
_MOST_PIECES = 500
_FAILURES = (OSError, RuntimeError, TypeError, ValueError)
"""What both libraries raise, for a bad file as for a bad text."""


@dataclass
class Model:
    """A model, read with the first sentence; threads take turns, as one uses all processors."""

    folder: ModelFolder
    _lock: Lock = field(default_factory=Lock)

    def pieces(self, text: str) -> list[str]:
        """The tokens of a Korean text, with those that the model needs around them."""
        pieces: list[str] = self._source.encode(text, out_type=str)
        return [*self.folder.before, *pieces, *self.folder.after]

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The English of each text, "" where the model came to no end."""
        prefix = list(self.folder.prefix)
        with self._lock:
            results = self._translator.translate_batch(
                [self.pieces(text) for text in texts],
                target_prefix=[prefix] * len(texts) if prefix else None,
                beam_size=_BEAMS,
                max_decoding_length=_MOST_PIECES,
                replace_unknowns=True,
            )
            return [self._english(result.hypotheses[0]) for result in results]

    def _english(self, tokens: list[str]) -> str:
        if len(tokens) >= _MOST_PIECES:
            return ""
        prefix = self.folder.prefix
        if tuple(tokens[: len(prefix)]) == prefix:
            tokens = tokens[len(prefix) :]
        # A token that the SentencePiece file lacks comes out as it is, its mark of a blank included.
        return str(self._target.decode(tokens)).replace("▁", " ").strip()

    @cached_property
    def _source(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(self.folder.source))

    @cached_property
    def _target(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(self.folder.target))

    @cached_property
    def _translator(self) -> Any:
        import logging

        import ctranslate2

        ctranslate2.set_log_level(logging.ERROR)  # it would tell of the processor on the terminal
        return ctranslate2.Translator(str(self.folder.weights), device="cpu")


class OfflineService:
    """The model, Korean to English."""

    name: EngineName = ENGINES["offline"]
    at_once = 1
    host = ""

    def __init__(self, model: Model) -> None:
        self._model = model

    def refusal(self, text: str) -> str | None:
        if not text:
            return "번역할 글이 비어 있습니다"
        try:
            pieces = self._model.pieces(text)
        except _FAILURES as error:
            return f"모델이 글을 나누지 못했습니다({_first_line(error)})"
        return "글이 너무 길어 한 번에 번역할 수 없습니다" if len(pieces) > _MOST_PIECES else None

    def fits(self, batch: Sequence[str]) -> bool:
        return len(batch) <= _TOGETHER

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        try:
            return self._model.translate(batch)
        except _FAILURES as error:
            reason = f"모델이 번역하지 못했습니다({_first_line(error)})"
            raise LineError(reason, over=False) from None

    def cut(self) -> None:
        """Do nothing: a batch is soon done, and can't be ended before."""

    def close(self) -> None:
        """Do nothing: the model goes with the engine."""


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; the model is read with the first text."""
    missing = [package for package in _PACKAGES if find_spec(package) is None]
    if missing:
        raise NotReadyError(
            f"파이썬 패키지({', '.join(missing)})가 없습니다. pip install {' '.join(_PACKAGES)}로 설치하세요"
        )
    model = Model(read_model(find_model(settings.model)))
    return ServiceEngine(lambda: OfflineService(model), settings)
