"""Where keys are looked for; that they are never told."""

from pathlib import Path

import pytest

from pressgen.errors import PressgenError
from pressgen.translation.engines import EngineSettings
from pressgen.translation.engines.keys import find_key, keys_file, missing_key


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("PRESSGEN_DEEPL_KEY", raising=False)


def write_keys(text: str) -> None:
    keys_file().parent.mkdir(parents=True)
    keys_file().write_text(text, encoding="utf-8")


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_key("deepl") is None
    write_keys('deepl = " filed:fx "\npapago = 7\nmicrosoft = ""\n')
    assert find_key("deepl") == "filed:fx"
    assert find_key("papago") is None
    assert find_key("microsoft") is None
    monkeypatch.setenv("PRESSGEN_DEEPL_KEY", " set:fx\n")
    assert find_key("deepl") == "set:fx"


def test_a_file_that_cannot_be_read_is_told_without_what_is_in_it() -> None:
    write_keys("deepl = secret:fx\n")
    with pytest.raises(PressgenError) as error:
        find_key("deepl")
    assert "secret" not in str(error.value)
    assert error.value.__cause__ is None
    assert str(keys_file()) in str(error.value)


@pytest.mark.parametrize("key", ["비밀", "sec\nret", "secret\u200b", "“secret”"])
def test_what_can_be_no_key_is_told_without_it(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSGEN_DEEPL_KEY", key)
    with pytest.raises(PressgenError, match="PRESSGEN_DEEPL_KEY") as error:
        find_key("deepl")
    assert key not in str(error.value)


def test_a_key_is_not_in_what_settings_show_of_themselves() -> None:
    assert "secret" not in repr(EngineSettings(key="secret"))


def test_whoever_has_none_is_told_both_places() -> None:
    told = missing_key("papago", "ID:SECRET")
    assert "PRESSGEN_PAPAGO_KEY" in told
    assert str(keys_file()) in told
    assert 'papago = "ID:SECRET"' in told
