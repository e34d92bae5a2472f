"""The door for the class's devices: opened and closed while a server for one machine runs.

Such a server listens to its own machine alone. An open door listens besides on each address of the
machine's networks, never on all addresses at once: bridges to containers stay shut, an address that
comes with another Wi-Fi is found, and closing takes nothing from who works on the machine itself.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from dataclasses import replace

from tornado.ioloop import PeriodicCallback

from lachan.domain.hosts import is_local_host
from lachan.web.address import EVERYWHERE
from lachan.web.listening import BACKLOG, Listening, ListeningServer
from lachan.web.network import find_network_addresses

log = logging.getLogger(__name__)

# How soon a machine that has joined a network is found by its devices.
LOOK_MS = 3_000

# What a server tells the one that it has started beside itself.
OPEN_WORD = b"mo\n"
CLOSE_WORD = b"dong\n"


class LanDoor:
    """Knows under which addresses other machines come in now.

    A server that was started for a network is open for good, and the door only tells its addresses.

    Parameters
    ----------
    listening
        How the server listens.
    find_addresses
        Tells the addresses of this machine's networks, the likeliest first.
    """

    def __init__(
        self,
        listening: Listening,
        find_addresses: Callable[[], tuple[str, ...]] = find_network_addresses,
    ) -> None:
        self.listening = listening
        self._find_addresses = find_addresses
        self._is_open = not is_local_host(listening.host)
        self._servers: dict[str, ListeningServer] = {}
        self._told: tuple[bool, tuple[str, ...]] | None = None
        self._listeners: list[Callable[[], object]] = []
        self._port = 0
        self._make_server: Callable[[Listening], ListeningServer] | None = None
        self._looking: PeriodicCallback | None = None
        self.hosts: tuple[str, ...] = ()
        self.refused: tuple[str, ...] = ()

    @property
    def movable(self) -> bool:
        """Whether it opens and closes: not where the operator chose an address or a proxy."""
        return self.listening.alone

    @property
    def is_open(self) -> bool:
        """Whether other machines may come in, be there a network or none."""
        return self._is_open

    def is_at(self, address: str) -> bool:
        """Tell whether the door listens on this address of the machine."""
        return address in self._servers

    def tell(self, listener: Callable[[], object]) -> None:
        """Call `listener` when the door begins, and whenever it or its addresses have changed."""
        self._listeners.append(listener)

    def begin(self, make_server: Callable[[Listening], ListeningServer], port: int) -> None:
        """Take what serves, and the port on which the server listens to its own machine.

        From now on the machine's networks are looked at again and again.
        """
        self._make_server = make_server
        self._port = port
        self._looking = PeriodicCallback(self.look, LOOK_MS)
        self._looking.start()
        self.look()

    def open(self) -> None:
        """Let other machines in, under every address there is and that comes.

        Raises
        ------
        ValueError
            Where the door does not move.
        """
        self._move(True)

    def close(self) -> None:
        """Let nobody in from other machines and end the connections of those who are.

        Raises
        ------
        ValueError
            Where the door does not move.
        """
        self._move(False)

    def obey(self, word: bytes) -> None:
        """Do what the server says that has started this one; any other word says nothing."""
        if self.movable and word in (OPEN_WORD, CLOSE_WORD):
            self._move(word == OPEN_WORD)

    def stop(self) -> None:
        """End with the server, in the middle of whatever is said."""
        for server in self._let_go():
            server.hang_up()

    async def end(self) -> None:
        """End with the server, once what has been asked is answered."""
        servers = self._let_go()
        for server in servers:
            server.stop()
        await asyncio.gather(*(server.close_all_connections() for server in servers))

    def look(self) -> None:
        """Listen where the machine is now, and no longer where it was."""
        found = self._find()
        if self.movable:
            found = self._listen_on(found)
        # A certificate is for a name: under a number each device would be warned.
        named = self.listening.names if self.listening.tls and found else ()
        self.hosts = (*named, *found)
        state = (self._is_open, self.hosts)
        if state != self._told:
            self._told = state
            for listener in self._listeners:
                listener()

    def _find(self) -> tuple[str, ...]:
        """Return the addresses under which other machines are to come in."""
        if not self._is_open:
            return ()
        if self.movable or self.listening.host in EVERYWHERE:
            return self._find_addresses()
        return (self.listening.host,)

    def _let_go(self) -> list[ListeningServer]:
        if self._looking is not None:
            self._looking.stop()
        servers = list(self._servers.values())
        self._servers.clear()
        return servers

    def _move(self, is_open: bool) -> None:
        if not self.movable:
            raise ValueError("this door does not move")
        self._is_open = is_open
        self.look()

    def _listen_on(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """Listen on these addresses and no others; return those on which it could be done."""
        for gone in self._servers.keys() - set(addresses):
            self._servers.pop(gone).hang_up()
        for address in addresses:
            if address not in self._servers:
                self._add(address)
        self.refused = tuple(each for each in addresses if each not in self._servers)
        return tuple(each for each in addresses if each in self._servers)

    def _add(self, address: str) -> None:
        if self._make_server is None:
            return
        try:
            opened = socket.create_server((address, self._port), backlog=BACKLOG)
        except OSError as error:
            if address not in self.refused:
                log.warning("Chưa mở được %s, cổng %d: %s", address, self._port, error.strerror)
            return
        # Who comes from a network may call this machine by its name there.
        server = self._make_server(replace(self.listening, host=EVERYWHERE[1]))
        opened.setblocking(False)
        server.add_socket(opened)
        self._servers[address] = server
