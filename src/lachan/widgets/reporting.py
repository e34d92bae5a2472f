"""Widgets whose every message is answered, so that a page never waits for what has failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import traitlets as t

from lachan.domain.law import Provision
from lachan.widgets.answering import Answering


class Reporting(Answering):
    """Base of the staff's widgets that do long or fallible work.

    Parameters
    ----------
    report
        Called within the handling of a fault that has no words for users; logs it and returns
        the incident's code.

    Attributes
    ----------
    answered
        The serial number of the last message that was acted on; set after all else.
    """

    answered = t.Int().tag(sync=True)

    def __init__(
        self, provisions: Mapping[str, Provision], report: Callable[[], str], **traits: object
    ) -> None:
        self._report = report
        super().__init__(provisions, **traits)

    def receive(self, message: object) -> None:
        """Act on one message; whatever happens, the browser hears that it is done."""
        try:
            super().receive(message)
        except Exception:  # noqa: BLE001
            # A message has no cell that could fail: without this the page would wait for ever.
            self.notice = self.texts["paper_incident"].format(incident=self._report())
        finally:
            serial = message.get("serial") if isinstance(message, dict) else None
            self.answered = serial if isinstance(serial, int) else 0
