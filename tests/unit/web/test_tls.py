from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from lachan.web.tls import TlsError, load_tls
from support.certificates import Pair, make_pair
from support.handshakes import allow_old_keys, make_client, shake_hands


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return make_pair(tmp_path_factory.mktemp("tls"))


def test_no_files_are_no_https() -> None:
    assert load_tls(None, None) is None


def test_pair_is_loaded(pair: Pair) -> None:
    context = load_tls(pair.certfile, pair.keyfile)
    assert context is not None
    client = ssl.create_default_context(cafile=str(pair.certfile))
    assert shake_hands(context, client) == "TLSv1.3"


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_versions_are_refused_whatever_the_machine_allows(
    pair: Pair, version: ssl.TLSVersion
) -> None:
    context = load_tls(pair.certfile, pair.keyfile)
    assert context is not None
    allow_old_keys(context)
    with pytest.raises(ssl.SSLError, match=r"(?i)version|protocol"):
        shake_hands(context, make_client(pair.certfile, version))
    newer = make_client(pair.certfile, ssl.TLSVersion.TLSv1_2)
    assert shake_hands(context, newer) == "TLSv1.2"


def test_both_files_are_needed(pair: Pair) -> None:
    with pytest.raises(TlsError, match="Có --certfile mà thiếu --keyfile"):
        load_tls(pair.certfile, None)
    with pytest.raises(TlsError, match="Có --keyfile mà thiếu --certfile"):
        load_tls(None, pair.keyfile)


def test_missing_file_is_named(pair: Pair, tmp_path: Path) -> None:
    with pytest.raises(TlsError, match=r"khong-co\.pem: không có tệp chứng chỉ này.*--certfile"):
        load_tls(tmp_path / "khong-co.pem", pair.keyfile)
    with pytest.raises(TlsError, match=r"khong-co\.pem: không có tệp khóa riêng này.*--keyfile"):
        load_tls(pair.certfile, tmp_path / "khong-co.pem")


def test_unreadable_file_is_named(pair: Pair, tmp_path: Path) -> None:
    # A folder cannot be read as a file by anyone, the superuser of a test machine included.
    with pytest.raises(TlsError, match="không đọc được tệp khóa riêng"):
        load_tls(pair.certfile, tmp_path)


def test_swapped_files_are_told(pair: Pair) -> None:
    with pytest.raises(TlsError, match="không phải tệp chứng chỉ dạng PEM"):
        load_tls(pair.keyfile, pair.certfile)


def test_foreign_key_is_told(pair: Pair, tmp_path: Path) -> None:
    other = make_pair(tmp_path)
    with pytest.raises(TlsError, match="không khớp"):
        load_tls(pair.certfile, other.keyfile)


def test_damaged_certificate_is_told(pair: Pair, tmp_path: Path) -> None:
    damaged = tmp_path / "hong.pem"
    damaged.write_text(pair.certfile.read_text().replace("M", "!", 3))
    with pytest.raises(TlsError, match="OpenSSL không dùng được"):
        load_tls(damaged, pair.keyfile)


def test_passphrase_is_not_asked_for(tmp_path: Path) -> None:
    locked = make_pair(tmp_path, passphrase="mat-khau")
    with pytest.raises(TlsError, match="đang khóa bằng mật khẩu"):
        load_tls(locked.certfile, locked.keyfile)
