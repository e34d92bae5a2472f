"""Contests from their plan to their bundle: one module an act."""
