"""Certificates made for one test by OpenSSL's own command."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pair:
    certfile: Path
    keyfile: Path

    def trust(self) -> ssl.SSLContext:
        """Return what a visitor needs to believe this certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certfile))


def make_pair(folder: Path, *, passphrase: str = "", dates: tuple[str, str] = ("", "")) -> Pair:
    """Make a certificate for ``localhost`` that signs itself.

    `dates` are its first and last moment as OpenSSL reads them (``20200101000000Z``); left out,
    it holds for two days.
    """
    openssl = shutil.which("openssl")
    assert openssl, "openssl is missing: apt-get install openssl"
    folder.mkdir(parents=True, exist_ok=True)
    pair = Pair(folder / "chung-chi.pem", folder / "khoa.pem")
    secret = ("-passout", f"pass:{passphrase}") if passphrase else ("-nodes",)
    command = [
        *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
        *secret,
        *("-keyout", str(pair.keyfile), "-out", str(pair.certfile)),
        *(("-not_before", dates[0], "-not_after", dates[1]) if all(dates) else ("-days", "2")),
        *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    return pair
