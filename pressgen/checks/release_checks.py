"""All the checks of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.checks.files import check_files
from pressgen.checks.names import check_names
from pressgen.checks.past_days import check_past_days
from pressgen.checks.translation import check_translation
from pressgen.checks.typography import check_typography
from pressgen.checks.weekdays import check_weekdays
from pressgen.checks.writing import check_writing

if TYPE_CHECKING:
    from pressgen.checks.finding import Finding
    from pressgen.release import Release
    from pressgen.workspace import Workspace


def check_release(release: Release, workspace: Workspace) -> list[Finding]:
    """Every finding of a release but for what the hour decides (timing.py), in the order of its text."""
    printed, given = release.printed_facts, release.event.facts
    return [
        *check_past_days(release.event, given),
        *check_files(release.event, workspace),
        *check_writing(release, workspace),
        *check_typography(release),
        *check_weekdays(release),
        *check_names(release, printed),
        *check_translation(release, printed, given),
    ]
