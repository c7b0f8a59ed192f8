"""How findings and problems are told in a terminal."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from pressgen.checks.finding import SEVERITIES, Severity
from pressgen.errors import short_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgen.checks import Finding
    from pressgen.errors import Problem

_COLOURS = {Severity.BLOCK: "red", Severity.WARN: "yellow", Severity.NOTE: "cyan"}
_SNIPPET = 40


def tell_findings(findings: Sequence[Finding], *, quiet: bool = False) -> None:
    """One paragraph a finding; neighbours that say the same of several sentences share theirs."""
    told = [one for one in findings if one.severity.wants_a_person or not quiet]
    for _, group in groupby(told, key=lambda one: (one.code, one.message, one.dismissal)):
        same = list(group)
        first = same[0]
        word = click.style(SEVERITIES[first.severity], fg=_COLOURS[first.severity])
        line = f" {first.line}행." if first.line else ""
        click.echo(f"  {word} [{first.code}]{line} {first.message}")
        for about in dict.fromkeys(text for finding in same for text in _about(finding)):
            click.echo(f"       {about}")
        if first.dismissal is None:
            click.echo(f"       → {first.advice}")
        else:
            by = f"{first.dismissal.person}, {first.dismissal.written[:10]}"
            click.echo(f"       넘김: {first.dismissal.reason} ({by})")


def tell_problems(problems: Sequence[Problem]) -> None:
    """One line a problem, on the error stream."""
    for problem in problems:
        click.echo(f"{click.style('오류', fg='red')}  {problem}", err=True)


def _about(finding: Finding) -> Sequence[str]:
    """What lacks its English, whole, to be copied into a catalog; else the sentence's beginning."""
    if finding.lacking:
        return finding.lacking
    told = finding.korean in finding.message
    return () if told else (_snippet(finding.korean),)


def _snippet(text: str) -> str:
    return text if len(text) <= _SNIPPET else f"{text[: _SNIPPET - 1]}…"


def write_utf8(text: str) -> None:
    """Writes to the standard output; a file or a pipe gets UTF-8 whatever the console speaks."""
    if sys.stdout.isatty():
        click.echo(text, nl=False)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


def problems_as_data(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """The problems for a program to read."""
    return [
        {
            "file": short_path(problem.file) if problem.file else None,
            "line": problem.line,
            "field": problem.field,
            "label": problem.label,
            "message": problem.text,
        }
        for problem in (one.mendable for one in problems)
    ]
