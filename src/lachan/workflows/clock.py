"""The machine's clock, for whatever takes a time or a date as an argument."""

from __future__ import annotations

import datetime as dt

from lachan.text import date_in_vietnam


def utc_now() -> dt.datetime:
    """Return this machine's time, in UTC."""
    return dt.datetime.now(dt.UTC)


def today_in_vietnam() -> dt.date:
    """Return today's date in Vietnam, by which law is judged."""
    return date_in_vietnam(utc_now())
