"""DeepL, through its own package (`pip install 'pressgen[deepl]'`) over a line of ours.

The package makes and reads the requests. Its own HTTP client has timeouts and retries for the whole
process, follows no deadline and logs texts, so a line of ours stands in its place.
https://developers.deepl.com
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from threading import Lock
from typing import Any

from pressgen.translation.engines import (
    ENGINES,
    Engine,
    EngineName,
    EngineSettings,
    NotReadyError,
)
from pressgen.translation.engines.house import host_of
from pressgen.translation.engines.keys import missing_key
from pressgen.translation.engines.limits import Limits, json_bytes
from pressgen.translation.engines.line import Line, LineError, unlogged
from pressgen.translation.engines.markup import XML
from pressgen.translation.engines.service import ServiceEngine

# It takes 50 texts, and 128 KiB with all that is around them.
_LIMITS = Limits(50, 120_000, lambda text: json_bytes(XML.write(text)))


class _Client:
    """Stands where deepl.Translator has its HTTP client."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def request_with_backoff(
        self,
        method: str,
        url: str,
        data: Mapping[str, str] | None,
        json: object,
        headers: Mapping[str, str],
        **_options: Any,
    ) -> tuple[int, str]:
        """Return the status, which is 2xx, and the JSON of the answer. Raises LineError."""
        page = self._line.request(method, url, headers=headers, json=json, data=data)
        page.json()  # the package takes what is none for an answer without translations
        return page.status_code, page.text

    def close(self) -> None:
        self._line.close()


class _Glossary:
    """The workspace's glossary at DeepL, found or made once for all services of an engine.

    It is named after what is in it: one that was changed is another one, and the old one stays.
    """

    def __init__(self, settings: EngineSettings) -> None:
        terms = sorted(settings.glossary.items()) if settings.uploads_glossary else []
        self._entries = {
            korean: english for korean, english in terms if korean.strip() and english.strip()
        }
        digest = sha256(repr(self._entries).encode("utf-8", "replace")).hexdigest()
        self._name = f"pressgen ko-en {digest[:16]}"
        self._sent = settings.sent
        self._id: str | None = None
        self._is_settled = not self._entries
        self._lock = Lock()

    def find(self, translator: Any, host: str) -> str | None:
        """Return its id, None to go without. Raises LineError where there is no answer at all.

        An account may have no glossaries, or no room for one more. That is no reason not to translate:
        names are in tags, and looked for in what comes back.
        """
        with self._lock:
            if not self._is_settled:
                try:
                    self._id = self._found(translator) or self._made(translator, host)
                except LineError as error:
                    if error.over and not error.status:
                        raise
                except (ValueError, KeyError, TypeError, AttributeError):
                    pass  # the package refuses an entry, or can't read the answer
                self._is_settled = True
            return self._id

    def _found(self, translator: Any) -> str | None:
        for one in translator.list_glossaries():
            if one.name == self._name and one.ready:
                return str(one.glossary_id)
        return None

    def _made(self, translator: Any, host: str) -> str:
        if self._sent is not None:
            self._sent.note("deepl", host, list(self._entries))
        made = translator.create_glossary(self._name, "KO", "EN", self._entries)
        return str(made.glossary_id)


class DeepLService:
    """DeepL, Korean to American English."""

    name: EngineName = ENGINES["deepl"]
    at_once = 2

    def __init__(self, settings: EngineSettings, glossary: _Glossary) -> None:
        import deepl

        self._line = Line(settings)
        # Its requests are joined to the address, which so needs the slash.
        url = f"{settings.url.rstrip('/')}/" if settings.url else None
        translator: Any = deepl.Translator(settings.key or "", server_url=url)
        translator._client = _Client(self._line)  # it has no argument for that
        self._translator = translator
        self.host = host_of(self._translator.server_url)
        self._glossary = glossary

    def refusal(self, text: str) -> str | None:
        return _LIMITS.refusal(text)

    def fits(self, batch: Sequence[str]) -> bool:
        return _LIMITS.fits(batch)

    def request(self, batch: Sequence[str]) -> list[str]:
        """Return the English of a batch; see `Service.request`."""
        try:
            with unlogged():
                results = self._results(batch)
                return [XML.read(result.text) for result in results]
        except LineError:
            raise
        except Exception as error:
            # On a strange answer the package fails with whatever comes; it may quote the texts.
            name = type(error).__name__
        raise LineError(f"답을 읽지 못했습니다({name})", over=False)

    def cut(self) -> None:
        self._line.cut()

    def close(self) -> None:
        self._line.close()

    def _results(self, batch: Sequence[str]) -> Any:
        return self._translator.translate_text(
            [XML.write(text) for text in batch],
            source_lang="KO",
            target_lang="EN-US",
            glossary=self._glossary.find(self._translator, self.host),
            tag_handling="xml",
            ignore_tags=["x"],
        )


def open_engine(settings: EngineSettings) -> Engine:
    """Return the engine; it makes no connection before the first text."""
    if not settings.key:
        raise NotReadyError(missing_key("deepl"))
    glossary = _Glossary(settings)
    try:
        return ServiceEngine(lambda: DeepLService(settings, glossary), settings)
    except ModuleNotFoundError:
        message = "deepl 패키지가 없습니다. pip install deepl로 설치하세요"
        raise NotReadyError(message) from None
