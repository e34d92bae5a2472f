"""Files of the room: compressed once, under addresses that name their content."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

import brotli

HASH_DIGITS = 16

# Fonts are compressed already.
_TEXT_TYPES = ("text/", "image/svg+xml", "application/json")
_ACCEPTED = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q=([\d.]+)\s*)?")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file's bytes, plain and compressed."""

    media_type: str
    plain: bytes = field(repr=False)
    packed: dict[str, bytes] = field(repr=False)

    @property
    def digest(self) -> str:
        """The first hex digits of the SHA-256 of the plain bytes."""
        return sha256(self.plain).hexdigest()[:HASH_DIGITS]

    def encode_for(self, accepted: str) -> tuple[str, bytes]:
        """Return the encoding to name and the bytes to send; "" is no encoding.

        Parameters
        ----------
        accepted
            The request's ``Accept-Encoding``.
        """
        for encoding in ("br", "gzip"):
            if encoding in self.packed and encoding in _find_accepted(accepted):
                return encoding, self.packed[encoding]
        return "", self.plain


def make_asset(media_type: str, plain: bytes) -> Asset:
    """Return a file, compressed as far as it goes where it is text."""
    if not media_type.startswith(_TEXT_TYPES):
        return Asset(media_type, plain, {})
    packed = {"br": brotli.compress(plain), "gzip": gzip.compress(plain, 9, mtime=0)}
    return Asset(media_type, plain, packed)


@dataclass(slots=True)
class AssetShelf:
    """All files of the room by the name in their address, such as ``phong-thi.0f1e….js``."""

    _files: dict[str, Asset] = field(default_factory=dict)

    def add(self, name: str, asset: Asset) -> str:
        """Keep a file; return its name with the digest in it."""
        stem, _, suffix = name.rpartition(".")
        hashed = f"{stem}.{asset.digest}.{suffix}"
        self._files[hashed] = asset
        return hashed

    def find(self, hashed: str) -> Asset | None:
        """Return the file of that name, or None."""
        return self._files.get(hashed)

    def names(self) -> Iterable[str]:
        """Return all names."""
        return self._files.keys()


def _find_accepted(header: str) -> set[str]:
    found = (_ACCEPTED.fullmatch(each) for each in header.lower().split(","))
    return {each[1] for each in found if each and float(each[2] or 1) > 0}
