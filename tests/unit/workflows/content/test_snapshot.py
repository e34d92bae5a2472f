"""A snapshot gives the same values back, to nobody but its owner, and ends with who keeps it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.workflows.content.snapshot import keep_snapshot, read_snapshot

# Keeps a snapshot, tells where, and waits until it is killed.
KEEPER = """
import sys
from pathlib import Path
from lachan.content import load_content
from lachan.workflows.content.snapshot import keep_snapshot
with keep_snapshot(load_content(Path(sys.argv[1]))) as place:
    print(place, flush=True)
    sys.stdin.read()
"""


def test_the_same_content_comes_back(sample: Path) -> None:
    content = load_content(sample)
    with keep_snapshot(content) as place:
        again = read_snapshot(place)

    assert (content.lessons, content.items) == (again.lessons, again.items)
    assert content.provisions == again.provisions
    assert again.get_item("mau-001").revision == content.get_item("mau-001").revision


def test_it_is_gone_after_the_block(sample: Path) -> None:
    with keep_snapshot(load_content(sample)) as place:
        assert place.stat().st_size > 0
    assert not place.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="memory without a name")
def test_nobody_can_write_it_any_more(sample: Path) -> None:
    with keep_snapshot(load_content(sample)) as place:
        for change in (lambda: place.write_bytes(b"x"), lambda: os.truncate(place, 0)):
            with pytest.raises(PermissionError):
                change()


@pytest.mark.skipif(sys.platform != "linux", reason="memory without a name")
def test_a_keeper_that_is_killed_leaves_nothing(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tam"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", KEEPER, str(sample)],
        env={**os.environ, "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as keeper:
        place = Path(keeper.stdout.readline().strip())
        assert place.stat().st_size > 0
        keeper.kill()
    assert not place.exists()
    assert list(folder.iterdir()) == []
