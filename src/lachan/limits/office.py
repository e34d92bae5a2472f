"""What organisers fill in: the forms of a contest and what is made from them."""

from lachan.limits.limit import Limit

TITLE = "Bàn điều hành của ban tổ chức"

LONGEST_TITLE = Limit(
    "Tên cuộc thi", 200, "kí tự", "ô ấy được báo lỗi", "còn phải in vừa trên giấy chứng nhận"
)
LONGEST_RULES = Limit("Thể lệ", 20_000, "kí tự", "ô ấy được báo lỗi", "khoảng mười trang giấy")
LONGEST_ADDRESS = Limit(
    "Tên ngắn của cuộc thi trong địa chỉ",
    80,
    "kí tự",
    "cuộc thi không được lập, báo rõ tên nào",
    "còn phải đọc được trên phiếu dự thi",
)
MOST_PRIZES = Limit(
    "Số giải",
    20,
    "giải",
    "những dòng sau không được đọc",
    "thể lệ của một cuộc thi không có nhiều hơn",
)
MOST_FORMS = Limit(
    "Số mã đề của một cuộc thi",
    24,
    "mã đề",
    "ô ấy được báo lỗi",
    "mỗi người trong phòng 24 chỗ một mã đề; cần hơn thì dùng lệnh (đến 100)",
)
MOST_EXTRA_MINUTES = Limit(
    "Số phút thêm trong một lần",
    240,
    "phút",
    "ô ấy được báo lỗi",
    "thêm nhiều hơn thường là gõ nhầm",
)
MOST_MINUTES_OF_AN_ACT = Limit(
    "Số phút thêm mà máy chủ nhận, ai gửi cũng vậy",
    24 * 60,
    "phút",
    "bị từ chối, không đổi gì",
    "một ngày; trang điều hành chỉ cho gõ đến 240 phút",
)
LONGEST_MESSAGE = Limit(
    "Lời nhắn gửi vào phòng thi", 500, "kí tự", "bị cắt bớt", "còn phải đọc được trên điện thoại"
)
MOST_CODES = Limit(
    "Số mã dự thi làm trong một lần", 20_000, "mã", "ô ấy được báo lỗi", "làm tiếp lần nữa được"
)
MOST_CARDS = Limit(
    "Số phiếu dự thi trong một tệp PDF",
    2_000,
    "phiếu",
    "phần sau vào tệp tiếp theo",
    "tệp chừng ấy làm trong năm giây và nặng 7 MB",
)
MOST_LISTED = Limit(
    "Số người hiện trong một danh sách",
    5000,
    "người",
    "danh sách hiện từng phòng một",
    "trình duyệt của máy yếu vẫn cuộn được",
)
MOST_PURPOSES = Limit(
    "Số mục đích dùng tên thí sinh",
    3,
    "mục đích",
    "không nhận, báo rõ ô nào",
    "mỗi mục đích được đồng ý riêng, và phiếu đồng ý vừa một trang",
)
LONGEST_PURPOSE = Limit(
    "Một dòng trên phiếu đồng ý: mục đích, ai xem, rút thế nào, đơn vị",
    160,
    "kí tự",
    "không nhận, báo rõ ô nào",
    "phiếu đồng ý vừa một trang, học sinh đọc được",
)
LONGEST_KEPT = Limit(
    "Thời gian giữ tên thí sinh sau ngày thi",
    365,
    "ngày",
    "ngày xóa tên xa hơn bị từ chối, báo rõ hạn",
    "một năm học; trao giải và khiếu nại đã xong từ lâu",
)
ADVISED_KEPT = Limit(
    "Thời gian nên giữ tên thí sinh sau ngày thi",
    90,
    "ngày",
    "vẫn nhận, ban tổ chức được nhắc chọn ngày gần hơn",
    "đủ để trao giải và giải quyết khiếu nại",
)
KEPT_UNSAID = Limit(
    "Thời gian giữ số báo danh, lớp, trường, phiên và lời nhật kí của cuộc thi không xin tên",
    90,
    "ngày",
    "máy chủ tự xóa",
    "đủ để trao giải và giải quyết khiếu nại; không ai phải nhớ",
)
