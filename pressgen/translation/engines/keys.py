"""Where the keys to engines are kept: in the environment, or in a file outside the workspace."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import click

from pressgen.errors import PressgenError, Problem


def key_variable(engine_id: str) -> str:
    """The variable of the environment that may hold the key."""
    return f"PRESSGEN_{engine_id.upper()}_KEY"


def keys_file() -> Path:
    """The user's own file of keys: a line for each engine, deepl = "…"."""
    return Path(click.get_app_dir("pressgen")) / "keys.toml"


def find_key(engine_id: str) -> str | None:
    """The key to an engine, None where there is none.

    Raises PressgenError for a file of keys that can't be read and for what can be no key; what it is, is
    never told.
    """
    if key := os.environ.get(key_variable(engine_id), "").strip():
        return _checked(key, f"환경 변수 {key_variable(engine_id)}의 키에")
    file = keys_file()
    try:
        keys = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        message = 'TOML로 읽을 수 없습니다. 한 줄에 하나씩 deepl = "키"처럼 적으세요.'
        raise PressgenError(Problem(message, file)) from None
    found = keys.get(engine_id)
    return _checked(found.strip(), f"{engine_id}의 키에", file) if isinstance(found, str) else None


def _checked(key: str, where: str, file: Path | None = None) -> str | None:
    if key and not (key.isascii() and key.isprintable()):  # no header could hold it
        raise PressgenError(
            Problem(f"{where} 쓸 수 없는 글자가 있습니다. 다시 복사해 넣으세요.", file)
        )
    return key or None


def missing_key(engine_id: str, form: str = "키") -> str:
    """What to tell whoever has no key to this engine; `form`: how one is written."""
    return (
        f"키가 없습니다. 환경 변수 {key_variable(engine_id)}에 두거나 "
        f'{keys_file()} 파일에 한 줄로 적으세요: {engine_id} = "{form}"'
    )
