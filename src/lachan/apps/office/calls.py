"""What the office's page asks of its kernel, by name."""

from __future__ import annotations

import logging
from typing import NotRequired, TypedDict

from lachan.apps.office.cards import EntryCards
from lachan.apps.office.day import Day
from lachan.apps.office.form import FormError
from lachan.apps.office.making import Making
from lachan.apps.office.page import UNKNOWN, Call, CallError, Reply, StaffPage, Values
from lachan.apps.office.results import Results
from lachan.apps.office.views.contest import ContestJson, contest_json
from lachan.domain.contests.roles import Right, Role
from lachan.errors import LachanError
from lachan.web.incidents import log_incident

WRONG_FIELDS = "Có mục cần xem lại."

log = logging.getLogger(__name__)


class ContestsJson(TypedDict):
    contests: list[ContestJson]


class OfficeJson(ContestsJson):
    """Who has logged in, and what there is."""

    role: Role
    rights: dict[Right, bool]


class OfficeFaultJson(TypedDict):
    """What went wrong; ``fields`` where it is about fields of a form."""

    error: str
    fields: NotRequired[dict[str, str]]


class StaffCalls:
    """Answers one page of the office."""

    def __init__(self, page: StaffPage) -> None:
        self._page = page
        self._calls: dict[str, Call] = {
            "start": self._start,
            "list": self._list,
            **Making(page).calls(),
            **EntryCards(page).calls(),
            **Day(page).calls(),
            **Results(page).calls(),
        }

    def answer(self, name: str, values: Values, piece: bytes = b"") -> Reply:
        """Return the answer to one message; what went wrong is in it as ``error``.

        Parameters
        ----------
        piece
            A part of a file, with the name ``upload`` only.
        """
        try:
            return self._answer(name, values, piece)
        except FormError as error:
            return _reply_fault({"error": WRONG_FIELDS, "fields": dict(error.fields)})
        except LachanError as error:
            return _reply_fault({"error": str(error)})
        except Exception:  # noqa: BLE001
            # Without this the page would wait for an answer that never comes.
            incident = log_incident(log, f"trang điều hành, yêu cầu {name}")
            told = f"Có trục trặc; hãy thử lại, nếu vẫn vậy báo mã {incident}."
            return _reply_fault({"error": told})

    def _answer(self, name: str, values: Values, piece: bytes) -> Reply:
        if name == "upload":
            return self._page.take_piece(values, piece)
        call = self._calls.get(name)
        if call is None:
            raise CallError(UNKNOWN)
        return call(values)

    def _start(self, values: Values) -> Reply:
        staff = self._page.staff
        self._page.host = str(values.get("host") or "")[:255]
        office: OfficeJson = {
            "role": staff.role,
            "rights": {right: staff.may(right) for right in Right},
            **self._contests(),
        }
        return Reply(office)

    def _list(self, _values: Values) -> Reply:
        return Reply(self._contests())

    def _contests(self) -> ContestsJson:
        return {"contests": [contest_json(each) for each in self._page.staff.list_contests()]}


def _reply_fault(fault: OfficeFaultJson) -> Reply:
    return Reply(fault)
