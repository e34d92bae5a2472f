"""Where adapters meet: open the content, check it, build notebooks, make papers."""

from lachan.workflows.open_content import ROOT_ENV, open_content, open_named_content

__all__ = ["ROOT_ENV", "open_content", "open_named_content"]
