"""The settings of a workspace, with the defaults that hold without a pressgen.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressgen.facts import Fact


@dataclass(frozen=True)
class Outlet:
    """The newspaper that prints the release, and who writes for it; absent parts are None."""

    name: Fact | None = None
    desk: Fact | None = None
    region: Fact | None = None
    reporter: Fact | None = None


@dataclass(frozen=True)
class EngineTable:
    """What pressgen.toml says of one engine; None leaves the engine's own default.

    `timeout` in seconds; `at_once`: requests on their way at the same time; `model`: a model's name, or
    the folder of one (offline); `glossary`: the whole glossary may be kept by the engine (deepl).
    """

    url: str | None = None
    timeout: float | None = None
    at_once: int | None = None
    model: str | None = None
    glossary: bool = False


@dataclass(frozen=True)
class Site:
    """The archive on the web: the address of its front folder, "" where nobody said, and what it is called."""

    url: str = ""
    korean_title: str = "보도자료"
    english_title: str = "Press releases"

    def address(self, path: str) -> str:
        """The absolute address of a file of the archive, "" where the archive itself has none."""
        from urllib.parse import quote  # most commands ask for no address

        return f"{self.url}/{quote(path)}" if self.url else ""


Publish = Literal["normal", "strict"]


@dataclass(frozen=True)
class Settings:
    """What pressgen.toml can say, with the defaults that hold without one.

    `engine`: the engines to ask, the first before the next. `deadline`: seconds that a build may spend
    on translation. `allow_public`: what is not out yet may be sent out of the house. `publish`: "strict"
    keeps a release whose English is not complete among the drafts.
    """

    timezone: str = "Asia/Seoul"
    engine: tuple[str, ...] = ("google",)
    deadline: float = 1800
    allow_public: bool = False
    publish: Publish = "normal"
    layout: str = "breaknews"
    disclaimer: str = "breaknews"
    site: Site = Site()
    outlet: str = ""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    engines: Mapping[str, EngineTable] = field(default_factory=dict)
