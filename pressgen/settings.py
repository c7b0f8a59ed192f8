"""The settings of a workspace, with the defaults that hold without a pressgen.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    """What pressgen.toml says of one engine; None leaves the engine's own default."""

    url: str | None = None
    timeout: float | None = None


@dataclass(frozen=True)
class Settings:
    """What pressgen.toml can say, with the defaults that hold without one."""

    timezone: str = "Asia/Seoul"
    engine: str = "google"
    layout: str = "breaknews"
    disclaimer: str = "breaknews"
    outlet: str = ""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    engines: Mapping[str, EngineTable] = field(default_factory=dict)
