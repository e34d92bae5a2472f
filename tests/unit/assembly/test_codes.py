import pytest

from lachan.assembly import CodeError, check_codes, default_codes


def test_default_codes_count_from_101() -> None:
    assert default_codes(3) == ("101", "102", "103")


@pytest.mark.parametrize("count", [0, -1, 900])
def test_default_codes_refuse_what_three_digits_cannot_hold(count: int) -> None:
    with pytest.raises(CodeError, match=f"đang là {count}"):
        default_codes(count)


def test_good_codes_come_back_in_order() -> None:
    assert check_codes(["0114", "0101"]) == ("0114", "0101")


@pytest.mark.parametrize(
    ("codes", "message"),
    [
        ([], "Chưa có mã đề"),
        (["12"], "“12”"),
        (["12345", "101", "1a1"], "“12345”, “1a1”"),
        (["１０１"], "3 hoặc 4 chữ số"),
        (["101 "], "“101 ”"),
        (["101", "102", "101"], "bị lặp: 101"),
        (["101", "0102"], "dài bằng nhau"),
    ],
)
def test_bad_codes_are_named(codes: list[str], message: str) -> None:
    with pytest.raises(CodeError, match=message):
        check_codes(codes)
