"""Certificate and key files: loading them, and saying what is wrong with them."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path

from lachan.errors import LachanError
from lachan.os_words import describe_os_error


class TlsError(LachanError):
    """The certificate and the key cannot be used."""


def load_tls(certfile: Path | None, keyfile: Path | None) -> ssl.SSLContext | None:
    """Return what HTTPS is served with; None where neither file is named.

    Parameters
    ----------
    certfile
        The certificate in PEM form, the issuers' certificates below it.
    keyfile
        Its private key in PEM form, without a passphrase.

    Raises
    ------
    TlsError
        If only one is named, a file cannot be read or is none, or they do not belong together.
    """
    if certfile is None and keyfile is None:
        return None
    if certfile is None or keyfile is None:
        given, missing = ("--certfile", "--keyfile") if certfile else ("--keyfile", "--certfile")
        raise TlsError(
            f"Có {given} mà thiếu {missing}: HTTPS cần cả hai tệp. Hãy nêu thêm {missing}."
        )
    _check("chứng chỉ", certfile, "-----BEGIN CERTIFICATE-----", "--certfile")
    _check("khóa riêng", keyfile, "PRIVATE KEY-----", "--keyfile")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # Some systems build Python without a lowest version (Debian 13); RFC 8996 forbids older ones.
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certfile, keyfile, password=_refuse_passphrase(keyfile))
    except ssl.SSLError as error:
        raise TlsError(_explain(error, certfile, keyfile)) from error
    return context


def _check(what: str, path: Path, mark: str, option: str) -> None:
    try:
        text = path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError as error:
        raise TlsError(
            f"{path}: không có tệp {what} này. Hãy xem lại đường dẫn ở {option}."
        ) from error
    except OSError as error:
        raise TlsError(
            f"{path}: không đọc được tệp {what} ({describe_os_error(error)}). "
            "Hãy cho người chạy lachan quyền đọc tệp."
        ) from error
    if mark not in text:
        raise TlsError(
            f"{path}: không phải tệp {what} dạng PEM. "
            f'Tệp đúng có dòng "{mark}"; hãy đổi sang PEM rồi thử lại.'
        )


def _refuse_passphrase(keyfile: Path) -> Callable[[], str]:
    def refuse() -> str:
        # OpenSSL would ask on the terminal, where a service has nobody to answer.
        raise TlsError(
            f"{keyfile}: khóa riêng đang khóa bằng mật khẩu. Hãy bỏ mật khẩu, ví dụ "
            "`openssl pkey -in khoa.pem -out khoa-mo.pem`, và giữ tệp cho riêng máy chủ đọc."
        )

    return refuse


def _explain(error: ssl.SSLError, certfile: Path, keyfile: Path) -> str:
    if error.reason == "KEY_VALUES_MISMATCH":
        return (
            f"{keyfile}: khóa riêng không khớp với chứng chỉ {certfile}. "
            "Hãy lấy đúng cặp tệp được cấp cùng nhau."
        )
    return (
        f"{certfile}, {keyfile}: OpenSSL không dùng được hai tệp này ({error.reason}). "
        "Hãy xin cấp lại hoặc xuất lại ở dạng PEM."
    )
