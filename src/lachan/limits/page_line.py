"""An open page's line to its kernel: what it may send, have waiting, and take."""

from lachan.limits.limit import BYTES, SECONDS, Limit

TITLE = "Trang đang mở và phần xử lí của nó"

_TOLD = "trang bị ngắt, hiện một câu nói rõ vì sao và nút tải lại"
_SLOWED = "tin sau phải chờ đến lượt, trang không mất gì"

LARGEST_MESSAGE = Limit(
    "Một tin của trang gửi máy chủ",
    1_000_000,
    BYTES,
    _TOLD,
    "trang của học sinh gửi nhiều nhất vài kB; tệp của ban tổ chức đi từng mẩu 400 kB",
)
LARGEST_MESSAGE_HEAD = Limit(
    "Phần đầu của một tin (ai gửi, loại tin)",
    10_000,
    BYTES,
    _TOLD,
    "giao diện nào của Jupyter cũng viết chưa đến 500 byte",
)
MOST_MESSAGE_PARTS = Limit(
    "Số phần của một tin",
    64,
    "phần",
    _TOLD,
    "năm phần và các tệp đi kèm; trang của ta đi kèm nhiều nhất một tệp",
)
DEEPEST_MESSAGE = Limit(
    "Độ lồng nhau của JSON trong một tin",
    40,
    "tầng",
    _TOLD,
    "trang của ta lồng chưa đến mười tầng",
)
MESSAGE_RATE = Limit(
    "Nhịp gửi tin của một trang, gửi mãi không nghỉ",
    60,
    "tin mỗi giây",
    _SLOWED,
    "kéo một thanh trượt gửi nhiều nhất 12 tin mỗi giây, lớp trực tiếp 4 tin",
)
MESSAGE_BURST = Limit(
    "Số tin một trang gửi liền một lúc mà chưa phải chờ",
    1_200,
    "tin",
    _SLOWED,
    "công cụ riêng của trường gửi 120 tin mỗi giây suốt hai mươi giây vẫn chưa phải chờ",
)
LONGEST_FLOOD = Limit(
    "Thời gian một trang gửi nhanh hơn nhịp ấy mà không nghỉ",
    20,
    SECONDS,
    _TOLD,
    "tay người phải nghỉ; chỉ máy gửi mãi được",
)
BYTE_RATE = Limit(
    "Lượng gửi mỗi giây của một trang, gửi mãi không nghỉ",
    1_000_000,
    BYTES,
    _SLOWED,
    "đọc một tin khó nhất mất chừng 0,06 giây mỗi MB; tệp nặng chỉ lên chậm hơn",
)
BYTE_BURST = Limit(
    "Lượng một trang gửi liền một lúc mà chưa phải chờ",
    8_000_000,
    BYTES,
    _SLOWED,
    "lớn hơn danh sách thí sinh lớn nhất được nhận (5 MB)",
)
MOST_COMMS = Limit(
    "Số kênh công cụ (comm) mà trang tự mở",
    100,
    "kênh",
    _TOLD,
    "trang của ta mở một kênh, giao diện của Voilà vài kênh",
)
MOST_PAGE_SOCKETS = Limit(
    "Số kết nối cùng lúc của một trang",
    2,
    "kết nối",
    "kết nối cũ nhất bị ngắt, kết nối mới được nhận",
    "trang giữ một; kết nối thứ hai là của lúc nối lại sau khi mất mạng",
)
SOCKET_COST = Limit(
    "Một lần nối lại tính vào nhịp gửi tin như",
    20,
    "tin",
    _SLOWED,
    "mỗi kết nối mở bốn ổ cắm ZeroMQ, thêm hai để hỏi kernel",
)
LARGEST_ANSWER = Limit(
    "Một tin của phần xử lí gửi trang",
    64_000_000,
    BYTES,
    _TOLD,
    "trạng thái của một trang nặng 0,14 MB; một tệp 2.000 phiếu dự thi nặng 7 MB",
)
ANSWERS_HELD = Limit(
    "Số tin của phần xử lí mà máy chủ nhận trước, chưa chuyển cho trang",
    10,
    "tin",
    "tin sau nằm lại trong tiến trình của trang, nơi bộ nhớ đã có giới hạn",
    "mặc định của ZeroMQ là 1.000: một trang xin 1.200 lần làm máy chủ phình thêm 75 MB",
)
MOST_WAITING = Limit(
    "Lượng chờ gửi đến một trang, sau tin đang gửi",
    4_000_000,
    BYTES,
    _TOLD,
    "gần ba mươi lần trạng thái của một trang",
)
MOST_KEPT = Limit(
    "Lượng giữ lại cho một trang đang mất kết nối",
    1_000_000,
    BYTES,
    "bỏ tin cũ nhất; nối lại thì trang hỏi lại trạng thái hiện thời",
    "bảy lần trạng thái của một trang",
)
PAGE_MEMORY = Limit(
    "Bộ nhớ một trang của học sinh dùng thêm từ khi mở xong",
    200_000_000,
    BYTES,
    "phần xử lí của trang bị đóng; trang hiện một câu nói rõ vì sao và nút tải lại",
    "trả lời 160 câu thêm 1,6 MB, mở mười bài học thêm 0,2 MB",
)
STAFF_PAGE_MEMORY = Limit(
    "Bộ nhớ một trang của giáo viên, ban tổ chức dùng thêm từ khi mở xong",
    1_500_000_000,
    BYTES,
    "phần xử lí của trang bị đóng; trang hiện một câu nói rõ vì sao và nút tải lại",
    "ra một bộ 24 mã đề với mọi tệp dùng 0,46 GB",
)
LOW_MEMORY = Limit(
    "Bộ nhớ còn lại của cả máy",
    150_000_000,
    BYTES,
    "trang dùng thêm nhiều nhất bị đóng, kèm một câu nói rõ vì sao",
    "hết bộ nhớ thì hệ điều hành tự chọn, có khi chọn cả máy chủ",
)
SPARED_MEMORY = Limit(
    "Lượng dùng thêm mà trang không bị đóng dù máy sắp hết bộ nhớ",
    40_000_000,
    BYTES,
    "có thể bị đóng khi máy sắp hết bộ nhớ",
    "trang dùng bình thường không phải trả thay trang khác",
)
