from __future__ import annotations

import os
from pathlib import Path

from lachan.serving.staff.status import read_pss_bytes


def test_pss_is_summed_over_those_that_are_there(tmp_path: Path) -> None:
    for pid, pss in ((11, 300), (12, 500)):
        (tmp_path / str(pid)).mkdir()
        (tmp_path / str(pid) / "smaps_rollup").write_text(f"Rss:  9 kB\nPss:   {pss} kB\n")
    assert read_pss_bytes([11, 12, 13], tmp_path) == 800 * 1024
    assert read_pss_bytes([13], tmp_path) is None


def test_own_memory_is_told_by_linux() -> None:
    told = read_pss_bytes([os.getpid()])
    assert told is not None
    assert told > 1_000_000
