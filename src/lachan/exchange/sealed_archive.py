"""Papers on their way to a school: one file that only the passphrase opens.

The container is age (https://age-encryption.org/v1) with a scrypt passphrase, which the `age`
program opens too; inside is a tar archive. Seals differ each time they are made, since age draws
a new key; what is inside is the same bytes for the same files.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Mapping

import pyrage

from lachan.domain.file_names import is_inner_path
from lachan.errors import LachanError
from lachan.limits.files import (
    LARGEST_SEALED_FILE,
    MOST_SEALED_FILES,
    SEAL_MEMORY,
    SHORTEST_PASSPHRASE,
)
from lachan.text import to_nfc

# The header of a file that one passphrase opens: a salt, and the binary logarithm of scrypt's
# cost N (https://age-encryption.org/v1, "The scrypt recipient type").
_HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
# scrypt takes 128 · N · r bytes, and age has r = 8 (RFC 7914, section 2).
_BYTES_OF_COST = 128 * 8
# How often age may measure the machine before it is believed to be slow.
_MEASUREMENTS = 10
# What tarfile raises of a broken archive besides its own.
_BROKEN = (tarfile.TarError, ValueError, LookupError, ArithmeticError, RecursionError, EOFError)


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
    _check_cost(sealed)
    return sealed


def open_files(sealed: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the files in a sealed archive.

    Raises
    ------
    SealError
        If the passphrase is wrong, the archive was changed or is none of ours, or opening it
        would take too much memory or time.
    """
    _check_cost(sealed)
    try:
        packed = _decrypt(sealed, to_nfc(passphrase))
    except pyrage.DecryptError as error:
        raise SealError(_explain(error)) from error
    return _unpack(packed)


def _decrypt(sealed: bytes, passphrase: str) -> bytes:
    """Decrypt, asking again where the machine seemed too slow.

    Before it tries a passphrase, age measures for a moment how fast the machine is, and refuses
    what would take it sixteen times as long as it took to seal. A moment in which the machine is
    busy with something else must not shut a seal.
    """
    for left in reversed(range(_MEASUREMENTS)):
        try:
            packed: bytes = pyrage.passphrase.decrypt(sealed, passphrase)
            break
        except pyrage.DecryptError as error:
            if not left or not _seems_too_slow(error):
                raise
    return packed


def _seems_too_slow(error: pyrage.DecryptError) -> bool:
    return "work parameter" in str(error)


def _explain(error: pyrage.DecryptError) -> str:
    """Return what to do where a seal does not open."""
    if _seems_too_slow(error):
        return (
            "Máy này quá chậm, hoặc đang quá bận, để thử mật khẩu của gói niêm phong. Hãy đóng bớt "
            "chương trình rồi mở lại, hoặc mở trên máy khác; gói không hỏng và mật khẩu chưa sai."
        )
    return (
        "Không mở được gói niêm phong: sai mật khẩu, hoặc tệp đã bị sửa. Hãy gõ lại mật khẩu "
        "(phân biệt chữ hoa, dấu và khoảng trắng); vẫn không được thì chép lại tệp từ bản gốc."
    )


def _check_cost(sealed: bytes) -> None:
    """Refuse what would take too much memory, before anything is computed."""
    header = _HEADER.match(sealed)
    if header is None:
        raise SealError("Tệp này không phải gói niêm phong của bộ đề (.age, mở bằng mật khẩu).")
    if _BYTES_OF_COST << int(header[1]) > SEAL_MEMORY.value:
        raise SealError(
            f"Gói niêm phong này đòi hơn {SEAL_MEMORY.spelled} bộ nhớ chỉ để thử mật khẩu, nên "
            "không mở. Hãy hỏi lại nơi gửi; nếu đúng là của mình, nhờ niêm phong lại bằng "
            "lachan paper seal."
        )


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
    try:
        return _read_members(packed)
    except _BROKEN as error:
        raise SealError("Bên trong gói niêm phong không phải là một bộ đề.") from error


def _read_members(packed: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
        for entry in archive:
            _check(entry)
            if len(files) >= MOST_SEALED_FILES.value or entry.name in files:
                raise SealError(f"Gói niêm phong có tệp lạ hoặc lặp lại: {entry.name[:80]}")
            content = archive.extractfile(entry)
            files[entry.name] = content.read() if content else b""
    return files


def _check(entry: tarfile.TarInfo) -> None:
    """Refuse whatever could be written outside the folder that the archive is opened in.

    A sparse file says how much of it is nothing, so that a few bytes become any number.
    """
    if not entry.isreg() or not is_inner_path(entry.name):
        raise SealError(f"Gói niêm phong có đường dẫn không an toàn: {entry.name[:80]!r}")
    if entry.issparse() or not 0 <= entry.size <= LARGEST_SEALED_FILE.value:
        raise SealError(f"Gói niêm phong có tệp lạ hoặc lặp lại: {entry.name[:80]}")
