"""What the command line tells leaves as UTF-8, whatever the system's own encoding is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("encoding", ["ascii", "cp1258", "cp1252"])
def test_vietnamese_leaves_whole_into_a_pipe(encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "120"}
    told, refused = (
        subprocess.run(
            [sys.executable, "-m", "lachan", *words], env=env, capture_output=True, check=False
        )
        for words in (["--help"], ["check", "--root", "khong-co"])
    )
    assert "câu hỏi và đề thi tìm hiểu pháp luật" in told.stdout.decode()
    assert "không" in refused.stderr.decode()
