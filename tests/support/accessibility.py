"""What axe-core finds wrong with a page."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

COLOUR_RULES = ("color-contrast", "link-in-text-block")


def find_violations(
    page: Page, skip: Sequence[str] = (), *, colours_only: bool = False
) -> list[str]:
    """Return each element that breaks a rule, with the rule.

    Parameters
    ----------
    skip
        Rules that cannot judge here.
    colours_only
        Whether to try only the rules on colour: where nothing but the colours of a page has
        changed, the others would find the same again.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {
        # What is in order would be told too, with every element, and take most of the time.
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in skip},
    }
    if colours_only:
        options["runOnly"] = {
            "type": "rule",
            "values": [rule for rule in COLOUR_RULES if rule not in skip],
        }
    results = page.evaluate("(options) => axe.run(options)", options)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
