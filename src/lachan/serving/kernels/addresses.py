"""The kernel's own addresses: what a page needs of its kernel, and no more."""

from __future__ import annotations

import json

from jupyter_client.jsonutil import json_default
from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError, RequestHandler

from lachan.serving.pages import SiteHandler, comes_from_here

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


class KernelModelHandler(SiteHandler):
    """Tells a page about its kernel; the kernel's id, never listed, is what gives the right."""

    def get(self, kernel_id: str) -> None:
        """Send what Jupyter's front ends want to know of a kernel."""
        manager = self.settings["kernel_manager"]
        if kernel_id not in manager:
            raise HTTPError(404)
        model = manager.kernel_model(kernel_id)
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps(model, default=json_default))


class FarewellHandler(SiteHandler):
    """Ends a kernel when its page goes; sent as a beacon, which can carry no header."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel for a page of this server; one that has already gone is no fault."""
        if not comes_from_here(self.request):
            raise HTTPError(403)
        manager = self.settings["kernel_manager"]
        if kernel_id in manager:
            await ensure_async(manager.shutdown_kernel(kernel_id, now=True))
        self.set_status(204)
        self.finish()
