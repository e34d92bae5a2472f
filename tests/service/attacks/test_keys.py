"""What answers an item leaves the server only after an answer."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from html import unescape
from random import Random

import pytest

from lachan.content import Content
from lachan.domain.bodies import body_texts
from lachan.domain.items import Item
from lachan.domain.kinds import Status, Use
from lachan.markup import to_nodes
from lachan.wire.public_item import public_json
from support.addresses import LESSON, LESSONS, PRACTICE
from support.links import KERNEL
from support.responses import draw_value
from support.running import RunningServer
from support.speaking import PageChannel, page_channel


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
    page = server.get(f"{server.root}/voila/render/{app}.ipynb").text
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
    open_to_all, hidden = (
        {
            piece
            for block in lesson.blocks
            if block.kind.teacher_only is hidden
            for piece in _pieces(to_nodes(block.content))
        }
        for hidden in (False, True)
    )
    # The letter home names the line that pupils are given too.
    notes = {piece for piece in hidden - open_to_all if len(piece) > 20}
    assert notes
    kernel = KERNEL.search(server.get(server.root + LESSONS).text).group(1)
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
    server.get(server.root + PRACTICE)
    text = server.log.read_text()
    assert find_told(text, reasons) == set()
    assert "luyen_tap" not in text
