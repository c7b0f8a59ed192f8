"""What every test may ask for: a workspace, and the program."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import click.testing
import pytest
from hypothesis import HealthCheck, settings

from pressgen.cli import main

# A busy machine fails no property.
settings.register_profile("pressgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pressgen")


class Program(Protocol):
    """Runs `pressgen` with these arguments; the result has `output` and `exit_code`."""

    def __call__(self, *arguments: str | Path) -> click.testing.Result: ...


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, which is the current folder too."""
    for name in ("events", "translations"):
        (tmp_path / name).mkdir()
    (tmp_path / "pressgen.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article() -> Path:
    """The published article that the format comes from: its text, its facts, its English."""
    return Path(__file__).parent / "data" / "article"


@pytest.fixture
def pressgen() -> Program:
    """The command line, as a person types it in the current folder; what crashes is raised."""

    def run(*arguments: str | Path) -> click.testing.Result:
        runner = click.testing.CliRunner(catch_exceptions=False)
        return runner.invoke(main, [str(argument) for argument in arguments])

    return run
