"""Where and how a server listens: address, port, HTTPS, what lies in front of it."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from weakref import WeakSet

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPMessageDelegate
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets

from lachan.domain.hosts import is_address, is_local_host, read_host_header
from lachan.errors import LachanError
from lachan.limits.requests import BODY_TIME, IDLE_CONNECTION, LARGEST_HEADERS
from lachan.os_words import describe_os_error
from lachan.web.address import DEFAULT_PORT
from lachan.web.host_gate import HostGate
from lachan.web.network import find_machine_names

PORTS_TRIED = 50
# Thousands may come in the second in which a contest opens; the system caps it at somaxconn.
BACKLOG = 4096
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_BASE_URL = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")


class PortError(LachanError):
    """No port could be opened."""


class BaseUrlError(LachanError):
    """The base address is not a path."""


class HostNameError(LachanError):
    """What should be a name of the server is none."""


class NetworkError(LachanError):
    """What should name proxies is no address and no network."""


@dataclass(frozen=True, slots=True)
class Listening:
    """How the operator wants a server to listen.

    Attributes
    ----------
    host
        Address to listen on; the default is reachable from this machine only.
    port
        Port to listen on; where it is taken, the next free one; 0 for any free one.
    base_url
        Path below which everything lies; begins and ends with a slash.
    tls
        What HTTPS is served with; None for HTTP.
    behind_proxy
        Whether a proxy on this machine tells the visitor's address and protocol.
    proxies
        Where proxies on other machines are that tell it.
    names
        Further names under which visitors ask for this server, in small letters.
    """

    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    base_url: str = "/"
    tls: ssl.SSLContext | None = None
    behind_proxy: bool = False
    proxies: tuple[Network, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def http_server(self) -> type[ListeningServer]:
        """The class of the server: it knows its names, and believes these proxies, or nobody."""
        return type("SchoolServer", (ListeningServer,), {"listening": self})

    def answers_to(self, host: str) -> bool:
        """Tell whether the server is meant to be asked for under the host of a ``Host`` header.

        A page of another site may let its own name lead to this machine ("DNS rebinding") and
        would then be taken for one of ours. It cannot do so without a name, so that any address
        is right, whichever network the visitor comes from.
        """
        name = read_host_header(host)
        if is_address(name) or is_local_host(name):
            return True
        if name in self.names or name == self.host.lower():
            return bool(name)
        return not is_local_host(self.host) and name in find_machine_names()

    @property
    def alone(self) -> bool:
        """Whether only this machine comes in, and by no proxy."""
        return is_local_host(self.host) and not (self.behind_proxy or self.proxies)

    def open_sockets(self) -> list[socket.socket]:
        """Bind the port asked for or the next free one.

        Raises
        ------
        PortError
            If no port could be opened.
        """
        last = self.port + (PORTS_TRIED if self.port else 1)
        for port in range(self.port, min(last, 65536)):
            try:
                return bind_sockets(port, self.host, backlog=BACKLOG)
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise PortError(
                        f"Không mở được địa chỉ {self.host}: {describe_os_error(error)}."
                    ) from error
        raise PortError(
            f"Không mở được cổng nào từ {self.port} đến {last - 1} trên {self.host}. "
            "Hãy chọn cổng khác bằng --port."
        )


class ListeningServer(HTTPServer):
    """Answers to its own names only, and believes ``X-Real-IP`` and ``X-Forwarded-*`` of proxies.

    Tornado would believe them of whoever connects, so that a visitor who goes around the proxy
    could take a new address for every guess at the passcode.
    """

    listening: Listening

    def initialize(self, *args: Any, **kwargs: Any) -> None:
        """Take what Tornado's server takes; how long it waits is the same wherever it listens."""
        bounds: dict[str, Any] = {
            "max_header_size": LARGEST_HEADERS.value,
            "idle_connection_timeout": IDLE_CONNECTION.value,
            "body_timeout": BODY_TIME.value,
        }
        super().initialize(*args, **(bounds | kwargs))
        self._streams: WeakSet[IOStream] = WeakSet()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Remember the connection, whatever becomes of it: tornado forgets websockets."""
        self._streams.add(stream)
        super().handle_stream(stream, address)

    def hang_up(self) -> None:
        """Listen no more, and end every connection that came in here."""
        self.stop()
        for stream in tuple(self._streams):
            stream.close()

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        """Read the headers only where the other end is this machine or a named proxy."""
        peer: str = request_conn.context.remote_ip  # type: ignore[attr-defined]
        near = self.listening.behind_proxy or self.listening.proxies
        self.xheaders = bool(near) and (
            is_local_host(peer) or is_within(peer, self.listening.proxies)
        )
        delegate = super().start_request(server_conn, request_conn)
        return HostGate(delegate, request_conn, self.listening.answers_to)


def is_within(address: str, networks: Iterable[Network]) -> bool:
    """Tell whether an address, as a socket gives it, lies in one of the networks."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        # A connection through a socket in the file system has no address.
        return False
    return any(found in network for network in networks)


def parse_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return names such as ``lachan.truong.edu.vn`` in small letters.

    Raises
    ------
    HostNameError
        Where a text is no name: it has a port, a path or letters with marks.
    """
    return tuple(map(_parse_name, texts))


def _parse_name(text: str) -> str:
    name = read_host_header(text.strip())
    if not name or ":" in text:
        raise HostNameError(
            f"--allow-host {text}: cần tên máy chủ như người xem gõ, không có http://, cổng hay "
            "đường dẫn; ví dụ lachan.truong.edu.vn."
        )
    return name


def parse_networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Return addresses and networks such as ``10.0.0.0/24``.

    Raises
    ------
    NetworkError
        Where a text is neither.
    """
    return tuple(map(_parse_network, texts))


def _parse_network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text.strip())
    except ValueError:
        raise NetworkError(
            f"“{text}” không phải địa chỉ hay mạng; cần dạng 10.0.0.5 hoặc 10.0.0.0/24."
        ) from None


def parse_base_url(text: str) -> str:
    """Return a base address with a slash at both ends.

    Raises
    ------
    BaseUrlError
        If `text` is not a path of plain letters, digits and ``-._~``.
    """
    path = f"/{text.strip('/')}/" if text.strip("/") else "/"
    if not _BASE_URL.fullmatch(path):
        raise BaseUrlError(
            f"--base-url {text}: cần một đường dẫn gồm chữ không dấu, số và các dấu - . _ ~, "
            "ví dụ /lachan-truong/."
        )
    return path
