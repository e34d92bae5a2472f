"""What the operating system says of a file, a folder or an address, in Vietnamese."""

from __future__ import annotations

import errno
import socket

_REASONS = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền đọc hoặc ghi ở đó",
    errno.EPERM: "không có quyền đọc hoặc ghi ở đó",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn hơn mức máy cho phép",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EEXIST: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOTEMPTY: "thư mục vừa có thêm tệp",
    errno.ELOOP: "đường dẫn đi vòng tròn",
    errno.EIO: "không đọc hay ghi được ổ đĩa, có thể ổ đã hỏng hoặc bị rút ra",
    errno.EBUSY: "đang có chương trình khác dùng",
    errno.ETXTBSY: "đang có chương trình khác dùng",
    errno.EMFILE: "máy đang mở quá nhiều tệp",
    errno.ENFILE: "máy đang mở quá nhiều tệp",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.EADDRINUSE: "đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.ECONNREFUSED: "không có chương trình nào trả lời ở đó",
    errno.ECONNRESET: "bên kia ngắt kết nối",
    errno.ENETUNREACH: "không có đường mạng tới đó",
    errno.EHOSTUNREACH: "không có đường mạng tới đó",
    errno.ETIMEDOUT: "chờ lâu mà không có trả lời",
}


def describe_os_error(error: OSError) -> str:
    """Return in Vietnamese why a file or an address could not be used, in the system's words else.

    What `urllib` wraps is told by what it wraps.
    """
    cause = getattr(error, "reason", None)
    if isinstance(cause, OSError):
        return describe_os_error(cause)
    # Names of machines and secure lines count their faults anew, and some waits have no number.
    if type(error).__module__ == "ssl":
        return "chứng chỉ HTTPS không được tin, hoặc không phải của tên này"
    if isinstance(error, socket.gaierror):
        return "không tìm thấy máy nào mang tên này"
    if isinstance(error, TimeoutError):
        return _REASONS[errno.ETIMEDOUT]
    return _REASONS.get(error.errno or 0) or f"máy báo: {error.strerror or error}"
