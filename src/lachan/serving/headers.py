"""Security headers on every answer, whichever handler wrote it."""

from __future__ import annotations

import re

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


class SecurityHeaders(OutputTransform):
    """A transform rather than a base class, since Voilà's and Tornado's handlers share none."""

    def __init__(self, request: HTTPServerRequest) -> None:
        self._policy = content_security_policy(request.host)
        self._secure = request.protocol == "https"

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Set the headers; `finishing` tells whether this chunk is also the last."""
        headers["Content-Security-Policy"] = self._policy
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "SAMEORIGIN"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if self._secure:
            headers["Strict-Transport-Security"] = "max-age=31536000"
        headers.pop("Server", None)
        return status_code, headers, chunk


def content_security_policy(host: str) -> str:
    """Return the policy for pages asked for under `host`.

    Everything comes from the server itself, but for what Voilà's front end cannot do without:
    anywidget imports its modules from ``blob:`` addresses, JupyterLab's settings compile their
    schemas (``unsafe-eval``) and its widgets set inline styles. No inline script may run.
    """
    # Safari before 15.4 does not take 'self' to cover the server's own websocket.
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    directives = {
        "default-src": "'self'",
        "script-src": "'self' blob: 'unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{sockets}",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())
