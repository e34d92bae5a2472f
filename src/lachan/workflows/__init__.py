"""Where adapters meet: open the content, check it, build notebooks, make papers, run contests."""
