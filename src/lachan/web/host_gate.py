"""Refuses what is asked under a name that is not this server's, or from no possible origin."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)

from lachan.domain.hosts import is_origin, read_host_header

# RFC 9110, section 15.5.20.
MISDIRECTED = ResponseStartLine("HTTP/1.1", 421, "Misdirected Request")
BAD_REQUEST = ResponseStartLine("HTTP/1.1", 400, "Bad Request")
NO_ORIGIN = "Yêu cầu này không đến từ một trình duyệt.\n"


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
        if host is not None and not self._answers_to(host):
            self._refuse(MISDIRECTED, render_refusal(host), start_line)
        elif not is_origin(headers.get("Origin", "null")):
            # Nobody behind needs to be ready for what no browser sends.
            self._refuse(BAD_REQUEST, NO_ORIGIN, start_line)
        else:
            return self._behind.headers_received(start_line, headers)
        return None

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """Hand a piece of the body on; of a refused request it is dropped."""
        return None if self._refused else self._behind.data_received(chunk)

    def finish(self) -> None:
        """Hand the end on.

        A refusal ends here too and not when it is written: a connection that is closed while its
        request still comes is lost for the next visitor whom a proxy gives it to.
        """
        if self._refused:
            self._connection.finish()
        else:
            self._behind.finish()

    def on_connection_close(self) -> None:
        """Hand the loss of the connection on."""
        if not self._refused:
            self._behind.on_connection_close()

    def _refuse(
        self,
        answer: ResponseStartLine,
        words: str,
        asked: RequestStartLine | ResponseStartLine,
    ) -> None:
        self._refused = True
        text = words.encode()
        headers = HTTPHeaders(
            {
                "Content-Type": "text/plain; charset=UTF-8",
                "Content-Length": str(len(text)),
                "Content-Security-Policy": "default-src 'none'",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "no-store",
            }
        )
        head = isinstance(asked, RequestStartLine) and asked.method == "HEAD"
        self._connection.write_headers(answer, headers, None if head else text)


def render_refusal(host: str) -> str:
    """Return what a visitor is told who asks for the server by the host of a ``Host`` header."""
    name = read_host_header(host) or "TÊN"
    return (
        "Máy chủ Lá Chắn không mở dưới tên này. Hãy vào bằng địa chỉ mà thầy cô hoặc ban tổ chức "
        "đưa.\nNgười phụ trách máy chủ: nếu đây đúng là tên của trường, hãy chạy lại với "
        f"--allow-host {name}\n"
    )
