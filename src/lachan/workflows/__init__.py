"""Where adapters meet: open the content, check it, build notebooks, make papers."""

from lachan.workflows.content.opening import open_content, open_named_content
from lachan.workflows.environment import ROOT_ENV

__all__ = ["ROOT_ENV", "open_content", "open_named_content"]
