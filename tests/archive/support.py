"""An event of the tests' own, and a workspace that translates at a server of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVENT = """\
kind: certification
released: 2026-11-02
outlet: {name: {ko: 한강일보, en: Hangang Ilbo}, desk: {ko: 사회부, en: City Desk}}
region: 마포
reporter: 문가람
organization: {ko: 부안섬관광공사, en: Buan Island Tourism Corporation, article: the}
head: {title: 사장, name: 한보라}
obtained: 2026-10-30
award: {ko: 섬 관광 우수상, en: Island Tourism Award}
host: {ko: 해양관광부, en: 'Ministry of Sea, Islands and Tourism', article: the}
reasons: >-
  부안섬관광공사는 섬을 잇는 배를 하루 1만2000명이 타게 했다. 추위도 아랑곳하지 않았다.
quote: 앞으로도 잘하겠다
"""
FOLDER = "releases/2026/11/02-event"


def write_event(workspace: Path, text: str = EVENT, name: str = "event.yaml") -> Path:
    """The event file, written into the workspace."""
    file = workspace / "events" / name
    file.write_text(text, encoding="utf-8")
    return file


def use_server(workspace: Path, url: str) -> None:
    """Has the workspace translate at this address, with a short patience."""
    (workspace / "pressgen.toml").write_text(
        f'[engines.google]\nurl = "{url}"\ntimeout = 0.3\n', encoding="utf-8"
    )


def release_text(workspace: Path, folder: str = FOLDER, suffix: str = "txt") -> str:
    """One format of the release."""
    return (workspace / folder / f"release.{suffix}").read_text("utf-8")
