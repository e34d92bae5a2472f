"""What a live class answered, for its teacher to download."""

from __future__ import annotations

import asyncio
from typing import Any

from tornado.web import HTTPError

from lachan.serving.pages import SiteHandler
from lachan.store.live.rooms import RoomGoneError
from lachan.workflows.live.live_class import PupilDesk
from lachan.workflows.live.workbook import XLSX, make_live_workbook


class LiveResultsHandler(SiteHandler):
    """The workbook of one room, for staff only."""

    def initialize(self, desk: PupilDesk) -> None:
        """Take who has the rooms."""
        self._desk = desk

    async def get(self, code: str) -> None:
        """Send the workbook as it is now."""
        if not self.allow_staff():
            return
        desk = self._desk
        try:
            data = await asyncio.to_thread(make_live_workbook, desk.rooms, code, desk.content)
        except RoomGoneError as gone:
            raise HTTPError(404) from gone
        self.set_header("Content-Type", XLSX)
        self.set_header("Content-Disposition", f'attachment; filename="ket-qua-lop-{code}.xlsx"')
        self.set_header("Cache-Control", "no-store")
        self.finish(data)


def result_handlers(desk: PupilDesk) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the addresses of this module, relative to the server's."""
    return [(r"lachan/ket-qua-lop/([A-Z0-9]{6})\.xlsx", LiveResultsHandler, {"desk": desk})]
