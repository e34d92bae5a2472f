"""A live class."""
