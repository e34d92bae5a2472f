"""``lachan paper``."""
