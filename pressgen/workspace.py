"""A folder with an optional pressgen.toml: the settings, and where things are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pressgen.datafile import FORBIDDEN, fold_space, forbidden, read_text
from pressgen.errors import PressgenError, Problem, did_you_mean
from pressgen.facts import Fact, FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SETTINGS_FILE = "pressgen.toml"
EVENT_SUFFIXES = (".yaml", ".yml", ".json")
MAX_TIMEOUT = 600
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
    text = read_text(file)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = f"TOML로 읽을 수 없습니다({error}). 글과 한글 이름은 따옴표로 감싸야 합니다."
        raise PressgenError(Problem(message, file, int(line[1]) if line else None)) from None
    except RecursionError:
        raise PressgenError(Problem("너무 깊이 겹쳐 있습니다.", file)) from None
    return Workspace(folder, _SettingsReader(file, text).settings(table))


_Path = tuple[str, ...]
"""Where a setting is: its key, behind those of the tables around it."""


class _SettingsReader:
    """Turns the table of a pressgen.toml into Settings."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text

    def settings(self, table: dict[str, Any]) -> Settings:
        self._refuse_unknown(table, Settings.__dataclass_fields__, ())
        plain = {
            key: self._string(value, (key,))
            for key, value in table.items()
            if key not in ("outlets", "engines")
        }
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
        timeout = table.get("timeout")
        if timeout is not None and not (
            type(timeout) in (int, float) and 0 < timeout <= MAX_TIMEOUT
        ):
            message = f"0보다 크고 {MAX_TIMEOUT} 이하인 초를 적으세요. 예: timeout = 10"
            self._fail((*path, "timeout"), message)
        url = self._string(table["url"], (*path, "url")) if "url" in table else None
        if url is not None and not re.match(r"https?://[^/\s]+", url):
            message = f"주소가 아닙니다: ‘{url}’. 예: https://translate.google.com/m"
            self._fail((*path, "url"), message)
        return EngineTable(url, timeout)

    def _table(self, value: Any, path: _Path) -> dict[str, Any]:
        if not isinstance(value, dict):
            heading = ".".join(path if len(path) > 1 else (*path, "이름"))
            self._fail(path, f"[{heading}] 아래에 설정을 적으세요.")
        return dict(value)

    def _string(self, value: Any, path: _Path) -> str:
        if not isinstance(value, str):
            self._fail(path, f'값을 따옴표로 감싸세요: {path[-1]} = "…"')
        if found := FORBIDDEN.search(value):
            self._fail(path, forbidden(found))
        return fold_space(value)

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


_KEY = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_KEYS = re.compile(rf"\s*(?:{_KEY.pattern})\s*(?:\.\s*(?:{_KEY.pattern})\s*)*")


def _around(path: _Path) -> Iterator[_Path]:
    """The path, and those of the tables around it, the innermost first."""
    return (path[:length] for length in range(len(path), 0, -1))


def _keys(dotted: str) -> _Path:
    """The parts of a dotted key."""
    return tuple(key.strip("\"'") for key in _KEY.findall(dotted))
