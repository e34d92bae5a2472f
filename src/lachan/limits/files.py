"""Files that come from outside: class lists, sealed papers, content."""

from lachan.limits.limit import BYTES, SECONDS, Limit

TITLE = "Tệp từ ngoài đưa vào"

LARGEST_ROSTER = Limit(
    "Danh sách lớp (xlsx, csv)",
    5_000_000,
    BYTES,
    "không đọc, báo tệp quá nặng",
    "danh sách dài nhất được nhận (20.000 dòng) vẫn nhẹ hơn",
)
LARGEST_UNPACKED_ROSTER = Limit(
    "Danh sách lớp xlsx sau khi giải nén",
    100_000_000,
    BYTES,
    "không đọc, báo tệp không giống một danh sách",
    "xlsx là tệp zip: vài kB có thể thành nhiều GB",
)
MOST_ROSTER_ROWS = Limit(
    "Số dòng của một danh sách",
    20_000,
    "dòng",
    "không đọc, khuyên chia thành nhiều tệp",
    "dài hơn nữa thì chia theo trường dễ xem hơn",
)
MOST_ROSTER_COLUMNS = Limit(
    "Số cột của một danh sách",
    60,
    "cột",
    "các cột sau không được đọc",
    "danh sách của trường có không quá vài chục cột",
)
ROSTER_TIME = Limit(
    "Thời gian xử lí của việc đọc một danh sách xlsx",
    60,
    SECONDS,
    "tiến trình đọc tệp bị dừng, báo không đọc được",
    "20.000 dòng, mười cột: đo được 6 giây; máy bận thì được chờ lâu gấp năm",
)
ROSTER_MEMORY = Limit(
    "Bộ nhớ của tiến trình đọc một danh sách xlsx",
    1_073_741_824,
    BYTES,
    "tiến trình đọc tệp dừng, báo không đọc được; máy chủ không bị gì",
    "20.000 dòng, mười cột: đo được 100 MB",
)
LONGEST_ROSTER_CELL = Limit(
    "Chữ trong một ô của danh sách", 200, "kí tự", "bị cắt bớt", "dài hơn mọi họ tên"
)
MOST_SEALED_FILES = Limit(
    "Số tệp trong gói đề niêm phong (.age)",
    5_000,
    "tệp",
    "không mở gói, báo tên tệp lạ",
    "đủ cho bộ đề 1.000 mã, mỗi mã vài tệp",
)
LARGEST_SEALED_FILE = Limit(
    "Một tệp trong gói đề niêm phong (.age)",
    2_000_000_000,
    BYTES,
    "không mở gói, báo tên tệp lạ",
    "không tệp nào của bộ đề nặng chừng ấy",
)
MOST_ZIPPED_FILES = Limit(
    "Số tệp trong gói đề .zip đem kiểm",
    5_000,
    "tệp",
    "không mở gói, báo gói có quá nhiều tệp",
    "đủ cho bộ đề 1.000 mã, mỗi mã vài tệp",
)
LARGEST_UNPACKED_PAPERS = Limit(
    "Gói đề .zip đem kiểm, sau khi giải nén",
    2_000_000_000,
    BYTES,
    "dừng giải nén, xóa phần đã giải nén, báo gói quá nặng",
    "zip vài kB có thể thành nhiều GB; bộ đề 24 mã nặng chừng vài chục MB",
)
LARGEST_UNPACKED_REVIEW = Limit(
    "Tệp Word thẩm định gửi lại, sau khi giải nén",
    200_000_000,
    BYTES,
    "không đọc, báo tệp giải nén ra quá nặng",
    "tệp Word là một gói zip; cả ngân hàng kèm hình nhẹ hơn nhiều",
)
SEAL_MEMORY = Limit(
    "Bộ nhớ mà việc thử mật khẩu của một gói .age được đòi",
    1_073_741_824,
    BYTES,
    "không thử mật khẩu, báo gói đòi quá nhiều",
    "gói làm trên máy thường đòi 64 đến 512 MiB; con số nằm trong tệp, người gửi chọn được",
)
SHORTEST_PASSPHRASE = Limit(
    "Mật khẩu niêm phong, ngắn nhất",
    12,
    "kí tự",
    "không niêm phong, khuyên dùng một câu bốn, năm từ",
    "người có tệp trong tay đoán được bao nhiêu lần tùy thích",
)
LARGEST_NOTEBOOK = Limit(
    "Một sổ .ipynb mà `lachan check` xem trong thư mục nội dung",
    5_000_000,
    BYTES,
    "không xem bên trong, `lachan check` báo FI009",
    "sổ của một bài học nặng chưa đến 100 kB",
)
LARGEST_MANIFEST = Limit(
    "Hồ sơ đề cũ (manifest.json) mà ma trận nêu trong `previous`",
    200_000_000,
    BYTES,
    "không đọc, `lachan check` báo BP002",
    "hồ sơ của 1.000 mã đề nhẹ hơn nhiều",
)
LARGEST_LOGO = Limit(
    "Logo của trường",
    1_000_000,
    BYTES,
    "không dùng, `lachan check` báo FI011",
    "hình in ra rộng chừng 2 cm; nằm trong mọi phiếu, nên nhẹ thì hơn",
)
LONGEST_LOGO_SIDE = Limit(
    "Mỗi chiều của logo",
    4_000,
    "điểm ảnh",
    "không dùng, `lachan check` báo FI011",
    "tệp vài kB có thể mở ra thành nhiều GB điểm ảnh",
)
LARGEST_CONTENT_FILE = Limit(
    "Một tệp bài học, câu hỏi hay nguồn luật",
    1_000_000,
    BYTES,
    "không đọc, `lachan check` báo FI003",
    "tệp lớn nhất hiện nay nặng chưa đến 200 kB",
)
LONGEST_FILE_NAME = Limit(
    "Tên tệp ghi trong một tệp khác (hồ sơ đề, gói niêm phong)",
    200,
    "kí tự",
    "không đọc, báo tên nào",
    "mọi hệ thống tệp nhận tên chừng ấy",
)
LONGEST_PATH = Limit(
    "Đường dẫn ghi trong một tệp khác",
    1_000,
    "kí tự",
    "không đọc, báo tên nào",
    "đủ cho vài thư mục lồng nhau",
)
