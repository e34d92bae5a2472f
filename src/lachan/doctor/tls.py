"""The certificate, judged as a phone does: by a handshake, in memory, with the files as named.

Python tells a certificate's dates only of one that it believes. So the certificate is believed
for itself first, which tells its dates and what else is wrong with it, and then by the
authorities that this machine knows.
"""

from __future__ import annotations

import datetime as dt
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.domain.hosts import is_local_host
from lachan.text import format_moment
from lachan.web.tls import TlsError, load_tls

_TITLE = "HTTPS"
_DATES = "Hạn của chứng chỉ"
_NAME = "Tên trong chứng chỉ"
_TRUST = "Ai tin chứng chỉ"

# Let's Encrypt renews thirty days ahead; whoever has fewer left has lost the renewal.
SOON = dt.timedelta(days=14)

# OpenSSL's X509_V_ERR_* (x509_vfy.h).
_NOT_YET, _EXPIRED = 9, 10


def check_tls(plan: Plan) -> Iterator[Finding]:
    """Tell whether HTTPS is served, and whether phones will accept it until the last day."""
    if plan.certfile is None and plan.keyfile is None:
        yield _judge_plain(plan)
        return
    try:
        server = load_tls(plan.certfile, plan.keyfile)
    except TlsError as error:
        yield Finding("tls.files", _TITLE, State.FAULT, str(error), "Xem docs/may-chu.md.")
        return
    assert server is not None  # noqa: S101 - both files are named
    assert plan.certfile is not None  # noqa: S101
    yield Finding("tls.files", _TITLE, State.GOOD, f"{plan.certfile}, khóa riêng khớp")
    yield from _judge_dates(server, plan.certfile, plan)
    name = find_name(plan)
    if name:
        yield _judge_name(server, plan.certfile, name)
    yield _judge_trust(server)


def find_name(plan: Plan) -> str:
    """Return the host that people will type; empty where it is not known beforehand."""
    if plan.address:
        return urlsplit(plan.address).hostname or ""
    return "" if plan.host in ("", "0.0.0.0", "::") or is_local_host(plan.host) else plan.host  # noqa: S104


def _judge_plain(plan: Plan) -> Finding:
    proxied = plan.address.startswith("https://") and plan.behind_proxy
    if proxied or (is_local_host(plan.host) and not plan.address):
        found = "proxy lo HTTPS" if proxied else "chỉ máy này vào, không cần HTTPS"
        return Finding("tls.files", _TITLE, State.GOOD, found)
    return Finding(
        "tls.files",
        _TITLE,
        State.WARNING,
        "không có: ai ở cùng mạng cũng đọc được mã giáo viên, mã dự thi và bài làm",
        "Thi thật thì dùng HTTPS (--certfile, --keyfile, hoặc nginx của deploy/).",
    )


def _judge_dates(server: ssl.SSLContext, certfile: Path, plan: Plan) -> Iterator[Finding]:
    own = _believe(certfile)
    try:
        told = shake_hands(server, own, "")
    except ssl.SSLCertVerificationError as error:
        words = {_EXPIRED: "đã hết hạn", _NOT_YET: "chưa đến ngày dùng được"}
        found = words.get(error.verify_code, error.verify_message)
        advice = "Xem đồng hồ của máy, rồi xin cấp lại chứng chỉ."
        yield Finding("tls.dates", _DATES, State.FAULT, found, advice)
        return
    yield judge_expiry(ssl.cert_time_to_seconds(told["notAfter"]), plan)


def judge_expiry(ends_s: float, plan: Plan) -> Finding:
    """Return what the end of a certificate (seconds since 1970) means for the plan."""
    ends = dt.datetime.fromtimestamp(ends_s, dt.UTC)
    found = f"đến {format_moment(ends)}"
    if ends <= plan.until:
        advice = "Hết hạn trước khi cuộc thi đóng; hãy xin cấp lại trước ngày thi."
        return Finding("tls.dates", _DATES, State.FAULT, found, advice)
    if ends - plan.until < SOON:
        advice = "Sắp hết hạn; hãy gia hạn ngay, và xem vì sao chưa tự gia hạn."
        return Finding("tls.dates", _DATES, State.WARNING, found, advice)
    return Finding("tls.dates", _DATES, State.GOOD, found)


def _judge_name(server: ssl.SSLContext, certfile: Path, name: str) -> Finding:
    own = _believe(certfile)
    own.check_hostname = True
    try:
        shake_hands(server, own, name)
    except ssl.SSLCertVerificationError:
        advice = "Xin chứng chỉ có tên này, hoặc phát đúng địa chỉ có trong chứng chỉ."
        found = f"không có {name}: điện thoại sẽ cảnh báo"
        return Finding("tls.name", _NAME, State.FAULT, found, advice)
    return Finding("tls.name", _NAME, State.GOOD, name)


def _judge_trust(server: ssl.SSLContext) -> Finding:
    known = ssl.create_default_context()
    known.check_hostname = False
    try:
        shake_hands(server, known, "")
    except ssl.SSLCertVerificationError as error:
        return Finding(
            "tls.trust",
            _TRUST,
            State.WARNING,
            f"máy này không tin ({error.verify_message})",
            "Điện thoại có thể cũng vậy; dùng chứng chỉ của nơi cấp được tin, kèm chứng chỉ "
            "trung gian trong cùng tệp. Đừng dạy học sinh bấm bỏ qua cảnh báo.",
        )
    return Finding("tls.trust", _TRUST, State.GOOD, "nơi cấp mà máy này tin")


def _believe(certfile: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(certfile)
    # The certificate itself is enough, whoever issued it.
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> dict[str, Any]:
    """Return what the client learns of the server's certificate, without any network.

    Raises
    ------
    ssl.SSLCertVerificationError
        Where the client does not accept it.
    """
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(to_server, to_client, server_side=True)
    theirs = client.wrap_bio(to_client, to_server, server_hostname=name or None)
    waiting = {theirs, ours}
    while waiting:
        for side in (theirs, ours):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            waiting.discard(side)
    return theirs.getpeercert() or {}
