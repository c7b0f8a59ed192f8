"""What only Microsoft Translator has: a key with a region or without."""

from tests.translation.engines.microsoft_server import KEY, MicrosoftServer
from tests.translation.engines.support import MICROSOFT, TEXTS, Kind, ask, one_reason, said


def test_names_are_in_tags() -> None:
    with MicrosoftServer() as server:
        ask(MICROSOFT, server, ["QXA는 R&D를"])
        assert server.requests == [['<span translate="no">QXA</span>는 R&amp;D를']]


def test_a_key_without_a_region_is_a_global_one() -> None:
    everywhere = Kind("microsoft", MicrosoftServer, KEY)
    with MicrosoftServer() as server:
        assert "401" in one_reason(everywhere, ask(everywhere, server))
    with MicrosoftServer() as server:
        server.is_global = True
        assert ask(everywhere, server) == said(everywhere, TEXTS)
