import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from lachan.doctor import State
from lachan.doctor.address import check_address, judge_network
from support.plans import make_plan

EVERYWHERE = "0.0.0.0"


class Home(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/": 200, "/ten-khac": 421, "/dang-tat": 502}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def served() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Home) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_only_this_machine_is_a_warning() -> None:
    found = judge_network(make_plan(host="127.0.0.1"), ["10.0.0.5"])
    assert found.state is State.WARNING
    assert "--lan" in found.advice


def test_without_a_network_nobody_comes() -> None:
    assert judge_network(make_plan(host=EVERYWHERE), []).state is State.FAULT


def test_addresses_are_told_as_people_type_them() -> None:
    found = judge_network(make_plan(host=EVERYWHERE), ["10.0.0.5", "10.1.0.5"])
    assert (found.state, found.found) == (
        State.GOOD,
        "http://10.0.0.5:8866/, http://10.1.0.5:8866/",
    )


def test_a_proxy_brings_people() -> None:
    plan = make_plan(host="127.0.0.1", behind_proxy=True)
    assert judge_network(plan, []).state is State.GOOD


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert find_state("address.port", port=port) is State.WARNING
    assert find_state("address.port", port=port) is State.GOOD


def test_the_public_address_is_asked(served: str) -> None:
    assert find_state("address.public", address=served) is State.GOOD


def test_another_page_at_the_public_address_is_a_fault(served: str) -> None:
    assert find_state("address.public", address=f"{served}khac") is State.FAULT


@pytest.mark.parametrize(
    ("path", "advice"),
    [("ten-khac", "--allow-host 127.0.0.1"), ("dang-tat", "hãy mở lachan"), ("khac", "nhật kí")],
)
def test_what_is_refused_at_the_public_address_says_what_to_do(
    served: str, path: str, advice: str
) -> None:
    plan = make_plan(address=f"{served}{path}")
    assert advice in next(f for f in check_address(plan) if f.check == "address.public").advice


def test_nobody_at_the_public_address_is_a_warning() -> None:
    with socket.create_server(("127.0.0.1", 0)) as once:
        port = once.getsockname()[1]
    assert find_state("address.public", address=f"http://127.0.0.1:{port}/") is State.WARNING


def test_a_public_address_without_a_scheme_is_a_fault() -> None:
    assert find_state("address.public", address="thi.truong.example") is State.FAULT


def find_state(check: str, **changes: object) -> State:
    findings = {finding.check: finding.state for finding in check_address(make_plan(**changes))}
    return findings[check]
