"""The paper maker's page: what a fault without words leaves behind."""

from __future__ import annotations

import pytest

from lachan.apps.papers import report_fault


def test_a_fault_is_in_the_log_under_the_code_that_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        raise RuntimeError("đồng hồ hỏng")  # noqa: TRY301
    except RuntimeError:
        incident = report_fault()
    assert incident in caplog.text
    assert "đồng hồ hỏng" in caplog.text
