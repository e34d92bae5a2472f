"""Debian's Chromium, as the tests and the pictures of the READMEs use it."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

# The shell has no window around its pages; the full browser draws one for each page that is opened,
# which costs more than the page (docs/decisions/0010).
PROGRAMS = ("chromium-headless-shell", "chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch_chromium(playwright: Playwright) -> Browser:
    """Start Chromium without a window; a missing one is told with what to install."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert found, f"no Chromium here: apt-get install {PROGRAMS[0]}"
    return playwright.chromium.launch(executable_path=found, args=FLAGS)
