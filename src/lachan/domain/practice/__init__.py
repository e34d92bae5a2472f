"""Practice: what may be practised, and which items come."""
