from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from lachan.widgets.contests.room_link import trust
from support.certificates import make_pair
from support.handshakes import allow_old_keys, make_server, shake_hands


@pytest.mark.parametrize("address", ["https://127.0.0.1:8877/", "https://thi.example.edu.vn/"])
def test_a_room_that_speaks_only_old_tls_is_not_trusted(address: str, tmp_path: Path) -> None:
    pair = make_pair(tmp_path)
    context = trust(address)
    context.load_verify_locations(pair.certfile)
    allow_old_keys(context)
    old = make_server(pair.certfile, pair.keyfile, ssl.TLSVersion.TLSv1_1)
    with pytest.raises(ssl.SSLError, match=r"(?i)version|protocol"):
        shake_hands(old, context)
    new = make_server(pair.certfile, pair.keyfile, ssl.TLSVersion.TLSv1_2)
    assert shake_hands(new, context) == "TLSv1.2"
