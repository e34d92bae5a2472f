"""Contests in a database of their own, the room's server on it, and who comes to it over HTTP."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lachan.assembly import assemble
from lachan.content import Content
from lachan.domain.bodies import ShortText
from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import Contest
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Status
from lachan.domain.papers.paper import Blueprint, Cell, Header, Paper, Part, Rules
from lachan.domain.rich.text import Paragraph, Text
from lachan.store import open_store
from lachan.text import date_in_vietnam
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.office import ContestOffice
from lachan.workflows.contests.plan import add_trial_pictures
from lachan.workflows.papers.context import find_paper_context
from support.contest_day import NAMES
from support.running import (
    REPLY_DEADLINE_S,
    Reply,
    cookie_of,
    running,
    serve_command,
    serve_env,
)

READY = re.compile(r"Phòng thi đang mở: (http://\S+)")
WHO = "ban-to-chuc"
LAW_DATE = dt.date(2026, 7, 15)
CLOSED_TYPES = (
    ItemType.SINGLE_CHOICE,
    ItemType.MULTIPLE_CHOICE,
    ItemType.TRUE_FALSE_GROUP,
    ItemType.SHORT_ANSWER,
    ItemType.SHORT_TEXT,
    ItemType.MATCHING,
    ItemType.ORDERING,
    ItemType.SCENARIO,
)


@dataclass
class Hall:
    """An organiser's desk on a database, which servers share."""

    url: str
    content: Content
    database: ContestDatabase = field(init=False)
    office: ContestOffice = field(init=False)

    def __post_init__(self) -> None:
        self.database = ContestDatabase(open_store(self.url))
        self.office = ContestOffice(self.database)

    @property
    def names(self) -> NameUse:
        """Why names are asked for, until a day that has not come."""
        day = date_in_vietnam(self.database.now()) + dt.timedelta(days=30)
        return replace(NAMES, erase_on=day)

    def hold(
        self, slug: str, codes: int = 0, items: Sequence[Item] = (), **changes: Any
    ) -> list[str]:
        """Create a contest that is open now; return so many entry codes.

        Without `items` the paper has one of each closed type.
        """
        now = self.database.now()
        practice = changes.pop("practice", None)
        declared: dict[str, Any] = {
            "title": "Tìm hiểu pháp luật về phòng, chống mua bán người",
            "rules": (Paragraph((Text("Mỗi người tự làm bài của mình."),)),),
            "opens_at": now - dt.timedelta(minutes=1),
            "closes_at": now + dt.timedelta(hours=2),
            "minutes": 20,
        }
        contest = Contest(slug=slug, **{**declared, **changes})
        paper = make_paper(items or find_items(self.content))
        context = find_paper_context(self.content, paper)
        context = add_trial_pictures(self.content, context, practice)
        self.office.create(contest, paper, context, practice=practice, who=WHO)
        return [card.code for card in self.office.add_codes(slug, codes, who=WHO)] if codes else []

    def close(self) -> None:
        self.database.close()
        self.database.store.close()


def find_items(content: Content) -> tuple[Item, ...]:
    """Return one ready item of each closed type, as if all were written for one band."""
    ready = [item for item in content.items if item.status is Status.READY]
    first = {item.type: item for item in reversed(ready)}
    # The bank has no item of this type yet.
    typed = replace(first[ItemType.SHORT_ANSWER], id="thu-mot-tu", body=ShortText("111"))
    first.setdefault(ItemType.SHORT_TEXT, typed)
    return tuple(
        replace(first[kind], band=Band.LOWER_SECONDARY, enemies=frozenset(), group="")
        for kind in CLOSED_TYPES
    )


def make_paper(items: Sequence[Item]) -> Paper:
    parts = tuple(Part(item.type, Decimal(1), (Cell(item.topic, item.level, 1),)) for item in items)
    blueprint = Blueprint(
        slug="thu",
        title="Đề thi thử",
        header=Header("", "", "", "", ""),
        official=False,
        band=items[0].band,
        date=LAW_DATE,
        minutes=20,
        codes=(),
        seed="thu",
        total_points=None,
        parts=parts,
        rules=Rules(include=tuple(item.id for item in items)),
    )
    return assemble(blueprint, items, law_date=LAW_DATE, seed="thu", codes=["101", "102"])


@dataclass
class RoomServer:
    """A running ``lachan serve --contest-only``."""

    base: str
    log: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        port = urlsplit(self.base).port
        assert port is not None
        return port

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(30)


@contextmanager
def room_server(
    hall: Hall, log: Path, root: Path, *options: str, port: int = 0
) -> Iterator[RoomServer]:
    environ = serve_env(log.parent, LACHAN_DATABASE_URL=hall.url)
    command = serve_command("--contest-only", "--port", str(port), "--root", str(root), *options)
    with running(command, log, READY, environ, log.parent) as (found, process, _):
        yield RoomServer(found[1].rstrip("/"), log, process)


@dataclass
class Guest:
    """Someone at a contest's addresses, with a cookie once they are in."""

    base: str
    slug: str
    source: str = "127.0.0.1"
    cookie: str = ""
    last: Reply | None = None

    def enter(self, code: str = "") -> Reply:
        reply = self.call("enter", {"code": code, "device": "may-tinh"})
        self.cookie = cookie_of(reply) or self.cookie
        return reply

    def call(self, name: str, message: object = None, **kwargs: Any) -> Reply:
        method = "GET" if message is None else "POST"
        body = None if message is None else json.dumps(message).encode()
        return self.ask(method, f"/{self.slug}/goi/{name}", body=body, **kwargs)

    def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send the path exactly as written, with the header of our own page unless told not to."""
        parts = urlsplit(self.base)
        assert parts.hostname is not None
        connection = http.client.HTTPConnection(
            parts.hostname, parts.port, timeout=REPLY_DEADLINE_S, source_address=(self.source, 0)
        )
        sent = {"X-Lachan": "1"} if headers is None else dict(headers)
        if self.cookie:
            sent.setdefault("Cookie", self.cookie)
        try:
            connection.request(method, f"{parts.path}{path}", body=body, headers=sent)
            answer = connection.getresponse()
            cookies = tuple(answer.headers.get_all("Set-Cookie") or ())
            return Reply(answer.status, dict(answer.headers), answer.read(), cookies)
        finally:
            connection.close()


def tell(reply: Reply) -> dict[str, Any]:
    """Return the JSON of a reply."""
    told: dict[str, Any] = json.loads(reply.body)
    return told


@contextmanager
def open_hall(folder: Path, content: Content) -> Iterator[Hall]:
    hall = Hall(f"sqlite:///{folder / 'lachan.db'}", content)
    try:
        yield hall
    finally:
        hall.close()
