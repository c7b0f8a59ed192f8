"""Reads pressgen.toml: every setting checked, every mistake with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, NoReturn, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pressgen.datafile import find_forbidden, fold_space, forbidden, read_text
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.fact_types import FactType
from pressgen.facts import Fact
from pressgen.settings import EngineTable, Outlet, Publish, Settings, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MAX_TIMEOUT = 600
"""Seconds: who waits longer for a translation has forgotten it."""
MAX_DEADLINE = 86_400
MAX_AT_ONCE = 16
_PLAIN = ("timezone", "layout", "disclaimer", "outlet")
_OUTLET_FIELDS = {
    "name": FactType.ORGANIZATION,
    "desk": FactType.TERM,
    "region": FactType.PLACE,
    "reporter": FactType.PERSON,
}
# In ASCII, as an address goes into feeds and sitemaps; what follows ? or # is no folder.
_SITE_URL = re.compile(r"https?://[\w.:\[\]-]+(?:/[\w.~%/-]*)?", re.ASCII)
_KEY = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_KEYS = re.compile(rf"\s*(?:{_KEY.pattern})\s*(?:\.\s*(?:{_KEY.pattern})\s*)*")

_Path = tuple[str, ...]
"""Where a setting is: its key, behind those of the tables around it."""


def read_settings(file: Path) -> Settings:
    """The settings that a pressgen.toml holds. Raises PressgenError where it is not right."""
    text = read_text(file)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = f"TOML로 읽을 수 없습니다({error}). 글과 한글 이름은 따옴표로 감싸야 합니다."
        raise PressgenError(Problem(message, file, int(line[1]) if line else None)) from None
    except RecursionError:
        raise PressgenError(Problem("너무 깊이 겹쳐 있습니다.", file)) from None
    return _SettingsReader(file, text).settings(table)


class _SettingsReader:
    """Turns the table of a pressgen.toml into Settings."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text

    def settings(self, table: dict[str, Any]) -> Settings:
        self._refuse_unknown(table, Settings.__dataclass_fields__, ())
        plain: dict[str, Any] = {
            key: self._string(table[key], (key,)) for key in _PLAIN if key in table
        }
        if "engine" in table:
            plain["engine"] = self._names(table["engine"], ("engine",))
        if "deadline" in table:
            plain["deadline"] = self._seconds(table["deadline"], ("deadline",), MAX_DEADLINE)
        if "allow_public" in table:
            plain["allow_public"] = self._flag(table["allow_public"], ("allow_public",))
        if "publish" in table:
            plain["publish"] = self._one_of(table["publish"], get_args(Publish), ("publish",))
        if "site" in table:
            plain["site"] = self._site(table["site"], ("site",))
        outlets = {
            name: self._outlet(inner, ("outlets", name))
            for name, inner in self._table(table.get("outlets", {}), ("outlets",)).items()
        }
        engines = {
            name: self._engine(inner, ("engines", name))
            for name, inner in self._table(table.get("engines", {}), ("engines",)).items()
        }
        settings = Settings(**plain, outlets=outlets, engines=engines)
        if settings.outlet and settings.outlet not in outlets:
            hint = (
                did_you_mean(settings.outlet, outlets) if outlets else "[outlets.이름]을 적으세요."
            )
            self._fail(("outlet",), f"‘{settings.outlet}’ 매체가 없습니다. {hint}")
        try:
            ZoneInfo(settings.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            message = f"모르는 시간대입니다: ‘{settings.timezone}’. 예: Asia/Seoul"
            self._fail(("timezone",), message)
        return settings

    def _site(self, value: Any, path: _Path) -> Site:
        if not isinstance(value, dict):
            self._fail(path, "[site] 아래에 url과 title을 적으세요.")
        self._refuse_unknown(value, ("url", "title"), path)
        parts = {}
        if "url" in value:
            parts["url"] = self._site_url(value["url"], (*path, "url"))
        title = value.get("title", {})
        if isinstance(title, str):
            title = {"ko": title}
        elif not isinstance(title, dict):
            self._fail((*path, "title"), '"글"이나 {ko = "글", en = "text"} 꼴로 적으세요.')
        self._refuse_unknown(title, ("ko", "en"), (*path, "title"))
        for key, name in (("ko", "korean_title"), ("en", "english_title")):
            if key in title:
                parts[name] = self._filled(title[key], (*path, "title", key))
        return Site(**parts)

    def _site_url(self, value: Any, path: _Path) -> str:
        url = self._string(value, path)
        if not _SITE_URL.fullmatch(url):
            message = (
                f"누리집 주소가 아닙니다: ‘{url}’. 예: https://press.example.kr"
                " (한글이 든 주소는 웹 브라우저의 주소창에서 복사한 꼴, xn--…나 %EB…로 적으세요.)"
            )
            self._fail(path, message)
        return url.rstrip("/")

    def _outlet(self, value: Any, path: _Path) -> Outlet:
        table = self._table(value, path)
        self._refuse_unknown(table, _OUTLET_FIELDS, path)
        return Outlet(**{key: self._fact(inner, (*path, key)) for key, inner in table.items()})

    def _fact(self, value: Any, path: _Path) -> Fact:
        if isinstance(value, str):
            parts = {"ko": self._string(value, path)}
        elif isinstance(value, dict):
            self._refuse_unknown(value, ("ko", "en", "article", "reading"), path)
            parts = {key: self._string(inner, (*path, key)) for key, inner in value.items()}
        else:
            self._fail(path, '"글"이나 {ko = "글", en = "text"} 꼴로 적으세요.')
        if not parts.get("ko"):
            self._fail(path, "한국어(ko)가 없습니다.")
        if parts.get("article", "none") not in ("the", "none"):
            self._fail((*path, "article"), "the를 적거나 지우세요.")
        key = path[-1]
        return Fact(
            name=f"outlet.{key}" if key in ("name", "desk") else key,
            type=_OUTLET_FIELDS[key],
            korean=parts["ko"],
            english=parts.get("en"),
            article="the" if parts.get("article") == "the" else "",
            reading=parts.get("reading"),
        )

    def _engine(self, value: Any, path: _Path) -> EngineTable:
        table = self._table(value, path)
        self._refuse_unknown(table, EngineTable.__dataclass_fields__, path)
        timeout = at_once = None
        if "timeout" in table:
            timeout = self._seconds(table["timeout"], (*path, "timeout"), MAX_TIMEOUT)
        if "at_once" in table:
            at_once = self._at_once(table["at_once"], (*path, "at_once"))
        model = self._string(table["model"], (*path, "model")) if "model" in table else None
        url = self._string(table["url"], (*path, "url")) if "url" in table else None
        if url is not None and not re.match(r"https?://[^/\s]+", url):
            message = f"주소가 아닙니다: ‘{url}’. 예: https://translate.google.com/m"
            self._fail((*path, "url"), message)
        glossary = self._flag(table.get("glossary", False), (*path, "glossary"))
        return EngineTable(url, timeout, at_once, model, glossary)

    def _names(self, value: Any, path: _Path) -> tuple[str, ...]:
        """One name, or several in the order in which they are asked."""
        items = value if isinstance(value, list) and value else [value]
        return tuple(self._string(item, path) for item in items)

    def _seconds(self, value: Any, path: _Path, most: int) -> float:
        if type(value) not in (int, float) or not 0 < value <= most:
            self._fail(path, f"0보다 크고 {most} 이하인 초를 적으세요. 예: {path[-1]} = 10")
        return float(value)

    def _at_once(self, value: Any, path: _Path) -> int:
        if type(value) is not int or not 1 <= value <= MAX_AT_ONCE:
            self._fail(path, f"1부터 {MAX_AT_ONCE}까지의 수를 적으세요. 예: at_once = 4")
        return value

    def _one_of(self, value: Any, known: Sequence[str], path: _Path) -> str:
        if (text := self._string(value, path)) not in known:
            self._fail(path, f"‘{text}’을(를) 모릅니다. {did_you_mean(text, known)}")
        return text

    def _flag(self, value: Any, path: _Path) -> bool:
        if type(value) is not bool:
            self._fail(path, "true나 false를 따옴표 없이 적으세요.")
        return value

    def _table(self, value: Any, path: _Path) -> dict[str, Any]:
        if not isinstance(value, dict):
            heading = ".".join(path if len(path) > 1 else (*path, "이름"))
            self._fail(path, f"[{heading}] 아래에 설정을 적으세요.")
        return dict(value)

    def _string(self, value: Any, path: _Path) -> str:
        if not isinstance(value, str):
            self._fail(path, f'값을 따옴표로 감싸세요: {path[-1]} = "…"')
        if found := find_forbidden(value):
            self._fail(path, forbidden(found))
        return fold_space(value)

    def _filled(self, value: Any, path: _Path) -> str:
        text = self._string(value, path)
        if not text:
            self._fail(path, "비어 있습니다. 적거나 지우세요.")
        return text

    def _refuse_unknown(self, table: dict[str, Any], known: Iterable[str], path: _Path) -> None:
        for key in table:
            if key not in known:
                self._fail((*path, key), f"모르는 설정입니다. {did_you_mean(key, known)}")

    def _fail(self, path: _Path, message: str) -> NoReturn:
        raise PressgenError(Problem(message, self.file, self._line(path), ".".join(path)))

    def _line(self, path: _Path) -> int | None:
        """The line of the setting, or of the innermost table or value around it that has its own."""
        lines: dict[_Path, int] = {}
        table: _Path = ()
        for number, line in enumerate(self.text.split("\n"), 1):
            if heading := re.match(rf"\s*\[\[?({_KEYS.pattern})\]", line):
                here = table = _keys(heading[1])
            elif setting := re.match(rf"\s*({_KEYS.pattern})=", line):
                here = (*table, *_keys(setting[1]))
            else:
                continue
            for around in _around(here):
                lines.setdefault(around, number)
        return next((lines[around] for around in _around(path) if around in lines), None)


def _around(path: _Path) -> Iterator[_Path]:
    """The path, and those of the tables around it, the innermost first."""
    return (path[:length] for length in range(len(path), 0, -1))


def _keys(dotted: str) -> _Path:
    """The parts of a dotted key."""
    return tuple(key.strip("\"'") for key in _KEY.findall(dotted))
