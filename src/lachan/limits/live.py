"""Live classes: phones, answers, and how long a room is kept."""

from lachan.limits.limit import BYTES, SECONDS, Limit

TITLE = "Lớp học trực tiếp"

MOST_PUPILS = Limit(
    "Số điện thoại trong một phòng",
    600,
    "máy",
    "máy đến sau được báo là phòng đã đầy",
    "bằng buổi chào cờ của một trường",
)
LARGEST_ANSWER = Limit(
    "Một câu trả lời gửi từ điện thoại",
    30_000,
    BYTES,
    "bị từ chối (413)",
    "bài viết dài nhất có 6.000 kí tự, mỗi kí tự tiếng Việt nhiều nhất ba byte",
)
FREE_CODE_TRIES = Limit(
    "Số lần gõ sai mã phòng từ một địa chỉ trước khi phải chờ",
    60,
    "lần",
    "chờ, mỗi lần sai sau đó chờ gấp đôi",
    "cả trường có thể chung một địa chỉ; mã phòng có 31⁶ cách viết",
)
ROOM_KEPT = Limit(
    "Thời gian giữ một phòng và câu trả lời",
    48 * 3600,
    SECONDS,
    "phòng và câu trả lời bị xóa",
    "đủ để thầy cô xem lại hôm sau",
)
FEWEST_SHOWN = Limit(
    "Số người trả lời một câu nhạy cảm trước khi có biểu đồ",
    3,
    "người",
    "ít hơn thì không hiện biểu đồ",
    "lớp hai người thì biểu đồ cho mỗi người biết người kia chọn gì",
)
