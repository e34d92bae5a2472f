"""Office files are zip archives; written anew with fixed times, they have stable bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

# The earliest time a zip entry can carry.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(archive: bytes) -> bytes:
    """Return the same archive with every entry's time set to the epoch of zip files."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
