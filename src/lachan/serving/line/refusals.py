"""Why a page is let go, in the words that it shows."""

from __future__ import annotations

from enum import StrEnum

# RFC 6455 section 5.5: a close frame carries 125 bytes, of which its code takes two.
MOST_WORDS_BYTES = 123


class Refusal(StrEnum):
    """One sentence each, which travels as the reason of the websocket's end."""

    NO_MESSAGE = "Trang gửi một tin sai quy cách nên máy chủ đã ngắt trang."
    TOO_LARGE = "Trang gửi một tin quá lớn nên máy chủ đã ngắt trang."
    TOO_DEEP = "Trang gửi một tin lồng quá nhiều tầng nên máy chủ đã ngắt trang."
    TOO_MANY = "Trang gửi tin dồn dập quá lâu nên máy chủ đã ngắt trang."
    TOO_MANY_COMMS = "Trang mở quá nhiều công cụ nên máy chủ đã ngắt trang."
    ANSWER_TOO_LARGE = "Trang xin một tin quá lớn nên máy chủ đã ngắt trang."
    TOO_SLOW = "Trang nhận tin quá chậm nên máy chủ đã ngắt trang."
    ELSEWHERE = "Trang này đang nối với máy chủ từ một chỗ khác."
    TOO_MUCH_MEMORY = "Trang dùng quá nhiều bộ nhớ nên máy chủ đã ngắt trang."
    NO_MEMORY_LEFT = "Máy chủ sắp hết bộ nhớ nên đã ngắt trang này."
