"""Papers, answer sheets, keys and guides."""
