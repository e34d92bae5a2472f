"""What lies on a stick: scripts of the right ends of line, a guide, and never half of it."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.workflows.usb import stick
from lachan.workflows.usb.lock import read_pins
from lachan.workflows.usb.systems import SYSTEMS, SystemName
from lachan.workflows.usb.wheels import WheelError, download_wheels
from lachan.workflows.write_files import FolderError


@pytest.mark.parametrize("name", SYSTEMS)
def test_scripts_and_guide_are_written_for_the_system(
    name: SystemName, real_content: Content
) -> None:
    system = SYSTEMS[name]
    written = dict(stick._written(system, "3.12", real_content))

    assert [stick.GUIDE, *system.scripts] == list(written)
    for script in system.scripts:
        text = written[script].decode()
        assert "@" not in text.replace("@echo", "").replace('"$@"', "")
        assert text.count(system.line_end) == text.count("\n")
    assert "3.12" in written[system.scripts[0]].decode()


def test_the_guide_leads_to_every_page(real_content: Content) -> None:
    written = dict(stick._written(SYSTEMS[SystemName.WINDOWS], "3.13", real_content))
    guide = written[stick.GUIDE].decode()

    assert all(f'href="bai-hoc/{lesson.slug}.html"' in guide for lesson in real_content.lessons)
    assert "python-3.13.x-amd64.exe" in guide


@pytest.mark.parametrize("name", ["cai-dat.bat", "mo-la-chan.bat"])
def test_scripts_of_windows_speak_utf_8_before_they_speak_vietnamese(name: str) -> None:
    data = (files("lachan.workflows.usb") / "files" / name).read_bytes()
    before, after = data.split(b"chcp 65001", 1)

    assert before.isascii()
    assert not after.isascii()
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["cai-dat.sh", "mo-la-chan.sh"])
def test_scripts_of_other_systems_are_shell(name: str) -> None:
    text = (files("lachan.workflows.usb") / "files" / name).read_bytes()
    subprocess.run(["sh", "-n"], input=text, check=True)


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, real_content: Content) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")

    with pytest.raises(FolderError, match="không ghi đè"):
        stick.make_stick(tmp_path, SYSTEMS[SystemName.LINUX], "3.13", real_content, lambda *_: None)


def test_a_missing_network_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A port on which nobody listens stands for an index that cannot be reached.
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    pin = read_pins("numpy==2.3 --hash=sha256:" + "0" * 64, {})

    with pytest.raises(WheelError, match="Không tới được kho gói"):
        download_wheels(pin, SYSTEMS[SystemName.LINUX], "3.13", tmp_path, lambda: None)
    assert [] == list(tmp_path.iterdir())
