"""How a handler of either server tells its own faults: once in the log, by a code to the person."""

from __future__ import annotations

import logging
from typing import Any, ClassVar

from tornado.web import HTTPError, RequestHandler

from lachan.web.incidents import log_incident


class FaultTellingHandler(RequestHandler):
    """A handler whose faults stand in the log under the code that its page shows.

    Attributes
    ----------
    fault_log
        Where a server's faults are written.
    """

    fault_log: ClassVar[logging.Logger] = logging.getLogger(__name__)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:  # noqa: ARG002
        """Write a fault of ours into the log, once; a refusal is an answer and no fault."""
        if not isinstance(value, HTTPError) or value.status_code >= 500:
            self._incident = self.record_incident(value)

    def record_incident(self, fault: BaseException | None = None) -> str:
        """Write a fault into the log; return the code that a person can read out."""
        return log_incident(self.fault_log, f"{self.request.method} {self.request.path}", fault)

    def find_incident(self, status_code: int) -> str:
        """Return the code of the fault being told; a refusal has none."""
        if status_code < 500:
            return ""
        return getattr(self, "_incident", "") or self.record_incident()
