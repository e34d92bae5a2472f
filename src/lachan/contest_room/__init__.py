"""The contest room over HTTP: a process of its own, with no Voilà, no kernels and no widgets."""

from lachan.contest_room.launch import serve_room

__all__ = ["serve_room"]
