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

    Raises PressgenError for a file of keys that can't be read; what is in it is never told.
    """
    if key := os.environ.get(key_variable(engine_id), "").strip():
        return key
    file = keys_file()
    try:
        keys = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        message = 'TOML로 읽을 수 없습니다. 한 줄에 하나씩 deepl = "키"처럼 적으세요.'
        raise PressgenError(Problem(message, file)) from None
    found = keys.get(engine_id)
    return found.strip() or None if isinstance(found, str) else None


def missing_key(engine_id: str, form: str = "키") -> str:
    """What to tell whoever has no key to this engine; `form`: how one is written."""
    return (
        f"키가 없습니다. 환경 변수 {key_variable(engine_id)}에 두거나 "
        f'{keys_file()} 파일에 {engine_id} = "{form}"라고 적으세요.'
    )
