"""How many pages of each app wait drawn: as many as the operator says, or where pupils come."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from lachan.serving.catalogue import App

# What was asked counts half after so long: the lesson of this hour, not of the one before.
HALF_LIFE_S = 300.0

# So many pupils are taken to have come before anyone has: a class opens a lesson together, and
# goes on to practise one by one.
EXPECTED = {"bai_hoc.ipynb": 27.0, "luyen_tap.ipynb": 2.0}
EXPECTED_ELSEWHERE = 1.0


class Plan(Protocol):
    """Says how many pages of each app are to wait."""

    def note(self, app: App) -> None:
        """Count someone who has asked for a page of the app."""

    def share_out(self, apps: Collection[App]) -> dict[App, int]:
        """Return for each app that needs kernels how many of its pages are to wait."""


@dataclass(frozen=True, slots=True)
class FixedPlan:
    """The same number of pages of each app, whoever comes."""

    pages: int

    def note(self, app: App) -> None:
        """Nothing follows from who comes."""

    def share_out(self, apps: Collection[App]) -> dict[App, int]:
        """Return the number for each."""
        return dict.fromkeys(apps, self.pages)


@dataclass(slots=True)
class DemandPlan:
    """As many pages as memory allows, shared out by what was asked for in the last minutes.

    Parameters
    ----------
    count_pages
        Tells how many pages may wait now, all apps together.
    clock
        Seconds that only grow.
    """

    count_pages: Callable[[], int]
    clock: Callable[[], float]
    # For each app how many have come, those of long ago counted as few, and when that was so.
    _asked: dict[App, tuple[float, float]] = field(default_factory=dict)

    def note(self, app: App) -> None:
        """Count someone who has asked for a page of the app."""
        self._asked[app] = (self._recall(app) + 1, self.clock())

    def share_out(self, apps: Collection[App]) -> dict[App, int]:
        """Return the shares; each app has one page at least, however little memory there is."""
        pages = max(self.count_pages(), len(apps))
        # Nobody who asks again and again gets more than all pages that there are.
        weights = {app: _expect(app) + min(self._recall(app), pages) for app in apps}
        spread = pages - len(apps)
        whole = sum(weights.values())
        shares = {app: 1 + spread * weight / whole for app, weight in weights.items()}
        sizes = {app: int(share) for app, share in shares.items()}
        left = pages - sum(sizes.values())
        nearest = sorted(shares, key=lambda app: sizes[app] - shares[app])
        return sizes | {app: sizes[app] + 1 for app in nearest[:left]}

    def _recall(self, app: App) -> float:
        count, at_s = self._asked.get(app, (0.0, 0.0))
        return count * math.exp2((at_s - self.clock()) / HALF_LIFE_S)


def _expect(app: App) -> float:
    return EXPECTED.get(app.name, EXPECTED_ELSEWHERE)
