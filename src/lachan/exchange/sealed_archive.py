"""Papers on their way to a school: one file that only the passphrase opens.

The container is age (https://age-encryption.org/v1) with a scrypt passphrase, which the `age`
program opens too; inside is a tar archive. Seals differ each time they are made, since age draws
a new key; what is inside is the same bytes for the same files.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping
from pathlib import PurePosixPath

import pyrage

from lachan.errors import LachanError
from lachan.limits.files import LARGEST_SEALED_FILE, MOST_SEALED_FILES, SHORTEST_PASSPHRASE
from lachan.text import to_nfc

_AGE_MARK = b"age-encryption.org/v1\n"


class SealError(LachanError):
    """An archive cannot be sealed or opened."""


def seal_files(files: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return the sealed archive of files named by relative paths.

    Raises
    ------
    SealError
        If the passphrase is too short to keep a paper secret.
    """
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE.value:
        raise SealError(
            f"Mật khẩu niêm phong cần ít nhất {SHORTEST_PASSPHRASE.spelled}; "
            "một câu bốn, năm từ không liên quan nhau vừa dễ nhớ vừa khó đoán."
        )
    sealed: bytes = pyrage.passphrase.encrypt(_pack(files), to_nfc(passphrase))
    return sealed


def open_files(sealed: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the files in a sealed archive.

    Raises
    ------
    SealError
        If the passphrase is wrong, or the archive was changed or is none of ours.
    """
    if not sealed.startswith(_AGE_MARK):
        raise SealError("Tệp này không phải gói niêm phong của bộ đề (.age).")
    try:
        packed = pyrage.passphrase.decrypt(sealed, to_nfc(passphrase))
    except pyrage.DecryptError as error:
        raise SealError(
            "Không mở được gói niêm phong: sai mật khẩu, hoặc tệp đã bị sửa. Hãy gõ lại mật khẩu "
            "(phân biệt chữ hoa, dấu và khoảng trắng); vẫn không được thì chép lại tệp từ bản gốc."
        ) from error
    try:
        return _unpack(packed)
    except tarfile.TarError as error:
        raise SealError("Bên trong gói niêm phong không phải là một bộ đề.") from error


def _pack(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(files):
            # TarInfo's own values are time 0, user and group 0 without names.
            entry = tarfile.TarInfo(name)
            entry.size = len(files[name])
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(files[name]))
    return out.getvalue()


def _unpack(packed: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
        for entry in archive:
            _check(entry)
            if (
                len(files) >= MOST_SEALED_FILES.value
                or entry.size > LARGEST_SEALED_FILE.value
                or entry.name in files
            ):
                raise SealError(f"Gói niêm phong có tệp lạ hoặc lặp lại: {entry.name[:80]}")
            content = archive.extractfile(entry)
            files[entry.name] = content.read() if content else b""
    return files


def _check(entry: tarfile.TarInfo) -> None:
    """Refuse whatever could be written outside the folder that the archive is opened in."""
    path = PurePosixPath(entry.name)
    plain = entry.isreg() and not path.is_absolute() and entry.name == path.as_posix()
    if not plain or ".." in path.parts or "\\" in entry.name or ":" in entry.name:
        raise SealError(f"Gói niêm phong có đường dẫn không an toàn: {entry.name[:80]}")
