"""A page of widgets without JupyterLab, in a real browser; the kernel's end of the line is ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from lachan.frontend import load_module
from support.browsers import WatchedBrowser

ADDRESS = "http://lachan.test/"
KERNEL = "0f1e2d3c-0000-4000-8000-000000000000"
MODEL = "mau"
# As Voilà's own front end does.
VOILA = "window.addEventListener('load', () => { window.voila = true; });"
ESM = """
export default {
  render({ model, el }) {
    const line = el.appendChild(document.createElement("p"));
    const show = () => { line.textContent = `${model.get("name")} ${model.get("count")}`; };
    const changes = [];
    for (const name of ["name", "count"]) {
      model.on(`change:${name}`, () => { changes.push(name); show(); });
    }
    model.on("msg:custom", (content, buffers) => {
      window.heard = [content, [...buffers].map((each) => [...new Uint8Array(each.buffer)])];
    });
    window.model = model;
    window.changes = changes;
    show();
  },
};
"""


def state_of(**changes: Any) -> dict[str, Any]:
    return {"_esm": ESM, "_css": "p { color: red; }", "name": "Lan", "count": 1} | changes


@dataclass
class Kernel:
    """The kernel's end: answers the questions for states, and keeps all that it is told."""

    states: dict[str, Any]
    lines: list[WebSocketRoute] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    answers: bool = True

    def take(self, line: WebSocketRoute) -> None:
        self.lines.append(line)
        line.on_message(self._hear)

    def say(self, comm: str, data: dict[str, Any], buffers: tuple[bytes, ...] = ()) -> None:
        parts = [{"msg_type": "comm_msg"}, {}, {}, {"comm_id": comm, "data": data}]
        texts = [json.dumps(part).encode() for part in parts]
        self.lines[-1].send(serialize_msg_to_ws_v1([*texts, *buffers], "iopub"))

    def tell_state(self, state: str) -> None:
        parts = [{"msg_type": "status"}, {}, {}, {"execution_state": state}]
        texts = [json.dumps(part).encode() for part in parts]
        self.lines[-1].send(serialize_msg_to_ws_v1(texts, "iopub"))

    def of_type(self, method: str) -> list[dict[str, Any]]:
        return [
            told for told in self.told if told["content"].get("data", {}).get("method") == method
        ]

    def _hear(self, frame: bytes | str) -> None:
        assert isinstance(frame, bytes)
        channel, parts = deserialize_msg_from_ws_v1(frame)
        header, _, metadata, content = (json.loads(part) for part in parts[:4])
        self.told.append(
            {
                "channel": channel,
                "type": header["msg_type"],
                "metadata": metadata,
                "content": content,
                "buffers": [bytes(part) for part in parts[4:]],
            }
        )
        if self.answers and content.get("data", {}).get("method") == "request_states":
            models = {
                name: {"model_module": module, "state": state}
                for name, (module, state) in self.states.items()
            }
            data = {"method": "update_states", "states": models, "buffer_paths": []}
            self.say(content["comm_id"], data)


def _data(told: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = told["content"].get("data", {})
    return data


def page_html(*models: str) -> str:
    view = "application/vnd.jupyter.widget-view+json"
    outputs = "".join(
        '<script type="application/vnd.voila.cell-output+json">'
        f"{json.dumps({'data': {view: {'model_id': model}}})}</script>"
        for model in models
    )
    config = json.dumps({"baseUrl": "/truong", "kernelId": KERNEL})
    return (
        "<!DOCTYPE html><title>x</title><body>"
        f'<script id="jupyter-config-data" type="application/json">{config}</script>{outputs}'
        '<script type="module" src="/trang.js" data-lachan-voila="/voila.js"></script>'
        '<script>window.addEventListener("lachan-kernel-gone", () => { window.gone = true; });'
        "</script>"
    )


@dataclass
class Visit:
    page: Page
    kernel: Kernel
    model_status: int = 200

    def open(self, *models: str) -> None:
        files = {
            ADDRESS: ("text/html", page_html(*models)),
            f"{ADDRESS}trang.js": ("text/javascript", load_module("page/widget-page")),
            f"{ADDRESS}voila.js": ("text/javascript", VOILA),
        }

        def answer(route: Route) -> None:
            if route.request.url.endswith(f"/truong/api/kernels/{KERNEL}"):
                route.fulfill(status=self.model_status, json={})
                return
            kind, body = files[route.request.url]
            route.fulfill(content_type=kind, body=body)

        self.page.route("**/*", answer)
        self.page.route_web_socket("**/channels**", self.kernel.take)
        self.page.goto(ADDRESS)

    def settle(self) -> None:
        """Let what the page has sent arrive."""
        self.page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.fixture
def visit(browser: WatchedBrowser) -> Iterator[Visit]:
    page = browser.new_page()
    yield Visit(page, Kernel({MODEL: ("anywidget", state_of())}))
    page.close()


def test_the_widget_is_drawn_from_the_kernels_state(visit: Visit) -> None:
    visit.open(MODEL)
    line = visit.page.locator(".jp-OutputArea-output p")
    expect(line).to_have_text("Lan 1")
    expect(line).to_have_css("color", "rgb(255, 0, 0)")
    opening, asking = visit.kernel.told
    assert (opening["type"], opening["channel"]) == ("comm_open", "shell")
    assert opening["metadata"] == {"version": "1.0.0"}
    assert opening["content"]["target_name"] == "jupyter.widget.control"
    assert asking["content"]["comm_id"] == opening["content"]["comm_id"]
    assert "session_id=" in visit.kernel.lines[0].url
    assert visit.kernel.lines[0].url.startswith("ws://lachan.test/truong/api/kernels/")


def test_what_the_kernel_changes_is_told_once_all_of_it_is_there(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_have_text("Lan 1")
    visit.kernel.say(MODEL, {"method": "update", "state": {"name": "Ánh", "count": 1}})
    expect(visit.page.locator("p")).to_have_text("Ánh 1")
    assert visit.page.evaluate("window.changes") == ["name"]
    visit.kernel.say("another", {"method": "update", "state": {"name": "Bình"}})
    visit.kernel.say(MODEL, {"method": "update", "state": {"name": "Chi", "count": 2}})
    expect(visit.page.locator("p")).to_have_text("Chi 2")


def test_bytes_travel_beside_the_message_both_ways(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.kernel.say(MODEL, {"method": "custom", "content": {"id": 1}}, (b"\x00\xff", b"abc"))
    visit.page.wait_for_function("window.heard")
    assert visit.page.evaluate("window.heard") == [{"id": 1}, [[0, 255], [97, 98, 99]]]

    visit.page.evaluate(
        "window.model.send({ hỏi: 'Ắ' }, undefined, [new Uint8Array([7, 8]).buffer,"
        " new DataView(new Uint8Array([1, 2, 3]).buffer, 1)])"
    )
    visit.settle()
    [said] = visit.kernel.of_type("custom")
    assert said["content"] == {
        "comm_id": MODEL,
        "data": {"method": "custom", "content": {"hỏi": "Ắ"}},
    }
    assert said["buffers"] == [b"\x07\x08", b"\x02\x03"]


def test_a_value_of_bytes_is_put_where_it_belongs(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    data = {"method": "update", "state": {"inner": {}}, "buffer_paths": [["inner", "data"]]}
    visit.kernel.say(MODEL, data, (b"xyz",))
    visit.page.wait_for_function("window.model.get('inner')")
    read = "[...new Uint8Array(window.model.get('inner').data.buffer)]"
    assert visit.page.evaluate(read) == [120, 121, 122]


def test_what_a_module_sets_is_saved_when_it_says_so(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.page.evaluate("window.model.set('count', 5)")
    expect(visit.page.locator("p")).to_have_text("Lan 5")
    assert visit.kernel.of_type("update") == []
    visit.page.evaluate("window.model.save_changes()")
    visit.settle()
    [said] = visit.kernel.of_type("update")
    assert said["content"]["data"]["state"] == {"count": 5}


def test_a_listener_that_was_taken_off_hears_nothing(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.page.evaluate(
        "() => { window.calls = 0; const hear = () => { window.calls += 1; };"
        " window.model.on('change:count', hear); window.model.set('count', 2);"
        " window.model.off('change:count', hear); window.model.set('count', 3); }"
    )
    assert visit.page.evaluate("window.calls") == 1


def test_a_lost_line_is_taken_up_again_and_nothing_is_lost(visit: Visit) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_have_text("Lan 1")
    visit.kernel.states[MODEL] = ("anywidget", state_of(count=9))
    visit.kernel.lines[0].close()
    visit.page.evaluate("window.model.send('trong lúc mất mạng')")
    expect(visit.page.locator("p")).to_have_text("Lan 9")
    assert len(visit.kernel.lines) == 2
    assert visit.kernel.lines[0].url == visit.kernel.lines[1].url
    [said] = visit.kernel.of_type("custom")
    assert said["content"]["data"]["content"] == "trong lúc mất mạng"
    assert visit.page.evaluate("window.changes") == ["count"]


def test_a_kernel_that_the_server_does_not_know_is_gone(
    visit: Visit, browser: WatchedBrowser
) -> None:
    browser.expect(f"404 .*{KERNEL}")
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.model_status = 404
    visit.kernel.lines[0].close()
    visit.page.wait_for_function("window.gone")
    assert len(visit.kernel.lines) == 1


def told_when_sending(page: Page) -> str:
    """Send until it fails, and return what the page is told then."""
    told: str = page.evaluate(
        "() => new Promise((done) => { const look = () => {"
        " try { window.model.send(2); setTimeout(look, 20); }"
        " catch (error) { done(error.message); } }; look(); })"
    )
    return told


@pytest.mark.parametrize("code", [1008, 1009])
def test_a_page_that_was_let_go_does_not_come_back(visit: Visit, code: int) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.kernel.lines[0].close(code=code, reason="Trang gửi một tin quá lớn.")
    assert told_when_sending(visit.page) == "Cannot send"
    assert len(visit.kernel.lines) == 1
    assert not visit.page.evaluate("window.gone")


@pytest.mark.parametrize("state", ["dead", "restarting", "autorestarting"])
def test_nothing_can_be_sent_to_a_kernel_that_died(visit: Visit, state: str) -> None:
    visit.open(MODEL)
    expect(visit.page.locator("p")).to_be_visible()
    visit.kernel.tell_state("busy")
    visit.page.evaluate("window.model.send(1)")
    visit.kernel.tell_state(state)
    assert told_when_sending(visit.page) == "Cannot send"


def test_a_module_that_fails_is_told(visit: Visit, browser: WatchedBrowser) -> None:
    browser.expect("x is not defined")
    visit.kernel.states[MODEL] = ("anywidget", state_of(_esm="export default { render() { x; } };"))
    visit.open(MODEL)
    visit.page.wait_for_function("window.gone")


@pytest.mark.parametrize("models", [(MODEL, "thanh-truot"), ("thanh-truot",), ("khong-co",)])
def test_other_widgets_are_left_to_voila(visit: Visit, models: tuple[str, ...]) -> None:
    visit.kernel.states["thanh-truot"] = ("@jupyter-widgets/controls", {"value": 1})
    visit.open(*models)
    visit.page.wait_for_function("window.voila")
    assert visit.page.locator('script[type$="cell-output+json"]').count() == len(models)


def test_other_outputs_are_left_to_voila_without_asking_the_kernel(visit: Visit) -> None:
    visit.open("")
    visit.page.wait_for_function("window.voila")
    assert visit.kernel.lines == []
