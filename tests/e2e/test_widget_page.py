"""Pages of widgets on their own line to the kernel; what else a school shows is left to Voilà."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import WebSocketRoute, expect

from support.browsers import WatchedBrowser
from support.running import RunningServer, find_quiet_port, lachan_server
from support.visit import Visit, open_visit

FOLDERS = ("lessons", "quiz_bank", "law", "media", "notebooks", "voila_apps")
SLIDER = "import ipywidgets\nipywidgets.IntSlider(value=3, max=9, description='Số câu')"
ECHO = '''
import anywidget, traitlets

class Echo(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      const button = el.appendChild(document.createElement("button"));
      const show = () => { button.textContent = `Đã bấm ${model.get("times")} lần`; };
      button.addEventListener("click", () => {
        model.set("times", model.get("times") + 1);
        model.save_changes();
        model.send({ say: "chào" }, undefined, [new Uint8Array([1, 2, 3]).buffer]);
      });
      model.on("change:times", show);
      model.on("msg:custom", ({ say }, buffers) => {
        el.append(`${say}: ${[...new Uint8Array(buffers[0].buffer)]}`);
      });
      show();
    } };
    """
    times = traitlets.Int(0).tag(sync=True)

echo = Echo()
echo.on_msg(lambda widget, content, buffers: widget.send(
    {"say": f"{content['say']}, lần {widget.times}"}, [bytes(reversed(bytes(buffers[0])))]))
echo
'''


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The kit with two notebooks of a school's own among its apps."""
    root = tmp_path_factory.mktemp("truong")
    for name in FOLDERS:
        shutil.copytree(repository / name, root / name)
    shutil.copy(repository / "lachan.toml", root)
    for name, source in (("thanh_truot", SLIDER), ("bam", ECHO)):
        cell = nbformat.v4.new_code_cell(source)
        notebook = nbformat.v4.new_notebook(cells=[cell])
        nbformat.write(notebook, root / "voila_apps" / f"{name}.ipynb")
    return root


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[RunningServer]:
    log = tmp_path_factory.mktemp("truong-log") / "log.txt"
    with lachan_server(log, "--root", str(root), "--own-apps", cwd=log.parent) as running:
        yield running


def test_a_schools_own_widget_speaks_with_its_kernel(phone: Visit) -> None:
    phone.log_in()
    phone.go("/voila/render/bam.ipynb")
    button = phone.page.get_by_role("button", name="Đã bấm")
    for times in (1, 2):
        button.click()
        expect(button).to_have_text(f"Đã bấm {times} lần")
        expect(phone.page.get_by_text(f"chào, lần {times}: 3,2,1")).to_be_visible()


def test_what_is_done_while_the_line_is_lost_reaches_the_kernel(phone: Visit) -> None:
    lines: list[WebSocketRoute] = []

    def carry(line: WebSocketRoute) -> None:
        line.connect_to_server()
        lines.append(line)

    phone.page.route_web_socket("**/channels?**", carry)
    phone.log_in()
    phone.go("/voila/render/bam.ipynb")
    button = phone.page.get_by_role("button", name="Đã bấm")
    button.click()
    expect(phone.page.get_by_text("chào, lần 1: 3,2,1")).to_be_visible()
    lines[0].close()
    button.click()
    expect(phone.page.get_by_text("chào, lần 2: 3,2,1")).to_be_visible()
    expect(button).to_have_text("Đã bấm 2 lần")
    assert len(lines) == 2


@pytest.mark.full
def test_widgets_of_other_makers_are_shown_by_voila(phone: Visit) -> None:
    phone.log_in()
    phone.go("/voila/render/thanh_truot.ipynb")
    expect(phone.page.get_by_text("Số câu")).to_be_visible()
    expect(phone.page.locator(".widget-readout")).to_have_text("3")


@pytest.mark.full
def test_a_page_whose_server_was_started_anew_asks_to_be_loaded_again(
    browser: WatchedBrowser, root: Path, tmp_path: Path
) -> None:
    options = ("--root", str(root), "--port", str(find_quiet_port()))
    with lachan_server(tmp_path / "log.txt", *options, cwd=tmp_path) as server:
        visit = open_visit(browser, server.base, "360x640", tmp_path)
        visit.go("/voila/render/luyen_tap.ipynb")
    page = visit.page
    expect(page.get_by_text("Mất kết nối với máy chủ.")).to_be_visible(timeout=20_000)
    with lachan_server(tmp_path / "log-2.txt", *options, cwd=tmp_path):
        expect(page.get_by_text("Phần xử lí của trang đã dừng.")).to_be_visible(timeout=40_000)
        expect(page.get_by_text("Mất kết nối với máy chủ.")).to_be_hidden()
        visit.button("Tải lại trang").click()
        visit.wait_until_drawn()
        expect(page.get_by_text("Phần xử lí của trang đã dừng.")).to_be_hidden()
    visit.context.close()
