"""A node of the contest's room whose every save is a commit of its own, to compare with.

``benchmarks/contest.py`` runs it with the words of ``lachan serve --contest-only``.
"""

from __future__ import annotations

from lachan.cli import main
from lachan.store.group_commit import DirectWriter
from lachan.workflows.contests import database as contest_database

if __name__ == "__main__":
    vars(contest_database)["open_writer"] = DirectWriter
    main()
