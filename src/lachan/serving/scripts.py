"""The scripts of Voilà's front end, told to a browser at once instead of wave after wave.

The front end is some ninety files; each wave of them names the next, and a browser learns of the
last ones only when it has run the first. Which they are depends on Voilà's build, so they are not
listed here: the server remembers what browsers asked for and names it in the pages that follow.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tornado.web import RequestHandler

# More than one page needs.
MOST_SCRIPTS = 120

# Whoever comes first teaches; later nobody can make the pages of others heavier.
LEARNING_S = 20.0


class ScriptMemory:
    """Addresses of the scripts that the first visitors loaded, in the order met.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._learns_until: float | None = None
        self._addresses: dict[str, None] = {}

    def note(self, handler: RequestHandler) -> None:
        """Remember the script that `handler` has just sent; all else is left alone."""
        request = handler.request
        sent = handler.get_status() in (200, 304) and request.path.endswith(".js")
        if sent and self._is_own_version(request.path, request.query) and self._learns():
            self._addresses[request.uri or request.path] = None

    def preload(self, html: str) -> str:
        """Return the page with a preload for every script known, after what its head holds."""
        links = (
            f'<link rel="preload" as="script" href="{escape(each)}">\n' for each in self._addresses
        )
        return html.replace("</head>", f"{''.join(links)}</head>", 1)

    def _learns(self) -> bool:
        now = self._clock()
        if self._learns_until is None:
            self._learns_until = now + LEARNING_S
        return now < self._learns_until and len(self._addresses) < MOST_SCRIPTS

    @staticmethod
    def _is_own_version(path: str, query: str) -> bool:
        """Tell whether the query is what the front end writes: nothing, or the file's own hash."""
        parts = path.rsplit(".", 2)
        return not query or (len(parts) == 3 and query == f"v={parts[1]}")


class ScriptNoting(RequestHandler):
    """A mixin for handlers of files: notes in ``settings["lachan_scripts"]`` what they sent."""

    def on_finish(self) -> None:
        """Note the script."""
        super().on_finish()
        self.settings["lachan_scripts"].note(self)
