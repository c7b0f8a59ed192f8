from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressgen.errors import PressgenError
from pressgen.translation.engines import EngineSettings
from pressgen.translation.engines.house import host_of, is_in_house
from pressgen.translation.engines.keys import find_key, keys_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("url", "in_house"),
    [
        ("http://127.0.0.1:5000/translate", True),
        ("http://[::1]:5000", True),
        ("http://localhost:11434/v1", True),
        ("http://192.168.0.7/translate", True),
        ("http://10.1.2.3", True),
        ("http://gpu-server:8000/v1", True),
        ("http://translate.office.internal", True),
        ("http://printer.local", True),
        ("https://api-free.deepl.com", False),
        ("https://libretranslate.com", False),
        ("http://8.8.8.8", False),
        ("http://localhost.example.com", False),
        ("http://local", True),
        ("http://[", False),
        ("", False),
    ],
)
def test_what_is_in_the_house(url: str, in_house: bool) -> None:
    assert is_in_house(host_of(url)) is in_house


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, without keys."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("PRESSGEN_DEEPL_KEY", raising=False)
    assert keys_file().is_relative_to(tmp_path)
    keys_file().parent.mkdir(parents=True)
    return tmp_path


def test_no_key(home: Path) -> None:
    assert find_key("deepl") is None


def test_a_key_from_the_users_own_file(home: Path) -> None:
    keys_file().write_text('\ufeffdeepl = " abc:fx "\n', encoding="utf-8")
    assert find_key("deepl") == "abc:fx"
    assert find_key("papago") is None


def test_the_environment_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys_file().write_text('deepl = "abc"\n', encoding="utf-8")
    monkeypatch.setenv("PRESSGEN_DEEPL_KEY", "xyz")
    assert find_key("deepl") == "xyz"


def test_a_broken_file_of_keys_does_not_tell_them(home: Path) -> None:
    keys_file().write_text("deepl = secret-key\n", encoding="utf-8")
    with pytest.raises(PressgenError) as error:
        find_key("deepl")
    (problem,) = error.value.problems
    assert "keys.toml" in str(problem)
    assert "secret-key" not in str(problem)


def test_a_key_is_not_printed_with_its_settings() -> None:
    assert "secret-key" not in repr(EngineSettings(key="secret-key"))
