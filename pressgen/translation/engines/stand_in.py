"""deep-translator's engines over a line of ours.

They call `requests.get` themselves, without a timeout and on a connection of their own, and have no
argument for either.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import requests

from pressgen.translation.engines.line import LineError, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    Get = Callable[[str, Mapping[str, str]], Page]


class StandIn:
    """Stands where one module of deep-translator has the name `requests`.

    During `translated`, in that context (a thread is a context too), a call goes to the `get` that was
    given; anybody else's call, as ever, goes to requests.
    """

    def __init__(self, module: ModuleType) -> None:
        self._get: ContextVar[Get | None] = ContextVar("pressgen_get", default=None)
        module.requests = self  # type: ignore[attr-defined]

    def get(self, url: str, params: Any = None, **options: Any) -> Any:
        ours = self._get.get()
        return ours(url, params) if ours else requests.get(url, params, **options)  # noqa: S113

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)

    def translated(self, translate: Callable[[str], str | None], text: str, get: Get) -> str:
        """Return what `translate` makes of the text, its requests going to `get`.

        Raises LineError where it fails, also where `get` does.
        """
        token = self._get.set(get)
        try:
            reply = translate(text)
        except LineError:
            raise
        except Exception as error:
            # Its exceptions, and those of the parser under it on a strange page, have no base of
            # their own; and they quote the text, so they end here.
            name = type(error).__name__
        else:
            # Google sprinkles zero-width spaces. None is its word for punctuation that came back.
            return (reply or "").replace("\u200b", "").strip()
        finally:
            self._get.reset(token)
        raise LineError(f"답을 읽지 못했습니다({name})", over=False)
