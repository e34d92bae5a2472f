"""What of a kernel's words a page may hear: how a fault came about is for the log."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from lachan.web.incidents import log_incident

log = logging.getLogger(__name__)

# Header, parent, metadata, content; buffers follow.
CONTENT = 3

# Nearly all messages are of other kinds and need not be read.
WATCHED = (b'"execute_input"', b'"stream"', b'"error"')


def find_for_page(parts: Sequence[bytes]) -> Sequence[bytes] | None:
    """Return a message as the page gets it; None for one that is not for pages.

    Code that is run is not told (``execute_input``), nor what a kernel writes to its standard
    error. Of a widget's fault the page learns its incident code, without the lines of code and
    the folders that a traceback names.
    """
    header = bytes(parts[0])
    if not any(word in header for word in WATCHED):
        return parts
    match _read(header).get("msg_type"):
        case "execute_input":
            return None
        case "stream":
            return None if _read(bytes(parts[CONTENT])).get("name") == "stderr" else parts
        case "error":
            return [
                *parts[:CONTENT],
                _tell_fault(_read(bytes(parts[CONTENT]))),
                *parts[CONTENT + 1 :],
            ]
    return parts


def _tell_fault(content: dict[str, Any]) -> bytes:
    what = f"{content.get('ename', '')}: {content.get('evalue', '')}"
    incident = log_incident(log, f"trang đang mở: {what}")
    return json.dumps({"ename": "", "evalue": f"Sự cố {incident}", "traceback": []}).encode()


def _read(part: bytes) -> dict[str, Any]:
    read = json.loads(part)
    return read if isinstance(read, dict) else {}
