"""What the system says of files and addresses is told in Vietnamese."""

from __future__ import annotations

import errno
import socket
import ssl
import urllib.error
from pathlib import Path

import pytest

from lachan.os_words import describe_os_error


def fail_to_read(path: Path) -> OSError:
    with pytest.raises(OSError) as caught:  # noqa: PT011 - whatever the system says
        path.read_bytes()
    return caught.value


def test_real_faults_are_told(tmp_path: Path) -> None:
    (tmp_path / "tep").touch()
    told = {
        "khong-co": "không có tệp hay thư mục này",
        "tep/trong": "đường dẫn đi qua một tệp, không phải thư mục",
        ".": "đây là thư mục, không phải tệp",
        "a" * 300: "tên quá dài",
    }
    assert told == {name: describe_os_error(fail_to_read(tmp_path / name)) for name in told}


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "ổ đĩa đã đầy"),
        (socket.gaierror(-2, "Name or service not known"), "không tìm thấy máy nào mang tên này"),
        (TimeoutError("timed out"), "chờ lâu mà không có trả lời"),
        (
            ssl.SSLCertVerificationError(1, "certificate verify failed"),
            "chứng chỉ HTTPS không được tin, hoặc không phải của tên này",
        ),
        (
            urllib.error.URLError(ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")),
            "không có chương trình nào trả lời ở đó",
        ),
        (OSError(errno.ENODEV, "No such device"), "máy báo: No such device"),
        (OSError("lạ"), "máy báo: lạ"),
    ],
)
def test_every_kind_of_fault_has_words(error: OSError, told: str) -> None:
    assert told == describe_os_error(error)
