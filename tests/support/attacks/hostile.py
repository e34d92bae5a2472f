"""A client that speaks HTTP as no library lets one: every byte is the caller's."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

# What takes longer hangs; a page that is being drawn needs some seconds.
PATIENCE_S = 20.0

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Door:
    """Where a server listens, and the name that a visitor knows it by.

    Attributes
    ----------
    host, port
        What is connected to.
    name
        What stands in ``Host``.
    base
        The path below which the server lives, with a slash at both ends.
    source
        The address to come from; each of 127.0.0.0/8 is another visitor.
    """

    host: str
    port: int
    name: str
    base: str = "/"
    tls: ssl.SSLContext | None = None
    source: str = "127.0.0.1"

    @property
    def origin(self) -> str:
        """The origin of the server's own pages."""
        return f"{'https' if self.tls else 'http'}://{self.name}"


@dataclass(frozen=True)
class Answer:
    """What came back; names of headers are in small letters.

    `cookies` is what a browser would send back, of all that the answer sets.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: str = ""

    @property
    def text(self) -> str:
        return self.body.decode()


class Line:
    """One connection: anything may be sent, and answers are read one by one."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, data: bytes) -> None:
        """Send the bytes; a server that has already hung up is no fault of the sender."""
        try:
            self._connection.sendall(data)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            return

    def end(self) -> None:
        """Say that nothing more will be sent, where the connection can say so."""
        if not isinstance(self._connection, ssl.SSLSocket):
            try:
                self._connection.shutdown(socket.SHUT_WR)
            except OSError:
                return

    def hear(self, method: str = "GET") -> Answer | None:
        """Return the next answer, None where the server hangs up without one.

        Raises
        ------
        TimeoutError
            Where neither comes in time.
        """
        reply = http.client.HTTPResponse(self._connection, method=method)
        try:
            reply.begin()
            headers = {name.lower(): value for name, value in reply.getheaders()}
            told = reply.headers.get_all("Set-Cookie") or ()
            cookies = "; ".join(each.partition(";")[0] for each in told)
            return Answer(reply.status, headers, reply.read(), cookies)
        except (http.client.HTTPException, ConnectionError, ssl.SSLError):
            return None
        finally:
            reply.close()

    def hear_end(self, patience_s: float) -> None:
        """Wait until the server hangs up, whatever it says before.

        Raises
        ------
        TimeoutError
            Where it says nothing for so long and does not hang up.
        """
        self._connection.settimeout(patience_s)
        try:
            while self._connection.recv(4096):
                pass
        except (ConnectionError, ssl.SSLError):
            return


@contextmanager
def connect(door: Door) -> Iterator[Line]:
    """Open a connection until the block ends."""
    place, source = (door.host, door.port), (door.source, 0)
    with socket.create_connection(place, PATIENCE_S, source_address=source) as plain:
        if door.tls is None:
            yield Line(plain)
            return
        with door.tls.wrap_socket(plain, server_hostname=urlsplit(door.origin).hostname) as secure:
            yield Line(secure)


def render_request(
    door: Door,
    method: str,
    path: str,
    headers: Headers = (),
    body: bytes = b"",
    *,
    version: str = "HTTP/1.1",
    closing: bool = True,
) -> bytes:
    """Return a request whose path and headers stand in it exactly as given.

    ``Host`` and ``Content-Length`` are added where they are not among the headers; one of
    ``None`` bytes is left out by naming it with an empty value.
    """
    given = {name.lower() for name, _ in headers}
    lines = [f"{method} {path} {version}"]
    if "host" not in given:
        lines.append(f"Host: {door.name}")
    if closing and "connection" not in given:
        lines.append("Connection: close")
    if body and not given & {"content-length", "transfer-encoding"}:
        lines.append(f"Content-Length: {len(body)}")
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body


def ask(
    door: Door, method: str, path: str, headers: Headers = (), body: bytes = b""
) -> Answer | None:
    """Send one request on a connection of its own and return its answer."""
    with connect(door) as line:
        line.send(render_request(door, method, path, headers, body))
        return line.hear(method)


def be_answered(
    door: Door, method: str, path: str, headers: Headers = (), body: bytes = b""
) -> Answer:
    """Do as `ask` where a server that hangs up is a failure."""
    answer = ask(door, method, path, headers, body)
    assert answer is not None, "the server hung up"
    return answer


def send_raw(door: Door, data: bytes, *, complete: bool) -> Answer | None:
    """Send bytes that need be no request; return what comes, None where the server hangs up.

    A request that never becomes complete is followed by the end of the connection, or a server
    that rightly waits for the rest would seem to hang.
    """
    with connect(door) as line:
        line.send(data)
        if not complete:
            line.end()
            if door.tls is not None:
                return None
        return line.hear()
