"""Where adapters meet: open the content, check it, build notebooks, make papers."""

from lachan.workflows.open_content import open_content

__all__ = ["open_content"]
