"""Days as Vietnam counts them; the only clock of the apps."""

from __future__ import annotations

import datetime as dt

from lachan.text import date_in_vietnam


def today_in_vietnam() -> dt.date:
    """Return today's date as Vietnamese law counts it."""
    return date_in_vietnam(dt.datetime.now(dt.UTC))


def next_july_30(today: dt.date) -> dt.date:
    """Return the coming 30 July, today itself included."""
    this_year = dt.date(today.year, 7, 30)
    return this_year if today <= this_year else this_year.replace(year=today.year + 1)
