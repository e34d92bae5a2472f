import logging

import pytest

from lachan.kernels.child import keep_refusals_out


def test_what_a_kernel_refuses_stays_out_of_its_log(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("lachan.thu-kernel")
    keep_refusals_out(log)
    log.error("Invalid Message")
    log.error("Invalid message")
    log.error("Exception in message handler:")
    assert caplog.messages == ["Exception in message handler:"]
