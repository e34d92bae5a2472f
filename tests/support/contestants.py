"""Contestants that a program plays: they answer, change their minds, reload, and hand in.

They keep and resend what they answered exactly as the room's page does (room-outbox.js,
room-sender.js), only with shorter pauses.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from support.responses import draw_value
from support.wire import LOST, Wire

FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 1.5
RELOADS = 0.05
# How often one answers each item.
TIMES = 3

Key = tuple[str, int]
Json = Mapping[str, Any]


@dataclass
class Outbox:
    """See room-outbox.js."""

    pending: dict[str, tuple[int, object]] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.mark_sent()

    def mark_sent(self) -> None:
        self.sent = {item: seq for item, (seq, _) in self.pending.items()}

    def adopt(self, answers: Mapping[str, Json]) -> None:
        for item, answer in answers.items():
            self.known[item] = answer["seq"]
            if item in self.pending and self.pending[item][0] <= answer["seq"]:
                del self.pending[item]

    def put(self, item: str, value: object) -> int:
        waiting = self.pending.get(item, (0, None))[0]
        is_sent = waiting > 0 and self.sent.get(item) == waiting
        last = max(self.known.get(item, 0), waiting)
        seq = waiting if waiting and not is_sent else last + 1
        self.pending[item] = (seq, value)
        return seq

    def take(self) -> list[Json]:
        self.mark_sent()
        return [
            {"item": item, "seq": seq, "value": value}
            for item, (seq, value) in self.pending.items()
        ]

    def settle(self, ack: Json) -> bool:
        item, reason = ack["item_id"], ack["reason"]
        self.known[item] = max(self.known.get(item, 0), ack["current_seq"])
        is_this = self.pending.get(item, (0, None))[0] == ack["seq"]
        if not ack["saved"] and reason == "paused":
            return False
        if not ack["saved"] and reason == "bad_sequence" and is_this:
            self.pending[item] = (ack["current_seq"] + 1, self.pending[item][1])
        elif is_this:
            del self.pending[item]
        return not ack["saved"] and reason != "bad_sequence"


@dataclass
class Progress:
    """What all have done together, for whoever waits to break something at a certain point."""

    acks: int = 0
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def add(self, count: int) -> None:
        async with self._changed:
            self.acks += count
            self._changed.notify_all()

    async def reach(self, acks: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self.acks >= acks)


@dataclass
class Contestant:
    """One person with one device.

    Attributes
    ----------
    think_s
        How long one thinks about an answer on average.
    hands_in
        Whether they hand in, or go away and leave it to the server.
    made, acked
        (item, sequence number) → values that were sent under it, and what was acknowledged.
    lost
        What was acknowledged and was not there after a reload.
    """

    wire: Wire
    code: str
    random: Random
    progress: Progress
    think_s: float
    hands_in: bool = True
    pseudonym: str = ""
    outbox: Outbox = field(default_factory=Outbox)
    made: dict[Key, list[object]] = field(default_factory=dict)
    acked: dict[Key, object] = field(default_factory=dict)
    refused: list[Json] = field(default_factory=list)
    lost: list[object] = field(default_factory=list)
    receipt: Json | None = None
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _is_done: bool = False

    async def take_part(self) -> None:
        """Go the whole way from the code to the receipt."""
        await self._enter()
        view = await self._insist("start", {})
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send())
            tasks.create_task(self._answer(view["items"]))
        if self.hands_in:
            guess = self.random.randrange(20)
            self.receipt = await self._insist("submit", {"prediction": guess})
        await self.wire.close()

    async def _enter(self) -> None:
        session = await self._insist("enter", {"code": self.code, "device": "may-tinh"})
        self.pseudonym = session["pseudonym"]

    async def _answer(self, items: Sequence[Json]) -> None:
        """Answer each item, some of them again, and reload the page now and then."""
        for item in self.random.sample([*items] * TIMES, len(items) * TIMES):
            await self._pause(self.think_s * self.random.uniform(0.2, 1.8))
            if self.random.random() < RELOADS:
                await self._reload()
            self._put(item["id"], draw_value(item, self.random))
        self._is_done = True
        self._woken.set()

    def _put(self, item: str, value: object) -> None:
        seq = self.outbox.put(item, value)
        self.made.setdefault((item, seq), []).append(value)
        self._woken.set()

    async def _reload(self) -> None:
        """Begin anew with what the browser kept and what the server has."""
        # An answer that is under way reaches a page that is gone.
        self.outbox = Outbox(self.outbox.pending)
        self.wire.drop()
        view = await self._insist("attempt")
        answers = view["answers"]
        self.lost += [
            (key, value)
            for key, value in self.acked.items()
            if key[1] > answers.get(key[0], {"seq": 0})["seq"]
            or (key[1] == answers[key[0]]["seq"] and answers[key[0]]["value"] != value)
        ]
        # What is here and on the server alike needs no other acknowledgement.
        for item, (seq, value) in self.outbox.pending.items():
            if answers.get(item) == {"seq": seq, "value": value}:
                self.acked[item, seq] = value
        self.outbox.adopt(answers)

    async def _send(self) -> None:
        """Send what waits until nothing does; after a failure the pauses grow."""
        failures = 0
        while self.outbox.pending or not self._is_done:
            outbox, sent = self.outbox, self.outbox.take()
            status, body = await self.wire.ask("save", {"answers": sent}) if sent else (200, {})
            failures = 0 if status == 200 else failures + 1
            if status == 200 and sent and body["superseded"]:
                await self._enter()
            elif status == 200 and sent and outbox is self.outbox:
                await self._settle(sent, body["acks"])
            if failures:
                await self._back_off(failures)
            elif not (self._is_done or self._woken.is_set()):
                await self._woken.wait()
            self._woken.clear()

    async def _settle(self, sent: Sequence[Json], acks: Sequence[Json]) -> None:
        for answer, ack in zip(sent, acks, strict=True):
            item, seq = ack["item_id"], ack["seq"]
            assert (answer["item"], answer["seq"]) == (item, seq)
            if ack["saved"]:
                self.acked[item, seq] = answer["value"]
            if self.outbox.settle(ack):
                self.refused.append(ack)
            elif ack["reason"] == "bad_sequence" and item in self.outbox.pending:
                renumbered, value = self.outbox.pending[item]
                self.made.setdefault((item, renumbered), []).append(value)
        await self.progress.add(sum(ack["saved"] for ack in acks))

    async def _insist(self, name: str, message: object = None) -> Json:
        """Ask until it is answered; what is refused for good fails the test.

        An entry whose answer was lost may be stored after the one that was tried again, and
        then this device is told that another is in; a person types the code again.
        """
        failures = 0
        while True:
            status, body = await self.wire.ask(name, message)
            if status == 200:
                return body
            if body.get("reason") == "superseded":
                await self._enter()
                continue
            assert status in (LOST, 429) or status >= 500, (name, status, body)
            failures += 1
            await self._back_off(failures)

    async def _back_off(self, failures: int) -> None:
        pause = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** (failures - 1))
        await self._pause(pause * self.random.uniform(0.6, 1.0))

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), seconds)


def count_seen(contestants: Sequence[Contestant]) -> Counter[int]:
    """Return how often each status came to any of them."""
    return sum((each.wire.seen for each in contestants), Counter())
