"""Calls to the contest room over one kept connection that can be cut at any moment.

No HTTP library lets its caller stop in the middle of a request, or throw the answer away that
the server has just sent; and a load has to cost less than what it measures.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

LOST = 0
PATIENCE_S = 12.0


class Cut(StrEnum):
    """When the network goes: not at all, or at one of four moments of a call."""

    NEVER = "never"
    BEFORE = "before"
    MIDWAY = "midway"
    SENT = "sent"
    ANSWERED = "answered"


@dataclass
class Wire:
    """The connection of one device; `ask` is what `createHttpTransport` is to the page.

    Attributes
    ----------
    draw_cut
        Says for each call when the network goes.
    seen
        How often each status came; `LOST` stands for a lost network.
    """

    base: str
    slug: str
    tls: ssl.SSLContext | None = None
    draw_cut: Callable[[], Cut] = lambda: Cut.NEVER
    cookie: str = ""
    seen: Counter[int] = field(default_factory=Counter)
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ask(self, name: str, message: object = None) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON of the answer; (`LOST`, {}) where none came."""
        async with self._alone:
            try:
                async with asyncio.timeout(PATIENCE_S):
                    status, body = await self._exchange(name, message)
            except (OSError, EOFError, TimeoutError):
                self.drop()
                status, body = LOST, {}
        self.seen[status] += 1
        return status, body

    def drop(self) -> None:
        """Let the connection go without a word, as a network does."""
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None

    async def close(self) -> None:
        """End the connection in good order."""
        if self._streams is not None:
            writer, self._streams = self._streams[1], None
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _exchange(self, name: str, message: object) -> tuple[int, dict[str, Any]]:
        cut, request = self.draw_cut(), self._render(name, message)
        if cut is Cut.BEFORE:
            raise ConnectionResetError
        reader, writer = self._streams = self._streams or await self._connect()
        writer.write(request[: len(request) // 2] if cut is Cut.MIDWAY else request)
        await writer.drain()
        if cut in (Cut.MIDWAY, Cut.SENT):
            raise ConnectionResetError
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        if cut is Cut.ANSWERED:
            raise ConnectionResetError
        return await self._read(head, reader)

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.base)
        return await asyncio.open_connection(parts.hostname, parts.port, ssl=self.tls)

    def _render(self, name: str, message: object) -> bytes:
        parts = urlsplit(self.base)
        body = b"" if message is None else json.dumps(message).encode()
        method = "GET" if message is None else "POST"
        lines = [
            f"{method} {parts.path}/{self.slug}/goi/{name} HTTP/1.1",
            f"Host: {parts.netloc}",
            "X-Lachan: 1",
            f"Content-Length: {len(body)}",
            *([f"Cookie: {self.cookie}"] if self.cookie else []),
        ]
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def _read(self, head: str, reader: asyncio.StreamReader) -> tuple[int, dict[str, Any]]:
        first, *lines = head.rstrip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (x.partition(": ") for x in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].partition(";")[0]
        if headers.get("connection", "").lower() == "close":
            self.drop()
        is_json = headers.get("content-type", "").startswith("application/json")
        return int(first.split()[1]), json.loads(body) if is_json else {}
