"""The kernel's own addresses: what a page needs of its kernel, and no more."""

from __future__ import annotations

from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, RequestHandler

from lachan.serving.pages import SiteHandler

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


class KernelModelHandler(SiteHandler, KernelHandler):
    """Tells a page about its kernel; the kernel's id, never listed, is what gives the right."""

    async def delete(self, kernel_id: str) -> None:  # noqa: ARG002
        """Refuse: kernels end through the page's own farewell."""
        raise HTTPError(405)


class FarewellHandler(SiteHandler):
    """Ends a kernel when its page goes; sent as a beacon, which can carry no header."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel; one that has already gone is no fault."""
        manager = self.settings["kernel_manager"]
        if kernel_id in manager:
            await ensure_async(manager.shutdown_kernel(kernel_id, now=True))
        self.set_status(204)
        self.finish()
