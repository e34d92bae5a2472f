"""Read lessons."""
