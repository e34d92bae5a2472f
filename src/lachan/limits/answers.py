"""What people answer, in practice, in class and in a contest."""

from lachan.limits.limit import Limit

TITLE = "Câu trả lời"

LONGEST_ESSAY = Limit(
    "Một bài viết của học sinh",
    6000,
    "kí tự",
    "bị từ chối, không chấm",
    "một trang viết tay có khoảng 2.000 kí tự",
)
LONGEST_TYPED = Limit(
    "Một câu trả lời ngắn gõ tay",
    32,
    "kí tự",
    "bị từ chối, không chấm",
    "câu trả lời thật có bốn kí tự",
)
MOST_PRACTICE_EVENTS = Limit(
    "Số bước của một lần luyện tập được phát lại",
    500,
    "bước",
    "bắt đầu lần luyện mới",
    "lần luyện dài nhất không đến chừng ấy; bản ghi giả không được làm bận máy chủ",
)
