from __future__ import annotations

import re

from lachan.workflows.incidents import make_incident


def test_code_can_be_read_out_loud() -> None:
    codes = [make_incident() for _ in range(200)]
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", code) for code in codes)
    assert len(set(codes)) == 200
