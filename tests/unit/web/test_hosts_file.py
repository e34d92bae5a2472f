from __future__ import annotations

from pathlib import Path

from lachan.web.hosts_file import read_hosts, write_hosts


def test_what_was_written_last_is_read(tmp_path: Path) -> None:
    file = tmp_path / "dia-chi"
    for hosts in (("192.0.2.7", "192.0.2.8"), (), ("truong.example",)):
        write_hosts(file, hosts)
        assert read_hosts(str(file)) == hosts
    assert [each.name for each in tmp_path.iterdir()] == ["dia-chi"]


def test_without_a_file_there_is_no_address(tmp_path: Path) -> None:
    assert (read_hosts(""), read_hosts(str(tmp_path / "khong-co"))) == ((), ())
