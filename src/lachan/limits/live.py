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
    "chờ, mỗi lần sai sau đó chờ gấp đôi; phòng mà địa chỉ ấy đã có người vào thì vẫn mở",
    "cả trường có thể chung một địa chỉ; mã phòng có 31⁶ cách viết",
)
CODE_TRY_FORGIVEN_AFTER = Limit(
    "Thời gian để một lần gõ sai mã phòng được bỏ qua",
    10,
    SECONDS,
    "đếm bớt đi một lần sai",
    "một trường gõ nhầm cả buổi cũng không phải chờ",
)
FIRST_CODE_WAIT = Limit(
    "Lần chờ đầu tiên của người gõ sai mã phòng nhiều lần",
    5,
    SECONDS,
    "lần sau chờ gấp đôi",
    "đủ để nhìn lại mã trên màn hình của lớp",
)
LONGEST_CODE_WAIT = Limit(
    "Lần chờ mã phòng dài nhất",
    60,
    SECONDS,
    "không chờ lâu hơn",
    "lớp vào sau chỉ mất một phút, dù có người đang đoán mã",
)
FREE_JOINS = Limit(
    "Số máy của một địa chỉ vào một phòng cùng một lúc",
    120,
    "máy",
    "máy sau tự thử lại sau vài giây",
    "hai lớp cùng quét mã; một người bấm liên tục không lấy hết 600 chỗ trong bốn giây",
)
JOINS_A_SECOND = Limit(
    "Số máy của một địa chỉ vào thêm mỗi giây, khi đã vào nhiều",
    2,
    "máy",
    "máy sau tự thử lại sau vài giây",
    "cả trường chào cờ vào hết trong năm phút",
)
SILENT_SEAT = Limit(
    "Thời gian một máy trong phòng đầy không hỏi máy chủ điều gì",
    60,
    SECONDS,
    "máy chưa trả lời câu nào nhường chỗ cho máy mới; tự vào lại khi thức dậy",
    "điện thoại đang mở hỏi máy chủ mỗi giây rưỡi",
)
MOST_ROOMS_KNOWN = Limit(
    "Số phòng của mỗi địa chỉ, và số địa chỉ, mà máy chủ nhớ là đã có người vào",
    2_000,
    "cặp",
    "cặp lâu nhất không ai vào được quên trước",
    "nhiều hơn số lớp của mọi trường chung một máy chủ",
)
ROOM_KEPT = Limit(
    "Thời gian giữ một phòng và câu trả lời, khi thầy cô không chọn khác",
    48 * 3600,
    SECONDS,
    "phòng và câu trả lời bị xóa",
    "đủ để thầy cô xem lại hôm sau",
)
LONGEST_ROOM_KEPT = Limit(
    "Thời gian giữ một phòng dài nhất mà thầy cô chọn được",
    300 * 86400,
    SECONDS,
    "phòng và câu trả lời bị xóa; muốn giữ lâu hơn thì tải kết quả về",
    "bằng một năm học",
)
MOST_HANDS = Limit(
    "Số tay giơ mà thầy cô gõ cho một câu",
    2_000,
    "người",
    "bị từ chối, kèm lời nhắc xem lại số vừa gõ",
    "nhiều hơn một trường chào cờ; số lớn hơn là gõ nhầm",
)
FEWEST_SHOWN = Limit(
    "Số người trả lời một câu nhạy cảm trước khi có biểu đồ",
    3,
    "người",
    "ít hơn thì không hiện biểu đồ",
    "lớp hai người thì biểu đồ cho mỗi người biết người kia chọn gì",
)
