"""The page of the form for questions: what a fault without words leaves behind."""

from __future__ import annotations

import pytest

from lachan.apps.authoring import report_fault


def test_a_fault_is_in_the_log_under_the_code_that_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        raise RuntimeError("tệp hỏng")  # noqa: TRY301
    except RuntimeError:
        incident = report_fault()
    assert incident in caplog.text
    assert "tệp hỏng" in caplog.text
