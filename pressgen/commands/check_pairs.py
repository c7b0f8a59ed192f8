"""`pressgen check --pairs`: any Korean and English that a user has, compared."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from itertools import groupby
from typing import TYPE_CHECKING

import click

from pressgen.commands.telling import problems_as_data, tell_findings, tell_problems
from pressgen.errors import ExitStatus, Problem, short_path

if TYPE_CHECKING:
    from pathlib import Path


def check_pairs(file: Path, *, as_json: bool, quiet: bool) -> ExitStatus:
    """Tells what is found in each line's Korean and English, and how a command that did so ends."""
    from pressgen.checks.compare import compare
    from pressgen.pairs import read_pairs

    problems: list[Problem] = []
    pairs = read_pairs(file, problems)
    if not pairs:
        message = "견준 것이 없습니다. 한 줄에 한국어와 영문을 탭 하나로 나누어 적으세요."
        problems.append(Problem(message, file))
    findings = [
        replace(finding, line=pair.line)
        for pair in pairs
        for finding in compare(pair.korean, pair.english)
    ]
    if as_json:
        found = {"file": short_path(file), "findings": [asdict(one) for one in findings]}
        data = {"pairs": found, "problems": problems_as_data(problems)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        if findings or (pairs and not quiet):
            click.echo(f"{short_path(file)}{'' if findings else '  볼 것 없음'}")
        for _, of_a_line in groupby(findings, key=lambda one: one.line):
            tell_findings(list(of_a_line), quiet=quiet)
        tell_problems(problems)
    look = any(one.severity.wants_a_person for one in findings)
    return ExitStatus.FAILED if problems else ExitStatus.LOOK if look else ExitStatus.OK
