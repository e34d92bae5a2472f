"""Passcodes and sessions of staff, and how long who guesses must wait."""

from lachan.limits.limit import SECONDS, Limit

TITLE = "Mã giáo viên, ban tổ chức và những lần gõ sai"

SHORTEST_PASSCODE = Limit(
    "Độ dài mã giáo viên tự đặt, ngắn nhất",
    6,
    "kí tự",
    "máy chủ không chạy và nói rõ vì sao",
    "ai đoán cũng phải chờ ngày càng lâu; mã máy tự đặt có tám chữ số",
)
SESSION = Limit(
    "Thời gian một lần đăng nhập của thầy cô",
    10 * 3600,
    SECONDS,
    "phải gõ mã lại",
    "bằng một ngày ở trường",
)
FREE_PASSCODE_TRIES = Limit(
    "Số lần gõ sai mã giáo viên trước khi phải chờ",
    5,
    "lần",
    "chờ, mỗi lần sai sau đó chờ gấp đôi",
    "người gõ nhầm không phải chờ, người đoán thì không đi đến đâu",
)
FIRST_WAIT = Limit(
    "Lần chờ đầu tiên của người gõ sai nhiều lần",
    30,
    SECONDS,
    "lần sau chờ gấp đôi",
    "đủ để nhìn lại mã trên màn hình máy chủ",
)
LONGEST_WAIT = Limit(
    "Lần chờ dài nhất",
    15 * 60,
    SECONDS,
    "không chờ lâu hơn",
    "người thật bị chờ oan vẫn vào được trong cùng tiết học",
)
FORGET_TRIES_AFTER = Limit(
    "Thời gian nhớ những lần gõ sai",
    3600,
    SECONDS,
    "được quên, đếm lại từ đầu",
    "không giữ địa chỉ của ai lâu hơn cần thiết",
)
