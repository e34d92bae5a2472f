"""A page's websocket to its kernel: one protocol, read and written with bounds.

Of Voilà's own handler nothing is used. It reads every frame that goes out as the binary protocol,
whichever the page speaks, and believes the numbers that it finds there (docs/decisions/0006).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError

from lachan.limits.page_line import LARGEST_MESSAGE, MOST_WAITING
from lachan.serving.line.frames import PROTOCOL, Frame, FrameError, read_frame, write_frame
from lachan.serving.line.lines import COMM_MESSAGES, PageLine, PageLines
from lachan.serving.line.outgoing import find_for_page
from lachan.serving.line.refusals import Refusal
from lachan.serving.pages import SiteHandler

# What widgets say to their kernel; pages end it by their farewell alone.
PAGE_MESSAGES = (*COMM_MESSAGES, "comm_info_request", "kernel_info_request")
PAGE_CHANNEL = "shell"
COMM_TARGETS = ("jupyter.widget", "jupyter.widget.control")

# Beyond this tornado ends the connection by itself and in English, before it has read it all.
MOST_MESSAGE_BYTES = 2 * LARGEST_MESSAGE.value

# "Received data that violates policy", RFC 6455 section 7.4.1.
POLICY_VIOLATED = 1008

# What Python keeps for each frame that waits, whatever its length.
_FRAME_OVERHEAD_BYTES = 1_000


class PageConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's end of the line, which frames and takes apart by `lachan.serving.line.frames`."""

    # Jupyter asks the connection, which forgets it once it is closed.
    subprotocol = PROTOCOL

    def pass_on(self, frame: Frame) -> None:
        """Send a page's message to the kernel."""
        stream = self.channels.get(PAGE_CHANNEL)
        if stream is not None:
            self.session.send_raw(stream, list(frame.parts))

    def _on_zmq_reply(self, stream: Any, msg_list: Sequence[bytes]) -> None:
        """Send a kernel's message to the page; Jupyter calls this name."""
        if stream.closed():
            return
        parts = find_for_page(msg_list)
        if parts is not None:
            page: PageSocketHandler = self.websocket_handler  # type: ignore[assignment]
            page.send_parts(stream.channel, parts)


class PageSocketHandler(SiteHandler, KernelWebsocketHandler):
    """Carries the widgets' messages; who is over a bound is told which and let go.

    Parameters
    ----------
    lines
        What each page may still send.
    """

    def initialize(self, lines: PageLines) -> None:
        """Take what all connections share."""
        self._lines = lines
        self._line: PageLine
        self._refused = False
        # The sizes of frames that the system has not taken yet, oldest first, and their sum.
        self._waiting: deque[int] = deque()
        self._waiting_bytes = 0

    async def get(self, kernel_id: str) -> None:
        """Open the connection when its turn comes, if the page speaks the one protocol."""
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in (each.strip() for each in offered.split(",")):
            raise HTTPError(400)
        self._line = self._lines.find(self.kernel_manager.get_kernel(kernel_id))
        try:
            wait_s = self._line.pace_socket()
        except FrameError:
            raise HTTPError(429) from None
        await asyncio.sleep(wait_s)
        await super().get(kernel_id)  # type: ignore[no-untyped-call]

    async def open(self, kernel_id: str) -> None:
        """Join the page's line and the kernel's channels."""
        self._line.join(self)
        await super().open(kernel_id)  # type: ignore[no-untyped-call]

    def on_message(self, message: str | bytes) -> Any:
        """Hand a message on, at once or when its turn comes; meanwhile nothing more is read."""
        if self._refused:
            return None
        try:
            if not isinstance(message, bytes):
                raise FrameError  # noqa: TRY301 (as `read_frame` does)
            frame = read_frame(message)
            wait_s = self._line.pace(len(message))
            self._line.count_comm(frame)
        except FrameError as fault:
            self.refuse(fault.refusal)
            return None
        if wait_s:
            return self._pass_on_later(frame, wait_s)
        self._pass_on(frame)
        return None

    async def _pass_on_later(self, frame: Frame, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        self._pass_on(frame)

    def _pass_on(self, frame: Frame) -> None:
        if self.connection is not None and is_for_kernel(frame):
            self.connection.pass_on(frame)

    def send_parts(self, channel: str, parts: Sequence[bytes]) -> None:
        """Send the page a kernel's message."""
        try:
            self.write_message(write_frame(channel, parts), binary=True)
        except FrameError as fault:
            self.refuse(fault.refusal)

    def write_message(self, message: Any, binary: bool = False) -> Any:
        """Send the page a frame, unless too much waits behind the one that is being sent."""
        if self._refused:
            return None
        size = len(message) + _FRAME_OVERHEAD_BYTES
        behind = self._waiting_bytes - self._waiting[0] + size if self._waiting else 0
        if behind > MOST_WAITING.value:
            self.refuse(Refusal.TOO_SLOW)
            return None
        try:
            sending = super().write_message(message, binary)
        except WebSocketClosedError:
            return None
        self._waiting.append(size)
        self._waiting_bytes += size
        sending.add_done_callback(self._note_sent)
        return sending

    def _note_sent(self, sending: asyncio.Future[None]) -> None:
        self._waiting_bytes -= self._waiting.popleft()
        # Asked for, so that asyncio does not tell the log that a visitor has left.
        if not sending.cancelled():
            sending.exception()

    def refuse(self, refusal: Refusal) -> None:
        """End the connection and tell the page why; the kernel stays until its page goes."""
        self._refused = True
        self.close(POLICY_VIOLATED, refusal)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002 - tornado's
        """End with the status alone: no script can read more of a socket that does not open.

        Jupyter would look for a page's template and trace back, in the log, that it finds none.
        """
        self.set_header("Cache-Control", "no-store")
        self.finish()

    def on_close(self) -> None:
        """Leave the line and the kernel's channels."""
        self._line.leave(self)
        super().on_close()  # type: ignore[no-untyped-call]


def is_for_kernel(frame: Frame) -> bool:
    """Tell whether a message is one that pages may send; others are dropped without a word."""
    kind = frame.header.get("msg_type")
    if frame.channel != PAGE_CHANNEL or kind not in PAGE_MESSAGES:
        return False
    return kind != "comm_open" or frame.content.get("target_name") in COMM_TARGETS
