"""Translation models of a few thousand random weights, which run for real.

What they say means nothing, but it is said by CTranslate2 and SentencePiece from files as converters
leave them. They never say Hangul, and come to an end after some twenty words of a letter or more,
unless they are told to be `endless`.
"""

from __future__ import annotations

import io
import json
import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = (
    "하늘구 도서관은 지난 2일 새 인증을 받았다고 밝혔다.",
    "이사장은 모두에게 문을 열겠다고 말했다.",
    "The library of Haneul District said it earned the certification on the 2nd.",
    "The director opened a door for all residents, QXA and QXB.",
)
METADATA = {
    "package_version": "1.1",
    "argos_version": "1.9",
    "from_code": "ko",
    "from_name": "Korean",
    "to_code": "en",
    "to_name": "English",
}
_WIDTH = 16
_NEVER = -1_000.0
_END = "</s>"


def require_offline() -> None:
    """Skip a test on a machine without the extra; where CI runs, it has to be there."""
    if all(find_spec(package) for package in ("ctranslate2", "sentencepiece")):
        return
    assert "PRESSGEN_CI" not in os.environ, "CI has to install the extra"
    pytest.skip("needs pip install '.[offline]'")


@dataclass(frozen=True)
class Layout:
    """How a converter leaves a model: its SentencePiece files, its tokens, what is in config.json."""

    sentence_pieces: tuple[str, ...]
    tokens: tuple[str, ...] = ()
    adds_end: bool = False
    weights: str = "."
    metadata: dict[str, str] = field(default_factory=dict)


LAYOUTS = {
    "argos": Layout(("sentencepiece.model",), weights="model", metadata=METADATA),
    "argos with prefix": Layout(
        ("sentencepiece.model",),
        tokens=("<en>",),
        weights="model",
        metadata={**METADATA, "target_prefix": "<en>"},
    ),
    "OPUS-MT": Layout(("source.spm", "target.spm"), adds_end=True),
    "OPUS-MT by way of Transformers": Layout(("source.spm", "target.spm")),
    "NLLB": Layout(("sentencepiece.bpe.model",), tokens=("kor_Hang", "eng_Latn")),
    "M2M-100": Layout(("spm.128k.model",), tokens=("__ko__", "__en__"), adds_end=True),
}


def make_model(
    folder: Path, layout: str = "argos", *, positions: int = 512, endless: bool = False
) -> Path:
    """Writes a model into a new folder, and returns it."""
    plan = LAYOUTS[layout]
    weights = folder / plan.weights
    weights.mkdir(parents=True)
    for name in plan.sentence_pieces:
        (folder / name).write_bytes(_sentence_pieces())
    if plan.metadata:
        (folder / "metadata.json").write_text(json.dumps(plan.metadata), encoding="utf-8")
    spec = _specification([*_pieces(), *plan.tokens], positions, endless=endless)
    spec.config.add_source_eos = plan.adds_end
    spec.save(str(weights))
    return folder


def make_package(file: Path, layout: str = "argos") -> Path:
    """Writes a model package, its files in one folder as Argos packs them."""
    folder = make_model(file.with_suffix(""), layout)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent).as_posix())
    shutil.rmtree(folder)
    return file


@cache
def _sentence_pieces() -> bytes:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_writer=model,
        vocab_size=200,
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def _pieces() -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=_sentence_pieces())
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def _specification(vocabulary: list[str], positions: int, *, endless: bool) -> Any:
    """A transformer of one layer, its weights random, always the same."""
    import numpy
    from ctranslate2.specs import TransformerSpec

    random = numpy.random.default_rng(5)

    def weights(*shape: int) -> Any:
        return random.standard_normal(shape, dtype=numpy.float32) / 2

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = weights(rows, columns)
        layer.bias = weights(rows)

    def attention(layer: Any, *rows: int) -> None:
        for part, count in zip(layer.linear, rows, strict=True):
            linear(part, count * _WIDTH, _WIDTH)
        norm(layer.layer_norm)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(_WIDTH, numpy.float32), weights(_WIDTH)

    spec = TransformerSpec.from_config((1, 1), num_heads=2)
    for half in (spec.encoder, spec.decoder):
        half.position_encodings.encodings = weights(positions, _WIDTH)
        norm(half.layer_norm)
        attention(half.layer[0].self_attention, 3, 1)
        linear(half.layer[0].ffn.linear_0, 2 * _WIDTH, _WIDTH)
        linear(half.layer[0].ffn.linear_1, _WIDTH, 2 * _WIDTH)
        norm(half.layer[0].ffn.layer_norm)
    attention(spec.decoder.layer[0].attention, 1, 2, 1)
    spec.encoder.embeddings[0].weight = weights(len(vocabulary), _WIDTH)
    spec.decoder.embeddings.weight = weights(len(vocabulary), _WIDTH)
    # A word follows from its position, so that few stand twice; and the first number of a state rises
    # with it: the end is said where it is above zero.
    spec.decoder.position_encodings.encodings *= 4
    spec.decoder.position_encodings.encodings[:, 0] = numpy.arange(positions) - 20
    spec.decoder.projection.weight = weights(len(vocabulary), _WIDTH)
    spec.decoder.projection.weight[:, 0] = 0
    spec.decoder.projection.weight[vocabulary.index(_END)] = [20] + [0] * (_WIDTH - 1)
    spec.decoder.projection.bias = numpy.array(
        [_liking(token, endless=endless) for token in vocabulary], numpy.float32
    )
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize()
    return spec


def _liking(token: str, *, endless: bool) -> float:
    """How gladly the model says a token."""
    if token == _END:
        return _NEVER if endless else 0.0
    return 0.0 if token.lstrip("▁").isascii() and token.lstrip("▁").isalnum() else _NEVER
