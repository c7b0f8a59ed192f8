"""What every test of an engine needs."""

import pytest


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxy, if it has one, does not reach the loopback server."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
