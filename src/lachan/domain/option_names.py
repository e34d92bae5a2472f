"""Under which names the parts of an item leave the server.

Authors write steps in their right order, pairs side by side and often the key first, and name an
ending for how it ends: their own ids would tell. Names are made with a salt. A contest and a room
keep theirs secret; without one a name can be worked out by anyone who reads this code, which is
enough for practice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

# Salts drawn before names were made for everything have no mark; what was frozen or answered
# under such a salt keeps its names.
MARK = "v2:"


@dataclass(frozen=True, slots=True)
class OptionNames:
    """The names of one item's parts.

    Attributes
    ----------
    salt
        Begins with `MARK` where nothing keeps its author's id. Without the mark only steps and
        right sides are renamed.
    """

    item_id: str
    salt: str = ""

    def hide(self, part_id: str) -> str:
        """Return the name of a step or a right side, which never keeps its author's id."""
        return self._digest(part_id)

    def option(self, option_id: str) -> str:
        """Return the name of a choice or a statement."""
        return self._digest(option_id) if self._hides_all else option_id

    def left(self, pair_id: str) -> str:
        """Return the name of a pair's left side, which tells nothing of its right one's."""
        return self._digest(f"left|{pair_id}") if self._hides_all else pair_id

    def scene(self, scene_id: str) -> str:
        """Return the name of a scene."""
        return self._digest(f"scene|{scene_id}") if self._hides_all else scene_id

    def way(self, scene_id: str, choice_id: str) -> str:
        """Return the name of a choice in a scene."""
        return self._digest(f"way|{scene_id}|{choice_id}") if self._hides_all else choice_id

    @property
    def _hides_all(self) -> bool:
        return self.salt.startswith(MARK)

    def _digest(self, part: str) -> str:
        return hashlib.sha256(f"{self.salt}|{self.item_id}|{part}".encode()).hexdigest()[:10]
