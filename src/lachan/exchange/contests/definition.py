"""A contest's declaration as JSON, as the store and the public bundle keep it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lachan.domain.contests.contest import Contest
from lachan.errors import LachanError
from lachan.exchange.codec import Codec
from lachan.exchange.json_files import parse_document, reading

FORMAT = "lachan-contest/1"

# What is not asked is not written: as the first contests were declared.
_CODEC = Codec(Contest, closed=True, spare=("names", "prize_minimum"))


class DefinitionError(LachanError):
    """What is stored is no contest's declaration."""


def contest_definition(contest: Contest) -> dict[str, Any]:
    """Return the declaration as JSON-ready data; times in UTC, the ranking as it is computed."""
    return {"format": FORMAT, **_CODEC.dump(replace(contest, ranking=contest.keys))}


def parse_contest_definition(text: str) -> Contest:
    """Return what `contest_definition` gave, from its JSON.

    Raises
    ------
    DefinitionError
        If it is something else.
    """
    advice = "cơ sở dữ liệu có thể do bản Lá Chắn khác ghi."
    with reading("Dữ liệu cuộc thi", FORMAT, DefinitionError, advice):
        raw = parse_document(text, FORMAT)
        return _CODEC.load({name: value for name, value in raw.items() if name != "format"})
