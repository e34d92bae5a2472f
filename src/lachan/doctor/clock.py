"""The clock: by it a contest opens and closes, and certificates hold or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.processes import ask_system
from lachan.store import StoreError, open_engine
from lachan.store.clock import measure_offset
from lachan.text import format_moment
from lachan.workflows.clock import utc_now
from lachan.workflows.database import database_url

# A clock before this day has lost its battery: this version did not exist yet.
MADE = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)

CLOSE_ENOUGH = dt.timedelta(seconds=2)
PATIENCE_S = 5

_CLOCK = "Đồng hồ"
_NTP = "Chỉnh giờ tự động"
_DATABASE = "Giờ của cơ sở dữ liệu"


def check_clock(plan: Plan) -> Iterator[Finding]:
    """Tell what time it is here, who keeps it right, and how far the database's clock is."""
    yield judge_clock(plan.now)
    yield judge_synchronised(read_timedatectl())
    url = database_url(plan.environment)
    if not url.startswith("sqlite"):
        # Whether the database answers at all is told elsewhere.
        try:
            with closing(open_engine(url)) as store:
                yield judge_offset(measure_offset(store, utc_now))
        except StoreError:
            return


def judge_clock(now: dt.datetime) -> Finding:
    """Return the time as Vietnam has it, and whether it can be right."""
    found = f"{format_moment(now)} (giờ Việt Nam)"
    if now < MADE:
        advice = "Đồng hồ chạy sai; chỉnh lại ngày giờ và thay pin của máy."
        return Finding("clock.time", _CLOCK, State.FAULT, found, advice)
    advice = "So với giờ trên điện thoại có mạng."
    return Finding("clock.time", _CLOCK, State.GOOD, found, advice)


def read_timedatectl() -> str:
    """Return what systemd tells of the clock, "" where it does not."""
    wanted = ("show", "--property=NTPSynchronized", "--property=NTP")
    return ask_system("timedatectl", wanted, PATIENCE_S)


def judge_synchronised(told: str) -> Finding:
    """Return whether the clock is kept right, by the lines of ``timedatectl show``."""
    lines = dict(line.partition("=")[::2] for line in told.splitlines() if "=" in line)
    if "NTPSynchronized" not in lines:
        advice = "Máy không cho biết; hãy so đồng hồ với điện thoại trước giờ thi."
        return Finding("clock.ntp", _NTP, State.UNKNOWN, "không rõ", advice)
    if lines["NTPSynchronized"] == "yes":
        return Finding("clock.ntp", _NTP, State.GOOD, "đang khớp")
    on = lines.get("NTP") == "yes"
    found = "đã bật, chưa khớp (máy không có mạng?)" if on else "đang tắt"
    advice = "Bật: sudo timedatectl set-ntp true; không có mạng thì chỉnh bằng tay trước giờ thi."
    return Finding("clock.ntp", _NTP, State.WARNING, found, advice)


def judge_offset(offset: dt.timedelta) -> Finding:
    """Return how far the database's clock, by which contests are judged, is from this one."""
    seconds = offset.total_seconds()
    found = f"lệch {seconds:+.1f} giây so với máy này".replace(".", ",")
    if abs(offset) > CLOSE_ENOUGH:
        advice = "Cuộc thi tính giờ theo cơ sở dữ liệu: chỉnh đồng hồ của cả hai máy bằng NTP."
        return Finding("clock.database", _DATABASE, State.WARNING, found, advice)
    return Finding("clock.database", _DATABASE, State.GOOD, found)
