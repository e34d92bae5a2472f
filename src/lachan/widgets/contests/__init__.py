"""The contest room and the organisers' office inside a notebook."""
