"""JSON, which is YAML but for a few details, put in YAML's way, so that one reader reads both."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pressgen.errors import PressgenError, Problem

if TYPE_CHECKING:
    from pathlib import Path

_SURROGATE_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB]..\\u[dD][c-fC-F]..)")


def json_as_yaml(text: str, file: Path) -> str:
    """The JSON with what YAML reads differently changed: tabs, escaped surrogates.

    Raises PressgenError, with the line, where the text is no JSON.
    """
    try:
        json.loads(text, parse_int=str)  # int refuses thousands of digits with a ValueError
    except json.JSONDecodeError as error:
        message = f"JSON으로 읽을 수 없습니다({error.msg}). 쉼표와 따옴표, 괄호를 살펴보세요."
        raise PressgenError(Problem(message, file, error.lineno)) from None
    except RecursionError:
        raise PressgenError(Problem("너무 깊이 겹쳐 있습니다.", file)) from None
    text = text.replace("\t", " ")  # a raw tab in valid JSON stands between tokens
    return _SURROGATE_PAIR.sub(lambda m: m[1] + str(json.loads(f'"{m[2]}"')), text)
