from __future__ import annotations

import pytest

from pressgen.translation.engines.house import host_of, is_in_house


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
