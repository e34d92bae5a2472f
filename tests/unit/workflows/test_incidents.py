from __future__ import annotations

import logging
import re

import pytest

from lachan.workflows.incidents import log_incident, make_incident


def test_code_can_be_read_out_loud() -> None:
    codes = [make_incident() for _ in range(200)]
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", code) for code in codes)
    assert len(set(codes)) == 200


def test_a_fault_stands_in_the_log_under_its_code(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("hỏng")
    except ValueError:
        code = log_incident(logging.getLogger("thu"), "GET /lop")
    [record] = caplog.records
    assert (record.name, record.getMessage()) == ("thu", f"Sự cố {code}: GET /lop")
    assert "ValueError: hỏng" in caplog.text
