"""A folder with an optional pressgen.toml: the settings, and where things are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.facts import Fact, FactType

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS_FILE = "pressgen.toml"
EVENT_SUFFIXES = (".yaml", ".yml", ".json")
_OUTLET_FIELDS = {
    "name": FactType.ORGANIZATION,
    "desk": FactType.TERM,
    "region": FactType.PLACE,
    "reporter": FactType.PERSON,
}


@dataclass(frozen=True, slots=True)
class Outlet:
    """The newspaper that prints the release, and who writes for it; absent parts are None."""

    name: Fact | None = None
    desk: Fact | None = None
    region: Fact | None = None
    reporter: Fact | None = None


@dataclass(frozen=True, slots=True)
class EngineTable:
    """What pressgen.toml says of one engine; None leaves the engine's own default."""

    url: str | None = None
    timeout: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What pressgen.toml can say, with the defaults that hold without one."""

    timezone: str = "Asia/Seoul"
    engine: str = "google"
    layout: str = "breaknews"
    disclaimer: str = "breaknews"
    outlet: str = ""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    engines: Mapping[str, EngineTable] = field(default_factory=dict)


@dataclass(frozen=True)
class Workspace:
    """Where a user's events, templates, translations and releases lie."""

    folder: Path
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.timezone)

    @cached_property
    def template_folders(self) -> tuple[Path, ...]:
        """The workspace's own templates, then those that pressgen ships."""
        own = self.folder / "templates"
        shipped = shipped_templates()
        if not own.is_dir() or own.resolve() == shipped.resolve():
            return (shipped,)
        return (own, shipped)

    @property
    def events(self) -> Path:
        return self.folder / "events"

    @property
    def translations(self) -> Path:
        return self.folder / "translations"

    @property
    def glossary(self) -> Path:
        return self.folder / "glossary.csv"

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    @property
    def working_data(self) -> Path:
        """Drafts and the translation memory: nothing here is ever served."""
        return self.folder / ".pressgen"

    @staticmethod
    def event_files(folder: Path) -> list[Path]:
        """Every event file below a folder, sorted; names that begin with a dot or _ are left out."""
        return sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in EVENT_SUFFIXES
            and path.is_file()
            and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
        )


def shipped_templates() -> Path:
    """The templates that come with pressgen: beside the package, or in it once it is installed."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def find_workspace(start: Path) -> Path:
    """The nearest folder upward from `start` that holds a pressgen.toml, else `start`."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    return start


def open_workspace(folder: Path) -> Workspace:
    """The workspace in that folder. Raises PressgenError where its pressgen.toml is not right."""
    file = folder / SETTINGS_FILE
    if not file.is_file():
        return Workspace(folder)
    try:
        text = file.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise PressgenError(Problem("UTF-8이 아닙니다. UTF-8로 다시 저장하세요.", file)) from None
    except OSError as error:
        raise PressgenError(Problem(f"읽을 수 없습니다({error.strerror}).", file)) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = f"TOML로 읽을 수 없습니다({error}). 값은 따옴표로 감싸야 합니다."
        raise PressgenError(Problem(message, file, int(line[1]) if line else None)) from None
    return Workspace(folder, _SettingsReader(file, text).settings(table))


class _SettingsReader:
    """Turns the table of a pressgen.toml into Settings."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text

    def settings(self, table: dict[str, Any]) -> Settings:
        known = Settings.__dataclass_fields__
        self._refuse_unknown(table, known)
        plain = {
            key: self._string(table, key) for key in table if key not in ("outlets", "engines")
        }
        outlets = {
            name: self._outlet(name, inner) for name, inner in self._table(table, "outlets").items()
        }
        engines = {
            name: self._engine(name, inner) for name, inner in self._table(table, "engines").items()
        }
        settings = Settings(**plain, outlets=outlets, engines=engines)
        if settings.outlet and settings.outlet not in outlets:
            hint = did_you_mean(settings.outlet, outlets)
            self._fail("outlet", f"[outlets.{settings.outlet}]이 없습니다. {hint}")
        try:
            ZoneInfo(settings.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._fail("timezone", f"모르는 시간대입니다: ‘{settings.timezone}’. 예: Asia/Seoul")
        return settings

    def _outlet(self, name: str, table: Any) -> Outlet:
        if not isinstance(table, dict):
            self._fail(name, f"[outlets.{name}] 아래에 name, desk, region, reporter를 적으세요.")
        self._refuse_unknown(table, _OUTLET_FIELDS)
        return Outlet(**{key: self._fact(table, key) for key in table})

    def _fact(self, table: dict[str, Any], key: str) -> Fact:
        value = table[key]
        parts = {"ko": value} if isinstance(value, str) else value
        if not isinstance(parts, dict) or not all(isinstance(text, str) for text in parts.values()):
            self._fail(key, '"글"이나 {ko = "글", en = "text"} 꼴로 적으세요.')
        self._refuse_unknown(parts, ("ko", "en", "article", "reading"))
        if not parts.get("ko"):
            self._fail(key, "한국어(ko)가 없습니다.")
        return Fact(
            name=key if key != "name" and key != "desk" else f"outlet.{key}",
            type=_OUTLET_FIELDS[key],
            korean=parts["ko"],
            english=parts.get("en"),
            article="the" if parts.get("article") == "the" else "",
            reading=parts.get("reading"),
        )

    def _engine(self, name: str, table: Any) -> EngineTable:
        if not isinstance(table, dict):
            self._fail(name, f'[engines.{name}] 아래에 url = "…"처럼 적으세요.')
        self._refuse_unknown(table, EngineTable.__dataclass_fields__)
        timeout = table.get("timeout")
        if timeout is not None and (not isinstance(timeout, (int, float)) or timeout <= 0):
            self._fail("timeout", "초를 나타내는 0보다 큰 수를 적으세요. 예: timeout = 10")
        url = self._string(table, "url") if "url" in table else None
        if url is not None and not re.match(r"https?://[^/\s]+", url):
            self._fail("url", f"주소가 아닙니다: ‘{url}’. 예: https://translate.google.com/m")
        return EngineTable(url, timeout)

    def _table(self, table: dict[str, Any], key: str) -> dict[str, Any]:
        inner = table.get(key, {})
        if not isinstance(inner, dict):
            self._fail(key, f"[{key}.이름] 아래에 적으세요.")
        return dict(inner)

    def _string(self, table: dict[str, Any], key: str) -> str:
        if not isinstance(table[key], str):
            self._fail(key, f'값을 따옴표로 감싸세요: {key} = "…"')
        return str(table[key])

    def _refuse_unknown(self, table: dict[str, Any], known: Any) -> None:
        for key in table:
            if key not in known:
                self._fail(key, f"모르는 설정입니다. {did_you_mean(key, known)}")

    def _fail(self, key: str, message: str) -> NoReturn:
        found = re.search(rf"^\s*(?:\[[\w.]*\b)?{re.escape(key)}\b", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.start()) + 1 if found else None
        if found and self.text[found.start()] == "\n":
            line = self.text.count("\n", 0, found.end()) + 1
        raise PressgenError(Problem(message, self.file, line, key))
