"""Scoring: a response from outside becomes a checked value, and the value becomes a grade."""

from lachan.grading.response import (
    MAX_TYPED_LENGTH,
    Response,
    ResponseError,
    normalize_typed,
    parse_response,
    walk,
)
from lachan.grading.score import Grade, count_pairs, count_right, grade

__all__ = [
    "MAX_TYPED_LENGTH",
    "Grade",
    "Response",
    "ResponseError",
    "count_pairs",
    "count_right",
    "grade",
    "normalize_typed",
    "parse_response",
    "walk",
]
