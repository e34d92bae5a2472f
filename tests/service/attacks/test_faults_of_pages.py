"""What a stranger's message breaks in a page's kernel tells the stranger nothing of the machine."""

from __future__ import annotations

import re
import uuid

from support.running import RunningServer
from support.speaking import PageChannel

# A file of code, or a folder: no message of a widget names one.
TELLING = re.compile(r"Traceback \(most|site-packages|\.py\b[^t]|/lib/python|\\u001b\[")
INCIDENT = re.compile(r"Sự cố [2-9A-Z]{4}-[2-9A-Z]{4}")


def say_nonsense(channel: PageChannel) -> None:
    states = channel.ask_states()
    channel.frames.clear()
    for model, shown in states.items():
        wrong = {name: {"a": [1]} for name in shown["state"]}
        for data in (
            {"method": "update", "state": wrong, "buffer_paths": []},
            {"method": "update", "state": wrong, "buffer_paths": [["x", 0]]},
            {"method": "nope"},
            {"method": "custom", "content": 5},
            {"method": "custom", "content": {"type": "answer", "item": [], "response": {}}},
            {"method": "update"},
            {},
        ):
            channel.say("comm_msg", {"comm_id": model, "data": data})
    odd: list[dict[str, object]] = [
        {},
        {"state": {}},
        {"state": {"_model_name": "ImageModel", "value": 5}},
    ]
    for state in odd:
        comm = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget", "data": state}
        channel.say("comm_open", comm, version="2.1.0")
    channel.say("comm_msg", {"comm_id": uuid.uuid4().hex, "data": {}})
    channel.settle()


def test_no_traceback_reaches_the_page(server: RunningServer, channel: PageChannel) -> None:
    before = server.log.read_text()
    say_nonsense(channel)
    replies = [frame for frame in channel.frames if '"kernel_info_reply"' not in frame]
    assert [frame for frame in replies if TELLING.search(frame)] == []
    faults = [frame for frame in channel.frames if '"msg_type": "error"' in frame]
    assert faults
    assert all(INCIDENT.search(frame) for frame in faults)
    written = server.log.read_text().removeprefix(before)
    assert not TELLING.search(written)
    assert INCIDENT.search(written)
    assert all(len(line) < 300 for line in written.splitlines())
