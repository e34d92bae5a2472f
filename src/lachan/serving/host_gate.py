"""Refuses what is asked of this server under a name that is not its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)

from lachan.domain.hosts import read_host_header

# "Misdirected Request", RFC 9110 section 15.5.20.
STATUS = 421


class HostGate(HTTPMessageDelegate):
    """Stands before the whole application, so that no handler, old or new, can be reached past it.

    Parameters
    ----------
    behind
        What takes the request where its ``Host`` is right.
    answers_to
        Tells whether a ``Host`` is right.
    """

    def __init__(
        self,
        behind: HTTPMessageDelegate,
        connection: HTTPConnection,
        answers_to: Callable[[str], bool],
    ) -> None:
        self._behind = behind
        self._connection = connection
        self._answers_to = answers_to
        self._refused = False

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        """Hand the request on, or answer it here."""
        host = headers.get("Host")
        # No browser leaves it out. Where HTTP itself demands it, the application refuses.
        if host is None or self._answers_to(host):
            return self._behind.headers_received(start_line, headers)
        self._refused = True
        self._refuse(host, with_body=getattr(start_line, "method", "GET") != "HEAD")
        return None

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """Hand a piece of the body on."""
        return None if self._refused else self._behind.data_received(chunk)

    def finish(self) -> None:
        """Hand the end on."""
        if not self._refused:
            self._behind.finish()

    def on_connection_close(self) -> None:
        """Hand the loss of the connection on."""
        if not self._refused:
            self._behind.on_connection_close()

    def _refuse(self, host: str, *, with_body: bool) -> None:
        text = render_refusal(host).encode()
        headers = HTTPHeaders(
            {
                "Content-Type": "text/plain; charset=UTF-8",
                "Content-Length": str(len(text)),
                "Content-Security-Policy": "default-src 'none'",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "no-store",
            }
        )
        line = ResponseStartLine("HTTP/1.1", STATUS, "Misdirected Request")
        self._connection.write_headers(line, headers, text if with_body else None)
        self._connection.finish()


def render_refusal(host: str) -> str:
    """Return what a visitor is told who asks for the server by the host of a ``Host`` header."""
    name = read_host_header(host) or "TÊN"
    return (
        "Máy chủ Lá Chắn không mở dưới tên này. Hãy vào bằng địa chỉ mà thầy cô hoặc ban tổ chức "
        "đưa.\nNgười phụ trách máy chủ: nếu đây đúng là tên của trường, hãy chạy lại với "
        f"--allow-host {name}\n"
    )
