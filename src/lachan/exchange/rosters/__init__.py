"""Class lists, as schools have them."""
