"""Word files that can be edited."""
