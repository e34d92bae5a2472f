"""A contest's declaration as JSON, as the store and the public bundle keep it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from lachan.domain.contests.contest import (
    Contest,
    Counted,
    EntryMode,
    GroupBy,
    Prize,
    RankKey,
    Reveal,
)
from lachan.errors import LachanError
from lachan.exchange.json_files import find_other_format
from lachan.markup import from_nodes, to_nodes

FORMAT = "lachan-contest/1"


class DefinitionError(LachanError):
    """What is stored is no contest's declaration."""


def contest_definition(contest: Contest) -> dict[str, Any]:
    """Return the declaration as JSON-ready data; times in UTC."""
    return {
        "format": FORMAT,
        "slug": contest.slug,
        "title": contest.title,
        "rules": to_nodes(contest.rules),
        "opens_at": _spell(contest.opens_at),
        "closes_at": _spell(contest.closes_at),
        "minutes": contest.minutes,
        "attempts": contest.attempts,
        "counted": contest.counted.value,
        "entry": contest.entry.value,
        "group_by": contest.group_by.value,
        "prediction": contest.prediction,
        "ranking": [key.value for key in contest.keys],
        "reveal": contest.reveal.value,
        "prizes": [{"title": prize.title, "count": prize.count} for prize in contest.prizes],
        "grace_s": contest.grace_s,
    }


def parse_contest_definition(text: str) -> Contest:
    """Return what `contest_definition` gave, from its JSON.

    Raises
    ------
    DefinitionError
        If it is something else.
    """
    try:
        raw = json.loads(text)
        found = raw.pop("format")
        if words := find_other_format(found, FORMAT):
            raise DefinitionError(f"Cuộc thi: {words}")
        if found != FORMAT:
            raise ValueError(found)
        return Contest(
            **raw
            | {
                "rules": from_nodes(raw["rules"]),
                "opens_at": datetime.fromisoformat(raw["opens_at"]),
                "closes_at": datetime.fromisoformat(raw["closes_at"]),
                "counted": Counted(raw["counted"]),
                "entry": EntryMode(raw["entry"]),
                "group_by": GroupBy(raw["group_by"]),
                "ranking": tuple(map(RankKey, raw["ranking"])),
                "reveal": Reveal(raw["reveal"]),
                "prizes": tuple(Prize(**prize) for prize in raw["prizes"]),
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DefinitionError(
            f"Không đọc được dữ liệu cuộc thi dạng {FORMAT} ({type(error).__name__}: {error}); "
            "cơ sở dữ liệu có thể do bản Lá Chắn khác ghi."
        ) from error


def _spell(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()
