"""What a person must look at before a release goes out."""

from __future__ import annotations

from pressgen.checks.finding import Dismissal, Finding, Severity

__all__ = ["Dismissal", "Finding", "Severity"]
