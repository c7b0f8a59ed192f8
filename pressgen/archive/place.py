"""Where releases lie, and what decides that: releases/ for what is out, drafts for the rest."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pressgen.checks import Finding
    from pressgen.settings import Publish


class State(StrEnum):
    """What became of a release: published, kept as a draft, held back by a finding, withdrawn."""

    OUT = "out"
    DRAFT = "draft"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"


IN_DRAFTS = (State.DRAFT, State.BLOCKED)
"""The states of what lies in the drafts' folder."""


def is_blocked(findings: Iterable[Finding], publish: Publish) -> bool:
    """Whether these findings, dismissals applied, keep a release from going out.

    What is pending does so only in a house that publishes nothing half in Korean.
    """
    return any(
        one.severity == "block" and (publish == "strict" or one.code != "pending")
        for one in findings
    )


def drafts_folder(working_data: Path) -> Path:
    """Below here lies what is not out; it is never served."""
    return working_data / "drafts"
