"""How slowly and how much a browser may ask, before anyone knows what it wants."""

from lachan.limits.limit import BYTES, SECONDS, Limit

TITLE = "Mọi yêu cầu, đến máy chủ bài học hay phòng thi"

LARGEST_HEADERS = Limit(
    "Phần đầu của một yêu cầu",
    16 * 1024,
    BYTES,
    "bị từ chối, kết nối bị đóng",
    "trình duyệt gửi khoảng 1 kB",
)
IDLE_CONNECTION = Limit(
    "Thời gian một kết nối không gửi gì, hoặc gửi phần đầu chưa xong",
    75,
    SECONDS,
    "kết nối bị đóng; trang tự nối lại",
    "trang hỏi máy chủ mỗi 15 giây; nginx giữ kết nối 60 giây",
)
BODY_TIME = Limit(
    "Thời gian gửi phần thân của một yêu cầu",
    30,
    SECONDS,
    "kết nối bị đóng; trang gửi lại",
    "yêu cầu nặng nhất là 1 MB, và chỉ thầy cô gửi; trang của học sinh gửi vài kB",
)
INCIDENT_LINES = Limit(
    "Số sự cố ghi vào nhật kí trong mười phút",
    100,
    "sự cố",
    "chỉ đếm, và ghi số đã bỏ qua ở lần ghi sau",
    "ai gây ra một lỗi hàng nghìn lần cũng không làm đầy đĩa; chỗ hỏng trong mã được ghi một lần",
)
INCIDENT_WINDOW = Limit(
    "Thời gian đếm số sự cố ghi vào nhật kí",
    600,
    SECONDS,
    "đếm lại từ đầu",
    "đủ ngắn để lỗi mới vẫn được ghi",
)
