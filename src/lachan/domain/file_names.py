"""Names that come from a file and name a file: whether they are what they seem.

A manifest, an archive or a blueprint says where something is to lie; whoever wrote it may be a
stranger. What is no plain name is refused where it is read, and once more where it is written.
"""

from __future__ import annotations

import unicodedata

from lachan.limits.files import LONGEST_FILE_NAME, LONGEST_PATH

# Path marks of any system; a colon names a drive or a stream on Windows.
_MARKS = frozenset('/\\:*?"<>|')
# Devices of Windows, whatever stands after a dot.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}
)
# Control, format (which may turn the direction of what is shown), surrogate.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def is_file_name(name: object) -> bool:
    """Tell whether `name` is one plain name, of a file or a folder, on every system."""
    return (
        isinstance(name, str)
        and 0 < len(name) <= LONGEST_FILE_NAME.value
        and name not in (".", "..")
        and name[-1] not in " ."
        and name.partition(".")[0].lower() not in _DEVICES
        and not any(each in _MARKS or unicodedata.category(each) in _UNSEEN for each in name)
    )


def is_inner_path(path: object) -> bool:
    """Tell whether `path`, with forward slashes, leads from a folder to a place below it."""
    if not isinstance(path, str) or len(path) > LONGEST_PATH.value:
        return False
    return all(map(is_file_name, path.split("/")))
