"""``lachan db``: the state of the database's tables, and bringing them up to date."""

from __future__ import annotations

import os
from contextlib import closing

import typer

from lachan.cli.app import App
from lachan.cli.console import out

app = App(help="Xem và nâng cấp cơ sở dữ liệu.")


@app.callback()
def _group() -> None:
    """Xem và nâng cấp cơ sở dữ liệu (đặt địa chỉ bằng LACHAN_DATABASE_URL)."""


@app.command()
def status() -> None:
    """Cho biết các bảng đang ở bản nào; mã thoát là 1 khi chưa dùng được."""
    from lachan.store import SchemaState, get_status
    from lachan.workflows.database import open_database_as_it_is

    words = {
        SchemaState.EMPTY: "còn trống; sẽ tự tạo bảng khi dùng lần đầu",
        SchemaState.CURRENT: "đúng bản",
        SchemaState.OLDER: "cũ hơn bản này; hãy sao lưu rồi chạy: lachan db upgrade",
        SchemaState.NEWER: "mới hơn bản này; hãy cập nhật Lá Chắn",
        SchemaState.FOREIGN: "của chương trình khác; hãy dùng một cơ sở dữ liệu trống",
    }
    with closing(open_database_as_it_is(os.environ)) as store:
        found = get_status(store)
        place = store.engine.url.render_as_string(hide_password=True)
    out.print(f"{place}: {words[found.state]}", markup=False)
    out.print(f"bản đang có: {found.found or 'chưa có'}; bản cần: {found.expected}", markup=False)
    if found.state not in (SchemaState.EMPTY, SchemaState.CURRENT):
        raise typer.Exit(1)


@app.command()
def upgrade() -> None:
    """Nâng các bảng lên bản mới nhất; hãy sao lưu trước."""
    from lachan.store import get_status, upgrade_store
    from lachan.workflows.database import open_database_as_it_is

    with closing(open_database_as_it_is(os.environ)) as store:
        before = upgrade_store(store)
        after = get_status(store)
    out.print(f"bản {before.found or 'trống'} → {after.found}", markup=False)
