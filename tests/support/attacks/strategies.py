"""Messages that no program of ours sends, for Hypothesis to choose among."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck
from hypothesis import strategies as st

from support.attacks.hostile import Door, Headers, render_request

# ---- HTTP ---------------------------------------------------------------------------------------

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get")
ODD_HEADERS = (
    ("Content-Length", "-1"),
    ("Content-Length", "99999999999999999999"),
    ("Content-Length", "1, 2"),
    ("Content-Length", "0x10"),
    ("Content-Length", "+5"),
    ("Content-Length", "٥"),
    ("Content-Type", "multipart/form-data; boundary=" + "x" * 300),
    ("Content-Type", "multipart/form-data"),
    ("Content-Type", "application/x-www-form-urlencoded; charset=nope"),
    ("Content-Encoding", "gzip"),
    ("Transfer-Encoding", "chunked, gzip"),
    ("Transfer-Encoding", "identity"),
    ("Expect", "200-maybe"),
    ("Range", "bytes=5-1"),
    ("Range", "bytes=-99999999999999999999"),
    ("Range", "bytes=0-,0-,0-,0-"),
    ("If-None-Match", '"' * 99),
    ("If-Modified-Since", "Tue, 99 Foo 99999 99:99:99 GMT"),
    ("Accept-Encoding", "br;q=, gzip;q=1e999, *;q=x"),
    ("Cookie", 'a="; lachan-staff=2|1:0|10:x; =;;; lachan-thi=\x00'),
    ("Cookie", "lachan-xsrf=2|zz|zz|1; _xsrf=" + "a" * 900),
    ("Origin", "http://[::1"),
    ("Origin", "null"),
    ("Origin", "https://ke-gian.example"),
    ("Referer", "http://[::1"),
    ("X-Forwarded-For", "','"),
    ("X-Real-IP", "999.999.999.999"),
    ("X-Forwarded-Proto", "gopher"),
    ("X-XSRFToken", "2|"),
    ("Upgrade", "websocket"),
    ("Connection", "upgrade, close, keep-alive"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "x"),
    ("Sec-Fetch-Site", "same-origin"),
    ("X-Lachan", "1"),
    ("X-Lachan-Seat", "x" * 200),
    ("Accept-Language", "vi" * 500),
)
JSON_OF_OURS: Headers = (("X-Lachan", "1"), ("Content-Type", "application/json"))
ODD_SPELLINGS = (
    *("%", "%0", "%zz", "%00", "%ff", "%c0%af", "%ed%a0%80", "%0d%0aX-A:%20b", "%2e%2e%2f"),
    *("..", "//", "/./", ";a=b", "\\", "*", "?", "?a=%ff", "?a[]=1&a=2", "?" + "&" * 200),
    *("?_xsrf=2|&next=//ke-gian.example", "ế", "x" * 900),
)
ODD_BODIES = (
    *(b"", b"{}", b"[]", b"null", b"{", b"\xff\xfe", b"[" * 2000, b'{"code": {"a": []}}'),
    *(b'{"response": 1e999}', b'{"a": "\\ud800"}', b"--x\r\n\r\n--x--", b"a=%ff&_xsrf=2|"),
    *(b'{"answers": [{"item": "\\u0000", "seq": 1, "value": {}}]}', b"passcode=" + b"%00" * 99),
)
BROKEN_CHUNKS = (
    *(b"zz\r\nab\r\n0\r\n\r\n", b"-1\r\n\r\n", b"5\r\nab\r\n0\r\n\r\n", b"ffffffffffffffff\r\n"),
    *(b"2;x=" + b"y" * 500 + b"\r\nab\r\n0\r\n\r\n", b"2\nab\n0\n\n", b"0\r\nX: y\r\n\r\n"),
)


# One run draws what the last one drew, and nothing is kept beside the tests.
DRAWN_ALIKE: dict[str, Any] = {
    "database": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
}


@dataclass(frozen=True)
class Malformed:
    """A request to any address that is wrong in some way, or only half there.

    Attributes
    ----------
    complete
        Whether the server has all that it may expect.
    spelling
        What is added to the path.
    swap, cut
        A byte to put in some place, and where the request ends.
    """

    method: str
    headers: Headers = ()
    body: bytes = b""
    complete: bool = True
    spelling: str = ""
    swap: tuple[int, int] | None = None
    cut: int | None = None

    def render(self, door: Door, path: str) -> bytes:
        """Return the bytes of the request for one address."""
        data = render_request(door, self.method, path + self.spelling, self.headers, self.body)
        if self.swap is not None:
            place, byte = self.swap[0] % len(data), self.swap[1]
            data = data[:place] + bytes([byte]) + data[place + 1 :]
        return data if self.cut is None else data[: self.cut % (len(data) - 2)]


def malformed_requests() -> st.SearchStrategy[Malformed]:
    """Return requests that are wrong in one of six ways."""
    methods, bodies = st.sampled_from(METHODS), st.sampled_from(ODD_BODIES) | st.binary(max_size=99)
    headers = st.lists(st.sampled_from(ODD_HEADERS), min_size=1, max_size=4).map(tuple)
    chunked = st.just((("Transfer-Encoding", "chunked"),))
    numbers = st.integers(0, 5000)
    half = st.just(False)
    return st.one_of(
        # What announces a body that does not come is only half there.
        st.builds(Malformed, methods, headers, complete=half),
        st.builds(Malformed, methods, spelling=st.sampled_from(ODD_SPELLINGS)),
        st.builds(Malformed, st.sampled_from(METHODS[2:6]), st.just(JSON_OF_OURS), bodies),
        st.builds(
            Malformed, st.just("POST"), chunked, st.sampled_from(BROKEN_CHUNKS), complete=half
        ),
        st.builds(
            Malformed,
            st.sampled_from(("GET", "POST")),
            swap=st.tuples(numbers, st.integers(0, 255)),
            complete=half,
        ),
        st.builds(Malformed, st.just("GET"), cut=numbers, complete=half),
    )


# ---- Websocket frames ---------------------------------------------------------------------------


def render_frame(
    payload: bytes,
    opcode: int = 2,
    *,
    final: bool = True,
    reserved: int = 0,
    masked: bool = True,
    announced: int | None = None,
) -> bytes:
    """Return a frame after RFC 6455, section 5.2, as wrong as its parts.

    Parameters
    ----------
    announced
        The length that the frame claims; None for its payload's own.
    """
    size = len(payload) if announced is None else announced
    first = (0x80 if final else 0) | (reserved << 4) | opcode
    mask = 0x80 if masked else 0
    if size < 126:
        head = struct.pack("!BB", first, mask | size)
    elif size < 1 << 16:
        head = struct.pack("!BBH", first, mask | 126, size)
    else:
        head = struct.pack("!BBQ", first, mask | 127, size)
    # A mask of noughts leaves the payload as it is.
    return head + (b"\0" * 4 if masked else b"") + payload


def frames() -> st.SearchStrategy[bytes]:
    """Return frames of every kind, most of them against the rules."""
    return st.builds(
        render_frame,
        st.binary(max_size=300) | messages().map(lambda text: text.encode("utf-8", "replace")),
        st.integers(0, 15),
        final=st.booleans(),
        reserved=st.sampled_from((0, 0, 0, 1, 2, 4, 7)),
        masked=st.sampled_from((True, True, True, False)),
        announced=st.none() | st.sampled_from((0, 1, 125, 126, 1 << 16, 1 << 40, (1 << 63) - 1)),
    )


def binary_parts() -> st.SearchStrategy[bytes]:
    """Return payloads that begin with a table of offsets, in either of Jupyter's formats."""
    numbers = st.lists(st.integers(0, 400) | st.sampled_from((1 << 31, 1 << 62)), max_size=9)

    def pack(width: str, count: int, offsets: list[int], rest: bytes) -> bytes:
        most = (1 << (8 * struct.calcsize(width))) - 1
        table = (min(number, most) for number in (count, *offsets))
        return b"".join(struct.pack(width, number) for number in table) + rest

    counts = st.integers(0, 12) | st.sampled_from((1 << 31, (1 << 64) - 1))
    return st.builds(pack, st.sampled_from(("<Q", "!I")), counts, numbers, st.binary(max_size=200))


# ---- Messages -----------------------------------------------------------------------------------

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=8,
)
"""Anything that JSON can say, and the numbers that only Python's says."""

KINDS = ("comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request")


def messages() -> st.SearchStrategy[str]:
    """Return texts that look like Jupyter's messages, with anything in their fields."""
    header = st.fixed_dictionaries(
        {"msg_type": st.sampled_from((*KINDS, "execute_request")) | VALUES},
        optional={"msg_id": VALUES, "session": VALUES, "version": VALUES},
    )
    content = st.fixed_dictionaries(
        {},
        optional={
            "comm_id": VALUES,
            "target_name": st.just("jupyter.widget") | VALUES,
            "data": st.fixed_dictionaries(
                {}, optional={"method": VALUES, "state": VALUES, "buffer_paths": VALUES}
            ),
        },
    )
    whole = st.fixed_dictionaries(
        {"header": header | VALUES, "content": content | VALUES},
        optional={
            "channel": st.sampled_from(("shell", "control", "stdin", "iopub")) | VALUES,
            "parent_header": VALUES,
            "metadata": VALUES,
            "buffers": VALUES,
        },
    )
    return (whole | VALUES).map(json.dumps)
