"""Real TLS handshakes in memory, with a client as old as a test wants."""

from __future__ import annotations

import ssl
import warnings
from pathlib import Path


def make_client(certfile: Path, version: ssl.TLSVersion) -> ssl.SSLContext:
    """Return a client that speaks one version alone, and takes keys as short as it then did."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certfile)
    _speak_only(context, version)
    return context


def make_server(certfile: Path, keyfile: Path, version: ssl.TLSVersion) -> ssl.SSLContext:
    """Return a server that speaks one version alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certfile, keyfile)
    _speak_only(context, version)
    return context


def allow_old_keys(context: ssl.SSLContext) -> None:
    """Leave the refusal of an old version to the context's lowest version alone."""
    context.set_ciphers("ALL:@SECLEVEL=0")


def shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, name: str = "localhost") -> str:
    """Return the version that both speak; raises `ssl.SSLError` where there is none."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(to_client, to_server, server_hostname=name),
        server.wrap_bio(to_server, to_client, server_side=True),
    ]
    waiting = list(ends)
    while waiting:
        waiting = [end for end in waiting if not _is_done(end)]
    version = ends[0].version()
    assert version is not None
    return version


def _is_done(end: ssl.SSLObject) -> bool:
    try:
        end.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True


def _speak_only(context: ssl.SSLContext, version: ssl.TLSVersion) -> None:
    with warnings.catch_warnings():
        # Python warns of the old versions, which are what is tried here.
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = version
        context.maximum_version = version
    allow_old_keys(context)
