"""The contestants' side of a contest: enter, begin, save, submit, see the result."""

from __future__ import annotations

from collections.abc import Sequence

from lachan.workflows.contest_views import (
    Answer,
    AttemptView,
    ContestView,
    Json,
    Receipt,
    ResultView,
    SaveResult,
    Session,
)


class ContestDesk:
    """Answers contestants; safe to call from many threads, and from many servers at once."""

    def list_contests(self) -> tuple[ContestView, ...]:
        """Return the contests that are not cancelled, the latest first."""
        raise NotImplementedError

    def find_contest(self, slug: str) -> ContestView | None:
        """Return a contest, or None where there is none."""
        raise NotImplementedError

    def try_practice(self, slug: str, value: object) -> Json:
        """Return `feedback_json` of an answer to the trial question; nothing is kept."""
        raise NotImplementedError

    def enter(self, slug: str, code: str, device: str) -> Session:
        """Let someone in; raises `EntryError`."""
        raise NotImplementedError

    def start(self, token: str) -> AttemptView:
        """Begin an attempt, or return the one under way; raises `ContestError`."""
        raise NotImplementedError

    def read(self, token: str) -> AttemptView:
        """Return everything after a reload; raises `ContestError` (signed_out)."""
        raise NotImplementedError

    def find_picture(self, token: str, path: str) -> bytes | None:
        """Return a picture that the attempt's items show."""
        raise NotImplementedError

    def save(self, token: str, answers: Sequence[Answer]) -> SaveResult:
        """Save answers, durably; with none it is a sign of life. Raises `ContestError`."""
        raise NotImplementedError

    def submit(self, token: str, prediction: int | None = None) -> Receipt:
        """End the attempt; a second time gives the same receipt. Raises `ContestError`."""
        raise NotImplementedError

    def result(self, token: str) -> ResultView:
        """Return what the reveal rule allows; raises `ContestError` before submitting."""
        raise NotImplementedError

    def leave(self, token: str) -> None:
        """End this device's session (a shared computer); the attempt stays as it is."""
        raise NotImplementedError

    def sweep(self) -> int:
        """Submit what has passed its deadline, in all contests; returns how many."""
        raise NotImplementedError
