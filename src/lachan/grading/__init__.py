"""Scoring: a response from outside becomes a checked value, and the value becomes a grade."""

from lachan.grading.misconceptions import MisconceptionShare, count_misconceptions
from lachan.grading.response import (
    Response,
    ResponseError,
    normalize_typed,
    parse_response,
    walk,
)
from lachan.grading.score import Grade, count_pairs, count_right, grade
from lachan.grading.spread import Bar, BarGroup, Spread, add_hands, count_spread

__all__ = [
    "Bar",
    "BarGroup",
    "Grade",
    "MisconceptionShare",
    "Response",
    "ResponseError",
    "Spread",
    "add_hands",
    "count_misconceptions",
    "count_pairs",
    "count_right",
    "count_spread",
    "grade",
    "normalize_typed",
    "parse_response",
    "walk",
]
