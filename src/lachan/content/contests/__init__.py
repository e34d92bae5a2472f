"""Read plans of contests."""
