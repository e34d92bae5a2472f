"""The contest room: requests, saves, codes, and how many wait for the database."""

from lachan.limits.limit import BYTES, SECONDS, Limit

TITLE = "Phòng thi"

LARGEST_BODY = Limit(
    "Một yêu cầu gửi đến phòng thi",
    64 * 1024,
    BYTES,
    "bị từ chối trước khi đọc hết",
    "gửi lại cả bài cùng các câu viết ngắn mất vài kB",
)
LONGEST_NAME = Limit(
    "Họ tên, lớp, tên câu hỏi trong một yêu cầu",
    100,
    "kí tự",
    "bị từ chối, không lưu gì",
    "không họ tên Việt nào dài chừng ấy",
)
MOST_ANSWERS = Limit(
    "Số câu trả lời trong một lần lưu",
    200,
    "câu",
    "cả lần lưu bị từ chối",
    "gấp nhiều lần số câu của một đề; máy mất mạng lâu gửi lại làm nhiều lần",
)
LONGEST_VALUE = Limit(
    "Một câu trả lời được lưu",
    8_000,
    "kí tự",
    "câu ấy bị từ chối, các câu khác vẫn lưu",
    "bài viết dài nhất có 6.000 kí tự, cộng phần bao bằng JSON",
)
HIGHEST_SEQUENCE = Limit(
    "Số lần đổi câu trả lời của một câu",
    9999,
    "lần",
    "lần đổi sau bị từ chối, câu trả lời trước vẫn còn",
    "không ai đổi nhiều đến thế; mỗi lần đổi là một dòng được giữ",
)
HIGHEST_PREDICTION = Limit(
    "Số dự đoán lớn nhất của câu dự đoán",
    100_000_000,
    "người",
    "bị từ chối, không lưu",
    "bằng dân số cả nước",
)
LONGEST_TOKEN = Limit(
    "Mã phiên trong cookie",
    200,
    "kí tự",
    "coi như chưa vào phòng thi",
    "mã thật có 43 kí tự",
)
SESSION = Limit(
    "Thời gian cookie của phòng thi còn dùng được",
    2 * 86400,
    SECONDS,
    "phải nhập mã dự thi lại; bài đã lưu vẫn còn",
    "thi hôm nay, mai xem kết quả mà không phải nhập lại",
)
LONGEST_DEVICE = Limit(
    "Tên trình duyệt ghi cho giám thị xem",
    80,
    "kí tự",
    "bị cắt bớt",
    "đủ để phân biệt điện thoại với máy tính",
)
FREE_GUESSES = Limit(
    "Số mã dự thi sai từ một địa chỉ trước khi người gõ sai phải chờ",
    20,
    "lần",
    "mã sai tiếp theo được trả lời là phải chờ; mã đúng vẫn vào ngay",
    "cả trường có thể chung một địa chỉ; mã có 31⁹ cách viết nên không cần khóa cửa ai",
)
GUESS_FORGIVEN_AFTER = Limit(
    "Thời gian để một mã dự thi sai được bỏ qua",
    30,
    SECONDS,
    "đếm bớt đi một lần sai",
    "một trường gõ nhầm cả buổi cũng không bị coi là đoán mã",
)
FREE_ENTRIES_OF_A_CODE = Limit(
    "Số lần vào bằng cùng một mã từ một địa chỉ trước khi phải chờ",
    12,
    "lần",
    "chờ, mỗi lần sau đó chờ gấp đôi; ở địa chỉ khác mã ấy vẫn vào ngay",
    "đổi máy, tải lại trang nhiều lần là thường; hai người giành nhau một mã thì không",
)
ENTRY_FORGIVEN_AFTER = Limit(
    "Thời gian để một lần vào bằng cùng một mã được bỏ qua",
    30,
    SECONDS,
    "đếm bớt đi một lần vào",
    "mạng chập chờn cả buổi thi cũng không làm ai phải chờ",
)
FIRST_ENTRY_WAIT = Limit(
    "Lần chờ đầu tiên ở cửa phòng thi",
    5,
    SECONDS,
    "lần sau chờ gấp đôi",
    "đủ để xem lại thẻ, không đủ để lỡ giờ thi",
)
LONGEST_ENTRY_WAIT = Limit(
    "Lần chờ dài nhất ở cửa phòng thi",
    60,
    SECONDS,
    "không chờ lâu hơn",
    "người bị chờ oan chỉ mất một phút",
)
FREE_NEWCOMERS = Limit(
    "Số người tự ghi tên vào cuộc thi mở từ một địa chỉ, cùng một lúc",
    3000,
    "người",
    "chờ, mỗi người sau đó chờ gấp đôi",
    "học sinh trường lớn nhất vào cùng một giờ, chung một địa chỉ",
)
NEWCOMERS_A_SECOND = Limit(
    "Số người tự ghi tên từ một địa chỉ được vào thêm mỗi giây, khi đã đông",
    1,
    "người",
    "chờ, mỗi người sau đó chờ gấp đôi",
    "nhà mạng di động cho cả thành phố chung một địa chỉ",
)
FREE_SAVES = Limit(
    "Số lần lưu liền nhau của một máy",
    120,
    "lần",
    "trang giữ câu trả lời và tự gửi lại",
    "trả lời liên tay cả bài vẫn không chạm tới",
)
SAVES_A_SECOND = Limit(
    "Số lần lưu mỗi giây của một máy, khi đã lưu liền nhiều lần",
    2,
    "lần",
    "trang giữ câu trả lời và tự gửi lại",
    "trang gom các câu trả lời, mỗi giây gửi nhiều nhất một lần",
)
LONGEST_SAVE_WAIT = Limit(
    "Lần chờ lưu dài nhất",
    15,
    SECONDS,
    "không chờ lâu hơn",
    "bằng khoảng cách dài nhất giữa hai lần trang tự gửi lại",
)
MOST_EVENTS = Limit(
    "Số lần đổi câu trả lời được giữ trong một bài",
    5_000,
    "lần",
    "lần đổi sau bị từ chối và nói rõ, các câu trả lời trước vẫn còn",
    "viết liên tục bài tự luận 90 phút là khoảng 3.000 lần; mỗi lần là một dòng được giữ",
)
DATABASE_CONNECTIONS = Limit(
    "Số kết nối đến cơ sở dữ liệu, cũng là số việc làm cùng lúc",
    16,
    "kết nối",
    "việc sau chờ đến lượt",
    "các luồng chủ yếu chờ đĩa; nhiều hơn chỉ chờ lẫn nhau",
)
MOST_WAITING_WRITES = Limit(
    "Số lần lưu chờ cơ sở dữ liệu",
    4096,
    "lần lưu",
    "máy chủ báo đang bận, trang giữ câu trả lời và gửi lại",
    "nhiều hơn thì người chờ cuối cũng quá hạn chờ",
)
WRITE_PATIENCE = Limit(
    "Thời gian một lần lưu chờ cơ sở dữ liệu",
    15,
    SECONDS,
    "máy chủ báo đang bận, trang giữ câu trả lời và gửi lại",
    "lâu hơn thì trình duyệt cũng bỏ cuộc; lưu hai lần cũng là lưu một",
)
LARGEST_BATCH = Limit(
    "Số lần lưu ghi chung một lần xuống đĩa (SQLite)",
    256,
    "lần lưu",
    "phần còn lại vào lần ghi sau",
    "lần ghi dài hơn thì người vào trước phải chờ lâu",
)
