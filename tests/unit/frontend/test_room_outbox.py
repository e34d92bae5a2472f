"""The contest room's outbox and clock, run in the browser that they are made for."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from lachan.frontend import read_module
from lachan.frontend.bundle import join_modules
from support.browsers import WatchedBrowser
from support.script_pages import LOAD, open_page

SOURCE = """
import { createServerClock, createWarner } from "./room/clock.js";
import { formatTime } from "./shared/time.js";
import { Outbox } from "./room/outbox.js";

export default { Outbox, createServerClock, createWarner, formatTime };
"""

# Notes that live as long as the page, as the browser's own storage would.
OUTBOX = """
(steps) => {
  const kept = {};
  const notes = {
    read: () => JSON.parse(JSON.stringify(kept)),
    write: (changes) => Object.assign(kept, JSON.parse(JSON.stringify(changes))),
  };
  let outbox = new window.loaded.Outbox(notes);
  return steps.map(([name, ...given]) => {
    if (name === "reload") outbox = new window.loaded.Outbox(notes);
    else if (name === "take") return outbox.take();
    else return outbox[name](...given) ?? null;
    return null;
  });
}
"""


@pytest.fixture(scope="module")
def page(browser: WatchedBrowser) -> Iterator[Page]:
    visit = open_page(browser, 360, 640, styles="")
    read = lambda name: SOURCE if name == "entry" else read_module(name)  # noqa: E731
    visit.page.evaluate(LOAD, join_modules("entry", read))
    yield visit.page
    visit.page.close()


def ack(seq: int, current: int | None = None, **changes: object) -> dict[str, object]:
    current_seq = seq if current is None else current
    told = {"item_id": "a", "seq": seq, "saved": True, "current_seq": current_seq, "reason": None}
    return {**told, **changes}


def sent(seq: int, value: object) -> list[dict[str, object]]:
    return [{"item": "a", "seq": seq, "value": value}]


TAKE, RELOAD = ["take"], ["reload"]
REFUSED = ack(1, 4, saved=False, reason="bad_sequence")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([["put", "a", "x"], ["put", "a", "y"], TAKE], sent(1, "y"), id="one number"),
        pytest.param(
            [["put", "a", "x"], TAKE, ["put", "a", "y"], TAKE], sent(2, "y"), id="sent is fixed"
        ),
        pytest.param([["put", "a", "x"], TAKE, ["settle", ack(1)], TAKE], [], id="saved"),
        pytest.param(
            [["put", "a", "x"], TAKE, ["put", "a", "y"], ["settle", ack(1)], TAKE],
            sent(2, "y"),
            id="an older word does not settle a newer answer",
        ),
        pytest.param(
            [["put", "a", "x"], TAKE, ["settle", ack(1, 0, saved=False, reason="paused")], TAKE],
            sent(1, "x"),
            id="paused",
        ),
        pytest.param(
            [
                ["put", "a", "x"],
                TAKE,
                ["settle", REFUSED],
                TAKE,
            ],
            sent(5, "x"),
            id="another device was here",
        ),
        pytest.param([["put", "a", "x"], RELOAD, TAKE], sent(1, "x"), id="reload"),
        pytest.param(
            [["adopt", {"a": {"seq": 3, "value": "z"}}], ["put", "a", "x"], TAKE],
            sent(4, "x"),
            id="goes on from the server's number",
        ),
        pytest.param(
            [["put", "a", "x"], RELOAD, ["adopt", {"a": {"seq": 1, "value": "x"}}], TAKE],
            [],
            id="arrived before the reload",
        ),
        pytest.param([["put", "a", None], TAKE], sent(1, None), id="cleared"),
        pytest.param(
            [
                ["put", "a", "x"],
                TAKE,
                RELOAD,
                ["put", "a", "y"],
                RELOAD,
                ["adopt", {"a": {"seq": 1, "value": "x"}}],
                TAKE,
            ],
            sent(2, "y"),
            id="what was sent before a reload keeps its number",
        ),
    ],
)
def test_what_is_sent_last(page: Page, steps: list[list[Any]], expected: object) -> None:
    assert expected == page.evaluate(OUTBOX, steps)[-1]


def test_refused_answers_are_given_up_and_told(page: Page) -> None:
    late = ack(1, 0, saved=False, reason="late")
    steps = [["put", "a", "x"], TAKE, ["settle", late], TAKE]
    assert [None, sent(1, "x"), True, []] == page.evaluate(OUTBOX, steps)


CLOCK = """
() => {
  let now = 1000;
  const clock = window.loaded.createServerClock(() => now);
  const seen = [clock.left_s()];
  now = 1400;
  clock.sync({ time_left_s: 60, paused: false }, 1000);
  seen.push(clock.left_s());
  now += 10000;
  seen.push(clock.left_s());
  clock.sync({ time_left_s: 30, paused: true }, now);
  now += 99000;
  seen.push(clock.left_s());
  clock.sync({ time_left_s: 5, paused: false }, now);
  now += 6000;
  seen.push(clock.left_s());
  return seen;
}
"""


def test_time_left_is_the_servers_less_half_the_way(page: Page) -> None:
    assert [None, 59.8, 49.8, 30, 0] == page.evaluate(CLOCK)


def test_each_warning_is_told_once_and_none_of_the_past(page: Page) -> None:
    script = "(t) => { const warn = window.loaded.createWarner(t[0]); return t.map(warn); }"
    assert [None, None, 300, None, 60, None] == page.evaluate(script, [900, 301, 300, 299, 60, 1])
    assert [None, 60] == page.evaluate(script, [200, 59])
    assert [None, 60] == page.evaluate(script, [400, 30])


@pytest.mark.parametrize(
    ("seconds", "shown"), [(1200, "20:00"), (59.2, "1:00"), (5, "0:05"), (0, "0:00")]
)
def test_time_is_shown_in_minutes_and_seconds(page: Page, seconds: float, shown: str) -> None:
    assert shown == page.evaluate("(s) => window.loaded.formatTime(s)", seconds)
