"""The database: which, whether it answers, whether it keeps what it says it has kept."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lachan.doctor.finding import Finding, State
from lachan.doctor.machine import NODE_ENTRANTS
from lachan.doctor.passcodes import judge_file
from lachan.doctor.plan import Plan
from lachan.limits.contest_room import DATABASE_CONNECTIONS
from lachan.store import SchemaState, Store, StoreError, find_file, get_status, open_engine
from lachan.store.health import Health, read_health
from lachan.workflows.database import database_url

# Twenty answers with their indexes take 8 kB, and the log as much again before it is emptied
# (docs/scale.md); the rest is for what a disk needs to go on at all.
BYTES_PER_ENTRANT = 50_000
SPARE_BYTES = 1_000_000_000

# The oldest PostgreSQL that still gets fixes (postgresql.org/support/versioning; 14 ended in
# November 2026).
OLDEST_POSTGRESQL = 15
CONNECTIONS_PER_NODE = DATABASE_CONNECTIONS.value + 2
SPARE_CONNECTIONS = 20

_TITLE = "Cơ sở dữ liệu"
_SCHEMA_WORDS = {
    SchemaState.EMPTY: "còn trống, sẽ tự tạo bảng",
    SchemaState.CURRENT: "đúng bản",
    SchemaState.OLDER: "bảng cũ hơn bản này",
    SchemaState.NEWER: "bảng mới hơn bản này",
    SchemaState.FOREIGN: "là của chương trình khác",
}
_SCHEMA_ADVICE = {
    SchemaState.OLDER: "Sao lưu rồi chạy: lachan db upgrade",
    SchemaState.NEWER: "Cập nhật Lá Chắn.",
    SchemaState.FOREIGN: "Dùng một cơ sở dữ liệu trống.",
}


def check_database(plan: Plan) -> Iterator[Finding]:
    """Tell how the database of contests and live classes stands; nothing in it is changed."""
    url = database_url(plan.environment)
    try:
        file = find_file(url)
        if file is not None:
            yield from _check_file(file, plan)
            if not file.exists():
                return
        with closing(open_engine(url)) as store:
            yield from _check_store(store, plan)
    except StoreError as error:
        advice = "Xem lại LACHAN_DATABASE_URL, và cơ sở dữ liệu có đang chạy không."
        yield Finding("database.answer", _TITLE, State.FAULT, str(error), advice)


def _check_file(file: Path, plan: Plan) -> Iterator[Finding]:
    folder = next(each for each in (file, *file.parents) if each.is_dir())
    yield judge_space(shutil.disk_usage(folder).free, plan.entrants)
    if file.exists():
        yield judge_file("Tệp dữ liệu", file)
    else:
        yield Finding("database.answer", _TITLE, State.GOOD, f"SQLite, chưa có; sẽ tạo {file}")
    yield judge_size(plan.entrants)


def _check_store(store: Store, plan: Plan) -> Iterator[Finding]:
    status = get_status(store)
    kind = "SQLite" if store.is_sqlite else "PostgreSQL"
    state = State.FAULT if status.state in _SCHEMA_ADVICE else State.GOOD
    found = f"{kind} trả lời; {_SCHEMA_WORDS[status.state]}"
    yield Finding("database.answer", _TITLE, state, found, _SCHEMA_ADVICE.get(status.state, ""))
    health = read_health(store)
    if store.is_sqlite:
        yield judge_journal(health)
    else:
        yield judge_server(health)
        yield judge_connections(health, plan.entrants)


def judge_space(free_bytes: int, entrants: int) -> Finding:
    """Return whether the disk has room for what is going to be saved."""
    needed = SPARE_BYTES + entrants * BYTES_PER_ENTRANT
    found = f"trống {free_bytes / 1e9:.1f} GB, cần {needed / 1e9:.1f} GB".replace(".", ",")
    if free_bytes < needed:
        advice = "Dọn đĩa trước ngày thi: đĩa đầy thì không lưu được câu trả lời nào."
        return Finding("database.space", "Đĩa", State.FAULT, found, advice)
    return Finding("database.space", "Đĩa", State.GOOD, found)


def judge_size(entrants: int) -> Finding:
    """Return whether SQLite is enough for so many at once."""
    title = "Cỡ cuộc thi"
    if entrants > NODE_ENTRANTS:
        found = f"{entrants} người cùng lúc trên SQLite, chỉ hợp đến khoảng {NODE_ENTRANTS}"
        advice = "Dùng PostgreSQL và nhiều tiến trình: docs/scale.md."
        return Finding("database.size", title, State.FAULT, found, advice)
    found = f"{entrants} người cùng lúc" if entrants else "không nêu số người dự thi"
    return Finding("database.size", title, State.GOOD, found)


def judge_journal(health: Health) -> Finding:
    """Return whether readers and writers can work at once, and what is saved survives a crash."""
    title, found = "Kiểu ghi của SQLite", health.journal.upper()
    if health.journal != "wal":
        advice = "Đĩa này không cho WAL (ổ mạng?); đặt tệp dữ liệu trên đĩa của chính máy này."
        return Finding("database.journal", title, State.FAULT, found, advice)
    return Finding("database.journal", title, State.GOOD, found)


def judge_server(health: Health) -> Finding:
    """Return whether PostgreSQL is of a version that still gets fixes."""
    title, found = "PostgreSQL", "bản " + ".".join(map(str, health.version))
    if health.version[0] < OLDEST_POSTGRESQL:
        advice = f"Bản này không còn được vá; dùng bản {OLDEST_POSTGRESQL} trở lên."
        return Finding("database.server", title, State.WARNING, found, advice)
    return Finding("database.server", title, State.GOOD, found)


def judge_connections(health: Health, entrants: int) -> Finding:
    """Return whether PostgreSQL lets in as many nodes as the contest needs, and the staff."""
    nodes = max(1, math.ceil(entrants / NODE_ENTRANTS))
    needed = nodes * CONNECTIONS_PER_NODE + SPARE_CONNECTIONS
    title = "Kết nối đến PostgreSQL"
    found = f"max_connections = {health.connections}, {nodes} tiến trình cần {needed}"
    if health.connections < needed:
        advice = f"Đặt max_connections = {needed} trở lên rồi khởi động lại PostgreSQL."
        return Finding("database.connections", title, State.FAULT, found, advice)
    return Finding("database.connections", title, State.GOOD, found)
