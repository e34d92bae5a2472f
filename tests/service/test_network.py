"""The server for a whole school: what it tells, and the page to project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno

from lachan.web.network import find_network_addresses
from support.running import RunningServer, lachan_server, running_output

INVITATION = "/lachan/chieu-ma"
ADDRESS = re.compile(r'site-invitation-address"><a href="([^"]+)"')


@pytest.fixture
def network() -> str:
    """The address of this machine in its network."""
    found = find_network_addresses()
    assert found, "this test needs a machine in a network, however small"
    return found[0]


def test_network_address_and_code_are_told(sample: Path, tmp_path: Path, network: str) -> None:
    told = running_output("--host", "0.0.0.0", cwd=sample, log=tmp_path / "log.txt")
    home = re.search(rf"Máy khác: +(http://{re.escape(network)}:\d+/)", told).group(1)
    assert re.search(r"Chiếu cho lớp: http://localhost:\d+/lachan/chieu-ma", told)
    assert draw_code(home) in told


@pytest.mark.full
def test_server_for_one_machine_invites_nobody(sample: Path, tmp_path: Path) -> None:
    told = running_output(cwd=sample, log=tmp_path / "log.txt")
    assert "Học sinh:" in told
    for word in ("Máy khác", "Chiếu", "█"):
        assert word not in told


def test_page_to_project_shows_the_network_address(
    sample: Path, tmp_path: Path, network: str
) -> None:
    options = ("--host", "0.0.0.0", "--allow-host", "lachan.truong.example")
    with lachan_server(tmp_path / "log.txt", *options, cwd=sample) as server:
        page = server.get(INVITATION)
        home = ADDRESS.search(page.text).group(1)
        port = server.base.rpartition(":")[2]
        assert page.status == 200
        assert home == f"http://{network}:{port}/"
        assert draw_svg_path(home) in page.text
        # Opened under a name that pupils can reach, that name is the one to show.
        named = server.get(INVITATION, headers={"Host": "lachan.truong.example:8866"}).text
        assert ADDRESS.search(named).group(1) == "http://lachan.truong.example:8866/"


def test_page_to_project_explains_a_server_for_one_machine(server: RunningServer) -> None:
    page = server.get(INVITATION).text
    assert 'href="/lachan/mang-lop"' in page
    assert "<svg" not in page


@pytest.mark.parametrize("chosen", ["example.com", "127.0.0.1", '"><script>', "0.0.0.0"])
def test_address_to_project_is_one_of_ours(server: RunningServer, chosen: str) -> None:
    page = server.get(f"{INVITATION}?may={chosen.replace(' ', '%20')}").text
    assert chosen not in page


def test_teachers_corner_leads_to_it(server: RunningServer) -> None:
    corner = server.get("/voila/render/giao_vien.ipynb", cookie=server.staff_cookie()).text
    assert 'href="../../lachan/chieu-ma"' in corner


def draw_code(text: str) -> str:
    """Return the code in half blocks, drawn from its modules alone."""
    border = 2
    rows = [list(map(bool, row)) for row in segno.make_qr(text, error="m").matrix]
    empty = [[False] * (len(rows) + 2 * border)]
    rows = [*empty * border, *([False] * border + row + [False] * border for row in rows)]
    rows += empty * border
    if len(rows) % 2:
        rows.append([True] * len(rows[0]))
    blocks = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(blocks[each] for each in zip(*pair, strict=True)) for pair in pairs)


def draw_svg_path(text: str) -> str:
    drawn = segno.make_qr(text, error="q").svg_inline(omitsize=True, border=4, dark="#000")
    return re.search(r' d="(M4 4[^"]+)"', drawn).group(1)
