"""What cannot be drawn."""

from __future__ import annotations

from lachan.errors import LachanError


class DoesNotFitError(LachanError):
    """Words that are too many for their panel.

    `text` is what does not fit, `excess` how much too low it comes, in units of the panel.
    """

    def __init__(self, text: str, excess: float) -> None:
        super().__init__(f"chữ không vừa tranh: “{text}”")
        self.text = text
        self.excess = excess
