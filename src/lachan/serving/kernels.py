"""The kernel's own addresses: what a page needs of its kernel, and no more."""

from __future__ import annotations

import logging

from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, RequestHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from lachan.serving.pages import SiteHandler

log = logging.getLogger(__name__)

# What widgets say to their kernel. Voilà lets `shutdown_request` through as well; our pages end
# their kernel by the farewell alone.
PAGE_MESSAGES = (
    "comm_open",
    "comm_close",
    "comm_msg",
    "comm_info_request",
    "kernel_info_request",
)

BINARY_PROTOCOL = "v1.kernel.websocket.jupyter.org"

# "Received data that violates policy", RFC 6455 section 7.4.1.
_NO_MESSAGE = 1008

PUPIL = User(username="hoc-sinh", name="Học sinh", display_name="Học sinh", initials="HS")


class NobodyIdentity(IdentityProvider):
    """Everyone is the same nobody: pages set no cookie and remember no visitor."""

    def get_user(self, handler: RequestHandler) -> User:  # noqa: ARG002
        """Return the one user there is; what staff may do is decided by the staff session."""
        return PUPIL

    @property
    def auth_enabled(self) -> bool:
        """Tell Jupyter's handlers that they have nobody to check."""
        return False


class KernelModelHandler(KernelHandler):
    """Tells a page about its kernel; the kernel's id, never listed, is what gives the right."""

    async def delete(self, kernel_id: str) -> None:  # noqa: ARG002
        """Refuse: kernels end through the page's own farewell."""
        raise HTTPError(405)


class PageSocketHandler(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """Carries the widgets' messages; what is no message ends the connection, not in a traceback."""

    def on_message(self, message: str | bytes) -> None:
        """Hand a message on; Jupyter drops the kinds that `PAGE_MESSAGES` does not list."""
        if isinstance(message, bytes) and not holds_its_parts(message, self.selected_subprotocol):
            self.close(_NO_MESSAGE, "no message")
            return
        try:
            super().on_message(message)
        except Exception as fault:
            # Jupyter takes messages apart without checking them, so the fault can be any.
            log.debug("Bỏ một tin không đọc được: %s", type(fault).__name__)
            self.close(_NO_MESSAGE, "no message")


def holds_its_parts(frame: bytes, subprotocol: str | None) -> bool:
    """Tell whether a binary frame is long enough for the table of parts that it announces.

    Jupyter believes the count and walks the table, so that one frame of eight bytes would stop
    the server for good. The binary protocol counts in eight bytes and writes eight an offset;
    messages with buffers, in four and four.
    """
    if subprotocol == BINARY_PROTOCOL:
        count, width = int.from_bytes(frame[:8], "little"), 8
    else:
        count, width = int.from_bytes(frame[:4], "big", signed=True), 4
    return 0 < count <= len(frame) // width


class FarewellHandler(SiteHandler):
    """Ends a kernel when its page goes; sent as a beacon, which can carry no header."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel; one that has already gone is no fault."""
        manager = self.settings["kernel_manager"]
        if kernel_id in manager:
            await ensure_async(manager.shutdown_kernel(kernel_id, now=True))
        self.set_status(204)
        self.finish()
