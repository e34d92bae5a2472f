"""Worksheets, written and read."""
