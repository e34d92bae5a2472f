"""The server of lessons, practice and staff pages: pages, kernels, requests."""

from lachan.limits.limit import BYTES, PERCENT, SECONDS, Limit

TITLE = "Máy chủ bài học"

LARGEST_BODY = Limit(
    "Một yêu cầu gửi đến máy chủ",
    1_000_000,
    BYTES,
    "bị từ chối trước khi đọc hết",
    "ma trận đề nặng nhất thầy cô tải lên là 700 kB; trang của học sinh không gửi quá vài kB",
)
KERNEL_MEMORY_SHARE = Limit(
    "Phần bộ nhớ còn trống dành cho các trang",
    60,
    PERCENT,
    "người đến sau thấy trang chờ và được thử lại",
    "phần còn lại để cho máy chủ, phòng thi và những việc khác của máy",
)
FEWEST_KERNELS = Limit(
    "Số trang mở cùng lúc, ít nhất",
    4,
    "trang",
    "máy yếu hơn nữa vẫn nhận chừng ấy trang",
    "ít hơn thì không dạy được; xem `--kernels` để tự chọn",
)
MOST_KERNELS = Limit(
    "Số trang mở cùng lúc, nhiều nhất",
    400,
    "trang",
    "người đến sau thấy trang chờ và được thử lại",
    "khoảng mười lớp; một tiến trình vẽ mọi trang",
)
READY_MEMORY_SHARE = Limit(
    "Phần bộ nhớ còn trống dành cho các trang vẽ sẵn",
    25,
    PERCENT,
    "trang vẽ sẵn bị bỏ bớt, người đến sau chờ trang được vẽ; mỗi ứng dụng vẫn giữ một trang",
    "mỗi trang vẽ sẵn chiếm 24 MB; chúng được vẽ ở nơi vài phút qua học sinh đến nhiều",
)
MOST_READY = Limit(
    "Số trang vẽ sẵn, mọi ứng dụng cộng lại, nhiều nhất",
    200,
    "trang",
    "người đến sau chờ trang được vẽ (khoảng một phần mười giây mỗi trang)",
    "ba lớp, hay cả hội trường 150 em, vào cùng lúc mà không ai chờ; xem `--ready` để tự chọn",
)
UNCLAIMED_AFTER = Limit(
    "Thời gian một trang đã vẽ chờ trình duyệt kết nối",
    60,
    SECONDS,
    "trang bị đóng, chỗ dành cho người khác",
    "mạng chậm vẫn kết nối trong vài giây",
)
IDLE_KERNEL = Limit(
    "Thời gian một trang không ai đụng đến, đã mất kết nối",
    20 * 60,
    SECONDS,
    "trang bị đóng; bài đang luyện vẫn còn trong trình duyệt",
    "đủ cho một lần mất mạng hay giờ ra chơi",
)
CELL_TIME = Limit(
    "Thời gian vẽ một trang",
    60,
    SECONDS,
    "thôi vẽ, người xem thấy câu báo lỗi kèm mã sự cố",
    "một trang vẽ trong chưa đến một giây",
)
KERNEL_START = Limit(
    "Thời gian chờ một trang khởi động",
    60,
    SECONDS,
    "thôi chờ, người xem thấy câu báo lỗi kèm mã sự cố",
    "khởi động mất chưa đến hai giây cả trên máy chậm",
)
MOST_MESSAGE_SOCKETS = Limit(
    "Số ổ cắm ZeroMQ của máy chủ",
    20_000,
    "ổ cắm",
    "không mở thêm được trang",
    "mỗi trang cần sáu ổ cắm; giới hạn sẵn có là 1.023, chỉ đủ 170 trang",
)
KEPT_DOWNLOADS = Limit(
    "Số tệp tải về (phiếu, giáo án) giữ sẵn trong bộ nhớ",
    64,
    "tệp",
    "tệp lâu không ai hỏi bị bỏ, lần sau làm lại",
    "cả lớp hỏi cùng một phiếu trong cùng một giây",
)
LARGEST_UPLOAD = Limit(
    "Tệp ma trận đề tải lên trang ra đề",
    700_000,
    BYTES,
    "trang báo tệp quá nặng",
    "mã hóa base64 cộng thêm một phần ba, và một yêu cầu chỉ được 1 MB",
)
STAFF_SEATS = Limit(
    "Phần số trang để dành cho thầy cô và ban tổ chức",
    12,
    PERCENT,
    "trang của học sinh không lấy chỗ ấy; một nửa chỉ để cho ban tổ chức",
    "bàn điều hành cuộc thi và góc giáo viên luôn mở được, dù lớp học đang kín chỗ",
)
MOST_STAFF_SEATS = Limit(
    "Số trang để dành cho thầy cô và ban tổ chức, nhiều nhất",
    20,
    "trang",
    "nhiều hơn thì dùng chung chỗ với học sinh",
    "đủ cho thầy cô của mười lớp và ban tổ chức",
)
SHARE_OF_FREE = Limit(
    "Số trang một địa chỉ được giữ, so với số chỗ còn trống",
    15,
    "lần",
    "người sau của địa chỉ ấy thấy trang chờ; chỗ trống còn lại để cho địa chỉ khác",
    "cả trường chung một địa chỉ nên được đến 15/16 số chỗ: 45 máy vào cùng lúc được khi có 48 chỗ",
)
UNCLAIMED_WHILE_OTHERS_WAIT = Limit(
    "Thời gian một trang đã vẽ chờ trình duyệt kết nối, khi có người chờ chỗ",
    15,
    SECONDS,
    "trang bị đóng, chỗ dành cho người chờ",
    "mạng chậm vẫn kết nối trong vài giây",
)
AWAY_WHILE_OTHERS_WAIT = Limit(
    "Thời gian một trang mất kết nối, khi có người chờ chỗ",
    2 * 60,
    SECONDS,
    "trang bị đóng, chỗ dành cho người chờ; bài đang luyện vẫn còn trong trình duyệt",
    "điện thoại tắt màn hình một lúc thì không sao",
)
SILENT_WHILE_OTHERS_WAIT = Limit(
    "Thời gian một trang có kết nối mà không làm gì, khi có người chờ chỗ",
    10 * 60,
    SECONDS,
    "trang bị đóng, chỗ dành cho người chờ; bài đang luyện vẫn còn trong trình duyệt",
    "đọc một đoạn dài hay nghe thầy cô giảng vẫn chưa đến",
)
