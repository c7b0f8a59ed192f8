"""A translation model in a folder: CTranslate2 weights with SentencePiece files, as converters leave them.

Three layouts, told apart by what is in the folder:

- an Argos package: `metadata.json`, the weights in `model/`, `sentencepiece.model`;
- OPUS-MT: `model.bin`, `source.spm`, `target.spm`;
- NLLB and M2M-100: `model.bin` and one SentencePiece file for all languages, which are told by tokens.

The last two come from `ct2-transformers-converter`, `ct2-opus-mt-converter` or `ct2-fairseq-converter`, with
the SentencePiece files copied beside the weights.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from pressgen.translation.engines.base import NotReadyError

KOREAN, ENGLISH = "ko", "en"
_END = "</s>"
_LANGUAGE_TOKENS = (("kor_Hang", "eng_Latn"), ("__ko__", "__en__"))
_VOCABULARIES = tuple(
    f"{name}_vocabulary.{suffix}" for name in ("shared", "source") for suffix in ("json", "txt")
)
_MOST_BYTES = 50_000_000
"""NLLB's vocabulary has eight million."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What is where, and the tokens that the model needs around the pieces of a sentence.

    `before`, `after`: those of the Korean. `prefix`: those with which the English begins. `version`,
    `languages`: "" where nothing says.
    """

    weights: Path
    source: Path
    target: Path
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    version: str = ""
    languages: str = ""


def models_folder() -> Path:
    """Where `pressgen engines install` puts models: the user's own folder, outside every workspace."""
    return Path(click.get_app_dir("pressgen", roaming=False)) / "models"


def find_model(name: str | None) -> Path:
    """The folder of the model: an installed one by its name, any other by its whole path.

    Without a name it is the one that is installed. Raises NotReadyError unless there is just one.
    """
    installed = installed_models()
    if name:
        folder = models_folder() / Path(name).expanduser()  # a whole path stays as it is
        if folder.is_dir():
            return folder
        hint = f" 설치된 것: {', '.join(installed)}" if installed else ""
        raise NotReadyError(f"모델 폴더가 없습니다: {name}.{hint}")
    if not installed:
        raise NotReadyError("모델이 없습니다. pressgen engines install 파일로 설치하세요")
    if len(installed) > 1:
        raise NotReadyError(
            "모델이 여럿입니다. pressgen.toml의 [engines.offline]에 model을 적으세요: "
            + ", ".join(installed)
        )
    return models_folder() / installed[0]


def installed_models() -> list[str]:
    """The names of the models that are installed."""
    folder = models_folder()
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if is_model(path))


def is_model(folder: Path) -> bool:
    """Whether a model may lie in the folder itself."""
    marks = ("metadata.json", "model.bin", "model/model.bin")
    return not folder.name.startswith(".") and any((folder / mark).is_file() for mark in marks)


def read_model(folder: Path) -> ModelFolder:
    """Tell what lies in the folder. Raises NotReadyError where a part is missing, or not ko to en."""
    weights = folder / "model" if (folder / "model" / "model.bin").is_file() else folder
    if not (weights / "model.bin").is_file():
        raise NotReadyError(f"모델 폴더에 model.bin이 없습니다: {folder}")
    source, target = _sentence_pieces(folder)
    if (folder / "metadata.json").is_file():
        return _argos_package(folder, ModelFolder(weights, source, target))
    # What Marian and Fairseq made has its end added by CTranslate2, and says so.
    config = _read_json(weights / "config.json") if (weights / "config.json").is_file() else {}
    after = (_END,) if config.get("add_source_eos") is False else ()
    if source != target:
        return ModelFolder(weights, source, target, after=after)
    vocabulary = _vocabulary(weights)
    for korean, english in _LANGUAGE_TOKENS:
        if korean in vocabulary and english in vocabulary:
            return ModelFolder(
                weights,
                source,
                target,
                before=(korean,),
                after=after,
                prefix=(english,),
                languages=f"{KOREAN} → {ENGLISH}",
            )
    raise NotReadyError("한국어와 영어를 아는 NLLB, M2M-100 모델이 아닙니다")


def _argos_package(folder: Path, model: ModelFolder) -> ModelFolder:
    data = _read_json(folder / "metadata.json")
    languages = f"{_word(data.get('from_code'))} → {_word(data.get('to_code'))}"
    if languages != f"{KOREAN} → {ENGLISH}" or data.get("type", "translate") != "translate":
        raise NotReadyError(f"한국어를 영어로 옮기는 모델이 아닙니다({languages})")
    prefix = data.get("target_prefix")
    return ModelFolder(
        model.weights,
        model.source,
        model.target,
        prefix=(prefix,) if prefix and isinstance(prefix, str) else (),
        version=_word(data["package_version"]) if data.get("package_version") else "",
        languages=languages,
    )


def _word(value: object) -> str:
    """A short word from a file of others, fit to be printed."""
    known = isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9._+-]{1,30}", value)
    return str(value) if known else "?"


def _sentence_pieces(folder: Path) -> tuple[Path, Path]:
    source, target = folder / "source.spm", folder / "target.spm"
    if source.is_file() and target.is_file():
        return source, target
    found = [path for pattern in ("*.spm", "*.model") for path in folder.glob(pattern)]
    if len(found) != 1:
        raise NotReadyError(
            "모델 폴더에 SentencePiece 파일(sentencepiece.model, 또는 source.spm과 target.spm)이 "
            f"없거나 여럿입니다: {folder}"
        )
    return found[0], found[0]


def _vocabulary(weights: Path) -> set[str]:
    file = next((weights / name for name in _VOCABULARIES if (weights / name).is_file()), None)
    if file is None:
        raise NotReadyError(f"모델 폴더에 어휘(shared_vocabulary.json)가 없습니다: {weights}")
    if file.suffix == ".txt":
        return set(_read_text(file).splitlines())
    tokens = _parsed(file)
    return {token for token in tokens if isinstance(token, str)} if tokens else set()


def _read_json(file: Path) -> dict[str, Any]:
    data = _parsed(file)
    if not isinstance(data, dict):
        raise NotReadyError(f"모델의 {file.name}을(를) 읽을 수 없습니다")
    return data


def _parsed(file: Path) -> Any:
    try:
        return json.loads(_read_text(file))
    except (ValueError, RecursionError):
        raise NotReadyError(f"모델의 {file.name}을(를) 읽을 수 없습니다") from None


def _read_text(file: Path) -> str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise NotReadyError(f"모델의 {file.name}이(가) 너무 큽니다")
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotReadyError(f"모델의 {file.name}을(를) 읽을 수 없습니다") from None
