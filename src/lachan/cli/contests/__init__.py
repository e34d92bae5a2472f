"""``lachan contest`` and the contest room of ``lachan serve``."""
