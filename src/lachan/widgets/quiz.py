"""Questions in a notebook or on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.frontend import load_module, load_styles
from lachan.widgets.answering import Answering


class Quiz(Answering):
    """One or several items, asked one at a time, with feedback after each answer.

    Parameters
    ----------
    items
        Practice items, in the order in which they are asked.
    provisions
        By the ids that items cite, as `Content.provisions`.
    media
        Data URLs of the items' pictures, as `load_media` gives them.

    Raises
    ------
    ContestItemError
        When an item is for contests.
    """

    _esm = load_module("items/quiz")
    _css = load_styles("items/quiz")

    def __init__(
        self,
        items: Sequence[Item],
        provisions: Mapping[str, Provision],
        *,
        media: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(provisions)
        self.speak_to(items[0].band if items else None)
        self.ask(items, media or {})
