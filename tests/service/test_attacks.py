"""What a curious pupil may try, against the real server: it does not happen."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from random import Random

import pytest

from lachan.content import Content
from lachan.domain.bodies import body_texts
from lachan.domain.items import Item
from lachan.domain.kinds import Status, Use
from lachan.frontend.public_item import public_json
from lachan.markup import to_nodes
from service.conftest import LESSON
from service.responses import draw_value
from service.running import RunningServer
from service.speaking import PageChannel, envelope, page_channel

PRACTICE = "/voila/render/luyen_tap.ipynb"
LESSONS = "/voila/render/bai_hoc.ipynb"
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')
V1 = "v1.kernel.websocket.jupyter.org"


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    return KERNEL.search(server.get(PRACTICE).text).group(1)


@pytest.fixture
def channel(server: RunningServer, kernel_id: str) -> Iterator[PageChannel]:
    with page_channel(server, kernel_id) as opened:
        yield opened


# ---- Running code -------------------------------------------------------------------------------


def touch(path: Path) -> str:
    return f"open({str(path)!r}, 'w').close()"


@pytest.mark.parametrize("where", ["shell", "control", "stdin", "iopub", "hb", "khac"])
def test_code_is_run_on_no_channel(channel: PageChannel, tmp_path: Path, where: str) -> None:
    mark = tmp_path / "da-chay"
    code = touch(mark)
    for silent in (True, False):
        said = {"code": code, "silent": silent, "store_history": False, "allow_stdin": False}
        channel.say("execute_request", {**said, "user_expressions": {"x": code}}, where)
    channel.settle()
    assert not mark.exists()
    kinds = {json.loads(frame)["header"]["msg_type"] for frame in channel.frames}
    assert kinds <= {"iopub_welcome", "kernel_info_reply", "status"}


def pack_v1(header: bytes, content: bytes, where: str = "shell") -> bytes:
    """Write a message in the binary protocol, whose header is sent on as it came."""
    parts = [where.encode(), header, b"{}", b"{}", content]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    table = b"".join(number.to_bytes(8, "little") for number in (len(offsets), *offsets))
    return table + b"".join(parts)


@pytest.mark.parametrize("kinds", [("execute_request",), ("comm_msg", "execute_request")])
@pytest.mark.parametrize("where", ["shell", "control"])
def test_code_is_not_run_by_the_binary_protocol(
    server: RunningServer, kernel_id: str, tmp_path: Path, where: str, kinds: tuple[str, ...]
) -> None:
    mark = tmp_path / "da-chay"
    content = json.dumps({"code": touch(mark), "silent": False}).encode()
    header = json.dumps(envelope("?", {}, {})["header"])
    # Readers of JSON may differ on which of two equal names counts.
    for order in (kinds, kinds[::-1]):
        names = ", ".join(f'"msg_type": "{kind}"' for kind in order)
        twice = header.replace('"msg_type": "?"', names).encode()
        with page_channel(server, kernel_id, subprotocols=[V1]) as channel:
            channel.send_raw(pack_v1(twice, content, where))
    with page_channel(server, kernel_id) as channel:
        channel.settle()
    assert not mark.exists()


@pytest.mark.parametrize("where", ["shell", "control"])
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("shutdown_request", {"restart": False}),
        ("shutdown_request", {"restart": True}),
        ("interrupt_request", {}),
        ("inspect_request", {"code": "open", "cursor_pos": 4, "detail_level": 1}),
        ("complete_request", {"code": "_", "cursor_pos": 1}),
        ("is_complete_request", {"code": "1"}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "tail", "n": 99}),
        ("debug_request", {"type": "request", "command": "initialize", "seq": 1, "arguments": {}}),
        ("create_subshell_request", {}),
        ("usage_request", {}),
    ],
)
def test_kernel_gives_no_other_service(
    server: RunningServer, kernel_id: str, kind: str, content: dict, where: str
) -> None:
    with page_channel(server, kernel_id) as channel:
        before = channel.ask_states()
        channel.frames.clear()
        channel.say(kind, content, where)
        channel.settle()
        heard = [json.loads(frame)["header"]["msg_type"] for frame in channel.frames]
        # Neither ended nor started anew: its widgets are the same.
        assert channel.ask_states().keys() == before.keys()
    assert set(heard) <= {"kernel_info_reply", "status"}
    assert server.get(f"/api/kernels/{kernel_id}").status == 200


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{}",
        "[]",
        "null",
        "không phải JSON",
        '{"channel": "shell"}',
        '{"channel": "shell", "header": null}',
        '{"channel": "shell", "header": {"msg_type": {}}}',
        b"",
        b"\xff" * 64,
        b"\xff" * 8,
        b"\x7f" + b"\xff" * 63,
        b"\x00" * 64,
        b"\x05\x00\x00\x00\x00\x00\x00\x00" + b"\xff" * 40,
    ],
)
def test_nonsense_ends_the_connection_and_nothing_else(
    server: RunningServer, kernel_id: str, frame: str | bytes
) -> None:
    logged = server.log.read_text()
    for protocols in (None, [V1]):
        with page_channel(server, kernel_id, subprotocols=protocols) as channel:
            channel.send_raw(frame)
    with page_channel(server, kernel_id) as channel:
        channel.settle()
    assert server.log.read_text() == logged


def test_unknown_comm_leads_nowhere(channel: PageChannel, tmp_path: Path) -> None:
    mark = tmp_path / "da-chay"
    for target in ("os", "builtins.exec", "lachan.apps.staff", "../x"):
        data = {"code": touch(mark), "target_module": "os", "module": "os"}
        comm = {"comm_id": uuid.uuid4().hex, "target_name": target, "target_module": "os"}
        channel.say("comm_open", {**comm, "data": data})
        channel.say("comm_msg", {**comm, "data": data})
    channel.settle()
    assert not mark.exists()
    kinds = {json.loads(frame)["header"]["msg_type"] for frame in channel.frames}
    assert kinds <= {"kernel_info_reply", "status", "comm_close", "stream"}


# ---- Other people's kernels ---------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/kernels",
        "/api/kernels/",
        "/api/sessions",
        "/api/contents",
        "/api/contents/giao_vien.ipynb",
        "/api/terminals",
        "/api/status",
        "/api/config/lachan",
        "/api/me",
        "/terminals/websocket/1",
        "/voila/api/kernels",
        "/metrics",
    ],
)
def test_nothing_is_listed(server: RunningServer, method: str, path: str) -> None:
    assert server.ask(method, path).status == 404


def test_kernel_ids_cannot_be_guessed(server: RunningServer) -> None:
    found = {uuid.UUID(KERNEL.search(server.get(PRACTICE).text).group(1)) for _ in range(4)}
    assert len(found) == 4
    # Version 4 is 122 bits from the system's source of randomness.
    assert {each.version for each in found} == {4}


def test_kernel_has_one_name(server: RunningServer, kernel_id: str) -> None:
    assert server.get(f"/api/kernels/{kernel_id}").status == 200
    spellings = (
        kernel_id.upper(),
        kernel_id.replace("-", ""),
        f"{{{kernel_id}}}",
        f"{kernel_id}/",
        f"{kernel_id}%00",
        f"x/../{kernel_id}",
        f"%2e%2e/{kernel_id}",
    )
    assert [server.get(f"/api/kernels/{each}").status for each in spellings] == [404] * 7


# ---- Files --------------------------------------------------------------------------------------

SECRETS = (
    "quiz_bank/thcs/mang.yaml",
    "law/sources.yaml",
    "lachan.toml",
    ".git/config",
    "voila_apps/giao_vien.ipynb",
    "notebooks/thcs/viec-nhe-luong-cao.ipynb",
    "content.pickle",
    "pyproject.toml",
    "etc/passwd",
)
STATIC_ROUTES = (
    "/voila/templates/lachan/static/",
    "/voila/static/0.5.13/",
    "/voila/labextensions/anywidget/",
    "/voila/api/themes/",
    "/voila/render/",
    "/lachan/fonts/",
    "/lachan/tai/viec-nhe-luong-cao/",
    "/",
)
CLIMBS = (
    "{file}",
    "/{file}",
    "../../../../../../../../{file}",
    "..%2f..%2f..%2f..%2f..%2f..%2f{file}",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/{file}",
    "%252e%252e%252f%252e%252e%252f%252e%252e%252f{file}",
    "..%5c..%5c..%5c..%5c..%5c{file}",
    "..%c0%af..%c0%af..%c0%af{file}",
    "khien.svg%00/../../../../../../{file}",
    "khien.svg%00{file}",
    "....//....//....//....//....//{file}",
    "..;/..;/..;/..;/..;/{file}",
    "%2f{file}",
    "file:///{file}",
    "{file}.",
    "{file}%20",
    "{file}::$DATA",
)


@pytest.mark.parametrize("route", STATIC_ROUTES)
@pytest.mark.parametrize("climb", CLIMBS)
def test_no_static_route_reaches_a_file_of_ours(
    server: RunningServer, route: str, climb: str
) -> None:
    answers = {}
    for secret in SECRETS:
        for name in (secret, secret.upper()):
            path = route + climb.format(file=name)
            answers[path] = server.get(path).status
    assert {path: status for path, status in answers.items() if status not in (400, 403, 404)} == {}


def test_absolute_paths_reach_nothing(server: RunningServer, repository: Path) -> None:
    for route in STATIC_ROUTES:
        for encoded in (str(repository), str(repository).replace("/", "%2f")):
            assert server.get(f"{route}{encoded}/lachan.toml").status in (400, 403, 404)


def test_link_out_of_a_served_folder_is_not_followed(odd_server: RunningServer) -> None:
    root = odd_server.log.parent / "root"
    static = root / "voila_apps" / "template" / "voila" / "templates" / "lachan" / "static"
    link = static / "loi-tat.toml"
    link.symlink_to(root / "lachan.toml")
    route = "/voila/templates/lachan/static/"
    assert odd_server.get(f"{route}khien.svg").status == 200
    assert odd_server.get(f"{route}loi-tat.toml").status in (403, 404)


@pytest.mark.parametrize("name", ["voila-template", "voila-theme", "template", "theme"])
def test_pages_choose_their_own_look(server: RunningServer, name: str) -> None:
    for value in ("lab", "base", "dark", "../../../law"):
        for page in ("/voila/render/trang_chu.ipynb", LESSONS):
            reply = server.get(f"{page}?{name}={value}")
            assert reply.status == 200
            assert 'data-jp-theme-name="JupyterLab Light"' in reply.text
            assert "Thoát nhanh" in reply.text


# ---- Keys ---------------------------------------------------------------------------------------


def find_reasons(item: Item) -> set[str]:
    """Return what only an answer may bring: the longer pieces of its reasons."""
    public = json.dumps(public_json(item), ensure_ascii=False)
    pieces = {
        piece
        for path, text in body_texts(item.body)
        if path[-1] in ("reason", "guide")
        for piece in _pieces(to_nodes(text))
    }
    return {piece for piece in pieces if len(piece) > 20 and piece not in public}


def _pieces(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from _pieces(list(node.values()))
    elif isinstance(node, list):
        for each in node:
            yield from _pieces(each)


@pytest.fixture(scope="session")
def reasons(real_content: Content) -> dict[str, set[str]]:
    found = {item.id: find_reasons(item) for item in real_content.items}
    assert sum(map(bool, found.values())) > 100
    return found


def find_told(text: str, reasons: dict[str, set[str]]) -> set[str]:
    return {item_id for item_id, pieces in reasons.items() for piece in pieces if piece in text}


@pytest.mark.parametrize("app", ["trang_chu", "bai_hoc", "luyen_tap"])
def test_pages_tell_no_reason(
    server: RunningServer, reasons: dict[str, set[str]], app: str
) -> None:
    page = server.get(f"/voila/render/{app}.ipynb").text
    # Output in a page is JSON, in which Vietnamese letters may be written as numbers.
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found.group(1), 16)), unescape(page))
    assert find_told(plain, reasons) == set()


def test_practice_tells_reasons_only_of_what_was_answered(
    channel: PageChannel, real_content: Content, reasons: dict[str, set[str]]
) -> None:
    states = channel.ask_states()
    (model,) = [name for name, each in states.items() if "menu" in each["state"]]
    entry = next(
        item
        for item in real_content.items
        if item.use is Use.PRACTICE and item.status is Status.READY and reasons[item.id]
    )
    channel.act(model, type="start", band=entry.band.value, topic=entry.topic, length=0)
    state = channel.ask_states()[model]["state"]
    assert state["stage"] == "run"
    assert len(state["items"]) > 1
    assert find_told("".join(channel.frames), reasons) == set()
    item = real_content.get_item(state["turn"]["item"])
    (asked,) = [each for each in state["items"] if each["id"] == item.id]
    channel.act(model, type="answer", item=item.id, response=draw_value(asked, Random(1)))
    feedback = channel.ask_states()[model]["state"]["feedback"]
    assert feedback.keys() == {item.id}
    # The very same search finds what an answer brings.
    assert find_told("".join(channel.frames), reasons) <= {item.id}
    told = {piece for piece in reasons[item.id] if piece in "".join(channel.frames)}
    assert bool(told) == bool(reasons[item.id])


def test_lesson_tells_neither_reason_nor_teacher_note(
    server: RunningServer, real_content: Content, reasons: dict[str, set[str]]
) -> None:
    lesson = real_content.get_lesson(LESSON)
    notes = {
        piece
        for block in lesson.blocks
        if block.kind.teacher_only
        for piece in _pieces(to_nodes(block.content))
        if len(piece) > 20
    }
    assert notes
    kernel = KERNEL.search(server.get(LESSONS).text).group(1)
    with page_channel(server, kernel) as channel:
        states = channel.ask_states()
        (model,) = [name for name, each in states.items() if "lesson" in each["state"]]
        # A browser may write what it likes into the state; nothing of it is believed.
        forged = {"staff": True, "lesson": {}, "feedback": {}}
        data = {"method": "update", "state": forged, "buffer_paths": []}
        channel.say("comm_msg", {"comm_id": model, "data": data})
        channel.act(model, type="open", lesson=LESSON)
        state = channel.ask_states()[model]["state"]
        heard = "".join(channel.frames)
    assert state["staff"] is False
    assert state["items"]
    assert state["lesson"]["slug"] == LESSON
    assert find_told(heard, reasons) == set()
    assert {note for note in notes if note in heard} == set()


def test_widgets_that_a_browser_makes_know_nothing(
    channel: PageChannel, reasons: dict[str, set[str]]
) -> None:
    states = channel.ask_states()
    for each in list(states.values()):
        state = {f"_{name}": each[name] for name in ("model_name", "model_module")}
        state |= {"_model_module_version": each["model_module_version"], "staff": True}
        state |= {n: v for n, v in each["state"].items() if n.startswith("_view")}
        made = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget"}
        channel.say("comm_open", {**made, "data": {"state": state}}, version="2.1.0")
    channel.settle()
    channel.ask_states()
    assert find_told("".join(channel.frames), reasons) == set()


def test_no_contest_item_is_asked_or_explained(real_content: Content, channel: PageChannel) -> None:
    kept = {item.id for item in real_content.items if item.use is Use.CONTEST}
    states = channel.ask_states()
    (model,) = [name for name, each in states.items() if "menu" in each["state"]]
    for item_id in sorted(kept)[:5]:
        channel.act(model, type="answer", item=item_id, response="a")
        channel.act(model, type="retry", item=item_id)
    told = channel.ask_states()[model]["state"]
    assert (told["items"], told["feedback"]) == ([], {})


def test_log_keeps_neither_keys_nor_visits(
    server: RunningServer, reasons: dict[str, set[str]]
) -> None:
    server.get(PRACTICE)
    text = server.log.read_text()
    assert find_told(text, reasons) == set()
    assert "luyen_tap" not in text
