"""What only Papago has: a key of two parts, and one text a request."""

import pytest

from pressgen.translation.engines import EngineSettings, NotReadyError, open_engine
from tests.translation.engines.loopback import Fault
from tests.translation.engines.papago_server import PapagoServer
from tests.translation.engines.support import PAPAGO, TEXTS, ask, one_reason


def test_a_batch_is_numbered_lines() -> None:
    with PapagoServer() as server:
        ask(PAPAGO, server)
        assert server.requests == [
            "1. 이사장\n2. 울산시는 협약을 맺었다고 밝혔다.\n3. 1. 목적: 3개 기관 협력\n4. MOU"
        ]


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (Fault.SWAPPED, "제자리"),
        (Fault.MISSING, "4줄을 보냈는데 3줄"),
        (Fault.MERGED, "4줄을 보냈는데 3줄"),
        (Fault.EMPTY, "빈 답"),
        (Fault.ERROR_TEXT, "Error 500"),
    ],
)
def test_lines_out_of_place_fail_the_whole_request(fault: Fault, word: str) -> None:
    with PapagoServer(fault=fault) as server:
        assert word in one_reason(PAPAGO, ask(PAPAGO, server, TEXTS))


@pytest.mark.parametrize("key", ["only-an-id", ":secret", "id:"])
def test_half_a_key_is_told_without_it(key: str) -> None:
    with pytest.raises(NotReadyError, match="클라이언트 ID:클라이언트 시크릿") as error:
        open_engine("papago", EngineSettings(key=key))
    assert key not in str(error.value)
