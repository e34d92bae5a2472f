"""Pages that mount our modules in a real browser, with no kernel and no network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route

from lachan.frontend import load_module
from lachan.widgets.answering import Answering
from lachan.workflows.screen_fonts import open_screen_font, render_font_faces
from support.accessibility import find_violations
from support.browsers import WatchedBrowser

ADDRESS = "http://lachan.test/"
BODY = "<main id=app></main>"

# A phone held upright, where things get narrow; the desk is tried with the long tests.
SIZES = [
    pytest.param((360, 640), id="360px"),
    pytest.param((1280, 800), id="1280px", marks=pytest.mark.full),
]

# Loads a module as anywidget does, from a blob, and mounts it on a model whose kernel is the
# Python widget itself. Traits change one after the other, as they do over a real comm.
MOUNT = """
async ([source, state]) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  const listeners = {};
  const set = (name, value) => {
    if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
    state[name] = value;
    for (const listener of [...(listeners[name] ?? [])]) listener();
  };
  const model = {
    get: (name) => state[name],
    set,
    save_changes() {},
    on: (event, listener) => (listeners[event.slice(7)] ??= []).push(listener),
    off: (event, listener) => {
      const name = event.slice(7);
      listeners[name] = (listeners[name] ?? []).filter((other) => other !== listener);
    },
    send: async (message) => {
      for (const [name, value] of await window.sendToPython(message)) set(name, value);
    },
  };
  // As JupyterLab has it once the kernel is closed, which it is while its page is being left.
  window.loseKernel = () => {
    window.tries = 0;
    model.send = () => {
      window.tries += 1;
      throw new Error("Cannot send");
    };
  };
  window.dispose = module.default.render({ model, el: document.querySelector("#app") });
}
"""

# Loads a module and leaves its default export in `loaded`.
LOAD = """
async (source) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  window.loaded = (await import(url)).default;
}
"""


@dataclass
class Visit:
    """An open page with every request that it made."""

    page: Page
    requests: list[str] = field(default_factory=list)
    send: Callable[[Any], list[list[Any]]] | None = None

    def deliver(self, message: Any) -> list[list[Any]]:
        """Bring a message to the widget that is mounted now; return what it changed."""
        assert self.send is not None
        return self.send(message)

    def find_violations(self) -> list[str]:
        return find_violations(self.page)

    def overflows(self) -> bool:
        script = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        return bool(self.page.evaluate(script))

    def focused_text(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent")).strip()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector: str, limit: int = 60) -> None:
        """Press Tab until an element that matches has the focus."""
        for _ in range(limit):
            if self.page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {selector}")


def text_of(found: Locator) -> str:
    """Return the text of what is there, hidden parts too."""
    text = found.text_content()
    assert text is not None
    return text


@cache
def font_faces() -> str:
    """Return the kit's own fonts as styles, so that lines are as long on every machine."""
    return render_font_faces(
        lambda weight: f"data:font/woff2;base64,{b64encode(open_screen_font(weight)).decode()}"
    )


def open_page(
    browser: WatchedBrowser,
    width: int,
    height: int,
    *,
    styles: str,
    query: str = "",
    body: str = BODY,
) -> Visit:
    """Open an empty Vietnamese page; any request but its own is aborted and written down."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    visit = Visit(page)
    document = (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Lá Chắn</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>body{{margin:0;background:#f2f7f8}}main{{padding:12px}}{styles}{font_faces()}</style>"
        f"</head><body>{body}</body></html>"
    )

    def answer(route: Route) -> None:
        if route.request.url.split("?")[0] == ADDRESS:
            route.fulfill(body=document, content_type="text/html; charset=utf-8")
        elif not route.request.url.startswith(("blob:", "data:")):
            visit.requests.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/*", answer)
    page.goto(ADDRESS + query)
    return visit


def mount_widget(visit: Visit, widget: Answering, module: str) -> None:
    """Mount a widget's own front end; its messages reach the widget as from a browser.

    Once more, after a reload, with the widget of a new kernel.
    """
    if visit.send is None:
        visit.page.expose_function("sendToPython", visit.deliver)
    visit.send = _send_to(widget)
    state = {name: getattr(widget, name) for name in _trait_names(widget)}
    visit.page.evaluate(MOUNT, [load_module(module), state])


def _send_to(widget: Answering) -> Callable[[Any], list[list[Any]]]:
    changes: list[list[Any]] = []
    widget.observe(
        lambda change: changes.append([change["name"], change["new"]]), _trait_names(widget)
    )

    def send(message: Any) -> list[list[Any]]:
        changes.clear()
        widget.receive(message)
        return list(changes)

    return send


def _trait_names(widget: Answering) -> list[str]:
    own = set(widget.keys) - {"layout", "tabbable", "tooltip"}
    return sorted(name for name in own if not name.startswith("_"))
