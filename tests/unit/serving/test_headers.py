from __future__ import annotations

import pytest

from lachan.serving.headers import content_security_policy


@pytest.mark.parametrize("host", ["localhost:8866", "192.168.1.20", "[::1]:8866", "truong.edu.vn"])
def test_own_websocket_is_allowed_by_name(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host};" in content_security_policy(host)


@pytest.mark.parametrize("host", ["", "a;b", "x y", "h\r\nX: 1", "evil.com/'", "a:b:c"])
def test_odd_host_adds_nothing(host: str) -> None:
    assert "connect-src 'self';" in content_security_policy(host)


def test_no_inline_script_and_no_other_origin() -> None:
    policy = content_security_policy("localhost")
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert script == "script-src 'self' blob: 'unsafe-eval'"
    assert "http:" not in policy
    assert "*" not in policy
