"""What strangers may try against the real servers: it does not happen."""
