from dataclasses import replace

import pytest

from lachan.limits import BYTES, PERCENT, SECONDS, Limit

LIMIT = Limit("Một tệp", 1, "tệp", "bị từ chối", "đủ dùng")


@pytest.mark.parametrize(
    ("value", "unit", "spelled"),
    [
        (64 * 1024, BYTES, "64 KiB"),
        (1_000_000, BYTES, "1 MB"),
        (2_500_000, BYTES, "2,5 MB"),
        (2_000_000_000, BYTES, "2 GB"),
        (30_000, BYTES, "30 kB"),
        (999, BYTES, "999 byte"),
        (12_345, BYTES, "12.345 byte"),
        (60, PERCENT, "60%"),
        (15, SECONDS, "15 giây"),
        (90, SECONDS, "1,5 phút"),
        (1200, SECONDS, "20 phút"),
        (3600, SECONDS, "1 giờ"),
        (2 * 86400, SECONDS, "2 ngày"),
        (3661, SECONDS, "3.661 giây"),
        (3, "người", "3 người"),
        (100_000_000, "người", "100.000.000 người"),
    ],
)
def test_is_spelled_as_people_read_it(value: int, unit: str, spelled: str) -> None:
    assert replace(LIMIT, value=value, unit=unit).spelled == spelled
