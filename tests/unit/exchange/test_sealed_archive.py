"""A seal opens with its passphrase alone, gives back the very files, and writes nowhere else."""

from __future__ import annotations

import contextlib
import io
import re
import tarfile
import unicodedata

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.domain.file_names import is_file_name
from lachan.exchange.sealed_archive import (
    SealError,
    _decrypt,
    _explain,
    _pack,
    _unpack,
    open_files,
    seal_files,
)

PASSPHRASE = "bốn từ không liên quan"
FILES = {"de/101.pdf": b"%PDF", "manifest.json": b"{}\n", "dap-an/Đáp án.pdf": b""}


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal_files(FILES, PASSPHRASE)


def test_the_files_come_back(sealed: bytes) -> None:
    assert FILES == open_files(sealed, PASSPHRASE)


def test_a_passphrase_typed_on_another_keyboard_opens_it(sealed: bytes) -> None:
    assert FILES == open_files(sealed, unicodedata.normalize("NFD", PASSPHRASE))


def test_nothing_inside_can_be_read_from_outside(sealed: bytes) -> None:
    assert sealed.startswith(b"age-encryption.org/v1")
    assert b"101" not in sealed[200:]
    assert b"%PDF" not in sealed


def test_a_wrong_passphrase_is_told(sealed: bytes) -> None:
    with pytest.raises(SealError, match="sai mật khẩu"):
        open_files(sealed, "bon tu khong lien quan")


def test_a_machine_too_slow_for_a_seal_is_not_told_of_a_wrong_passphrase(sealed: bytes) -> None:
    costly = re.sub(rb"(?<=[A-Za-z0-9+/]{22} )\d+(?=\n)", b"40", sealed, count=1)
    with pytest.raises(pyrage.DecryptError) as caught:
        _decrypt(costly, PASSPHRASE)
    words = _explain(caught.value)
    assert "quá chậm" in words
    assert "mật khẩu chưa sai" in words
    assert "bị sửa" not in words


def test_a_byte_changed_is_told(sealed: bytes) -> None:
    with pytest.raises(SealError, match="đã bị sửa"):
        open_files(sealed[:-1] + bytes([sealed[-1] ^ 1]), PASSPHRASE)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"age-encryption.org/v9\n"])
def test_what_is_no_seal_is_told(data: bytes) -> None:
    with pytest.raises(SealError, match="không phải gói niêm phong"):
        open_files(data, PASSPHRASE)


def test_what_is_sealed_but_no_paper_is_told() -> None:
    with pytest.raises(SealError, match="không phải là một bộ đề"):
        open_files(pyrage.passphrase.encrypt(b"x" * 2000, PASSPHRASE), PASSPHRASE)


@pytest.mark.parametrize("passphrase", ["", "ngắn", "           "])
def test_a_short_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(SealError, match="12 kí tự"):
        seal_files(FILES, passphrase)


# Letters that no name may have are left out before they are drawn: filtering them out is slow.
LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs"], exclude_characters='/\\:*?"<>|')
NAME = st.text(LETTERS, min_size=1, max_size=8).filter(is_file_name)
NAMES = st.lists(NAME, min_size=1, max_size=3)


@settings(max_examples=50)
@given(st.dictionaries(NAMES.map("/".join), st.binary()))
def test_packing_is_stable_and_undone_by_unpacking(files: dict[str, bytes]) -> None:
    assert files == _unpack(_pack(files))
    assert _pack(files) == _pack(dict(reversed(files.items())))


def _hostile(name: str, kind: bytes = tarfile.REGTYPE) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
    return out.getvalue()


def _named_by_pax(name: str) -> bytes:
    """Only an extended header can hold such a name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("a")
        entry.pax_headers = {"path": name}
        archive.addfile(entry)
    return out.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        _hostile("../ngoai.txt"),
        _hostile("a/../../ngoai.txt"),
        _hostile("/etc/x"),
        _hostile("C:\\x"),
        _hostile("lien-ket", tarfile.SYMTYPE),
        _hostile("lien-ket", tarfile.LNKTYPE),
        _hostile("ong", tarfile.FIFOTYPE),
        _hostile("a//b"),
        _named_by_pax("a\0b"),
        _named_by_pax("../ngoai.txt"),
    ],
)
def test_paths_that_lead_elsewhere_are_refused(packed: bytes) -> None:
    with pytest.raises(SealError, match="không an toàn"):
        _unpack(packed)


def test_a_name_that_comes_twice_is_refused() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"))
        archive.addfile(tarfile.TarInfo("a"))

    with pytest.raises(SealError, match="lặp lại"):
        _unpack(out.getvalue())


def test_a_file_that_is_mostly_holes_is_refused() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("a")
        sparse = {"major": "0", "minor": "1", "size": "1900000000", "map": "0,1", "name": "a"}
        entry.pax_headers = {f"GNU.sparse.{key}": value for key, value in sparse.items()}
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
    with pytest.raises(SealError, match="tệp lạ"):
        _unpack(out.getvalue())


@settings(max_examples=200)
@given(st.data())
def test_a_broken_archive_is_told_whatever_is_broken(data: st.DataObject) -> None:
    packed = bytearray(_pack({"a": b"x" * 600, "đề/101.pdf": b"%PDF", "m" * 150: b""}))
    places = st.integers(0, len(packed) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=40)):
        packed[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(SealError):
        _unpack(bytes(packed))


def _ask_for(sealed: bytes, cost: int) -> bytes:
    """Return the archive with another cost in its header, as a stranger may write it."""
    mark, stanza, rest = sealed.split(b"\n", 2)
    return b"\n".join([mark, stanza.rsplit(b" ", 1)[0] + f" {cost}".encode(), rest])


@pytest.mark.parametrize("cost", [21, 30, 63, 99])
def test_memory_that_a_header_asks_for_is_bounded_before_it_is_taken(
    sealed: bytes, cost: int
) -> None:
    with pytest.raises(SealError, match="1 GiB"):
        open_files(_ask_for(sealed, cost), PASSPHRASE)


@pytest.mark.parametrize("stanza", ["-> X25519 abc", "-> scrypt", "-> scrypt AAAA 12"])
def test_an_archive_for_other_keys_is_none_of_ours(sealed: bytes, stanza: str) -> None:
    mark, _, rest = sealed.split(b"\n", 2)
    with pytest.raises(SealError, match="mở bằng mật khẩu"):
        open_files(b"\n".join([mark, stanza.encode(), rest]), PASSPHRASE)
