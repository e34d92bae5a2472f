"""Debian's Chromium, as the tests and the pictures of the READMEs use it."""

from __future__ import annotations

import re
import shutil
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

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


class WatchedBrowser:
    """A browser that writes down what goes wrong on any of its pages.

    That is an error or a warning on the console, an uncaught exception and a promise that nobody
    caught. The fixture `browser` is one, and a test that has it fails on all but what it expects.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._expected: list[re.Pattern[str]] = []
        self._errors: list[str] = []

    def new_context(self, **wishes: Any) -> BrowserContext:
        """Open a browser of its own, with its own cookies and storage."""
        return self._watch(self._browser.new_context(**wishes))

    def new_page(self, **wishes: Any) -> Page:
        """Open a page whose context ends with it."""
        page = self._browser.new_page(**wishes)
        self._watch(page.context)
        return page

    def expect(self, pattern: str) -> None:
        """Let errors that match the pattern be part of this test's journey."""
        self._expected.append(re.compile(pattern))

    def take_errors(self) -> list[str]:
        """Return what went wrong, unexpected, since this was asked; expect nothing any more."""
        errors = [
            error
            for error in self._errors
            if not any(pattern.search(error) for pattern in self._expected)
        ]
        self._errors, self._expected = [], []
        return errors

    def close(self) -> None:
        """Close all pages, so that nothing they have still to say is lost; then end the browser."""
        for context in self._browser.contexts:
            context.close()
        self._browser.close()

    def _watch(self, context: BrowserContext) -> BrowserContext:
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._errors.append(str(error.error)))
        return context

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            place = message.location.get("url", "")
            self._errors.append(f"{message.text} ({place})" if place else message.text)
