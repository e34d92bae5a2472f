"""Find the content of a root, read it, hold it against every rule."""
