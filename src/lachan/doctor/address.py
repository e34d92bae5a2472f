"""Whether people will reach the server: network, port, and the address that they are told."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.domain.hosts import is_local_host
from lachan.os_words import describe_os_error
from lachan.web.address import EVERYWHERE, Address
from lachan.web.network import find_network_addresses

PATIENCE_S = 5.0

_NETWORK = "Máy khác vào được"
_PORT = "Cổng"
_PUBLIC = "Địa chỉ phát cho mọi người"

_ADVICE: dict[int, str] = {
    HTTPStatus.MISDIRECTED_REQUEST: (
        "Máy chủ không nhận tên này (docs/may-chu.md); hãy chạy nó với --allow-host {host}."
    ),
    HTTPStatus.BAD_GATEWAY: "nginx trả lời nhưng lachan phía sau thì không; hãy mở lachan.",
}
_OTHER_ADVICE = "Có máy trả lời, nhưng không phải trang chủ; hãy xem nhật kí của nginx và lachan."


def check_address(plan: Plan) -> Iterator[Finding]:
    """Tell who can reach the server, at which addresses, and whether somebody answers there."""
    yield judge_network(plan, find_network_addresses())
    yield _judge_port(plan)
    if plan.address:
        yield _judge_public(plan.address)


def judge_network(plan: Plan, networks: Sequence[str]) -> Finding:
    """Return whether other machines come in, and at which addresses."""
    if plan.behind_proxy:
        return Finding("address.network", _NETWORK, State.GOOD, "qua proxy")
    if is_local_host(plan.host):
        advice = "Muốn cả lớp vào: --lan, nút ở góc giáo viên, hoặc --host 0.0.0.0 để mở suốt."
        found = f"chỉ máy này ({plan.host})"
        return Finding("address.network", _NETWORK, State.WARNING, found, advice)
    scheme = "https" if plan.certfile else "http"
    shown = tuple(networks) if plan.host in EVERYWHERE else ()
    address = Address(plan.host, plan.port, plan.port, "", scheme, "/", shown)
    if not address.network_homes:
        advice = "Nối dây mạng hoặc Wi-Fi của trường, hoặc bật điểm phát Wi-Fi trên máy này."
        return Finding("address.network", _NETWORK, State.FAULT, "máy chưa nối mạng", advice)
    return Finding("address.network", _NETWORK, State.GOOD, ", ".join(address.network_homes))


def _judge_port(plan: Plan) -> Finding:
    try:
        with socket.create_server((plan.host, plan.port)):
            return Finding("address.port", _PORT, State.GOOD, f"{plan.port} còn trống")
    except PermissionError:
        advice = "Dùng cổng từ 1024 trở lên, hoặc nginx của deploy/."
        return Finding("address.port", _PORT, State.FAULT, f"{plan.port}: không có quyền", advice)
    except OSError as error:
        return Finding(
            "address.port",
            _PORT,
            State.WARNING,
            f"{plan.port}: {describe_os_error(error)}",
            "Nếu lachan đang chạy thì bình thường; không thì cổng sẽ nhảy sang số kế tiếp, khác "
            "với địa chỉ đã phát.",
        )


def _judge_public(address: str) -> Finding:
    """Ask for the page as a phone would."""
    if urlsplit(address).scheme not in ("http", "https"):
        advice = "Ghi cả http:// hoặc https://, ví dụ https://lachan.truong.example/."
        return Finding("address.public", _PUBLIC, State.FAULT, address, advice)
    request = urllib.request.Request(address, headers={"User-Agent": "lachan-doctor"})  # noqa: S310 - http or https
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310
            return Finding("address.public", _PUBLIC, State.GOOD, f"{address} → {answer.status}")
    except urllib.error.HTTPError as error:
        advice = _ADVICE.get(error.code, _OTHER_ADVICE).format(host=urlsplit(address).hostname)
        found = f"{address} → {error.code}"
        error.close()
        return Finding("address.public", _PUBLIC, State.FAULT, found, advice)
    except OSError as error:
        found = f"{address}: {describe_os_error(error)}"
        advice = "Chưa ai vào được địa chỉ này từ máy này; hãy mở máy chủ rồi xem lại."
        return Finding("address.public", _PUBLIC, State.WARNING, found, advice)
