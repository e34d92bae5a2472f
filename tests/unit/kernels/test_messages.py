from __future__ import annotations

import socket
import threading

from lachan.kernels.messages import ForkRequest, receive_message, send_message


def test_message_comes_through_whole() -> None:
    request = ForkRequest(["-f", "tệp.json"], {"TÊN": "giá trị\n" * 50_000}, "/")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sender = threading.Thread(target=send_message, args=(ours, request.to_message()))
        sender.start()
        received = receive_message(theirs)
        sender.join()
    assert received is not None
    assert ForkRequest(**received) == request


def test_end_of_the_other_side_is_none() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            ours.sendall(b"\0\0\0\x10half")
        assert receive_message(theirs) is None
