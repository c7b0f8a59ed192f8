"""Translation engines: one module each, named as its id, which is imported only when it is opened.

Such a module has `open_engine(settings: EngineSettings) -> Engine`, which raises NotReadyError where
a key or a package is missing.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from pressgen.translation.engines.base import (
    Answer,
    Engine,
    EngineName,
    EngineSettings,
    NotReadyError,
)

__all__ = [
    "ENGINES",
    "Answer",
    "Engine",
    "EngineName",
    "EngineSettings",
    "NotReadyError",
    "names",
    "open_engine",
]

ENGINES: Mapping[str, EngineName] = MappingProxyType(
    {
        name.id: name
        for name in (
            EngineName("google", korean="구글번역", english="Google Translate", public=True),
            EngineName("deepl", korean="DeepL", english="DeepL", public=True, reading="디플"),
            EngineName("papago", korean="파파고", english="Papago", public=True),
            EngineName(
                "microsoft",
                korean="마이크로소프트 번역",
                english="Microsoft Translator",
                public=True,
            ),
            EngineName(
                "mymemory", korean="MyMemory", english="MyMemory", public=True, reading="마이메모리"
            ),
            EngineName(
                "libretranslate",
                korean="LibreTranslate",
                english="LibreTranslate",
                public=False,
                reading="리브레트랜슬레이트",
            ),
            EngineName(
                "openai", korean="AI 언어 모델", english="an AI language model", public=False
            ),
            EngineName(
                "offline",
                korean="오프라인 번역 모델",
                english="an offline translation model",
                public=False,
                local=True,
            ),
        )
    }
)


def names(engine_id: str) -> EngineName:
    """What an engine is called where its work is published; an unknown one by its id."""
    return ENGINES.get(engine_id) or EngineName(engine_id, engine_id, engine_id, public=True)


def open_engine(engine_id: str, settings: EngineSettings) -> Engine:
    """Return the engine with this id, ready to translate; no connection is made yet.

    Raises LookupError for an id that is not in ENGINES, NotReadyError where something is missing.
    """
    if engine_id not in ENGINES:
        raise LookupError(f"no engine {engine_id!r}; there are: {', '.join(ENGINES)}")
    engine: Engine = import_module(f"{__name__}.{engine_id}").open_engine(settings)
    return engine
