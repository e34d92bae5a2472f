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
MOST_REMEMBERED = Limit(
    "Số địa chỉ hay mã được nhớ cùng lúc, mỗi loại đếm",
    50_000,
    "tên",
    "tên lâu nhất không thử nữa được quên trước",
    "mỗi tên mất khoảng 200 byte; không ai làm đầy bộ nhớ bằng cách đổi địa chỉ",
)
FREE_TRIES_OF_ALL = Limit(
    "Số lần gõ sai mã của một vai trò, mọi địa chỉ cộng lại, trước khi tất cả phải chờ",
    100,
    "lần",
    "chờ, mỗi lần sai sau đó chờ gấp đôi; máy đã từng vào bằng vai trò ấy không phải chờ",
    "cả hội đồng thi gõ nhầm cũng không đến; người có nghìn địa chỉ cũng chỉ đoán được chừng ấy",
)
FIRST_WAIT_OF_ALL = Limit(
    "Lần chờ đầu tiên của tất cả",
    1,
    SECONDS,
    "lần sau chờ gấp đôi",
    "người thật hầu như không thấy",
)
LONGEST_WAIT_OF_ALL = Limit(
    "Lần chờ dài nhất của tất cả",
    60,
    SECONDS,
    "không chờ lâu hơn",
    "mỗi 30 giây một lần sai được bỏ qua, nên kẻ đoán mã còn hai lần mỗi phút: hết mã tám chữ số "
    "mất khoảng 95 năm",
)
TRY_OF_ALL_FORGIVEN_AFTER = Limit(
    "Thời gian để một lần gõ sai của tất cả được bỏ qua",
    30,
    SECONDS,
    "đếm bớt đi một lần sai",
    "gõ nhầm rải rác cả ngày không cộng dồn thành chờ",
)
LIFTED = Limit(
    "Thời gian không ai phải chờ vì người khác, sau khi người ở máy chủ bỏ chờ",
    120,
    SECONDS,
    "đếm lại như trước",
    "đủ để gõ mã, không đủ để đoán mã",
)
MOST_SESSIONS = Limit(
    "Số lần đăng nhập của thầy cô còn dùng được cùng lúc",
    1_000,
    "lần đăng nhập",
    "lần đăng nhập cũ nhất phải gõ mã lại",
    "nhiều hơn số thầy cô và giám thị của một kì thi lớn",
)
