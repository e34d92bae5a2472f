"""Where adapters meet: open the content, check it, build notebooks, make papers."""

from lachan.workflows.environment import ROOT_ENV
from lachan.workflows.open_content import open_content, open_named_content

__all__ = ["ROOT_ENV", "open_content", "open_named_content"]
