"""A scripted pupil: opens pages over HTTP, talks to their widgets over a websocket, leaves.

It says what the pages' own scripts say, and checks that what should come back does.
"""

from __future__ import annotations

import http.client
import re
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import measuring  # noqa: F401 - lets the answers of the tests be imported
from websockets.sync.client import ClientConnection, connect

from support.responses import draw_value
from support.speaking import V1, pack, unpack

REPLY_LIMIT_S = 30.0
HOME = "/voila/render/trang_chu.ipynb"
LESSONS = "/voila/render/bai_hoc.ipynb"
PRACTICE = "/voila/render/luyen_tap.ipynb"
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]{36})"')
LOADED = re.compile(r'<(?:link|script|img)[^>]* (?:href|src)="(/[^"]+)"')

Json = dict[str, Any]


class Trouble(Exception):  # noqa: N818 - it is what the pupil has, whoever is to blame
    """Something that a pupil would have noticed."""


@dataclass
class Diary:
    """What one pupil has met: seconds for each kind of step, and what went wrong."""

    waits: list[tuple[str, float, float]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def note(self, kind: str, began: float) -> None:
        self.waits.append((kind, began, time.monotonic() - began))


class Widget:
    """The one answering widget of a page, as the front end knows it."""

    def __init__(self, socket: ClientConnection, diary: Diary) -> None:
        self._socket = socket
        self._diary = diary
        self.model, self.state = self._load()

    def act(self, done: Callable[[Json], bool], **message: object) -> None:
        """Send what the widget's script would, and wait until the state shows the effect."""
        began = time.monotonic()
        self._send_to(self.model, {"method": "custom", "content": message})
        while not done(self.state):
            content = self._hear()["content"]
            data = content.get("data", {})
            if content.get("comm_id") == self.model and data.get("method") == "update":
                self.state.update(data["state"])
            if self.state["notice"]:
                raise Trouble(f"{message['type']}: {self.state['notice']}")
        self._diary.note("answer", began)

    def _load(self) -> tuple[str, Json]:
        comm = uuid.uuid4().hex
        opening = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        self._send("comm_open", opening, {"version": "1.0.0"})
        self._send_to(comm, {"method": "request_states"})
        while True:
            data = self._hear()["content"].get("data", {})
            if data.get("method") == "update_states":
                states = data["states"].items()
                return next((m, each["state"]) for m, each in states if "notice" in each["state"])

    def _send_to(self, comm: str, data: Json) -> None:
        self._send("comm_msg", {"comm_id": comm, "data": data}, {})

    def _send(self, kind: str, content: Json, metadata: Json) -> None:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "em"}
        header |= {"date": "2026-01-01T00:00:00Z", "version": "5.3"}
        message = {"header": header, "parent_header": {}, "metadata": metadata, "content": content}
        self._socket.send(pack(message))

    def _hear(self) -> Json:
        message: Json = unpack(self._socket.recv(timeout=REPLY_LIMIT_S, decode=False))
        state = message["content"].get("execution_state")
        if state in ("dead", "restarting"):
            raise Trouble(f"the kernel is {state}")
        return message


@dataclass
class Pupil:
    """One pupil; `pause_s` bounds how long it thinks between two steps."""

    port: int
    rng: Random
    pause_s: tuple[float, float]
    diary: Diary = field(default_factory=Diary)

    def live(self, until: float) -> None:
        """Come, learn or practise, leave, come again."""
        while time.monotonic() < until:
            try:
                self._get(HOME, "home")
                if self.rng.random() < 0.5:
                    self._visit(LESSONS, until, self._learn)
                else:
                    self._visit(PRACTICE, until, self._practise)
            except (OSError, http.client.HTTPException, TimeoutError, Trouble) as fault:
                self.diary.troubles.append(repr(fault))
            self._think()

    def _visit(self, page: str, until: float, stay: Callable[[Widget, float], None]) -> None:
        text = self._get(page, "page")
        found = KERNEL.search(text)
        if found is None or "widget-view+json" not in text:
            title = re.search("<title>(.*?)</title>", text, re.DOTALL)
            raise Trouble(f"{page} is not whole: {title.group(1).strip() if title else text[:80]}")
        for path in LOADED.findall(text):
            self._get(path, "file")
        where = f"ws://127.0.0.1:{self.port}/api/kernels/{found.group(1)}/channels"
        began = time.monotonic()
        options: Json = {"proxy": None, "max_size": None, "open_timeout": REPLY_LIMIT_S}
        with connect(where, subprotocols=[V1], **options) as socket:
            widget = Widget(socket, self.diary)
            self.diary.note("widgets", began)
            stay(widget, until)
        self._ask("POST", f"/voila/api/shutdown/{found.group(1)}", 204)

    def _learn(self, widget: Widget, until: float) -> None:
        lesson = self.rng.choice(widget.state["index"])["slug"]
        widget.act(lambda s: s["lesson"].get("slug") == lesson, type="open", lesson=lesson)
        for item in widget.state["items"]:
            self._think()
            if time.monotonic() > until:
                return
            self._answer(widget, item)

    def _practise(self, widget: Widget, until: float) -> None:
        band = self.rng.choice(widget.state["menu"])
        topic = self.rng.choice(band["topics"])["topic"]
        wish = {"band": band["band"], "topic": topic, "length": 5}
        widget.act(lambda s: s["stage"] == "run", type="start", **wish)
        for _ in range(4):
            turn = widget.state["turn"]
            (item,) = [each for each in widget.state["items"] if each["id"] == turn["item"]]
            self._think()
            if time.monotonic() > until:
                return
            self._answer(widget, item)
            if widget.state["turn"]["done"] == widget.state["turn"]["total"]:
                break
            widget.act(lambda s: not s["turn"]["answered"], type="next")
        widget.act(lambda s: s["stage"] == "result", type="finish")

    def _answer(self, widget: Widget, item: Json) -> None:
        name = item["id"]
        response = draw_value(item, self.rng)
        # Practice tells the answer by its turn as well, in a message of its own.
        widget.act(
            lambda s: name in s["feedback"] and s.get("turn", {}).get("answered", True),
            type="answer",
            item=name,
            response=response,
        )

    def _get(self, path: str, kind: str) -> str:
        began = time.monotonic()
        body = self._ask("GET", path, 200)
        self.diary.note(kind, began)
        return body.decode(errors="replace")

    def _ask(self, method: str, path: str, wanted: int) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=REPLY_LIMIT_S)
        try:
            connection.request(method, path)
            reply = connection.getresponse()
            body = reply.read()
        finally:
            with suppress(OSError):
                connection.close()
        if reply.status != wanted:
            raise Trouble(f"{method} {path}: {reply.status}")
        return body

    def _think(self) -> None:
        time.sleep(self.rng.uniform(*self.pause_s))
