"""A folder appears whole or not at all, and nothing is written over."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.workflows.write_files import (
    FolderError,
    check_new_folder,
    find_place,
    write_folder,
)

FILES = [("de/101.pdf", b"%PDF"), ("manifest.json", b"{}")]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_all_files_are_there_and_nothing_beside(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "de", FILES)

    assert ["a", "a/de", "a/de/de", "a/de/de/101.pdf", "a/de/manifest.json"] == names(tmp_path)
    assert b"%PDF" == (tmp_path / "a/de/de/101.pdf").read_bytes()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    write_folder(tmp_path, FILES)

    assert ["de", "de/101.pdf", "manifest.json"] == names(tmp_path)


def test_nobody_else_can_look_inside(tmp_path: Path) -> None:
    write_folder(tmp_path / "de", FILES)

    assert 0 == (tmp_path / "de").stat().st_mode & 0o077


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_fault_half_way_leaves_nothing(tmp_path: Path, fault: type[BaseException]) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise fault

    with pytest.raises(fault):
        write_folder(tmp_path / "de", files())

    assert [] == names(tmp_path)


def test_what_stands_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "cu.pdf").write_bytes(b"cu")
    (tmp_path / "tep").write_bytes(b"")

    for taken in ("de", "tep"):
        with pytest.raises(FolderError, match=taken):
            write_folder(tmp_path / taken, FILES)

    assert ["de", "de/cu.pdf", "tep"] == names(tmp_path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "that").mkdir()
    (tmp_path / "lien-ket").symlink_to(tmp_path / "that")

    with pytest.raises(FolderError):
        check_new_folder(tmp_path / "lien-ket")


def test_a_path_through_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")

    with pytest.raises(FolderError, match="đi qua một tệp"):
        write_folder(tmp_path / "tep" / "de", FILES)


def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    # A limit on the size of files stands in for a full disk: the write fails half way as well.
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from lachan.workflows.write_files import FolderError, write_folder\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_folder(Path(sys.argv[1]) / 'de', [('a', b'x' * 10), ('b', b'x' * 5000)])\n"
        "except FolderError as error:\n"
        "    print(error)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert "tệp lớn hơn mức máy cho phép. Chưa ghi tệp nào." in done.stdout, done.stderr
    assert [] == names(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_place_where_nothing_may_be_written_is_told(tmp_path: Path) -> None:
    # The tests may run as root, whom permissions do not bind; /proc takes files from nobody.
    with pytest.raises(FolderError, match="Chưa ghi tệp nào"):
        write_folder(Path("/proc/de"), FILES)


def test_a_file_may_write_itself_piece_by_piece(tmp_path: Path) -> None:
    write_folder(tmp_path / "de", [("a", lambda file: file.writelines([b"x", b"y"]))])
    assert (tmp_path / "de" / "a").read_bytes() == b"xy"


@pytest.mark.parametrize(
    "name", ["../ngoai.txt", "de/../../ngoai.txt", "{outside}/ngoai.txt", "a\0b", "", "a\\b", "C:x"]
)
def test_nothing_is_written_below_anything_but_the_folder(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "trong"
    inside.mkdir()
    name = name.format(outside=tmp_path)

    with pytest.raises(FolderError, match="không ghi tệp mang tên"):
        write_folder(inside / "de", [FILES[0], (name, b"x")])

    assert ["trong"] == names(tmp_path)


def test_a_link_inside_the_folder_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    (tmp_path / "nha").mkdir()
    (tmp_path / "goc" / "notebooks").symlink_to(tmp_path / "nha")

    with pytest.raises(FolderError, match="dẫn ra ngoài"):
        find_place(tmp_path / "goc", "notebooks/thcs/bai.ipynb")
