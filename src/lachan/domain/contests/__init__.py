"""Contests and who runs them."""
